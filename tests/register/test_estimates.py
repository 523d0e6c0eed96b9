"""Estimates are kept whole, can be taken back, travel, and go with an erased list."""

import hashlib
import json
from datetime import timedelta

import pytest

from tasjil.errors import LogBroken, NotAllowed, NotInRegister
from tasjil.model.users import Role
from tasjil.register.estimates import NewEstimate
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register

LIST = b"name,day\nDaren Vell,2031-05-04\nIlva Tornay,2031-05-04\n"
RUN = {
    "lists": ["civil", "hospital", "monitor"],
    "tables": [{"draw": None, "rows": [["110", 12], ["001", 7]]}],
    "outcomes": [{"method": "chao", "n": 19, "N": None, "refused": "too few lists"}],
    "share": 0.1 + 0.2,
}


def digest(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def import_list(register, lumenia, data=LIST):
    found = {"list": digest(data), "name": "l.csv", "sheet": "", "notes": []}
    counted = {"rows": data.count(b"\n") - 1, "headers": 2}
    register.import_list(found | counted, data, by=lumenia.who, at=lumenia.noon)
    return digest(data)


def made(*lists, run=RUN):
    about = {"seed": 7, "draws": 20, "n": 19, "methods": ["chao"]}
    return NewEstimate(lists, digest(b"table"), digest(b"basis"), "asked", about, run)


def keep(register, lumenia, *lists, because=None):
    kept = made(*lists)
    return register.keep_estimate(
        kept, by=lumenia.who, at=lumenia.noon, because=because
    )


def told(kept):
    """What it was kept with; the register adds when, so that no two are the same."""
    return {name: what for name, what in kept.run.items() if name != "kept"}


def rebuilt_equal(register):
    before = register.table_digests()
    return register.rebuild() == before


def test_an_estimate_comes_back_to_the_last_digit(register, lumenia):
    id = keep(register, lumenia, because="the council asks")
    kept = register.estimate(id)
    assert told(kept) == RUN
    assert (kept.by, kept.because, kept.office) == ("lead", "the council asks", "")
    assert (kept.data, kept.asked) == (digest(b"table"), "asked")
    assert kept.stands
    assert register.estimates() == (kept,)


def test_the_tables_made_again_are_equal_and_the_log_is_whole(register, lumenia):
    id = keep(register, lumenia)
    keep(register, lumenia)
    register.withdraw_estimate(id, because="a list was relayed", at=lumenia.noon)
    assert rebuilt_equal(register)
    assert register.verify().entries == register.head().size


def test_an_estimate_taken_back_stays_with_who_and_why(register, lumenia):
    id, other = keep(register, lumenia), keep(register, lumenia)
    register.withdraw_estimate(id, because="a list was relayed", at=lumenia.noon)
    first, second = register.estimates()
    assert first.withdrawn == ("lead", "a list was relayed")
    assert told(first) == RUN
    assert not first.stands
    assert second.stands
    assert second.id == other
    with pytest.raises(NotInRegister, match="withdrawn before"):
        register.withdraw_estimate(id, because="again", at=lumenia.noon)


def test_nothing_that_is_no_estimate_is_withdrawn(register, lumenia):
    lumenia.fill(register, reports=1)
    with pytest.raises(NotInRegister, match="--kept"):
        register.withdraw_estimate("1", because="so", at=lumenia.noon)
    with pytest.raises(NotInRegister, match="--kept"):
        register.estimate("nine")


def test_the_log_tells_who_ran_it_and_names_no_list(register, lumenia):
    keep(register, lumenia, digest(LIST))
    entry = list(register.entries())[-1]
    body = json.loads(entry.body)
    assert entry.by == lumenia.who
    assert body["for"] == "lead"
    assert body["lists"] == [digest(LIST)]
    assert not any(name in entry.body for name in RUN["lists"])


@pytest.mark.parametrize(
    "script",
    [
        "UPDATE register_estimaterow SET data = 'sha256:0'",
        "UPDATE register_estimaterow SET withdrawn_because = 'somebody else'",
        "DELETE FROM register_estimaterow",
        "UPDATE register_entry SET because = 'for money' WHERE kind = 'estimate.made'",
        "UPDATE register_content SET data = NULL WHERE digest = (SELECT content_id "
        "FROM register_estimaterow)",
    ],
)
def test_an_estimate_changed_in_the_store_is_found(register, lumenia, tamper, script):
    keep(register, lumenia)
    register.verify()
    register.close()
    tamper(register.folder, script)
    again = Register.open(register.folder, Key())
    with again, pytest.raises(LogBroken):
        again.verify()


def test_an_erased_list_takes_the_estimates_with_it_that_rest_on_it(register, lumenia):
    one = import_list(register, lumenia)
    other = import_list(register, lumenia, LIST + b"Oren Saal,2031-05-06\n")
    keep(register, lumenia, one, other)
    keep(register, lumenia, other)
    register.box.erase(None, [one], by="lead", at=lumenia.noon, because="asked")
    gone, stays = register.estimates()
    assert gone.run is None
    assert not gone.stands
    assert told(stays) == RUN
    assert rebuilt_equal(register)
    assert register.verify().entries == register.head().size


@pytest.mark.parametrize(
    ("role", "own", "may"),
    [
        (Role.LEAD, False, True),
        (Role.ANALYST, False, True),
        (Role.ANALYST, True, False),
        (Role.DOCUMENTER, False, False),
        (Role.VERIFIER, False, False),
        (Role.PUBLISHER, False, False),
        (Role.GUEST, False, False),
    ],
)
def test_who_may_estimate_and_take_back(house, lumenia, role, own, may):
    id = keep(house.lead, lumenia)
    theirs = house.add("salma", role, own)
    if may:
        assert theirs.estimate(keep(theirs, lumenia)).by == "salma"
        theirs.withdraw_estimate(id, because="so", at=lumenia.noon)
        return
    with pytest.raises(NotAllowed):
        keep(theirs, lumenia)
    with pytest.raises(NotAllowed):
        theirs.withdraw_estimate(id, because="so", at=lumenia.noon)
    assert len(house.lead.estimates()) == 1


def test_a_guest_sees_estimates_and_who_works_on_their_own_sees_none(house, lumenia):
    id = keep(house.lead, lumenia)
    assert told(house.add("guest", Role.GUEST).estimate(id)) == RUN
    theirs = house.add("salma", Role.DOCUMENTER, True)
    assert theirs.estimates() == ()
    with pytest.raises(NotInRegister):
        theirs.estimate(id)


def test_no_program_takes_an_estimate_back(register, lumenia):
    id = keep(register, lumenia)
    from_program = register.estimate(id)
    assert from_program.by == "lead"
    register.withdraw_estimate(id, because="so", at=lumenia.noon)
    assert list(register.entries())[-1].by == "lead"


def test_another_office_reads_an_estimate_as_that_offices(north, coast):
    kept = made(digest(LIST))
    id = north.register.keep_estimate(kept, by="tasjil/test", at=north.at())
    coast.hear(north)
    (theirs,) = coast.register.estimates()
    assert theirs.id == f"{id} @ {north.id}"
    assert (theirs.office, told(theirs)) == (north.id, RUN)
    assert theirs.by == f"lead @ {north.id}"
    with pytest.raises(NotInRegister, match="another office"):
        coast.register.withdraw_estimate(theirs.id, because="so", at=coast.at())
    later = north.at() + timedelta(minutes=5)
    north.register.withdraw_estimate(id, because="a relay", at=later)
    coast.hear(north)
    assert coast.register.estimates()[0].withdrawn == (f"lead @ {north.id}", "a relay")
    coast.check()


def test_what_goes_with_an_erased_list_goes_in_the_office_that_heard_of_it(
    north, coast, lumenia
):
    paper = import_list(north.register, lumenia)
    kept = made(paper)
    north.register.keep_estimate(kept, by="tasjil/test", at=north.at())
    coast.hear(north)
    assert told(coast.register.estimates()[0]) == RUN
    north.register.box.erase(None, [paper], by="lead", at=north.at(20), because="asked")
    coast.hear(north)
    assert coast.register.estimates()[0].run is None
    coast.check()

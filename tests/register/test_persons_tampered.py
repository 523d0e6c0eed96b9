"""Whoever changes who is held to be one, with the guards taken away, is found out."""

import hashlib

import pytest

from tasjil.errors import LogBroken
from tasjil.model.ids import RecordId, VictimId
from tasjil.register.keys import ring
from tasjil.register.keys.ring import Key
from tasjil.register.persons import KeptPerson, LinkingRun, Proposed
from tasjil.register.register import Register
from tasjil.register.verify import verify_register

LISTS = b"name\nDaren Vell\nIlva Tornay\n", b"name\nD. Vell\n"
PROPOSED = "(SELECT MIN(seq) FROM register_entry WHERE kind = 'persons.proposed')"
LINKED = "(SELECT MAX(seq) FROM register_entry WHERE kind = 'persons.linked')"


@pytest.fixture
def linked(register, lumenia):
    """Two lists whose three records are two persons; closed."""
    lumenia.fill(register)
    papers = []
    for data in LISTS:
        id = "sha256:" + hashlib.sha256(data).hexdigest()
        told = {"list": id, "name": "l.csv", "sheet": "", "notes": []}
        counted = {"rows": data.count(b"\n") - 1, "headers": 1}
        register.import_list(told | counted, data, by=lumenia.who, at=lumenia.noon)
        papers.append(id)
    held = ("l:1", "v-1"), ("l:2", "v-2"), ("m:1", "v-1")
    first, second, other = (
        KeptPerson(RecordId(record), "d", VictimId(person), "", 970, False)
        for record, person in held
    )
    lists = {papers[0]: Proposed([first, second]), papers[1]: Proposed([other])}
    run = LinkingRun(lists, {}, {"records": 3}, b"{}", b"pairs", b"columns")
    register.keep_persons(run, by=lumenia.who, at=lumenia.noon)
    register.close()
    return register.folder


def broken(folder):
    with pytest.raises(LogBroken) as found:
        verify_register(folder, ring.unlock(folder, Key()))
    return str(found.value)


def entries(folder):
    with Register.open(folder, Key()) as register:
        return register.head().size


CHANGED = {
    "what a list's records were put to": (
        f"UPDATE register_entry SET body = body || ' ' WHERE seq = {PROPOSED}",
        -2,
    ),
    "who put them to it": (
        f"UPDATE register_entry SET by = 'y' WHERE seq = {PROPOSED}",
        -2,
    ),
    "when the linking ended": (
        "UPDATE register_entry SET at = '2031-05-04T12:00:00.000001Z' "
        f"WHERE seq = {LINKED}",
        0,
    ),
    "a linking taken out": (f"DELETE FROM register_entry WHERE seq = {PROPOSED}", -2),
}


@pytest.mark.parametrize(("script", "back"), CHANGED.values(), ids=CHANGED)
def test_verify_names_the_first_bad_entry_of_a_linking(linked, tamper, script, back):
    last = entries(linked)
    tamper(linked, script)
    assert f"entry {last + back} is the first bad one" in broken(linked)


@pytest.mark.parametrize(
    "script",
    [
        "UPDATE register_personrow SET person = 'v-2' WHERE record = 'm:1'",
        "UPDATE register_personrow SET doubtful = 1 - doubtful",
        "DELETE FROM register_personrow WHERE record = 'l:2'",
    ],
)
def test_a_person_changed_in_the_table_is_found_and_mended(linked, tamper, script):
    tamper(linked, script)
    assert "the table PersonRow" in broken(linked)
    with Register.open(linked, Key()) as register:
        register.rebuild()
        held = {each.record: each.person for each in register.persons()}
    assert held == {"l:1": "v-1", "l:2": "v-2", "m:1": "v-1"}
    verify_register(linked, ring.unlock(linked, Key()))

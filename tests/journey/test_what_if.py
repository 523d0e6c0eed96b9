"""What a small case would count without a source, or by another rule."""

import hashlib

import pytest
from lumenia import lumenia

from tasjil.errors import BadValue, NoSuchSource
from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.count import count_case
from tasjil.journey.judge import judge_claim
from tasjil.journey.missing import missing_in_case
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence
from tasjil.journey.what_if import Asked, sentences, what_if
from tasjil.model.judgement import ClaimState
from tasjil.model.missing import GapKind, Part
from tasjil.model.proof import StandardOfProof
from tasjil.model.scope import Disagreement, Treated

REPORTS = {
    "herald.txt": (
        "Publisher: Varesh Herald\nDate: 2031-05-04\n\n"
        "Four farmers were shot dead by soldiers in Ostrel on 3 May 2031, the Lumenia "
        "Monitoring Group said.\n"
    ),
    "post.txt": (
        "Publisher: Northmark Post\nDate: 2031-05-05\n\n"
        "Nine people were killed in Ostrel on 3 May 2031.\n"
    ),
    "varesh.txt": (
        "Publisher: Northmark Post\nDate: 2031-05-06\n\n"
        "Two people were killed in Varesh on 5 May 2031.\n"
    ),
}


def built(folder, reports=REPORTS):
    case = open_case(lumenia(folder / "varesh", reports))
    build_case(case, Key(), None, Silence())
    return case


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """Give a case that is counted in many ways, and never changes."""
    return built(tmp_path_factory.mktemp("asked"))


def ends(found, act="killed"):
    (figure,) = [each for each in found.figures if each.act == act]
    return [(e.floor, e.ceiling) for e in (figure.before, figure.after)]


def test_the_figures_stand_before_and_after(case):
    found = what_if(case, Key(), Asked(without=("Northmark Post",)))
    assert ends(found) == [(6, 11), (4, 4)]
    assert found.claims == (3, 1)


def test_without_a_monitor_what_an_outlet_passed_on_is_gone_too(case):
    found = what_if(case, Key(), Asked(without=("lmg",)))
    assert ends(found) == [(6, 11), (11, 11)]
    words = "killed: a lower figure that held the floor down is left out"
    assert words in list(sentences(found))


def test_the_range_that_totals_allow_falls_without_the_source_that_holds_it_up(
    tmp_path,
):
    total = (
        "Publisher: Varesh Herald\nDate: 2031-05-20\n\nThe Lumenia Monitoring Group "
        "said that more than 300 civilians had been killed in Northmark since 1 May.\n"
    )
    case = built(tmp_path, REPORTS | {"total.txt": total})
    found = what_if(case, Key(), Asked(without=("lmg",)))
    before, after = found.range
    assert (before.low, before.high) == (301, None)
    assert after.low == 11
    assert found.totals == (1, 0)


def test_a_source_goes_by_id_by_name_and_by_variant(case):
    found = [
        what_if(case, Key(), Asked(without=(name,)))
        for name in ("lmg", "Lumenia Monitoring Group", "LMG")
    ]
    assert found[0] == found[1] == found[2]
    assert found[0].asked.without == ("lmg",)


def test_without_the_outlet_that_alone_passes_a_figure_on_it_is_gone(case):
    found = what_if(case, Key(), Asked(without=("Varesh Herald",)))
    assert ends(found) == [(6, 11), (11, 11)]


def test_an_unknown_source_is_an_error_that_names_the_nearest_and_not_what_was_typed(
    case,
):
    with pytest.raises(NoSuchSource) as refused:
        what_if(case, Key(), Asked(without=("Lumenia Monitor Grup",)))
    assert "'Lumenia Monitoring Group'" in str(refused.value)
    assert "Grup" not in str(refused.value)


def test_a_question_that_changes_nothing_is_refused():
    with pytest.raises(BadValue, match="--without"):
        Asked()


def test_every_row_that_moves_is_named_and_no_other(case):
    found = what_if(case, Key(), Asked(without=("Northmark Post",)))
    rows = {row.id: row for row in found.rows}
    assert rows["killed/place/varesh"].after is None
    before = rows["killed/place/ostrel"].before
    assert (before.floor, before.ceiling) == (4, 9)
    assert all(row.before != row.after for row in found.rows)


def test_nothing_is_written(case):
    def digests():
        files = sorted(p for p in case.register_folder.rglob("*") if p.is_file())
        return {
            file.name: hashlib.sha256(file.read_bytes()).hexdigest()
            for file in files
            if file.suffix not in (".sqlite-shm", ".sqlite-wal")
        }

    before, tally = digests(), count_case(case, Key()).tally
    what_if(case, Key(), Asked(without=("lmg",), accepted_only=True))
    assert digests() == before
    assert count_case(case, Key()).tally == tally


def test_accepted_only_counts_what_a_person_accepted(tmp_path):
    case = built(tmp_path)
    counted = count_case(case, Key())
    (told,) = [
        claim.id
        for claim in counted.evidence.claims.values()
        if claim.quantity.low == 2
    ]
    judge_claim(case, Key(), told, ClaimState.ACCEPTED, "the words say so")
    found = what_if(case, Key(), Asked(accepted_only=True))
    assert ends(found) == [(6, 11), (2, 2)]


def test_pending_takes_the_incident_out_on_which_tellers_disagree(case):
    rule = {Treated.NUMBER: Disagreement.PENDING}
    found = what_if(case, Key(), Asked(rules=rule))
    assert ends(found) == [(6, 11), (2, 2)]


def test_a_preferred_source_gives_the_number(case):
    rule = {Treated.NUMBER: Disagreement.PREFER}
    found = what_if(case, Key(), Asked(rules=rule, prefer=("LMG",)))
    assert ends(found) == [(6, 11), (6, 6)]


def test_another_standard_changes_no_floor_and_no_ceiling(case):
    strict = StandardOfProof.BEYOND_REASONABLE_DOUBT
    found = what_if(case, Key(), Asked(standard=strict))
    assert ends(found) == [(6, 11), (6, 11)]


def test_what_is_missing_names_the_contradiction_and_puts_it_first(case):
    found = missing_in_case(case, Key()).missing
    first = found.queue[0]
    gaps = {gap.part: gap for gap in first.gaps}
    assert (first.verified, first.closes) == (4, 5)
    assert gaps[Part.NUMBER].kind is GapKind.CONTRADICTED
    assert found.queue[1].verified == 2

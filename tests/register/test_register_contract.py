"""What every store must keep to; a new store runs these unchanged."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from tasjil.errors import BadPassage, BadValue, NotInRegister
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.judgement import ClaimState
from tasjil.model.report import Passage
from tasjil.register.actions import Reading
from tasjil.register.derived.appliers import APPLIERS
from tasjil.register.derived.changes import Claimed
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.register import Register
from tasjil.register.rows import columns
from tasjil.register.store import ClaimRow


def test_a_report_comes_back_as_it_was_captured(register, lumenia):
    report, original = lumenia.report()
    assert register.capture(report, original, by="lead", at=lumenia.noon)
    assert register.report(report.id) == report
    assert list(register.reports()) == [report]
    assert register.original(report.id) == original
    assert register.has_report(report.id)
    assert register.known_digests() == {report.id}


def test_the_same_bytes_twice_are_one_report(register, lumenia):
    report, original = lumenia.report()
    assert register.capture(report, original, by="lead", at=lumenia.noon)
    again = replace(report, name="copy.txt")
    assert not register.capture(again, original, by="lead", at=lumenia.noon)
    both = [lumenia.report(2), lumenia.report(2), (again, original)]
    assert register.capture_all(both, by="lead", at=lumenia.noon) == 1
    assert [each.name for each in register.reports()] == ["1.txt", "2.txt"]


def test_bytes_that_are_not_the_reports_are_refused(register, lumenia):
    report, original = lumenia.report()
    with pytest.raises(BadValue, match="capture the file again"):
        register.capture(report, original + b".", by="lead", at=lumenia.noon)
    edited = replace(report, text=report.text + "!")
    with pytest.raises(BadValue):
        register.capture(edited, original, by="lead", at=lumenia.noon)
    assert register.counts().entries == 1


def test_a_claim_comes_back_as_it_was_read(register, lumenia):
    claims = lumenia.fill(register, reports=2)
    kept = list(register.claims())
    assert [claim for claim, _ in kept] == claims
    assert kept[0][1] is ClaimState.ACCEPTED
    assert {state for _, state in kept[1:]} == {ClaimState.PROPOSED}
    assert register.claim(claims[3].id) == (claims[3], ClaimState.PROPOSED)


def test_claims_are_found_by_state_and_by_report(register, lumenia):
    claims = lumenia.fill(register, reports=2)
    accepted = register.claims(state=ClaimState.ACCEPTED)
    assert [claim for claim, _ in accepted] == claims[:1]
    second = register.claims(report=claims[3].report, state=ClaimState.PROPOSED)
    assert [claim for claim, _ in second] == claims[3:]


def test_words_that_are_not_in_the_report_make_no_claim(register, lumenia):
    report, original = lumenia.report()
    register.capture(report, original, by="lead", at=lumenia.noon)
    made_up = replace(lumenia.claim(report), passage=Passage(0, 4, "Four"))
    with pytest.raises(BadPassage):
        register.propose(report.id, "english/1", [made_up], by="lead", at=lumenia.noon)
    assert register.reading(report.id) is None
    assert not list(register.claims())


def test_a_claim_on_a_report_nobody_captured_is_refused(register, lumenia):
    report, _ = lumenia.report()
    with pytest.raises(NotInRegister):
        register.propose(report.id, "english/1", [], by="lead", at=lumenia.noon)


def test_a_reading_holds_claims_of_its_own_report_and_reader_only(lumenia):
    report, _ = lumenia.report()
    claim = lumenia.claim(report)
    with pytest.raises(BadValue, match="english/2"):
        Reading(report.id, "english/2", (claim,))
    with pytest.raises(BadValue, match="twice"):
        Reading(report.id, "english/1", (claim, claim))


def test_a_report_with_nothing_in_it_was_still_read(register, lumenia):
    report, original = lumenia.report()
    register.capture(report, original, by="lead", at=lumenia.noon)
    assert register.reading(report.id) is None
    register.propose(report.id, "english/1", [], by="lead", at=lumenia.noon)
    assert register.reading(report.id) == "english/1"
    assert register.readings() == {report.id: "english/1"}


def test_a_newer_reading_replaces_what_nobody_judged(register, lumenia):
    claims = lumenia.fill(register, reports=1)
    report = register.report(claims[0].report)
    newer = replace(lumenia.claim(report, 7, "english/2"), id=ClaimId("new"))
    register.propose(report.id, "english/2", [newer], by="lead", at=lumenia.noon)
    kept = [(claim.id, state) for claim, state in register.claims()]
    assert kept == [(claims[0].id, "accepted"), ("new", "proposed")]
    assert register.reading(report.id) == "english/2"


def test_a_judged_claim_is_not_rewritten_by_a_reader_that_finds_it_again(
    register, lumenia
):
    claims = lumenia.fill(register, reports=1)
    report = register.report(claims[0].report)
    again = [lumenia.claim(report, number, "english/2") for number in range(2)]
    register.propose(report.id, "english/2", again, by="lead", at=lumenia.noon)
    assert register.claim(claims[0].id) == (claims[0], ClaimState.ACCEPTED)
    assert register.claim(claims[1].id) == (again[1], ClaimState.PROPOSED)


def test_the_newest_judgement_holds_and_the_older_ones_stay(register, lumenia):
    claim = lumenia.fill(register, reports=1)[0]
    register.judge(lumenia.judgement(claim, ClaimState.REJECTED))
    assert register.claim(claim.id)[1] is ClaimState.REJECTED
    states = [each.state for each in register.judgements(claim.id)]
    assert states == [ClaimState.ACCEPTED, ClaimState.REJECTED]
    assert next(register.judgements()).at == "2031-05-05T06:30:00.000000Z"


def test_nobody_can_judge_a_claim_that_does_not_stand(register, lumenia):
    claims = lumenia.fill(register, reports=1)
    register.propose(claims[0].report, "english/2", [], by="lead", at=lumenia.noon)
    with pytest.raises(NotInRegister, match="read again"):
        register.judge(lumenia.judgement(claims[1]))


def test_a_time_without_its_offset_is_refused(register):
    with pytest.raises(BadValue, match="offset"):
        register.set_scope({}, by="lead", at=datetime(2031, 5, 4))


def test_an_action_has_an_author(register, lumenia):
    with pytest.raises(BadValue, match="by"):
        register.set_scope({}, by=" ", at=lumenia.noon)


def test_the_scope_that_was_set_last_counts(register, lumenia):
    assert register.case() is None
    first = {"acts": ["killed"], "name": "لومينيا"}
    assert register.set_scope(first, by="lead", at=lumenia.noon)
    assert not register.set_scope(first, by="lead", at=lumenia.noon)
    assert register.set_scope({"acts": ["injured"]}, by="lead", at=lumenia.noon)
    assert register.case() == {"acts": ["injured"]}
    assert register.counts().entries == 3


def test_a_scope_that_says_the_same_in_another_order_is_no_change(register, lumenia):
    register.set_scope({"a": (1, 2), "b": None}, by="lead", at=lumenia.noon)
    assert not register.set_scope({"b": None, "a": [1, 2]}, by="lead", at=lumenia.noon)


def test_a_reading_is_stale_once_the_case_has_changed(register, lumenia):
    report = lumenia.fill(register, reports=1)[0].report
    assert register.fresh_readings() == {report: "english/1"}
    register.set_scope({"acts": ["injured"]}, by="lead", at=lumenia.noon)
    assert register.fresh_readings() == {}
    assert register.readings() == {report: "english/1"}


def test_the_head_names_the_end_of_the_log(register, lumenia):
    assert register.head().size == 1
    lumenia.fill(register, reports=1)
    *_, last = register.entries()
    assert (register.head().size, register.head().digest) == (last.seq, last.digest)


def test_an_action_is_kept_whole_or_not_at_all(register, lumenia):
    good = NewEntry(EntryKind.LIST_IMPORTED, {"rows": 3})
    bad = NewEntry(EntryKind.LIST_IMPORTED, {"rows": 2**60})
    with pytest.raises(BadValue, match="RFC 8785"):
        register.append([good, bad], "lead", lumenia.noon)
    report, original = lumenia.report()
    register.capture(report, original, by="lead", at=lumenia.noon)
    entries = register.append([good, good], "lead", lumenia.noon)
    assert [each.seq for each in entries] == [3, 4]
    assert list(register.entries(after=2)) == list(entries)


def test_an_unknown_report_is_named(register):
    with pytest.raises(NotInRegister, match="sha256:none"):
        register.report(ReportId("sha256:none"))
    with pytest.raises(NotInRegister):
        register.original(ReportId("sha256:none"))


@pytest.mark.file
def test_a_reading_looks_for_older_claims_in_its_own_report_alone(register, lumenia):
    claim = lumenia.fill(register)[0]
    older = ClaimRow.objects.using(register._store.alias).filter(
        state="proposed", report=claim.report, seq__lt=9
    )
    assert "claim_report" in older.explain()


def test_counts_tell_how_much_paper_there_is(register, lumenia):
    lumenia.fill(register, reports=2)
    counts = register.counts()
    assert (counts.reports, counts.read, counts.judgements) == (2, 2, 1)
    told = {state: many for state, many in counts.claims.items() if many}
    assert told == {"proposed": 5, "accepted": 1}
    assert counts.entries == 2 + 2 * (1 + 3 + 1) + 1


def test_entries_hold_digests_and_no_words(register, lumenia):
    lumenia.fill(register)
    bodies = " ".join(entry.body for entry in register.entries())
    for words in ("Alder", "Herald", "جُرح", "Three"):
        assert words not in bodies


def test_two_cases_can_be_open_at_once(new_register: Callable[[], Register], lumenia):
    one, other = new_register(), new_register()
    lumenia.fill(one, reports=1)
    assert other.counts().reports == 0
    lumenia.fill(other, reports=2)
    assert (one.counts().reports, other.counts().reports) == (1, 2)


def test_every_kind_of_entry_has_its_applier():
    assert set(APPLIERS) == set(EntryKind)


def test_what_is_made_of_a_claim_fits_the_columns_of_its_row():
    assert Claimed._fields == columns(ClaimRow)

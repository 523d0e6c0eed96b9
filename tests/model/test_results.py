"""Victims, list records, estimates, refusals and releases."""

from math import inf, nan

import pytest

from tasjil.errors import BadValue, InvertedRange
from tasjil.model.acts import Act
from tasjil.model.estimate import (
    Estimate,
    Interval,
    Method,
    Refusal,
    outcome_from_json,
)
from tasjil.model.json import to_json
from tasjil.model.record import ListRecord
from tasjil.model.release import Change, ChangeKind, Release
from tasjil.model.scope import Codebook, Scope
from tasjil.model.tally import AggregateStatement, Basis, SeriesPoint
from tasjil.model.victim import Victim

AT = "2025-03-20T09:00:00+02:00"
# The estimate line of DESIGN section 8.
LINE = {
    "method": "lcmcr",
    "n": 4400,
    "N": {"mean": 10652, "median": 10407, "low": 8961, "high": 13809, "level": 0.95},
    "refused": None,
    "diagnostics": {"rhat": 1.0004, "ess": 4210, "mass_at_cap": 0.0},
    "settings": {"classes": 10, "seed": 19481210},
    "data": "sha256:00",
}


def release(**given) -> Release:
    plain = {
        "id": "2025-1",
        "scope": Scope(),
        "codebook": Codebook(),
        "files": {"victims.csv": "sha256:00"},
        "log_head": "sha256:01",
        "by": "salma",
        "at": AT,
        "because": "the first quarter is complete",
    }
    return Release(**(plain | given))


def test_a_person_nobody_tells_of_is_not_a_victim():
    with pytest.raises(BadValue, match="no claim and no record"):
        Victim("v1")
    assert Victim("v1", records=("hospital:17",)).claims == ()


def test_the_same_words_do_not_tell_of_a_person_twice():
    with pytest.raises(BadValue, match="same id twice"):
        Victim("v1", claims=("c1", "c1"))


def test_a_row_keeps_its_cells_as_they_were_found():
    cells = {"الاسم": " Daren  Vell ", "Age": "thirty?"}
    assert ListRecord.of("hospital", 17, cells).cells == cells


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"list": " "}, "name of the list"),
        ({"row": 0}, "rows from 1"),
        ({"cells": {"name": " "}}, "is empty"),
        ({"cells": {}}, "is empty"),
    ],
)
def test_a_row_that_is_no_row_is_refused(given, reason):
    plain = {"list": "hospital", "row": 17, "cells": {"name": "Daren Vell"}}
    with pytest.raises(BadValue, match=reason):
        ListRecord.of(**(plain | given))
    with pytest.raises(BadValue, match="expected an id 'hospital:NUMBER'"):
        ListRecord("clinic:17", **plain)


def test_an_error_about_a_row_does_not_tell_who_is_in_it():
    with pytest.raises(BadValue) as refusal:
        ListRecord("clinic:17", "hospital", 17, {"name": "Daren Vell"})
    assert "Daren" not in str(refusal.value)


def test_an_estimate_has_the_form_that_others_read():
    outcome = outcome_from_json(LINE)
    assert isinstance(outcome, Estimate)
    assert outcome.method is Method.LCMCR
    assert to_json(outcome) == LINE


def test_a_refusal_has_the_same_form_with_its_reason_and_no_number():
    reason = "the lists share nobody"
    outcome = Refusal(Method.CHAO, 40, reason, "sha256:00")
    plain = to_json(outcome)
    assert set(plain) == {*LINE, "why"}
    assert (plain["N"], plain["refused"]) == (None, reason)
    assert outcome_from_json(plain) == outcome


def test_a_refusal_without_a_reason_is_refused():
    with pytest.raises(BadValue, match="the reason why chao refuses"):
        Refusal(Method.CHAO, 40, " ", "sha256:00")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"low": 12000}, "low <= median <= high"),
        ({"high": 9000}, "low <= median <= high"),
        ({"low": -1}, "low <= median <= high"),
        ({"high": inf}, "finite"),
        ({"mean": nan}, "finite"),
        ({"level": 1.0}, "between 0 and 1"),
        ({"level": 0.0}, "between 0 and 1"),
    ],
)
def test_an_interval_that_says_nothing_is_refused(given, reason):
    with pytest.raises(BadValue, match=reason):
        Interval(**(LINE["N"] | given))


def test_there_were_at_least_as_many_as_are_documented():
    there = Interval(10, 10, 8, 12, 0.95)
    with pytest.raises(BadValue, match="at least the 13 documented"):
        Estimate(Method.CHAO, 13, there, "sha256:00")
    for n, data, reason in ((-1, "sha256:00", "0 or more"), (3, "00", "sha256")):
        with pytest.raises(BadValue, match=reason):
            Estimate(Method.CHAO, n, there, data)


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (ChangeKind.ADDED, "3", "4"),
        (ChangeKind.ADDED, None, None),
        (ChangeKind.REMOVED, None, "4"),
        (ChangeKind.REMOVED, "3", "4"),
        (ChangeKind.CHANGED, None, "4"),
        (ChangeKind.CHANGED, "3", None),
        (ChangeKind.CHANGED, "3", "3"),
    ],
)
def test_a_change_whose_values_contradict_it_is_refused(kind, before, after):
    with pytest.raises(BadValue, match="killed"):
        Change(kind, "killed", "a family found the name", before, after)


def statement(**given) -> AggregateStatement:
    plain = {
        "id": "s1",
        "act": Act.KILLED,
        "low": 1401,
        "high": None,
        "first_teller": "a monitor",
        "teller_key": "monitor",
        "basis": Basis.DOCUMENTED,
        "published": "2025-03-14",
        "edtf": "2025-03-06/2025-03-14",
        "where": (),
        "status": "civilian",
        "relayed_by": (),
        "claims": ("c1",),
    }
    return AggregateStatement(**(plain | given))


@pytest.mark.parametrize(("low", "high"), [(5, 3), (-1, None), (None, -1)])
def test_a_total_upside_down_is_refused(low, high):
    with pytest.raises(InvertedRange):
        statement(low=low, high=high)
    with pytest.raises(InvertedRange):
        SeriesPoint("2025-03-14", low, high, "s1", "c1")


def test_a_total_that_nobody_states_is_refused():
    with pytest.raises(BadValue, match="rests on no claim"):
        statement(claims=())


def test_the_public_is_told_why_something_changed():
    with pytest.raises(BadValue, match="what changed and why"):
        Change(ChangeKind.REMOVED, "v1", " ", before="counted")


def test_the_first_release_has_no_changes_and_the_next_says_what_it_follows():
    change = Change(ChangeKind.ADDED, "v1", "a new list came in", after="counted")
    with pytest.raises(BadValue, match="cannot have changes"):
        release(changes=(change,))
    assert release(previous="2024-4", changes=(change,)).changes == (change,)
    with pytest.raises(BadValue, match="cannot follow itself"):
        release(previous="2025-1")


@pytest.mark.parametrize(
    "given",
    [{"files": {}}, {"files": {"victims.csv": "00"}}, {"log_head": "x"}, {"by": ""}],
)
def test_a_release_that_cannot_be_checked_is_refused(given):
    with pytest.raises(BadValue):
        release(**given)

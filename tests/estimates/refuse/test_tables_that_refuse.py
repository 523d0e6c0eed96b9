"""For every reason to refuse, a table that triggers it through a method."""

import pytest

from estimates.published import published
from tasjil.estimate import (
    CaptureTable,
    EstimateSettings,
    Limits,
    Watch,
    estimate,
    make_report,
)
from tasjil.model.estimate import Estimate, Method, Refusal, WhyRefused

TAKE_THREE = [
    Method.LOGLINEAR,
    Method.DGA,
    Method.LCMCR,
    Method.SPARSE,
    Method.CHAO,
    Method.COVERAGE,
]


def table(rows: dict[str, int], lists: int = 3) -> CaptureTable:
    """A table from patterns written as 110."""
    on = [[int(c) for c in pattern] for pattern in rows]
    return CaptureTable.of("abcdefgh"[:lists], on, rows.values())


BLOCKS = {"111000": 500, "000111": 500, "101010": 500} | {
    "".join("1" if j == k else "0" for j in range(6)): 30 for k in range(6)
}
"""Three kinds of people, of whom no two classes can tell."""


@pytest.mark.parametrize("method", TAKE_THREE)
def test_two_lists_are_too_few(method: Method) -> None:
    found = estimate(table({"10": 40, "01": 30, "11": 20}, 2), method)

    assert isinstance(found, Refusal)
    assert found.why is WhyRefused.TOO_FEW_LISTS


@pytest.mark.parametrize("method", TAKE_THREE)
def test_nobody_is_nobody(method: Method) -> None:
    found = estimate(CaptureTable.of("abc", [], []), method)

    assert isinstance(found, Refusal)
    assert found.why is WhyRefused.NOBODY


@pytest.mark.parametrize("method", TAKE_THREE)
def test_a_list_that_shares_nobody_is_apart(method: Method) -> None:
    rows = {"1000": 30, "0100": 20, "1100": 9, "0010": 15, "1010": 8, "0001": 40}

    found = estimate(table(rows, 4), method)

    assert isinstance(found, Refusal)
    assert found.why is WhyRefused.APART
    assert "d" in found.refused.split()


def test_a_list_apart_among_three_is_refused_too() -> None:
    found = estimate(table({"100": 30, "010": 20, "110": 9, "001": 15}), "chao")

    assert isinstance(found, Refusal)
    assert found.why is WhyRefused.APART


def test_few_shared_people_let_the_number_pile_up_at_the_cap() -> None:
    rows = {"100": 6000, "010": 6000, "001": 6000, "110": 2, "011": 2, "101": 2}

    found = estimate(table(rows), Method.DGA)

    assert isinstance(found, Refusal)
    assert found.why is WhyRefused.AT_THE_CAP


def test_half_the_delta_moves_a_small_table_beyond_its_interval() -> None:
    found = estimate(published("new_orleans5"), Method.DGA, EstimateSettings(level=0.8))

    assert isinstance(found, Refusal)
    assert found.why is WhyRefused.PRIOR_DECIDES
    assert "delta 0.25" in found.refused


def test_a_number_refused_for_its_prior_stays_in_sight_in_the_report() -> None:
    asked = EstimateSettings(methods=(Method.DGA,), level=0.8, left_out=False)

    found = make_report(published("new_orleans5"), asked)

    assert isinstance(found.outcomes[0], Refusal)
    assert [each.method for each in found.set_aside] == [Method.DGA]
    assert any(each.decides and each.to == "0.25" for each in found.varied)


def test_one_list_decides_the_number_of_kosovo() -> None:
    """Without Human Rights Watch's list 22,301 in place of 10,357."""
    asked = EstimateSettings(methods=(Method.LOGLINEAR,))

    found = make_report(published("kosovo"), asked).outcomes[0]

    assert isinstance(found, Refusal)
    assert found.why is WhyRefused.ONE_LIST_DECIDES


def test_chains_stopped_at_once_drew_too_little() -> None:
    found = estimate(published("my5"), Method.LCMCR, watch=Watch(stop=lambda: True))

    assert isinstance(found, Refusal)
    assert found.why is WhyRefused.TOO_FEW_SAMPLES


def test_a_run_stopped_within_its_chains_runs_no_further_method() -> None:
    asked = EstimateSettings(methods=(Method.LCMCR, Method.CHAO))

    found = make_report(published("my5"), asked, Watch(stop=_after(1)))

    assert found.stopped
    assert [type(each) for each in found.outcomes] == [Refusal, Refusal]
    assert "ended the run" in found.outcomes[1].refused


def test_two_classes_cannot_tell_of_three_kinds_of_people() -> None:
    asked = EstimateSettings(
        methods=(Method.LCMCR,), classes=2, priors=False, left_out=False
    )

    found = make_report(table(BLOCKS, 6), asked).outcomes[0]

    assert isinstance(found, Refusal)
    assert found.why is WhyRefused.DOES_NOT_FIT


@pytest.mark.slow
def test_a_limit_on_chains_that_none_could_meet_refuses() -> None:
    strict = EstimateSettings(limits=Limits(rhat=1.0, settled=1.01))

    found = estimate(published("my5"), Method.LCMCR, strict)

    assert isinstance(found, Refusal)
    assert found.why is WhyRefused.CHAINS_DISAGREE


def test_three_lists_are_not_for_the_estimate_from_two() -> None:
    found = estimate(published("gaza3"), Method.TWO_LISTS)

    assert isinstance(found, Refusal)
    assert found.why is WhyRefused.NOT_FOR_THIS


def test_counts_of_patterns_are_not_for_a_method_that_needs_people() -> None:
    found = estimate(published("gaza3"), Method.DOUBLY_ROBUST)

    assert isinstance(found, Refusal)
    assert found.why is WhyRefused.NOT_FOR_THIS


@pytest.mark.parametrize("name", ["kosovo", "gaza3", "my5", "new_orleans5"])
@pytest.mark.parametrize("method", ["loglinear", "dga", "sparse", "chao"])
def test_published_tables_get_numbers_by_the_published_methods(name, method) -> None:
    """Refusing where others found a number that holds would be a fault too."""
    assert isinstance(estimate(published(name), method), Estimate)


def _after(many: int):
    """Stop when asked for the time after so many."""
    asked = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > many

    return stop

"""When a table gets no number, and what the reason says."""

from dataclasses import fields

import pytest

from tasjil.errors import BadValue
from tasjil.estimate.refuse import (
    LIMITS,
    Limits,
    at_the_cap,
    before,
    chains_disagree,
    does_not_fit,
    no_maximum,
    no_upper_end,
    not_identified,
    one_list_decides,
    prior_decides,
    said,
    too_few_samples,
)
from tasjil.estimate.refuse.reason import ROOM, key
from tasjil.estimate.saying import Language, Phrases
from tasjil.estimate.saying.phrases import catalogue
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Interval, Method, WhyRefused

ASKED = Interval(1000, 1000, 900, 1100, 0.95)


def table(rows: dict[str, int], lists: int = 3) -> CaptureTable:
    """A table from patterns written as 110."""
    on = [[int(c) for c in pattern] for pattern in rows]
    return CaptureTable.of("abcdefgh"[:lists], on, rows.values())


def test_two_lists_are_refused_and_the_reason_names_what_is_needed() -> None:
    found = before(table({"10": 30, "01": 20, "11": 10}, 2))

    assert found is not None
    assert found.why is WhyRefused.TOO_FEW_LISTS
    assert "2 lists" in found.words()
    assert "another list" in found.words()


def test_a_third_list_with_nobody_on_it_does_not_make_three() -> None:
    found = before(table({"100": 30, "010": 20, "110": 10}))

    assert found is not None
    assert found.why is WhyRefused.TOO_FEW_LISTS


def test_a_table_without_people_is_refused() -> None:
    found = before(CaptureTable.of("abc", [], []))

    assert found is not None
    assert found.why is WhyRefused.NOBODY


def test_a_list_that_shares_nobody_with_others_gives_a_refusal_that_names_it() -> None:
    rows = {"1000": 30, "0100": 20, "1100": 9, "0010": 15, "1010": 8, "0001": 40}

    found = before(table(rows, 4))

    assert found is not None
    assert found.why is WhyRefused.APART
    assert found.words().startswith("d shares nobody")


def test_a_list_of_one_person_apart_does_not_refuse_a_large_table() -> None:
    """HRDAG's published tables of Caloocan and of Colombia hold such lists."""
    rows = {"1000": 90, "0100": 80, "1100": 30, "0010": 60, "1010": 25, "0001": 1}

    assert before(table(rows, 4)) is None


def test_a_small_list_apart_refuses_a_small_table() -> None:
    rows = {"1000": 9, "0100": 8, "1100": 3, "0010": 6, "1010": 5, "0001": 4}

    found = before(table(rows, 4))

    assert found is not None
    assert found.why is WhyRefused.APART


def test_an_empty_list_beside_three_others_is_to_be_left_out() -> None:
    rows = {"1000": 90, "0100": 80, "1100": 30, "0010": 60, "1010": 25}

    found = before(table(rows, 4))

    assert found is not None
    assert "Nobody is on d" in found.words()


def test_more_lists_than_a_method_takes_are_not_for_it() -> None:
    rows = {"1100": 30, "0110": 20, "0011": 9, "1001": 15}

    found = before(table(rows, 4), most_lists=3)

    assert found is not None
    assert found.why is WhyRefused.NOT_FOR_THIS


def test_three_lists_that_overlap_are_not_refused() -> None:
    assert before(table({"100": 30, "010": 20, "001": 9, "110": 5, "011": 4})) is None


def test_chains_that_disagree_are_refused_and_chains_that_agree_are_not() -> None:
    assert chains_disagree(1.04, Limits()) is None
    found = chains_disagree(1.06, Limits())
    assert found is not None
    assert found.why is WhyRefused.CHAINS_DISAGREE


def test_an_r_hat_that_is_no_number_is_no_agreement() -> None:
    found = chains_disagree(float("nan"), Limits())

    assert found is not None


def test_chains_in_two_places_are_refused_with_both_places() -> None:
    found = chains_disagree(1.001, Limits(), [20_100.4, 23_000.0])

    assert found is not None
    assert "20,100, 23,000" in found.words()


def test_chains_stopped_early_are_refused_with_how_many_samples_they_gave() -> None:
    found = too_few_samples(1200, 88.7, Limits())

    assert found is not None
    assert found.why is WhyRefused.TOO_FEW_SAMPLES
    assert "88 effective samples; 400" in found.words()
    assert too_few_samples(401, 400, Limits()) is None
    assert too_few_samples(float("nan"), 900, Limits()) is not None


def test_a_posterior_that_piles_up_at_the_cap_is_refused() -> None:
    assert at_the_cap(0.01, 1000, Limits()) is None
    found = at_the_cap(0.02, 1000, Limits())
    assert found is not None
    assert found.why is WhyRefused.AT_THE_CAP


def test_a_prior_that_moves_the_median_by_more_than_the_interval_is_refused() -> None:
    assert prior_decides(ASKED, {"delta 0.25": 1190, "delta 1": 810}, Limits()) is None

    found = prior_decides(ASKED, {"delta 0.25": 1190, "delta 1": 790}, Limits())

    assert found is not None
    assert found.why is WhyRefused.PRIOR_DECIDES
    assert "With delta 1 the median is 790 instead of 1,000" in found.words()


def test_a_list_without_which_the_median_leaps_is_refused_by_name() -> None:
    found = one_list_decides(ASKED, {"a": 1010, "b": 2000}, Limits())

    assert found is not None
    assert found.why is WhyRefused.ONE_LIST_DECIDES
    assert "Without b" in found.words()


def test_a_model_that_cannot_give_such_overlaps_is_refused() -> None:
    assert does_not_fit(0.02, Limits()) is None
    found = does_not_fit(0.0, Limits())
    assert found is not None
    assert found.why is WhyRefused.DOES_NOT_FIT


@pytest.mark.parametrize("language", Language)
def test_every_reason_is_said_in_every_language(language: Language) -> None:
    reasons = [no_maximum(), not_identified(), no_upper_end()]
    reasons += [
        each
        for each in (
            before(table({"10": 30, "01": 20, "11": 10}, 2)),
            chains_disagree(1.2, Limits()),
            chains_disagree(1.2, Limits(), [1, 2]),
            too_few_samples(3, 3, Limits()),
            at_the_cap(0.5, 9, Limits()),
            prior_decides(ASKED, {"x": 1}, Limits()),
            one_list_decides(ASKED, {"x": 1}, Limits()),
            does_not_fit(0, Limits()),
        )
        if each is not None
    ]
    assert len(reasons) == 11
    for each in reasons:
        refusal = each.refusal(Method.CHAO, table({"110": 3}))
        assert said(refusal, language) == each.words(language)
        assert "{" not in each.words(language)


def test_every_kind_of_reason_has_words_for_refusals_that_came_without() -> None:
    for language in Language:
        say = Phrases(ROOM, language)
        assert all(f"kind.{key(why)}" in say for why in (*WhyRefused, None))


def test_both_languages_have_the_same_phrases() -> None:
    english, arabic = (set(catalogue(ROOM, each)) for each in Language)

    assert english == arabic


def test_every_limit_says_what_it_is_for_and_where_it_comes_from() -> None:
    assert set(LIMITS) == {each.name for each in fields(Limits)}
    assert all(each.what and each.source for each in LIMITS.values())


def test_a_limit_that_was_set_otherwise_is_told() -> None:
    by = Limits.told(["rhat=1.1"])

    assert by.changed() == {"rhat": 1.1}
    assert chains_disagree(1.08, by) is None


@pytest.mark.parametrize("word", ["rhat", "hat=1", "rhat=much", "lists=2", "rhat=.9"])
def test_a_limit_that_cannot_be_is_refused_in_words(word: str) -> None:
    with pytest.raises(BadValue, match="expected"):
        Limits.told([word])

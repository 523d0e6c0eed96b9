"""The report as a person reads it, in both languages."""

from estimates.published import published
from tasjil.estimate import (
    EstimateSettings,
    Language,
    Limits,
    make_report,
    report_lines,
)
from tasjil.estimate.report.say import ROOM, Sayer
from tasjil.estimate.saying import Phrases
from tasjil.estimate.saying.phrases import catalogue
from tasjil.estimate.tables import FindingKind
from tasjil.model.estimate import Estimate, Method, Refusal

QUICK = EstimateSettings(methods=(Method.LOGLINEAR, Method.CHAO))


def test_both_languages_have_the_same_phrases() -> None:
    english, arabic = (set(catalogue(ROOM, each)) for each in Language)

    assert english == arabic


def test_every_method_and_every_finding_has_words_in_both_languages() -> None:
    for language in Language:
        say = Sayer(language)
        assert all(say.method(each) and say.assumes(each) for each in Method)
        words = Phrases(ROOM, language)
        keys = [f"finding.{kind.value.replace(' ', '_')}" for kind in FindingKind]
        assert [key for key in keys if key not in words] == []


def test_leaving_one_list_out_sets_an_estimate_aside_and_keeps_it_in_sight() -> None:
    """Kosovo without Human Rights Watch: 22,301 in place of 10,357."""
    found = make_report(published("kosovo"), QUICK)

    assert isinstance(found.outcomes[0], Refusal)
    assert "Without HRW" in found.outcomes[0].refused
    assert isinstance(found.set_aside[0], Estimate)
    assert round(found.set_aside[0].N.median) == 10357
    assert any("10,357" in line for line in report_lines(found))


def test_a_wider_limit_lets_the_estimate_stand_and_is_told() -> None:
    asked = EstimateSettings(methods=(Method.LOGLINEAR,), limits=Limits(list_moves=5))

    found = make_report(published("kosovo"), asked)

    assert isinstance(found.outcomes[0], Estimate)
    assert found.outcomes[0].settings["changed_limits"] == {"list_moves": 5}
    assert any("list_moves = 5 in place of 1" in each for each in report_lines(found))


def test_three_lists_have_none_to_leave_out() -> None:
    found = make_report(published("gaza3"), QUICK)

    assert found.varied == ()
    assert isinstance(found.outcomes[0], Estimate)


def test_the_warning_that_no_data_can_test_stands_in_every_language() -> None:
    found = make_report(published("gaza3"), QUICK)

    for language in Language:
        lines = report_lines(found, language)
        assert any("Aleshin-Guendel" in each for each in lines)


def test_an_arabic_report_has_no_english_sentences() -> None:
    found = make_report(published("kosovo"), QUICK)

    lines = report_lines(found, Language.AR)

    text = " ".join(lines)
    assert not any(word in text for word in (" the ", " lists", "Without", " people"))


def test_the_same_run_gives_the_same_report_but_for_its_seconds() -> None:
    one, other = (report_lines(make_report(published("my5"), QUICK)) for _ in range(2))

    assert one == other


def test_shares_and_sizes_of_the_report_are_those_of_the_table() -> None:
    """Ball et al. 2002: EXH 1,910 people; 403 of them are on ABA's list too."""
    found = make_report(published("kosovo"), QUICK)

    sizes = {each.name: each.size for each in found.lists}
    both = {(each.a, each.b): each for each in found.overlaps}

    assert sizes["EXH"] == 1910
    assert both["EXH", "ABA"].both == 403
    assert round(both["EXH", "ABA"].of_a, 3) == 0.211
    assert sum(each.people for each in found.patterns) == 4400
    assert found.coverage.once == 1131 + 936 + 845 + 306

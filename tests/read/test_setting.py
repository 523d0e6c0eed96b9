"""Harm told without a place, in a report that names one place alone."""

from collections.abc import Callable

from tasjil.model.claim import Claim

Read = Callable[..., list[Claim]]


def places(claims: list[Claim]) -> list[list[str]]:
    """The places of each claim, in words."""
    return [[where.text for where in claim.where] for claim in claims]


def test_harm_without_a_place_happened_where_the_only_place_is(
    claims_of: Read,
) -> None:
    text = "Shells fell on the village of Kesarun at noon. Three farmers were killed."
    [claim] = claims_of(text)

    assert places([claim]) == [["Kesarun"]]
    assert text[slice(*claim.spans["where"])] == "Kesarun"


def test_harm_without_a_place_has_none_where_the_report_names_two(
    claims_of: Read,
) -> None:
    text = (
        "Shells fell on the village of Kesarun and the town of Solin. "
        "Three farmers were killed."
    )
    assert places(claims_of(text)) == [[]]


def test_the_town_of_a_dateline_is_not_where_the_harm_was(claims_of: Read) -> None:
    text = "DRAVICH, 12 March - Three farmers were killed, an official said."
    assert places(claims_of(text)) == [[]]


def test_a_report_of_totals_keeps_its_figures_without_a_place(
    claims_of: Read,
) -> None:
    text = (
        "The monitor works in the town of Solin. In February it documented 120 deaths "
        "across four provinces. Six children were killed."
    )
    assert all(each == [] for each in places(claims_of(text)))


def test_a_setting_holds_in_arabic_too(claims_of: Read) -> None:
    text = "سقطت القذائف على قرية زهلون ظهر أمس. وقتل ثلاثة مزارعين."
    claims = claims_of(text, language="ar")

    assert places(claims) == [["زهلون"]]


def test_a_hospital_is_not_where_the_wounded_were_harmed(claims_of: Read) -> None:
    text = "Ambulances came to Kesarun Hospital all night. Three farmers were killed."
    assert places(claims_of(text)) == [[]]

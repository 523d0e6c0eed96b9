"""The plainest sentences of harm, and the number of people each tells of."""

from collections.abc import Callable

import pytest

from tasjil.model.claim import Claim


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("A family of five was killed in the strike.", 5, 5),
        ("A couple died when the house fell.", 2, 2),
        ("At least 13 guards were killed in an ambush near Kaddan.", 13, None),
        ("The blast claimed the lives of dozens of villagers.", 12, None),
        ("Between 10 and 12 people lost their lives.", 10, 12),
        ("The attack left 12 dead.", 12, 12),
        ("The death toll rose to 1,383 civilians since 6 March.", 1383, 1383),
    ],
)
def test_one_sentence_tells_of_so_many(
    claims_of: Callable[..., list[Claim]], text: str, low: int, high: int | None
) -> None:
    [claim] = claims_of(text)
    assert (claim.quantity.low, claim.quantity.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen threatened to kill anyone who left home.",
        "He survived an assassination attempt.",
        "The talks hit a dead end.",
        "If the dam breaks, thousands could die.",
    ],
)
def test_what_did_not_happen_is_no_claim(
    claims_of: Callable[..., list[Claim]], text: str
) -> None:
    assert claims_of(text) == []

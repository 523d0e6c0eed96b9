"""The plainest sentences of harm, and the number of people each tells of."""

from collections.abc import Callable

import pytest

from tasjil.model.claim import Claim
from tasjil.read.digest import Digest


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("A family of five was killed in the strike.", 5, 5),
        ("A couple died when the house fell.", 2, 2),
        ("At least 13 guards were killed in an ambush near Kaddan.", 13, None),
        ("The blast claimed the lives of dozens of villagers.", 12, None),
        ("On 9 February two men were shot dead in Kaddan.", 2, 2),
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


@pytest.mark.parametrize(
    "text",
    [
        "Adel Sulm and his wife Mira and their children Jan, Ruta and Sofi "
        "were killed.",
        "Adel Sulm, his wife Mira Sulm and their three children, Jan, Ruta and Sofi, "
        "were killed in the strike.",
        "Adel Sulm, 25, a farmer, was killed with his wife Mira and their children "
        "Jan, Ruta and Sofi.",
    ],
)
def test_a_family_told_by_name_is_so_many_people_and_no_more(
    digest_of: Callable[..., Digest], text: str
) -> None:
    told = digest_of(text)
    named = [name for line in told.victims for name in line.names]
    assert len(named) == 5
    assert (told.killed.low, told.killed.high) == (5, 5)

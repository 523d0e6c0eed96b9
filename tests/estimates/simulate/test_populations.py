"""Populations are drawn as their design says."""

import numpy as np
import pytest

from estimates.published import published
from tasjil.errors import BadValue
from tasjil.estimate.loglinear import LoglinearSettings, fit_loglinear
from tasjil.estimate.simulate import (
    Dependence,
    Design,
    Group,
    Relay,
    cell_chances,
    design_like,
    drawn,
)
from tasjil.estimate.simulate.cells import odds_ratio, patterns


def margins(cells):
    return cells @ patterns(len(cells).bit_length() - 1)


def test_independent_lists_have_the_products_of_their_chances():
    cells = cell_chances(Design.of(10, [0.3, 0.2, 0.1]))
    chances = np.array([0.3, 0.2, 0.1])
    naive = [np.where(p, chances, 1 - chances).prod() for p in patterns(3)]
    assert cells == pytest.approx(naive)


@pytest.mark.parametrize("spread", [0.0, 0.7, 2.0])
def test_lists_have_their_chances_whatever_else_is_asked(spread):
    design = Design.of(
        10, [0.3, 0.2, 0.1, 0.6], spread=spread, depends=["A+B=5", "C+D=0.2"]
    )
    assert margins(cell_chances(design)) == pytest.approx([0.3, 0.2, 0.1, 0.6])


def test_two_lists_that_depend_have_their_odds_ratio():
    cells = cell_chances(Design.of(10, [0.3, 0.2, 0.1], depends=["A+C=4"]))
    assert odds_ratio(cells, 0, 2) == pytest.approx(4)
    assert odds_ratio(cells, 0, 1) == pytest.approx(1)


def test_people_who_differ_make_lists_overlap_more():
    alike = cell_chances(Design.of(10, [0.2, 0.2, 0.2]))
    differing = cell_chances(Design.of(10, [0.2, 0.2, 0.2], spread=1.5))
    assert differing[7] > 3 * alike[7]
    assert differing[0] > alike[0]


def test_a_list_that_copies_another_has_a_share_of_its_people():
    design = Design.of(10, [0.3, 0.2, 0.1], relays=["A>B=0.5"])
    assert design.relays == (Relay("A", "B", 0.5),)
    cells = cell_chances(design)
    assert margins(cells)[0] == pytest.approx(0.3)
    both = cells[patterns(3)[:, 0] & patterns(3)[:, 1]].sum()
    assert both == pytest.approx(0.3 * (0.2 + 0.8 * 0.5))


def test_groups_are_mixed_by_their_shares():
    seen, unseen = Group(0.75, (0.8, 0.6)), Group(0.25, (0.1, 0.1))
    cells = cell_chances(Design(10, ("A", "B"), (seen, unseen)))
    assert cells[0] == pytest.approx(0.75 * 0.2 * 0.4 + 0.25 * 0.9 * 0.9)


def test_a_drawn_table_holds_about_the_expected_people_and_follows_its_seed():
    design = Design.of(200_000, [0.3, 0.2, 0.1], depends=["A+B=3"])
    one, same = (drawn(design, np.random.default_rng(3)) for _ in range(2))
    assert one.digest == same.digest
    assert one.sizes / 200_000 == pytest.approx([0.3, 0.2, 0.1], abs=0.005)
    unseen = cell_chances(design)[0]
    assert one.n / 200_000 == pytest.approx(1 - unseen, abs=0.005)


def test_a_design_like_a_table_draws_tables_like_it():
    table = published("kosovo")
    design = design_like(table)
    best = fit_loglinear(table, LoglinearSettings()).best
    assert design.population == round(table.n + best.hidden)
    cells = cell_chances(design) * design.population
    assert margins(cells) == pytest.approx(table.sizes, rel=1e-3)
    assert cells[1:].sum() == pytest.approx(table.n, rel=0.02)
    on = patterns(4)
    for each in design.dependences:
        i, j = table.lists.index(each.one), table.lists.index(each.other)
        both = cells[on[:, i] & on[:, j]].sum()
        assert both == pytest.approx(table.overlaps[i, j], rel=1e-3)
    assert design.dependences


def test_a_design_like_a_table_takes_another_population():
    assert design_like(published("my5"), 900).population == 900
    with pytest.raises(BadValue, match="above the 537 documented"):
        design_like(published("my5"), 500)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"depends": ["A-B"]}, r"A\+B=3"),
        ({"depends": ["A+B=x"]}, r"A\+B=3"),
        ({"depends": ["A+Z=2"]}, "expected lists among A, B, C, got Z"),
        ({"relays": ["A>B=2"]}, "a share between 0 and 1"),
        ({"spread": -1}, "spread of 0 to 5"),
        ({"names": ["A", "A", "B"]}, "names that differ"),
    ],
)
def test_a_design_that_cannot_be_says_what_was_expected(words, said):
    with pytest.raises(BadValue, match=said):
        Design.of(100, [0.3, 0.2, 0.1], **words)


def test_chances_of_nobody_or_everybody_are_refused():
    for chances in ([0.0, 0.5], [1.0, 0.5]):
        with pytest.raises(BadValue, match="between 0 and 1"):
            Design.of(100, chances)
    with pytest.raises(BadValue, match="population"):
        Design.of(0, [0.5, 0.5])
    with pytest.raises(BadValue, match="odds ratio above 0"):
        Dependence("A", "B", 0)

"""What is learned of strangers, from pairs drawn at random."""

import numpy as np
import pytest

from tasjil.link.compare.comparing import comparisons
from tasjil.link.score.learning import start
from tasjil.link.score.scoring import Patterns

COMPARED = comparisons(frozenset(("given", "father", "family")))
FIRST = "the family stands first on one"


def test_names_that_cross_by_chance_are_strangers_however_rare_that_is() -> None:
    places = [
        [level.label for level in each.levels][::-1].index(FIRST) for each in COMPARED
    ]
    levels = np.array([[0] * len(COMPARED), places], np.int8)
    drawn = Patterns(np.array(["", ""]), levels, np.array([999_980.0, 20.0]))
    _, u = start(COMPARED, drawn, 1e-4)
    given = [each.name for each in COMPARED].index("given")
    assert u[given][places[given]] == pytest.approx(2e-5, rel=0.1)

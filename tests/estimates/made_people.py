"""People of invented lists, whose being listed depends on what is known of them."""

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.tables import ToldTables

PLACES = ("north", "south", "coast")


def people(
    rng: np.random.Generator, many: int, bent: bool = False, missing: float = 0.0
) -> ToldTables:
    """Draw people with an age and a place; two lists look for the same ones.

    Given both, the lists are independent; on the whole they are not.

    Args:
        many: People in all; those on no list are left out.
        bent: The middle of life is listed least: no straight line fits.
        missing: The share of ages that are not known, whoever it is.
    """
    age, place = rng.uniform(-1.7, 1.7, many), rng.integers(0, 3, many)
    pull = np.abs(age) - 0.5 if bent else age
    first = _chance(-0.3 + 0.8 * pull + 0.5 * (place == 1))
    second = _chance(-0.2 + 0.7 * pull - 0.6 * (place == 2))
    on = rng.random((many, 2)) < np.stack([first, second], 1)
    seen = on.any(1)
    years = [f"{40 + 20 * each:.0f}" for each in age[seen]]
    unknown = rng.random(len(years)) < missing
    known = [
        (None if lost else year, PLACES[at])
        for year, lost, at in zip(years, unknown, place[seen], strict=True)
    ]
    return ToldTables.of_people(("a", "b"), on[seen], ("age", "place"), known)


def _chance(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-odds)))

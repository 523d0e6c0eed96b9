"""The model as a file, and probabilities set right by clean lists."""

import numpy as np
import pytest

from tasjil.errors import BadValue
from tasjil.link.score.calibration import (
    Weighed,
    calibrate,
    damped,
    matches_expected,
    reliability,
)
from tasjil.link.score.model import LevelWeight, Model

PRIOR = 1e-4
ACROSS, WITHIN = 4_000_000, 2_000_000


def a_world(seed: int) -> tuple[Weighed, np.ndarray]:
    """Pairs of two clean lists whose bits are as sure as they say."""
    chance = np.random.default_rng(seed)
    matches = int(PRIOR * ACROSS)
    true = chance.normal(18, 6, matches)
    false = chance.normal(-18, 6, ACROSS)
    within = chance.normal(-18, 6, WITHIN)
    # Two normals 36 apart with variance 36: each unit is worth one nat.
    bits = np.concatenate([true, false, within]) / np.log(2)
    scale = np.concatenate(
        [np.zeros(matches + ACROSS), np.full(WITHIN, ACROSS / WITHIN)]
    )
    one = np.arange(len(bits)) < matches
    kept = bits > 2
    kind = np.zeros(int(kept.sum()), np.int8)
    return Weighed(bits[kept], kind, scale[kept]), one[kept]


def test_what_is_said_of_pairs_is_about_as_often_so() -> None:
    weighed, one = a_world(1948)
    map = calibrate(weighed, PRIOR, 1)
    across = weighed.within == 0
    said = map.probability(weighed.bits, weighed.kind)
    assert map.fitted
    for low, high in ((0.0, 0.3), (0.3, 0.7), (0.7, 1.01)):
        here = across & (said >= low) & (said < high)
        assert said[here].mean() == pytest.approx(one[here].mean(), abs=0.12)


def test_the_reliability_is_shown_without_anybody_telling_the_truth() -> None:
    weighed, _ = a_world(7)
    shown = reliability(weighed, calibrate(weighed, PRIOR, 1))
    assert shown.said[-1] == pytest.approx(shown.shown[-1], abs=0.05)


def test_where_no_list_is_clean_weights_are_damped_and_it_is_said() -> None:
    weighed, _ = a_world(3)
    nobody = Weighed(weighed.bits, weighed.kind, np.full(len(weighed.bits), np.nan))
    assert calibrate(nobody, PRIOR, 1) == damped(PRIOR, 1)
    assert not damped(PRIOR, 1).fitted


def test_how_many_are_of_one_person_is_found_from_their_evidence() -> None:
    weighed, _ = a_world(5)
    found = matches_expected(weighed.bits[weighed.within == 0], ACROSS, 10.0)
    assert found == pytest.approx(PRIOR * ACROSS, rel=0.15)


def test_a_model_is_written_and_read_again() -> None:
    level = LevelWeight("the same sex", 0.99, 0.5, 40.0)
    model = Model({"sex": (level,)}, 12.0, 60, 1, True, ("compared: sex",))
    assert Model.from_json(model.to_json()) == model


@pytest.mark.parametrize("text", ["", "[]", '{"form": 0}', '{"form": 1}'])
def test_a_file_that_is_no_model_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="saved model"):
        Model.from_json(text)

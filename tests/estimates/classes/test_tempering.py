"""A ladder reaches modes that a chain alone stays out of."""

import numpy as np
import pytest

from estimates.published import published
from tasjil.errors import BadValue
from tasjil.estimate.classes.chain import advance, even, settle, start
from tasjil.estimate.classes.settings import LcmcrSettings
from tasjil.estimate.classes.tempering import even_ladder, even_out


def test_rungs_are_moved_to_where_exchanges_are_refused() -> None:
    heats = even_ladder(5, 0.1)
    offered = np.full(5, 100.0)
    taken = np.array([90.0, 90.0, 10.0, 90.0, 0.0])
    evened = even_out(heats, np.array([offered, taken]))
    assert (evened[0], evened[-1]) == (1.0, pytest.approx(0.1))
    assert (np.diff(evened) < 0).all()
    # the pair that seldom exchanges had rungs 2 and 3; both neighbours come nearer
    assert evened[1] < heats[1]
    assert evened[3] > heats[3]


def test_walkers_go_up_and_down_the_ladder() -> None:
    table = published("ph_caloocan_unidentified")
    settings = LcmcrSettings(classes=5, rungs=4, hottest=0.4)
    chain = start(table, settings, np.random.SeedSequence(1))
    chain = even(advance(chain, table, settings, 300)[0])
    chain, _ = advance(settle(chain), table, settings, 600)
    assert chain.round_trips > 2


@pytest.mark.slow
def test_two_modes_of_which_a_lone_chain_sees_one_are_both_seen_on_a_ladder() -> None:
    # lone chains settle near 737 or near 752, by seed, each with thousands of
    # effective draws; elsewhere converged chains give 738
    table, found = published("ph_caloocan_unidentified"), []
    settings = LcmcrSettings(classes=5, rungs=5, hottest=0.4)
    for k, seed in enumerate(np.random.SeedSequence(9).spawn(4)):
        chain = start(table, settings, seed, k)
        for _ in range(4):
            chain = even(advance(chain, table, settings, 1000)[0])
        chain, draws = advance(settle(chain), table, settings, 10_000)
        assert chain.round_trips > 20
        found.append(draws.N.mean())
    assert found == pytest.approx([738] * 4, rel=0.01)


@pytest.mark.parametrize(
    "wrong",
    [{"classes": 1}, {"a": 0.0}, {"no": 0.1}, {"decay": 3.0}, {"chains": 1}]
    + [{"hottest": 1.0}, {"level": 0.0}],
)
def test_a_choice_that_no_chain_could_run_with_is_refused(wrong: dict) -> None:
    with pytest.raises(BadValue, match="expected"):
        LcmcrSettings(**wrong)

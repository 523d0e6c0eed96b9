"""A prior that outweighs a short table of many lists gives no number."""

import pytest

from estimates.published import published
from tasjil.estimate.graphs import DgaSettings, fit_dga
from tasjil.estimate.refuse import Limits
from tasjil.model.estimate import Estimate, Refusal, WhyRefused


@pytest.mark.parametrize("name", ["ph_manila_unidentified"])
def test_half_a_person_a_cell_on_seven_lists_hides_that_the_prior_decides(name):
    """252 [245-266] is said with certainty; the literature's deltas say 433."""
    table = published(name)
    told = fit_dga(table, DgaSettings(delta=0.5)).outcome(table)
    assert isinstance(told, Refusal)
    assert told.why is WhyRefused.PRIOR_DECIDES


def test_the_limit_can_be_set_otherwise():
    table = published("ph_manila_unidentified")
    fit = fit_dga(table, DgaSettings(delta=0.5))
    assert isinstance(fit.outcome(table, Limits(prior_weight=5)), Estimate)


@pytest.mark.parametrize("name", ["kosovo", "my5", "gaza3"])
def test_a_prior_of_few_people_beside_many_refuses_nothing(name):
    table = published(name)
    assert isinstance(fit_dga(table).outcome(table), Estimate)

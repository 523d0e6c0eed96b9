"""Log-linear models give the numbers that other software and studies give."""

import json

import pytest

from estimates.published import published
from tasjil.estimate.loglinear import (
    Criterion,
    LoglinearFit,
    LoglinearSettings,
    Profile,
    fit_loglinear,
)
from tasjil.model.estimate import Estimate


@pytest.fixture(scope="module")
def kosovo() -> LoglinearFit:
    return fit_loglinear(published("kosovo"))


def of(fitted: LoglinearFit, formula: str) -> float:
    found = [each for each in fitted.trials if each.model.formula == formula]
    return found[0].hidden


def test_kosovo_by_bic(kosovo: LoglinearFit) -> None:
    # Ball, Betts, Scheuren, Dudukovic & Asher 2002 (ABA/AAAS): 10,356 from these lists;
    # model, se and deviance by R's glm, interval by Rcapture's closedpCI.t.
    best = kosovo.best
    assert best is not None
    assert best.model.formula == "[123,14,34]"
    assert 4400 + best.hidden == pytest.approx(10_356.5, abs=0.5)
    assert best.se == pytest.approx(785.9, abs=0.05)
    assert (best.deviance, best.free) == (pytest.approx(9.323, abs=5e-4), 4)
    assert kosovo.low == pytest.approx(8_994, rel=0.002)
    assert kosovo.high == pytest.approx(12_110, rel=0.002)


def test_kosovo_with_the_poisson_profile() -> None:
    settings = LoglinearSettings(profile=Profile.POISSON)
    fitted = fit_loglinear(published("kosovo"), settings)
    assert (fitted.low, fitted.high) == pytest.approx((9_012, 12_138), abs=0.5)


def test_kosovo_without_and_with_all_dependence(kosovo: LoglinearFit) -> None:
    assert 4400 + of(kosovo, "[1,2,3,4]") == pytest.approx(7_395, abs=0.5)
    full = "[123,124,134,234]"
    assert 4400 + of(kosovo, full) == pytest.approx(16_941.9, abs=0.05)


def test_the_estimate_is_the_best_model_with_its_profile(kosovo: LoglinearFit) -> None:
    told = kosovo.outcome(published("kosovo"))
    assert isinstance(told, Estimate)
    assert told.N.mean == told.N.median == pytest.approx(10_356.5, abs=0.5)
    assert (told.N.low, told.N.high) == (kosovo.low, kosovo.high)
    assert len(told.diagnostics["models"]) == 113
    assert sum(each["bic_weight"] for each in told.diagnostics["models"]) == (
        pytest.approx(1)
    )
    assert json.loads(json.dumps(told.diagnostics)) == told.diagnostics
    assert json.loads(json.dumps(told.settings)) == told.settings


def test_gaza_all_ages_together() -> None:
    # Jamaluddine et al. 2025 (Lancet 405, 469-477), its three lists unstratified: the
    # saturated model, and the average by AIC whose limits are the weighted means of
    # each model's own log-normal limits.
    fitted = fit_loglinear(published("gaza"))
    assert 29_271 + of(fitted, "[12,13,23]") == pytest.approx(64_696.1, abs=0.05)
    found = (fitted.averages or {})["aic"]
    assert found.mean == pytest.approx(64_741, rel=1e-4)
    assert found.limits == pytest.approx((58_386, 72_487), abs=0.5)
    assert found.profile == pytest.approx(found.limits, rel=0.005)


def test_the_netherlands_lists_as_if_independent() -> None:
    # Silverman 2020, six lists of 2010-2015; Chan, Silverman & Vincent 2021.
    six = published("netherlands6")
    found = fit_loglinear(six, LoglinearSettings(models=("[1,2,3,4,5,6]",)))
    assert found.best is not None
    assert six.n + found.best.hidden == pytest.approx(52_823, abs=0.5)


def test_aic_may_choose_another_model_than_bic() -> None:
    told = fit_loglinear(
        published("kosovo"), LoglinearSettings(criterion=Criterion.AIC)
    )
    assert told.best is not None
    assert told.best.model.formula != "[123,14,34]"
    assert told.best.aic == min(each.aic for each in told.trials)


def test_only_the_models_that_are_asked_for_are_tried() -> None:
    asked = LoglinearSettings(models=("[12,3]", "[13,2]"))
    fitted = fit_loglinear(published("gaza"), asked)
    assert {each.model.formula for each in fitted.trials} == set(asked.models)
    assert fitted.searched == "given"

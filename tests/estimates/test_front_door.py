"""The library's front door: light to load, one way in for every method."""

import json
import subprocess
import sys

import pytest

import tasjil.estimate
from estimates.published import published
from tasjil.errors import BadValue
from tasjil.estimate import (
    CaptureTable,
    EstimateSettings,
    Limits,
    Watch,
    estimate,
    estimate_all,
)
from tasjil.estimate.methods import DOORS
from tasjil.model.estimate import Estimate, Method, Refusal, WhyRefused
from tasjil.model.json import from_json, to_json

LOADED = """
import sys, json
import tasjil.estimate
tasjil.estimate.CaptureTable, tasjil.estimate.estimate, tasjil.estimate.Report
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


def test_the_library_loads_without_what_computes() -> None:
    run = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )

    loaded = set(json.loads(run.stdout))

    assert "tasjil" in loaded
    assert not loaded & {"numba", "scipy", "highspy", "llvmlite", "django", "pandas"}


def test_the_library_loads_in_half_a_second_of_work() -> None:
    clock = "import time; a = time.process_time(); import tasjil.estimate; "
    clock += "print(time.process_time() - a)"

    took = min(
        float(
            subprocess.run(
                [sys.executable, "-c", clock],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
        for _ in range(3)
    )

    assert took < 0.5


def test_every_name_that_is_promised_is_there() -> None:
    for name in tasjil.estimate.__all__:
        assert getattr(tasjil.estimate, name) is not None
    assert set(tasjil.estimate._WHERE) == set(tasjil.estimate.__all__)


def test_a_name_that_is_not_there_is_an_ordinary_error() -> None:
    with pytest.raises(AttributeError, match="no_such"):
        tasjil.estimate.no_such  # noqa: B018


@pytest.mark.parametrize("method", [each for each in Method if each is not Method.DGA])
def test_two_lists_get_a_refusal_or_the_labelled_two_list_figure(
    method: Method,
) -> None:
    table = CaptureTable.of("ab", [(1, 0), (0, 1), (1, 1)], [40, 30, 20])

    found = estimate(table, method)

    if method is Method.TWO_LISTS and method in DOORS:
        assert isinstance(found, Estimate)
    else:
        assert isinstance(found, Refusal)
        assert found.why in (WhyRefused.TOO_FEW_LISTS, WhyRefused.NOT_FOR_THIS)


def test_a_method_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(BadValue, match="loglinear, dga"):
        estimate(published("kosovo"), "guess")


def test_a_changed_limit_stands_in_the_settings_of_the_outcome() -> None:
    settings = EstimateSettings(limits=Limits(rhat=1.1))

    found = estimate(published("kosovo"), "loglinear", settings)

    assert found.settings["changed_limits"] == {"rhat": 1.1}


def test_settings_go_to_json_and_back() -> None:
    asked = EstimateSettings(
        methods=(Method.DGA, Method.CHAO), by=("sex",), limits=Limits(ess=100)
    )

    again = from_json(json.loads(json.dumps(to_json(asked))), EstimateSettings)

    assert again == asked


def test_an_interrupt_keeps_the_methods_that_are_done() -> None:
    told = []

    def interrupt(step) -> None:
        told.append(step)
        if step.method is Method.SPARSE and step.done:
            raise KeyboardInterrupt

    asked = EstimateSettings(methods=(Method.LOGLINEAR, Method.SPARSE, Method.CHAO))

    found = estimate_all(published("kosovo"), asked, Watch(interrupt))

    assert [type(each) for each in found] == [Estimate, Refusal, Refusal]
    assert found[1].why is WhyRefused.TOO_FEW_SAMPLES
    assert "ended the run" in found[1].refused


def test_no_limit_can_be_set_so_that_fewer_chains_run() -> None:
    with pytest.raises(BadValue, match="4 chains or more"):
        EstimateSettings(chains=2)

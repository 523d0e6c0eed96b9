"""Many tables run on all cores, give what one core gives, and stop when asked."""

import os
import signal
import time
from collections import Counter

import numpy as np
import pytest

from estimates.made_estimators import broken, chapman, dies_elsewhere, posterior, slowly
from tasjil.errors import BadValue
from tasjil.estimate.strata import StrataSettings, Task, many, run_many, stratified
from tasjil.estimate.tables import CaptureTable, read_table
from tasjil.model.estimate import Refusal


def tasks(number: int) -> list[Task]:
    rng = np.random.default_rng(2)
    rows = [(1, 0), (0, 1), (1, 1)]
    return [
        Task(CaptureTable.of("ab", rows, rng.integers(5, 90, 3).tolist()), nth)
        for nth in range(number)
    ]


def test_two_cores_give_what_one_gives():
    some = tasks(40)
    seen = []
    one = run_many(some, posterior, cores=1)
    two = run_many(some, posterior, 2, lambda done, of: seen.append((done, of)))
    assert not two.stopped
    assert seen[-1] == (40, 40)
    for a, b in zip(one.found, two.found, strict=True):
        assert a is not None
        assert b is not None
        assert a.outcome == b.outcome
        assert np.array_equal(a.draws, b.draws)


@pytest.mark.parametrize("cores", [1, 2])
def test_what_is_done_is_kept_when_stopped(cores):
    done = []
    found = run_many(
        tasks(400),
        chapman,
        cores,
        lambda at, of: done.append(at),
        lambda: len(done) >= 30,
    )
    kept = [each for each in found.found if each is not None]
    assert found.stopped
    assert len(kept) == 30
    assert len(found.found) == 400


def test_an_interrupt_keeps_what_is_done():
    def interrupt(done: int, of: int) -> None:
        if done == 7:
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.05)

    found = run_many(tasks(60), chapman, 1, interrupt)
    assert found.stopped
    assert sum(each is not None for each in found.found) == 7


def test_stopped_strata_have_no_sum_and_those_done_are_kept():
    rows = "".join(
        f"1,0,{p},{30 + p}\n0,1,{p},{20 + p}\n1,1,{p},{5 + p}\n" for p in range(30)
    )
    seen: list[int] = []
    found = stratified(
        read_table("a,b,place,count\n" + rows),
        ["place"],
        chapman,
        StrataSettings(cores=1),
        progress=lambda done, of: seen.append(done),
        stop=lambda: len(seen) >= 12,
    )
    assert found.stopped
    assert len(found.strata) == 11
    assert isinstance(found.total, Refusal)
    assert "11 of 30 strata" in found.total.refused
    assert not isinstance(found.uncut, Refusal)


@pytest.mark.slow
def test_both_cores_take_their_share():
    """Time on a busy machine says nothing; benchmarks/estimate_strata.py measures."""
    found = run_many(tasks(40), slowly, 2).found
    workers = Counter(each.outcome.diagnostics["process"] for each in found if each)
    assert len(workers) == 2
    assert min(workers.values()) >= 8
    assert os.getpid() not in workers


def test_a_method_that_breaks_says_so_and_is_not_passed_over():
    for cores in (1, 2):
        with pytest.raises(BadValue, match="expected a sound table"):
            run_many(tasks(40), broken, cores)


def test_a_process_that_is_killed_leaves_the_rest_to_this_one():
    found = run_many(tasks(40), dies_elsewhere, 2)
    assert not found.stopped
    assert all(found.found)


def test_what_takes_long_goes_on_all_cores_by_itself(monkeypatch):
    monkeypatch.setattr(many, "LOOK_AFTER", 0.01)
    monkeypatch.setattr(many, "WORTH_PROCESSES", 0.02)
    monkeypatch.setattr(many, "_cores", lambda: 2)
    found = run_many(tasks(24), slowly).found
    workers = [each.outcome.diagnostics["process"] for each in found if each]
    assert workers[0] == os.getpid()
    assert set(workers[1:]) - {os.getpid()}
    assert all(found)

"""Many strata estimated on one core and on all: how near to linear the gain is.

A population of invented people in 1,000 places is listed by four lists that reach each
place unlike. Every place is estimated by log-linear models (all 113 of four lists), on
one core and then on all, from the same seeds; the numbers must be the same.

    benchmarks/estimate_strata.py [--strata 1000] [--cores 2] [--method loglinear]

Seconds are of the clock: run it while nothing else runs. Seconds of the processors are
printed beside them; where a busy machine stretches the clock, their sum still tells
what processes cost above one core: what they start, load and send.
"""

import argparse
import json
import os
import resource
import sys
import time
from dataclasses import dataclass
from functools import partial

import numpy as np

from tasjil.estimate.pooled import infer
from tasjil.estimate.settings import EstimateSettings
from tasjil.estimate.strata import Ran, Task, run_many, strata_of
from tasjil.estimate.tables import ToldTables
from tasjil.model.estimate import Estimate, Method

LISTS = ("ministry", "monitor", "clinics", "families")
PEOPLE = 120
WARM = 32


@dataclass(frozen=True, slots=True)
class Run:
    """What running all strata took.

    Attributes:
        seconds: Of the clock.
        busy: Of the processors.
    """

    cores: int
    seconds: float
    busy: float


def population(strata: int, seed: int = 7) -> ToldTables:
    """Draw people of many places, each list reaching each place as it happens."""
    rng = np.random.default_rng(seed)
    rows, places = [], []
    for place in range(strata):
        reached = rng.uniform(0.25, 0.65, len(LISTS))
        on = rng.random((PEOPLE, len(LISTS))) < reached
        seen = on[on.any(1)]
        rows.append(seen)
        places += [(f"place {place}",)] * len(seen)
    return ToldTables.of_people(LISTS, np.concatenate(rows), ("place",), places)


def measured(tasks: list[Task], method: Method, cores: int) -> tuple[Run, Ran]:
    def show(done: int, of: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{cores} cores: {done} of {of}", end="", file=sys.stderr)

    estimator = partial(infer, method, EstimateSettings(quick=True))
    began, busy = time.perf_counter(), processor_seconds()
    ran = run_many(tasks, estimator, cores, show)
    took = Run(cores, time.perf_counter() - began, processor_seconds() - busy)
    return took, ran


def processor_seconds() -> float:
    used = [
        resource.getrusage(who)
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    return sum(each.ru_utime + each.ru_stime for each in used)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--strata", type=int, default=1000)
    parser.add_argument("--cores", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--method", default="loglinear")
    asked = parser.parse_args()
    told = population(asked.strata)
    method = Method(asked.method)
    tasks = [
        Task(each.table, nth) for nth, each in enumerate(strata_of(told, ["place"]))
    ]
    measured(tasks[:WARM], method, 1)
    one, alone = measured(tasks, method, 1)
    many, shared = measured(tasks, method, asked.cores)
    same = [a and a.outcome for a in alone.found] == [
        b and b.outcome for b in shared.found
    ]
    report(one, many, len(tasks), same)
    found = [part.outcome for part in alone.found if part is not None]
    given = [each for each in found if isinstance(each, Estimate)]
    held = np.mean([each.N.low <= PEOPLE <= each.N.high for each in given])
    print(
        f"{len(given)} of {len(found)} strata gave a number; {held:.1%} of the "
        f"intervals hold the {PEOPLE} people there were"
    )
    if not same:
        sys.exit("one core and several gave different numbers")


def report(one: Run, many: Run, strata: int, same: bool) -> None:
    print(f"{strata} strata: cores, seconds of the clock, of the processors, a stratum")
    for run in (one, many):
        each = run.seconds / strata * 1000
        print(f"{run.cores:>6} {run.seconds:>9.1f} {run.busy:>9.1f} {each:>8.1f} ms")
    ratio = one.seconds / many.seconds
    print(f"gain {ratio:.2f} on {many.cores} cores; same numbers: {same}")
    told = {"one": one.seconds, "many": many.seconds, "cores": many.cores}
    print(json.dumps({**told, "gain": ratio, "processors": [one.busy, many.busy]}))


if __name__ == "__main__":
    main()

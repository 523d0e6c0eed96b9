"""Measurements of single estimates, each in a process of its own, in plain numbers.

    python measured.py NAME [JSON of arguments]      prints one JSON object

Seconds are of the processor, so that a busy machine measures nearly the same. A small
table is estimated first, so that neither imports nor compiling are in the figures.
"""

import json
import sys
from pathlib import Path
from time import process_time

import numpy as np

from tasjil.estimate.tables import CaptureTable, read_table

PUBLISHED = Path(__file__).parents[2] / "tests" / "estimates" / "tables" / "published"
SMALL = CaptureTable.of(
    "abc",
    [[k >> j & 1 for j in range(3)] for k in range(1, 8)],
    [60, 50, 20, 40, 15, 12, 18],
)


def published(name: str) -> CaptureTable:
    (found,) = PUBLISHED.glob(f"{name}*.csv")
    return read_table(found).table


def lcmcr(name: str, classes: int, samples: int) -> dict[str, object]:
    """Draw until there are so many effective samples; tell what they cost."""
    from tasjil.estimate import LcmcrSettings, fit_lcmcr
    from tasjil.estimate.classes.progress import Progress
    from tasjil.estimate.classes.stage import Stage

    fit_lcmcr(SMALL, LcmcrSettings(ess=400, most_sweeps=2_000, spare_rungs=1))
    spent: dict[str, float] = {}
    clock = [0.0]

    def told(progress: Progress) -> None:
        stage, now = progress.stage.value, process_time()
        if stage == Stage.WARM.value:
            spent.pop(Stage.DRAW.value, None)
        spent[stage] = spent.get(stage, 0.0) + now - clock[0]
        clock[0] = now

    table = published(name)
    settings = LcmcrSettings(classes=classes, ess=samples, precision=1.0)
    began = clock[0] = process_time()
    fit = fit_lcmcr(table, settings, told)
    ended = process_time()
    said = fit.outcome(table).diagnostics
    keys = ("ess", "rhat", "sampler", "rungs", "sweeps", "without_ladder")
    return {
        "mean": float(fit.draws.mean()),
        "seconds": ended - began,
        "drawing": spent.get(Stage.DRAW.value, ended - began),
        "stages": spent,
        **{key: said.get(key) for key in keys},
    }


def dga(name: str) -> dict[str, object]:
    """Average over all graphs, the other deltas left out as R leaves them out."""
    from tasjil.estimate import DgaSettings, fit_dga

    table = published(name)
    fit_dga(SMALL, DgaSettings(sensitivity=False))
    began = process_time()
    fit = fit_dga(table, DgaSettings(sensitivity=False))
    found = fit.outcome(table)
    return {
        "seconds": process_time() - began,
        "mean": found.N.mean if found.refused is None else None,
    }


def growth(method: str, lists: int, times: int, classes: int) -> dict[str, object]:
    """Estimate an invented population by one method, quickly: with few draws."""
    from tasjil.estimate import EstimateSettings, estimate
    from tasjil.model.estimate import Method

    by = EstimateSettings(classes=classes, quick=True, priors=False, left_out=False)
    estimate(SMALL, Method(method), by)
    table = invented(lists, 1_000 * times)
    began = process_time()
    found = estimate(table, Method(method), by)
    return {
        "seconds": process_time() - began,
        "patterns": len(table.counts),
        "n": table.n,
        "refused": None if found.refused is None else found.refused.value,
    }


def invented(lists: int, people: int) -> CaptureTable:
    """Two kinds of people, of whom one is seen more by every list."""
    chance = np.random.default_rng(lists)
    seen = chance.uniform(0.1, 0.5, (2, lists)) * min(1.0, 6 / lists)
    kind = (chance.random(people) < 0.4).astype(int)
    on = chance.random((people, lists)) < seen[kind]
    patterns, counts = np.unique(on[on.any(1)], axis=0, return_counts=True)
    return CaptureTable.of([f"list{j + 1}" for j in range(lists)], patterns, counts)


MEASURES = {"lcmcr": lcmcr, "dga": dga, "growth": growth}

if __name__ == "__main__":
    asked = json.loads(sys.argv[2]) if len(sys.argv) > 2 else {}
    print(json.dumps(MEASURES[sys.argv[1]](**asked)))

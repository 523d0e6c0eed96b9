"""Whether draws hold the truth, and probabilities are as good as they say.

    python benchmarks/draws.py FOLDER... [--draws 60]

A FOLDER holds lists (.csv) and truth.csv (list,id,person), as made_lists/generate.py
writes them. For each it prints the share of cells of the overlap table whose 90 %
interval over draws holds the truth, how wide the intervals are beside the cell, and the
expected calibration error: how far the share of true pairs is from what was said.
"""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from reviewing import read

from tasjil.link.linking import Linked, link_records
from tasjil.link.persons import (
    DrawSettings,
    Unseen,
    Wobble,
    draw,
    marks_of,
    overlap_ranges,
    overlaps,
)
from tasjil.model.particulars import Particulars

EDGES = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.99)
"""Bounds of the bins in which what was said is set beside what is true."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs of about one probability.

    Attributes:
        said: Their mean probability.
        true: The share of them that is one person.
        pairs: How many.
    """

    said: float
    true: float
    pairs: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the table of overlaps."""

    true: int
    low: float
    high: float

    @property
    def held(self) -> bool:
        """Whether the interval holds the truth."""
        return self.low <= self.true <= self.high


def cells(
    records: Sequence[Particulars],
    linked: Linked,
    truth: Mapping[str, str],
    draws: int = 60,
) -> list[Cell]:
    """Set the 90 % interval of each cell beside the truth."""
    clean = sorted(name for name, is_clean in linked.clean.items() if is_clean)
    marks = marks_of(records, {}, clean)
    settings = DrawSettings(draws, 1, Wobble.of(linked.calibration.unsure))
    unseen = Unseen.of(records)
    tables = [
        overlaps(labels, marks.lists, marks.names)
        for labels in draw(linked.pairs, marks, None, unseen, settings)
    ]
    true = overlaps(_persons(records, truth), marks.lists, marks.names)
    counts = {each.on: each.count for each in true}
    ranges = {each.on: (each.low, each.high) for each in overlap_ranges(tables)}
    return [
        Cell(counts.get(on, 0), *ranges.get(on, (0.0, 0.0)))
        for on in sorted(counts | ranges)
    ]


def bins(linked: Linked, truth: Mapping[str, str]) -> list[Bin]:
    """Set what was said of pairs beside what is true, by probability."""
    who = [truth[each] for each in linked.records]
    ends = zip(linked.pairs.left.tolist(), linked.pairs.right.tolist(), strict=True)
    true = np.array([who[left] == who[right] for left, right in ends], bool)
    said = linked.pairs.probability
    place = np.digitize(said, EDGES)
    return [
        Bin(float(said[here].mean()), float(true[here].mean()), int(here.sum()))
        for here in (place == nth for nth in range(len(EDGES) + 1))
        if here.any()
    ]


def calibration_error(found: Sequence[Bin]) -> float:
    """Give the mean distance of said and true over all pairs."""
    off = sum(each.pairs * abs(each.said - each.true) for each in found)
    return off / max(sum(each.pairs for each in found), 1)


def _persons(records: Sequence[Particulars], truth: Mapping[str, str]) -> np.ndarray:
    who = [truth[each.record] for each in records]
    return np.unique(who, return_inverse=True)[1].astype(np.int32)


def main() -> None:
    """Read the command line and print a line for each folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--draws", type=int, default=60)
    given = parser.parse_args()
    every: Counter[bool] = Counter()
    for folder in given.folders:
        records, truth = read(folder)
        linked = link_records(records)
        said = bins(linked, truth)
        found = cells(records, linked, truth, given.draws)
        held = [each.held for each in found]
        width = np.median([(c.high - c.low) / max(c.true, 1) for c in found])
        every.update(held)
        print(
            f"{folder.name}: {sum(held)} of {len(held)} cells held, width "
            f"{100 * width:.0f} % of the cell; calibration error "
            f"{100 * calibration_error(said):.2f} %"
        )
        for each in said:
            print(f"    said {each.said:.3f}  true {each.true:.3f}  pairs {each.pairs}")
    print(f"held in all: {100 * every[True] / max(every.total(), 1):.0f} %")


if __name__ == "__main__":
    main()

"""How often intervals hold the truth, over populations that are drawn.

python benchmarks/intervals.py [RUNS] [METHOD ...]
"""

import sys
from collections.abc import Mapping

from tasjil.estimate.simulate import Design, Group, header, row, simulate

POPULATION = 2_000
CHANCES = (0.35, 0.30, 0.25, 0.20)
LISTS = ("A", "B", "C", "D")
EASY, HARD = Group(0.6, (0.5, 0.45, 0.4, 0.3)), Group(0.4, (0.1, 0.1, 0.15, 0.1))

WELL: Mapping[str, Design] = {
    "independent lists": Design.of(POPULATION, CHANCES),
    "two lists depend (odds ratio 4)": Design.of(
        POPULATION, CHANCES, depends=["A+B=4"]
    ),
    "two kinds of people": Design(POPULATION, LISTS, (EASY, HARD)),
}
"""Designs that are a model of loglinear and dga, and (first and last) of lcmcr."""

ILL: Mapping[str, Design] = {
    "people differ (sd 1)": Design.of(POPULATION, CHANCES, spread=1.0),
    "a list copies 40 % of another": Design.of(POPULATION, CHANCES, relays=["A>B=0.4"]),
    "lists shun each other (odds ratio 0.3)": Design.of(
        POPULATION, CHANCES, depends=["A+B=0.3", "A+C=0.3", "B+C=0.3"]
    ),
    "a third hardly reached": Design(
        POPULATION,
        LISTS,
        (Group(2 / 3, CHANCES), Group(1 / 3, (0.01, 0.01, 0.01, 0.01))),
    ),
}
"""Worlds that no model here is right in."""


def main(runs: int, methods: list[str]) -> None:
    print(" | ".join(["design", *header()]))
    for name, design in {**WELL, **ILL}.items():
        study = simulate(design, methods, runs)
        for each in study.methods:
            print(" | ".join([name, *row(each)]), flush=True)


if __name__ == "__main__":
    asked = sys.argv[2:] or ["loglinear", "dga", "chao"]
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500, asked)

"""Scores linked lists against their truth, and says what kind of noise the losses had.

    score.py truth.csv clusters.jsonl [--noise noise.csv] [--json]

A cluster line is {"record": "list:n", "person": "..."}; a record that no line names
stands alone. Pairs are counted without writing them out; the losses are told from a
sample of whole persons, so that a million records take seconds.
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

from making.scoring import (
    BLIND,
    UNGIVEN,
    b_cubed,
    by_lists,
    false_pairs,
    list_of,
    losses,
    overlap_error,
    pair_rates,
    read_clusters,
    read_noise,
    read_truth,
    report,
    upper_bound,
)


def show(truth: Mapping[str, str], said: Mapping[str, str], path: Path | None) -> None:
    """Print the figures for people."""
    print("pairs  ", pair_rates(truth, said))
    print("b-cubed", b_cubed(truth, said))
    print(f"overlap error {100 * overlap_error(truth, said):.2f} %")
    for pair, rates in by_lists(truth, said, {r: list_of(r) for r in truth}).items():
        print(f"  {pair:26} {rates}")
    if path is None:
        return
    noise = read_noise(path)
    for pair, rates in by_lists(truth, said, noise.scripts).items():
        print(f"  {pair:26} {rates}")
    nobody, ungiven = (upper_bound(truth, noise.kinds, b) for b in (BLIND, UNGIVEN))
    print(f"true pairs with a record that names nobody {100 * nobody:.2f} %")
    print(f"true pairs with a record without the given name {100 * ungiven:.2f} %")
    print(f"{'kind of noise':24}{'pairs':>8}{'missed':>8}{'share':>8}")
    for kind, number, missed in losses(truth, said, noise.kinds):
        print(f"{kind:24}{number:8,}{missed:8,}{100 * missed / number:7.1f}%")
    print("two people taken for one")
    for kind, number in false_pairs(truth, said, noise):
        print(f"{kind:48}{number:8,}")


def main() -> None:
    """Read the command line and score."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("truth", type=Path)
    parser.add_argument("clusters", type=Path)
    parser.add_argument("--noise", type=Path)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    truth = read_truth(asked.truth)
    said = read_clusters(asked.clusters, truth)
    if asked.json:
        print(json.dumps(report(truth, said)))
    else:
        show(truth, said, asked.noise)


if __name__ == "__main__":
    main()

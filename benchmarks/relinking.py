"""What adding a few records to a linking costs, beside linking all of them anew.

    python benchmarks/relinking.py FOLDER [--share 0.01]

FOLDER holds lists (.csv) and truth.csv, as made_lists/generate.py writes them. A share
of the records, drawn by chance, comes late. Prints for both ways: seconds of processor
time, pairs that were compared, records that were put together, and pair F1.
"""

import argparse
import random
import time
from pathlib import Path

from reviewing import read, scores

from tasjil.link.block import block_keys
from tasjil.link.compare.columns import prepare
from tasjil.link.linking import Linked, LinkSettings, link_records
from tasjil.link.relinking import relink
from tasjil.model.particulars import Particulars

KEEP = LinkSettings(keep=True)


def pairs_of_all(records: list[Particulars]) -> int:
    """Count the pairs that a whole linking compares."""
    table = prepare(sorted(records, key=lambda each: each.record))
    return sum(len(left) for left, _ in block_keys(table).pairs())


def row(what: str, seconds: float, pairs: int, put: int, linked: Linked) -> str:
    """Write one way of linking in a line; F1 is added by the caller."""
    return (
        f"{what:8} {seconds:8.2f} s  {pairs:>11,} pairs compared  {put:>9,} records "
        f"put together  {int(linked.labels.max()) + 1:>9,} persons"
    )


def main() -> None:
    """Read the command line, link both ways, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--share", type=float, default=0.01)
    parser.add_argument("--seed", type=int, default=3)
    given = parser.parse_args()
    records, truth = read(given.folder)
    late = random.Random(given.seed).sample(
        range(len(records)), max(1, round(given.share * len(records)))
    )
    there = [each for at, each in enumerate(records) if at not in set(late)]
    before = link_records(there, settings=KEEP)
    assert before.work is not None, "it was to be kept"
    start = time.process_time()
    added = relink(before.work, records, reliability=before.reliability, settings=KEEP)
    one = time.process_time() - start
    start = time.process_time()
    whole = link_records(records, settings=KEEP)
    all_ = time.process_time() - start
    pairs = pairs_of_all(records)
    for line, linked in (
        (row("added", one, added.compared, added.touched, added.linked), added.linked),
        (row("whole", all_, pairs, len(records), whole), whole),
    ):
        print(f"{line}  F1 {100 * scores(linked, truth)[0]:.2f}")
    print(f"share: {one / all_:.1%} of the time, {added.compared / pairs:.1%} of pairs")


if __name__ == "__main__":
    main()

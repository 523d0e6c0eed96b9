"""Lists linked by tasjil, by Splink as it comes, and by recordlinkage, side by side.

Splink is run twice: on names folded to Latin letters (stock_splink), and on names of
which only the consonants are left, as somebody would do who knows that the lists are
in two scripts (folded_splink).

Run it with `python3 run.py bench persons`: lists of 10,000 and 100,000 records are made
up from a seed and linked by each in a process of its own, one after the other. The
script itself takes other sizes (1000000 too), or folders with lists and a truth.csv:

    benchmarks/persons.py 10000 100000 1000000 --chart growth.svg
    benchmarks/persons.py --folder DIR --chart growth.svg
    benchmarks/persons.py 10000 --recordlinkage /path/to/python

Reading and cleaning the lists is not measured: every linker gets the same clean cells.
Seconds are of the clock, from records in memory to persons, and of the processors,
which others on the machine do not lengthen; memory is the most that the
process held, the records with it. recordlinkage is not among what tasjil installs: give
the Python that has it, or it is left out.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE / "made_lists"), str(HERE / "linkers")]

from growth import chart  # noqa: E402
from making.scoring import (  # noqa: E402
    overlap_error,
    pair_rates,
    read_clusters,
    read_truth,
)
from told import as_table, prepare, records_of  # noqa: E402

SIZES = (10_000, 100_000)
LINKERS = ("tasjil_link", "stock_splink", "folded_splink")
LONGEST = 1_500
"""Seconds after which a linker is stopped."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one linker made of one set of lists.

    Attributes:
        seconds: Of the clock.
        busy: Of the processors, so that a busy machine measures the same.
        peak: Memory in MB.
        f1: Of pairs, in percent.
        overlap: Error of the table of overlaps, in percent.
    """

    linker: str
    records: int
    seconds: float
    busy: float
    peak: float
    f1: float
    overlap: float


def made(records: int, folder: Path, seed: int) -> None:
    generator = HERE / "made_lists" / "generate.py"
    size = ["--records", str(records), "--seed", str(seed), "--out", str(folder)]
    subprocess.run([sys.executable, str(generator), *size], check=True)


def run(linker: str, python: str, folder: Path, records: int) -> Run | None:
    """Let one linker link a folder in a process of its own."""
    script = HERE / "linkers" / f"{linker}.py"
    try:
        done = subprocess.run(
            [python, str(script), str(folder)],
            stdout=subprocess.PIPE,
            text=True,
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        print(f"{linker:16} {records:9,} stopped after {LONGEST} s", flush=True)
        return None
    if done.returncode:
        print(f"{linker:16} {records:9,} failed ({done.returncode})", flush=True)
        return None
    cost = json.loads(done.stdout.splitlines()[-1])
    truth = read_truth(folder / "truth.csv")
    said = read_clusters(folder / f"{linker}.jsonl", truth)
    right = pair_rates(truth, said)
    return Run(
        linker,
        records,
        cost["seconds"],
        cost["busy"],
        cost["peak"],
        100 * right.f1,
        100 * overlap_error(truth, said),
    )


def compared(folder: Path, rival: str | None) -> Iterator[Run]:
    """Let all linkers link a folder, and print a line for each."""
    records = prepare(folder)
    linkers = [(each, sys.executable) for each in LINKERS]
    if rival is not None:
        told = records_of(folder)
        flat = {"record": [each.record for each in told], **as_table(told)}
        (folder / "flat.json").write_text(json.dumps(flat))
        linkers.append(("record_linkage", rival))
    first: Run | None = None
    for linker, python in linkers:
        found = run(linker, python, folder, records)
        if found is None:
            continue
        first = first or found
        print(
            f"{linker:16} {records:9,} {found.seconds:8.1f} {found.busy:8.1f}"
            f" {found.peak:8,.0f}"
            f" {found.f1:7.2f} {found.overlap:8.2f}"
            f" {first.seconds / found.seconds:7.2f} {first.busy / found.busy:7.2f}"
            f" {first.peak / found.peak:7.2f}",
            flush=True,
        )
        yield found


def growth(runs: Sequence[Run]) -> Iterator[str]:
    """Say what a record costs at each size, with a bar for the processors' time."""
    yield f"{'linker':16} {'records':>9} {'ms each':>8} {'kB each':>8}"
    for each in sorted(runs, key=lambda run: (run.linker, run.records)):
        busy = 1_000 * each.busy / each.records
        memory = 1_000 * each.peak / each.records
        bar = "#" * max(1, round(20 * busy))
        yield f"{each.linker:16} {each.records:9,} {busy:8.2f} {memory:8.1f} {bar}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int)
    parser.add_argument("--folder", nargs="+", type=Path, default=[])
    parser.add_argument("--recordlinkage", metavar="PYTHON")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--chart", type=Path)
    asked = parser.parse_args()
    print(
        f"{'linker':16} {'records':>9} {'seconds':>8} {'busy s':>8} {'peak MB':>8}"
        f" {'pair F1':>7} {'overlap':>8} {'x time':>7} {'x busy':>7} {'x peak':>7}"
    )
    runs: list[Run] = []
    for folder in asked.folder:
        runs += compared(folder, asked.recordlinkage)
    sizes = asked.sizes or (() if asked.folder else SIZES)
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            made(size, Path(place), asked.seed)
            runs += compared(Path(place), asked.recordlinkage)
    print("x: tasjil's time and memory as a multiple of that linker's")
    for line in growth(runs):
        print(line)
    drawn = chart([(each.linker, each.records, each.seconds) for each in runs])
    if asked.chart:
        asked.chart.write_text(drawn)


if __name__ == "__main__":
    main()

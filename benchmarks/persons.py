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

A linker that takes more than half an hour (or --longest SECONDS) is stopped; what its
time is a multiple of is then said as far as it is known. How each goes is told on the
error output.

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
from time import time

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE / "made_lists"), str(HERE / "linkers")]

from growth import chart  # noqa: E402
from making.scoring import (  # noqa: E402
    overlap_error,
    pair_rates,
    read_clusters,
    read_truth,
)
from running import Ended, run_within  # noqa: E402
from told import as_table, prepare, records_of  # noqa: E402

SIZES = (10_000, 100_000)
OURS = "tasjil_link"
LINKERS = (OURS, "stock_splink", "folded_splink")
LONGEST = 1_800.0
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
        stopped: Whether it was stopped: seconds and memory are those until then, all
            else is 0.
    """

    linker: str
    records: int
    seconds: float
    busy: float
    peak: float
    f1: float = 0.0
    overlap: float = 0.0
    stopped: bool = False


def made(records: int, folder: Path, seed: int) -> None:
    generator = HERE / "made_lists" / "generate.py"
    size = ["--records", str(records), "--seed", str(seed), "--out", str(folder)]
    subprocess.run([sys.executable, str(generator), *size], check=True)


def run(
    linker: str, python: str, folder: Path, records: int, longest: float
) -> Run | None:
    """Let one linker link a folder in a process of its own."""
    command = [python, str(HERE / "linkers" / f"{linker}.py"), str(folder)]
    ended = run_within(command, longest, f"{linker} {records:,}")
    if ended.code is None:
        return Run(linker, records, linking(ended), 0.0, ended.peak, stopped=True)
    if ended.code:
        print(f"{linker:16} {records:9,} failed ({ended.code})", flush=True)
        return None
    return scored(linker, folder, records, ended)


def linking(ended: Ended) -> float:
    """Give the seconds that one who was stopped had linked: reading does not count."""
    lines = ended.said.splitlines()
    return time() - json.loads(lines[0])["begun"] if lines else 0.0


def scored(linker: str, folder: Path, records: int, ended: Ended) -> Run:
    cost = json.loads(ended.said.splitlines()[-1])
    truth = read_truth(folder / "truth.csv")
    said = read_clusters(folder / f"{linker}.jsonl", truth)
    f1, overlap = pair_rates(truth, said).f1, overlap_error(truth, said)
    spent = cost["seconds"], cost["busy"], cost["peak"]
    return Run(linker, records, *spent, 100 * f1, 100 * overlap)


def compared(folder: Path, rival: str | None, longest: float) -> Iterator[Run]:
    """Let all linkers link a folder, and print a line for each."""
    print(f"reading {folder.name}", file=sys.stderr, flush=True)
    records = prepare(folder)
    linkers = [(each, sys.executable) for each in LINKERS]
    if rival is not None:
        told = records_of(folder)
        flat = {"record": [each.record for each in told], **as_table(told)}
        (folder / "flat.json").write_text(json.dumps(flat))
        del told, flat
        linkers.append(("record_linkage", rival))
    ours: Run | None = None
    for linker, python in linkers:
        found = run(linker, python, folder, records, longest)
        if found is None:
            continue
        if linker == OURS and not found.stopped:
            ours = found
        print(line(found, ours), flush=True)
        yield found


def line(found: Run, ours: Run | None) -> str:
    """Say what one linker cost, and what tasjil cost as a multiple of it."""
    who = f"{found.linker:16} {found.records:9,} {found.seconds:8.1f}"
    if found.stopped:
        stopped = f"{who} stopped, {found.peak:,.0f} MB until then"
        if ours is None or not found.seconds:
            return stopped
        return f"{stopped}: x time below {ours.seconds / found.seconds:.2f}"
    cost = f"{found.busy:8.1f} {found.peak:8,.0f} {found.f1:7.2f} {found.overlap:8.2f}"
    if ours is None:
        return f"{who} {cost}"
    return " ".join([who, cost, *(f"{each:7.2f}" for each in _times(ours, found))])


def _times(ours: Run, other: Run) -> tuple[float, float, float]:
    return (
        ours.seconds / other.seconds,
        ours.busy / other.busy if other.busy else 0.0,
        ours.peak / other.peak if other.peak else 0.0,
    )


def growth(runs: Sequence[Run]) -> Iterator[str]:
    """Say what a record costs at each size, with a bar for the processors' time."""
    yield f"{'linker':16} {'records':>9} {'ms each':>8} {'kB each':>8}"
    ended = [each for each in runs if not each.stopped]
    for each in sorted(ended, key=lambda run: (run.linker, run.records)):
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
    parser.add_argument("--longest", type=float, default=LONGEST, metavar="SECONDS")
    asked = parser.parse_args()
    print(
        f"{'linker':16} {'records':>9} {'seconds':>8} {'busy s':>8} {'peak MB':>8}"
        f" {'pair F1':>7} {'overlap':>8} {'x time':>7} {'x busy':>7} {'x peak':>7}"
    )
    runs: list[Run] = []
    for folder in asked.folder:
        runs += compared(folder, asked.recordlinkage, asked.longest)
    sizes = asked.sizes or (() if asked.folder else SIZES)
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            made(size, Path(place), asked.seed)
            runs += compared(Path(place), asked.recordlinkage, asked.longest)
    print("x: tasjil's time and memory as a multiple of that linker's")
    for line in growth(runs):
        print(line)
    if asked.chart:
        asked.chart.write_text(
            chart([(r.linker, r.records, r.seconds, r.stopped) for r in runs])
        )


if __name__ == "__main__":
    main()

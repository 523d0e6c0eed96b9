"""What estimates cost: effective samples a second, memory, import, and how cost grows.

    benchmarks/estimate.py [PART ...] [--minutes 10] [--samples 2000] [--json OUT.json]

Parts: samples, graphs, strata, import, growth; without a name, all. No part is begun
after `--minutes`; what was not run is said. Every measurement has a process of its own,
and seconds are of the processor, compiling and imports apart. Beside ours stand the
last figures that were measured of R's packages, marked "last measured": on another
machine than yours, so that a ratio is a rough one. Where Rscript and LCMCR are
installed, R is run as well, and its line is marked "here".
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
MEASURED = HERE / "estimators" / "measured.py"
PUBLISHED = HERE.parent / "tests" / "estimates" / "tables" / "published"
PHILIPPINE = (
    ("ph_manila_unidentified", 881.0),
    ("ph_caloocan_unidentified", 384.0),
    ("ph_manila_police", None),
    ("ph_quezon_police", None),
    ("ph_caloocan_police", None),
)
TABLES = (("kosovo", 10, 64.0), *((name, 5, rate) for name, rate in PHILIPPINE))
GRAPHS_R = {"seconds": 19.8, "megabytes": 1_080.0}
GROWTH = ("loglinear", "dga", "sparse", "chao", "coverage", "lcmcr")
LISTS = (3, 5, 7, 10, 15, 20)
Lines = list[dict[str, object]]


def main() -> None:
    asked = arguments()
    until = time.monotonic() + 60 * asked.minutes
    told: dict[str, Lines] = {}
    for part in asked.parts or PARTS:
        print(f"\n{part}")
        told[part] = PARTS[part](asked, until)
    if asked.json:
        asked.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--samples", type=int, default=2_000)
    parser.add_argument("--strata", type=int, default=1_000)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"expected parts among {', '.join(PARTS)}; found {unknown}")
    return asked


def measure(until: float, what: str, /, **asked: object) -> dict[str, object]:
    """Run one measurement in a process of its own; what has no time left says so."""
    left = until - time.monotonic()
    if left <= 0:
        return {"not_run": "time was up"}
    command = [sys.executable, str(MEASURED), what, json.dumps(asked)]
    try:
        done = subprocess.run(
            [sys.executable, str(HERE / "estimators" / "peak.py"), *command],
            capture_output=True,
            text=True,
            timeout=left,
        )
    except subprocess.TimeoutExpired:
        return {"not_run": "time was up while it ran"}
    if done.returncode:
        return {"not_run": done.stderr.strip().splitlines()[-1:]}
    found, peak = done.stdout.strip().splitlines()[-2:]
    return {**json.loads(found), "megabytes": float(peak)}


def samples(asked: argparse.Namespace, until: float) -> Lines:
    """Effective samples a second of the processor: while drawing, and of a whole run.

    The fewer of bulk and tail count. A whole run has the pilot, burn-in and the check
    by ladders too; the figures of R are of drawing alone.
    """
    print(f"{'table':26}{'K':>3}{'drawing':>10}{'whole run':>10}{'R':>8}{'ratio':>8}")
    lines = []
    for name, classes, reference in TABLES:
        found = measure(
            until, "lcmcr", name=name, classes=classes, samples=asked.samples
        )
        line: dict[str, object] = {"table": name, "classes": classes, **found}
        r, marked = here_or_last(name, classes, reference)
        if "not_run" not in found:
            line["rate"] = found["ess"] / found["drawing"]
            line["rate_whole"] = found["ess"] / found["seconds"]
            line["ratio"] = line["rate"] / r if r else None
        line |= {"r": r, "r_is": marked}
        lines.append(line)
        show_samples(line)
    ratios = [x["ratio"] for x in lines[1:] if x.get("ratio")]
    if ratios:
        print(
            f"median ratio over {len(ratios)} Philippine tables with a line of R: "
            f"{statistics.median(ratios):.1f}"
        )
    return lines


def show_samples(line: dict[str, object]) -> None:
    start = f"{line['table']:26}{line['classes']:>3}"
    if "not_run" in line:
        print(f"{start}  not run: {line['not_run']}")
        return
    r = f"{line['r']:8.0f}{line['ratio']:8.1f}" if line["r"] else f"{'':>16}"
    print(f"{start}{line['rate']:10.0f}{line['rate_whole']:10.0f}{r}  {line['r_is']}")


def here_or_last(name: str, classes: int, last: float | None) -> tuple[float, str]:
    """R's rate where R is installed, or the last that was measured."""
    if shutil.which("Rscript") is None:
        return last or 0.0, "R last measured, elsewhere" if last else "R not measured"
    (table,) = PUBLISHED.glob(f"{name}*.csv")
    script = str(HERE / "estimators" / "lcmcr.R")
    done = subprocess.run(
        ["Rscript", script, str(table), str(classes), "1"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return last or 0.0, "R last measured (LCMCR did not run here)"
    import numpy as np

    from tasjil.estimate.diagnose import agreement

    seconds, *draws = (float(word) for word in done.stdout.split())
    return agreement(np.array([draws])).ess / seconds, "R here"


def graphs(_: argparse.Namespace, until: float) -> Lines:
    """Averaging over the 822 graphs of five lists."""
    found = measure(until, "dga", name="netherlands5")
    print(f"{'netherlands5':26}{'seconds':>9}{'MB':>8}")
    if "not_run" in found:
        print(f"not run: {found['not_run']}")
    else:
        print(f"{'here':26}{found['seconds']:9.2f}{found['megabytes']:8.0f}")
        ratio = GRAPHS_R["seconds"] / found["seconds"]
        print(
            f"{'R last measured':26}{GRAPHS_R['seconds']:9.1f}"
            f"{GRAPHS_R['megabytes']:8.0f}   {ratio:.0f} times as quick here"
        )
    return [{"table": "netherlands5", **found, "r": GRAPHS_R}]


def strata(asked: argparse.Namespace, until: float) -> Lines:
    """Many strata on one core and on all: another script, told here in one line."""
    script = HERE / "estimate_strata.py"
    left = until - time.monotonic()
    if left <= 0:
        print("not run: time was up")
        return [{"not_run": "time was up"}]
    command = [sys.executable, str(script), "--strata", str(asked.strata)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=left)
    except subprocess.TimeoutExpired:
        print("not run: time was up while it ran")
        return [{"not_run": "time was up while it ran"}]
    print(done.stdout, end="")
    told = [line for line in done.stdout.splitlines() if line.startswith("{")]
    return [json.loads(line) for line in told] or [{"not_run": done.stderr[-300:]}]


def importing(_: argparse.Namespace, until: float) -> Lines:
    """Import in fresh processes, after one that warms the disk: the middle of seven."""
    code = "import time; a = time.perf_counter(); import tasjil.estimate; "
    code += "import sys; print(time.perf_counter() - a, 'numba' in sys.modules)"
    took, heavy = [], False
    for _nth in range(8):
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        seconds, loaded = done.stdout.split()
        took.append(float(seconds))
        heavy = heavy or loaded == "True"
    middle = statistics.median(took[1:])
    print(f"{middle:.3f} s (at most 0.5); numba loaded: {heavy}")
    return [{"seconds": middle, "all": took, "numba": heavy}]


def growth(_: argparse.Namespace, until: float) -> Lines:
    """Seconds as counts grow tenfold, as lists grow, and as classes grow."""
    settings = [(m, 4, t, 10) for t in (1, 10, 100) for m in GROWTH]
    settings += [("lcmcr", 4, 1, classes) for classes in (5, 20)]
    settings += [(m, lists, 1, 10) for lists in LISTS for m in GROWTH]
    print(f"{'method':11}{'lists':>6}{'people':>9}{'K':>4}{'seconds':>9}{'MB':>7}")
    lines = []
    for method, lists, times, classes in settings:
        asked = {"method": method, "lists": lists, "times": times, "classes": classes}
        found = measure(until, "growth", **asked)
        lines.append({**asked, **found})
        start = f"{method:11}{lists:>6}{1000 * times:>9,}{classes:>4}"
        if "not_run" in found:
            print(f"{start}  not run: {found['not_run']}")
            continue
        said = f"  refused: {found['refused']}" if found["refused"] else ""
        print(
            f"{start}{found['seconds']:9.2f}{found['megabytes']:7.0f}{said}", flush=True
        )
    return lines


PARTS: dict[str, Callable[[argparse.Namespace, float], Lines]] = {
    "samples": samples,
    "graphs": graphs,
    "strata": strata,
    "import": importing,
    "growth": growth,
}

if __name__ == "__main__":
    main()

"""Times a whole build at 100, 1,000 and 10,000 reports, with its peak memory.

Each build runs as a process of its own. Cost should grow in proportion: the time for
one report stays about the same from one size to the next.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from lumenia_reports import write_case

SIZES = (100, 1_000, 10_000)


def main() -> None:
    """Build each size twice: from nothing, and again with nothing new."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    print(f"{'reports':>8} {'run':>7} {'seconds':>8} {'ms each':>8} {'peak MB':>8}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            case = Path(folder) / "case"
            write_case(case, size)
            for run in ("first", "again"):
                seconds, peak = build(case)
                each = 1000 * seconds / size
                print(f"{size:8,} {run:>7} {seconds:8.1f} {each:8.1f} {peak:8.0f}")


def build(case: Path) -> tuple[float, float]:
    """Build once; return wall seconds and the peak memory of the process in MB."""
    start = time.perf_counter()
    quiet = os.open(os.devnull, os.O_WRONLY)
    actions = [(os.POSIX_SPAWN_DUP2, quiet, 1)]
    command = [sys.executable, "-m", "tasjil", "build", str(case)]
    child = os.posix_spawn(sys.executable, command, os.environ, file_actions=actions)
    _, status, used = os.wait4(child, 0)
    os.close(quiet)
    if status:
        sys.exit(f"the build failed with status {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()

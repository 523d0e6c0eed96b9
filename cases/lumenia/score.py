"""Score the program on invented worlds: `cases/lumenia/score.py --seeds 1-20`."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from invented.story import RELAYED  # noqa: E402
from invented.worlds import Job, score_all, table  # noqa: E402


def main(words: Sequence[str] | None = None) -> None:
    """Make worlds, let the program answer them, and print how often it was right."""
    asked = _asked(words)
    first, _, last = asked.seeds.partition("-")
    seeds = range(int(first), int(last or first) + 1)
    jobs = [
        Job(seed, asked.size, asked.honest, asked.perfect, asked.linked)
        for seed in seeds
    ]
    scores = score_all(jobs, asked.cores)
    print(f"{len(jobs)} worlds, {asked.size}{', honest' if asked.honest else ''}")
    print("\n".join(table(scores)))
    if asked.faults:
        print("\n".join(scores.faults))


def _asked(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="1-10", help="one seed, or a range: 1-200")
    parser.add_argument("--size", choices=tuple(RELAYED), default="small")
    parser.add_argument("--honest", action="store_true", help="worlds without slips")
    parser.add_argument(
        "--perfect",
        action="store_true",
        help="claims as the truth has them, so that no fault is a reading fault",
    )
    parser.add_argument(
        "--linked",
        action="store_true",
        help="link lists and names in reports too, and score that; it takes longer",
    )
    parser.add_argument("--faults", action="store_true", help="say what went wrong")
    parser.add_argument("--cores", type=int, default=os.cpu_count() or 1)
    return parser.parse_args(words)


if __name__ == "__main__":
    main()

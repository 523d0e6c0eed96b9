"""Make a world of the invented country: `python cases/lumenia/generate.py --seed 7`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from invented.folder import write, write_files  # noqa: E402
from invented.story import RELAYED, make_story  # noqa: E402
from invented.toll import APART, HIDDEN, make_toll  # noqa: E402


def main(words: Sequence[str] | None = None) -> None:
    """Write a case folder with reports, lists and the truth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="what chance starts from")
    parser.add_argument("--out", type=Path, default=HERE, help="the folder to write")
    parser.add_argument("--size", choices=tuple(RELAYED), default="middle")
    parser.add_argument("--honest", action="store_true", help="plant no slip")
    parser.add_argument(
        "--toll",
        type=int,
        metavar="N",
        help="no world, but N dead and three offices' lists of them, for estimating",
    )
    parser.add_argument(
        "--hidden",
        action="store_true",
        help="with --toll: four offices, which hardly hear of every third of the dead",
    )
    asked = parser.parse_args(words)
    if asked.toll is not None:
        if asked.out == HERE:
            parser.error("expected --out FOLDER with --toll: it is another case")
        listers = HIDDEN if asked.hidden else APART
        write_files(make_toll(asked.seed, asked.toll, listers), asked.out)
        print(f"{asked.toll} dead and {len(listers)} lists in {asked.out}")
        return
    story = make_story(asked.seed, asked.size, honest=asked.honest)
    write(story, asked.out)
    print(f"{len(story.reports)} reports, {len(story.slips)} slips in {asked.out}")


if __name__ == "__main__":
    main()

"""Makes lists of the dead of Lumenia with known truth, to measure linking on.

    generate.py --records 10000 --seed 1 --out DIR --profile mixed

Written without sight of how linking works. DIR gets a file for each list, `truth.csv`
(list,id,person) and `noise.csv` (record,script,kinds,house,clan,bears): what went wrong
in each record, and whose kin and namesake the person was.

`--profile` is mixed (two to five lists; `--lists` names them), arabic (two lists in
Arabic), latin (two in Latin, romanised by different habits), cross (one each) or
names-only (a name and now and then an age). An id is the number of the row below the
headers, counted from 1. The same seed writes the same bytes.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from making.lists import Size, make, write
from making.sources import ALL, PROFILES, Source


def chosen(profile: str, lists: Sequence[str]) -> list[Source]:
    """Take the lists of a profile, or only those named."""
    sources = PROFILES[profile]
    return [source for source in sources if not lists or source.name in lists]


def main() -> None:
    """Read the command line and make the lists."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    size = parser.add_mutually_exclusive_group(required=True)
    size.add_argument("--records", type=int, help="stop at this many rows")
    size.add_argument("--persons", type=int, help="stop at this many of the dead")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--profile", choices=list(PROFILES), default="mixed")
    known = [source.name for source in ALL]
    parser.add_argument("--lists", nargs="+", choices=known, default=[])
    asked = parser.parse_args()
    size = Size(asked.records, asked.persons)
    makers = make(chosen(asked.profile, asked.lists), size, asked.seed)
    write(makers, asked.out)
    persons = len({row[1].person for maker in makers for row in maker.rows})
    sizes = ", ".join(f"{maker.source.name} {len(maker.rows):,}" for maker in makers)
    print(f"{sizes}; {persons:,} persons")


if __name__ == "__main__":
    main()

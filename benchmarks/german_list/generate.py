"""Makes up one list of German names and births on which some people stand twice.

    python benchmarks/german_list/generate.py --out DIR [--records 10000] [--seed 1]

The names are common ones; how often each is borne is invented. One record in ten is a
repeat of another, written with one to three slips: a letter, a second name left out, a
part of the birth wrong. Nobody's record is in it.
"""

import argparse
import csv
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
HEADER = ("id", "fname_c1", "fname_c2", "lname_c1", "lname_c2", "by", "bm", "bd")
LETTERS = "ABCDEFGHIJKLMNOPRSTUVWZ"

REPEATS = 0.1
"""Share of records that tell of somebody who stands on the list already."""

SLIPS = (0.7, 0.25, 0.05)
"""How often a repeat has one, two or three slips."""

BORN = (1925, 2005)

Row = list[str]


def read(name: str) -> tuple[str, ...]:
    return tuple((HERE / name).read_text(encoding="utf-8").upper().split())


def one_of(names: tuple[str, ...], chance: Random) -> str:
    """Draw a name; those that stand first are borne by more."""
    return chance.choices(names, [1 / (nth + 3) for nth in range(len(names))])[0]


def person(given: tuple[str, ...], families: tuple[str, ...], chance: Random) -> Row:
    second = one_of(given, chance) if chance.random() < 0.15 else ""
    joined = one_of(families, chance) if chance.random() < 0.03 else ""
    born = (chance.randrange(*BORN), chance.randrange(1, 13), chance.randrange(1, 29))
    names = [one_of(given, chance), second, one_of(families, chance), joined]
    return names + [str(part) for part in born]


def mistyped(word: str, chance: Random) -> str:
    """Change one letter, leave it out, put one in, or swap two."""
    at, letter = chance.randrange(len(word)), chance.choice(LETTERS)
    before, own, after = word[:at], word[at], word[at + 1 :]
    ways = (letter + after, after, letter + own + after, after[:1] + own + after[1:])
    return before + chance.choice(ways)


def born_wrongly(row: Row, part: int, chance: Random) -> str:
    if part == 4:
        year = int(row[4])
        near = (year - 10, year - 1, year + 1, year + 10)
        return str(chance.choice((*near, chance.randrange(*BORN))))
    return str(chance.randrange(1, 13 if part == 5 else 29))


def repeated(row: Row, chance: Random) -> Row:
    """Write a record once more, with slips."""
    made = list(row)
    slips = chance.choices((1, 2, 3), SLIPS)[0]
    for part in chance.sample((0, 0, 2, 2, 4, 5, 6), slips):
        if part < 4:
            made[part] = mistyped(made[part], chance) or made[part]
        else:
            made[part] = born_wrongly(made, part, chance)
    if chance.random() < 0.3:
        made[1] = ""
    return made


def rows(records: int, seed: int) -> list[tuple[int, Row]]:
    """Make the list: the number of the person and the cells, in no order."""
    chance = Random(seed)
    given, families = read("given.txt"), read("families.txt")
    people = records - round(REPEATS * records)
    made = [(number, person(given, families, chance)) for number in range(people)]
    again = chance.sample(made, records - people)
    made += [(number, repeated(row, chance)) for number, row in again]
    chance.shuffle(made)
    return made


def write(made: list[tuple[int, Row]], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    people, truth = folder / "people.csv", folder / "truth.csv"
    with people.open("w", newline="") as told, truth.open("w", newline="") as known:
        cells, who = csv.writer(told), csv.writer(known)
        cells.writerow(HEADER)
        who.writerow(("list", "id", "person"))
        for at, (number, row) in enumerate(made, 1):
            cells.writerow((at, *row))
            who.writerow(("people", at, number))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    write(rows(asked.records, asked.seed), asked.out)


if __name__ == "__main__":
    main()

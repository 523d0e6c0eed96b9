"""Lists read and cleaned once, for every linker alike; and what one run cost."""

import csv
import json
import os
import pickle
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter, time

from tasjil.capture.lists import read_list
from tasjil.link.lists.cleaning import Cleaner
from tasjil.link.lists.columns.guessing import guess_columns
from tasjil.model.edtf import Edtf
from tasjil.model.particulars import Particulars
from tasjil.model.persons import Sex

BESIDE = ("truth", "noise")
KEPT = "told.pickle"

_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئء"
_LATIN = "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a h a i a w y ''"
LETTERS = dict(zip(_ARABIC, _LATIN.split(), strict=True))
"""One Latin letter or two for each Arabic one: what folding to ASCII does."""


def prepare(folder: Path) -> int:
    """Read and clean every list of a folder; keep the records beside them."""
    records: list[Particulars] = []
    for path in sorted(folder.glob("*.csv")):
        if path.stem in BESIDE:
            continue
        rows = read_list(path).rows
        some = [row.cells for row in rows[:400]]
        cleaner = Cleaner(guess_columns(rows.keys, some))
        records += (
            replace(cleaner.clean(row), record=f"{path.stem}:{nth}", list=path.stem)
            for nth, row in enumerate(rows, 1)
        )
    with (folder / KEPT).open("wb") as kept:
        pickle.dump(records, kept, pickle.HIGHEST_PROTOCOL)
    return len(records)


def records_of(folder: Path) -> list[Particulars]:
    """Give the records that `prepare` kept."""
    with (folder / KEPT).open("rb") as kept:
        return list(pickle.load(kept))


def ascii_of(name: str) -> str:
    """Fold a name to small Latin letters."""
    plain = unicodedata.normalize("NFKD", name.lower())
    folded = "".join(LETTERS.get(letter, letter) for letter in plain)
    kept = (each if each.isascii() and each.isalpha() else " " for each in folded)
    return " ".join("".join(kept).split())


def consonants_of(name: str) -> str:
    """Leave the consonants of each word, which both scripts write, but no article."""
    bare = (re.sub("^al(?=...)", "", word) for word in ascii_of(name).split())
    left = (re.sub("[aeiouwy]", "", word) or word for word in bare)
    return " ".join(re.sub(r"(.)\1+", r"\1", word) for word in left)


def as_table(
    records: Sequence[Particulars], fold: Callable[[str], str] = ascii_of
) -> dict[str, list[object]]:
    """Lay records out as other linkers take them: flat columns, None for untold."""
    made: dict[str, list[object]] = {each: [] for each in COLUMNS}
    for nth, record in enumerate(records):
        words = fold(record.name).split()
        died = Edtf.parse(record.died).spans[0] if record.died else (None, None)
        row = (
            nth,
            record.list,
            words[0] if words else None,
            words[-1] if len(words) > 1 else None,
            " ".join(words[1:-1]) or None,
            None if record.sex is Sex.UNKNOWN else str(record.sex),
            record.age.low if record.age else None,
            record.died if died[0] is not None and died[0] == died[1] else None,
            fold(record.where[0].text) if record.where else None,
            record.ids[0][1] if record.ids else None,
        )
        for column, value in zip(COLUMNS, row, strict=True):
            made[column].append(value)
    return made


COLUMNS = ("unique_id", "list", "first", "last", "middle", "sex", "age", "died")
COLUMNS += ("place", "number")


def peak() -> float:
    """Give the most memory that this process has held, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def begin() -> tuple[float, float]:
    """Start the clocks: of the wall, and of the processors, ended children's too."""
    return perf_counter(), sum(os.times()[:4])


def step(done: str) -> None:
    """Say on the error output what a linker has done, so that one sees it go on."""
    print(f"{Path(sys.argv[0]).stem}: {done}", file=sys.stderr, flush=True)


def begun() -> None:
    """Say when linking begins, for whoever has to stop it before it ends."""
    print(json.dumps({"begun": time()}), flush=True)


def finish(
    folder: Path,
    began: tuple[float, float],
    ids: Iterable[str],
    persons: Iterable[object],
) -> None:
    """Write who was said to be whom, and print what it cost."""
    wall, busy = (now - then for now, then in zip(begin(), began, strict=True))
    cost = {"seconds": wall, "busy": busy, "peak": peak()}
    with (folder / f"{Path(sys.argv[0]).stem}.jsonl").open("w") as out:
        for record, person in zip(ids, persons, strict=True):
            out.write(json.dumps({"record": record, "person": str(person)}) + "\n")
    print(json.dumps(cost), flush=True)
    os._exit(0)


def truth_of(folder: Path) -> dict[str, str]:
    """Read who each record is."""
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        return {f"{row['list']}:{row['id']}": row["person"] for row in rows}

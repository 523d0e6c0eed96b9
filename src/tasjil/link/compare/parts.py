"""The parts of names in columns: each distinct part once, each record by number."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tasjil.link.names import Name, Part, parse
from tasjil.model.folding import fold

SLOTS = 3
"""Sounds kept of one part. More readings of one spelling are rarer than slips."""

PART_COLUMNS = ("", "_1", "_2", "_3", "_loose")
"""What follows a part's name in its columns: as spelled, by sound, coarse."""

_Forms = tuple[str, str | None, str | None, str | None, str]


@dataclass(slots=True)
class PartColumn:
    """One kind of part (given, father ...) of every record, by the number of its forms.

    Another spelling that the same record gives lends its sounds.
    """

    name: str
    numbers: dict[_Forms, int] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)

    def add(self, part: Part | None, others: Iterable[Part] = ()) -> None:
        """Take the part of the next record; None where it does not tell."""
        if part is None:
            self.rows.append(-1)
            return
        forms = _forms(part, others)
        self.rows.append(self.numbers.setdefault(forms, len(self.numbers)))

    def columns(self) -> dict[str, pa.Array]:
        """Give the columns `name`, `name_1` .. `name_3` and `name_loose`, in text."""
        at = np.array(self.rows, dtype=np.int32)
        indices = pa.array(at, mask=at < 0)
        forms = list(zip(*self.numbers, strict=True)) or [()] * len(PART_COLUMNS)
        return {
            self.name + ending: pa.array(each, pa.string()).take(indices)
            for ending, each in zip(PART_COLUMNS, forms, strict=True)
        }


def _forms(part: Part, others: Iterable[Part]) -> _Forms:
    sounds = part.sounds[:SLOTS]
    lent = [sound for other in others for sound in other.sounds[:1]]
    if lent:
        # One reading of each spelling goes before a second reading of the first.
        sounds = tuple(dict.fromkeys((*sounds[:1], *lent, *sounds[1:])))[:SLOTS]
    padded = (*sounds, None, None, None)
    return part.folded, padded[0], padded[1], padded[2], part.loose


@dataclass(frozen=True, slots=True)
class TextKeys:
    """Texts that are no names of persons (places), each folded to one key, once."""

    kept: dict[str, str | None] = field(default_factory=dict)

    def of(self, text: str) -> str | None:
        """Give one key for the spellings of a text in both scripts; None for none."""
        if text not in self.kept:
            self.kept[text] = _key(text)
        return self.kept[text]


def _key(text: str) -> str | None:
    words = fold(text).split()
    parts = [None if word.isdecimal() else _sound(word) for word in words]
    heard = [
        sound or str(int(word) if word.isdecimal() else word)
        for word, sound in zip(words, parts, strict=True)
    ]
    return " ".join(heard) or None


def _sound(word: str) -> str | None:
    name: Name = parse(word)
    found = name.parts
    return found[0].sounds[0] if len(found) == 1 and found[0].sounds else None


def as_column(values: list[int | None] | NDArray[np.int32]) -> pa.Array:
    """Give whole numbers as a column; None is null."""
    return pa.array(values, pa.int32())

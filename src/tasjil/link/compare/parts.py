"""The parts of names in columns: each distinct part once, each record by number.

Sounds and spellings are whole numbers: a database compares millions of them, and only
asks whether they are equal.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
import pyarrow as pa

from tasjil.link.names import Part, parse
from tasjil.link.names.letters import is_arabic
from tasjil.model.folding import fold

SLOTS = 3
"""Sounds kept of one part. More readings of one spelling are rarer than slips."""


SHORTEST = 3
"""Letters of a part in which one may be a slip; of fewer, too little is left."""


@dataclass(slots=True)
class Codes:
    """Texts by number: the same text has the same number in every column, and always.

    The number is a digest of the text, so that records which come later can be laid
    out beside those of before. Two texts have one number in one case of some billions.
    """

    numbers: dict[str, int] = field(default_factory=dict)

    def of(self, text: str | None) -> int | None:
        """Give the number of a text; None for none."""
        if text is None:
            return None
        if text not in self.numbers:
            digest = blake2b(text.encode(), digest_size=4).digest()
            self.numbers[text] = int.from_bytes(digest, signed=True)
        return self.numbers[text]


@dataclass(frozen=True, slots=True)
class _Forms:
    """What is compared of one part, with what other spellings lend it."""

    folded: str
    sounds: tuple[str, ...]
    vowels: int | None
    loose: str


@dataclass(slots=True)
class PartColumn:
    """One kind of part (given, father ...) of every record, by the number of its forms.

    Another spelling that the same record gives lends its sounds.
    """

    name: str
    forms: dict[_Forms, int] = field(default_factory=dict)
    plain: dict[Part, int] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)

    def add(self, part: Part | None, others: Iterable[Part] = ()) -> None:
        """Take the part of the next record; None where it does not tell."""
        lent = [other for other in others if other != part]
        if part is None:
            self.rows.append(-1)
        elif lent:
            self.rows.append(self._number(part, lent))
        elif (known := self.plain.get(part)) is not None:
            self.rows.append(known)
        else:
            number = self.plain[part] = self._number(part, ())
            self.rows.append(number)

    def _number(self, part: Part, others: Iterable[Part]) -> int:
        return self.forms.setdefault(_forms(part, others), len(self.forms))

    def columns(self, codes: Codes) -> dict[str, pa.Array]:
        """Give the columns that `prepare` tells of."""
        at = np.array(self.rows, dtype=np.int32)
        indices = pa.array(at, mask=at < 0)
        forms = list(self.forms)
        made = {
            "": [codes.of(each.folded) for each in forms],
            "_loose": [codes.of(each.loose) for each in forms],
        }
        for slot in range(SLOTS):
            made[f"_{slot + 1}"] = [codes.of(_nth(each, slot)) for each in forms]
        columns = {
            self.name + ending: pa.array(values, pa.int32())
            for ending, values in made.items()
        }
        vowels = [each.vowels for each in forms]
        heard = [_nth(each, 0) for each in forms]
        letters = [_letters(_nth(each, 0)) for each in forms]
        columns[f"{self.name}_vowels"] = pa.array(vowels, pa.int64())
        columns[f"{self.name}_letters"] = pa.array(letters, pa.int64())
        columns[f"{self.name}_heard"] = pa.array(heard, pa.string())
        written = [_written(each.folded) for each in forms]
        marks = [_letters(each) if each else None for each in written]
        columns[f"{self.name}_written"] = pa.array(written, pa.string())
        columns[f"{self.name}_marks"] = pa.array(marks, pa.int64())
        return {name: column.take(indices) for name, column in columns.items()}


def _nth(forms: _Forms, slot: int) -> str | None:
    return forms.sounds[slot] if slot < len(forms.sounds) else None


def _written(folded: str) -> str | None:
    """Give a part in Latin letters in which one slip leaves enough to know it by."""
    return folded if len(folded) >= SHORTEST and not is_arabic(folded) else None


def _letters(sound: str | None) -> int:
    """Give which letters there are, one bit each."""
    bits = 0
    for letter in sound or "":
        bits |= 1 << ord(letter) % 61
    return bits


def _forms(part: Part, others: Iterable[Part]) -> _Forms:
    sounds = part.sounds
    lent = [sound for other in others for sound in other.sounds[:1]]
    if lent:
        # One reading of each spelling goes before a second reading of the first.
        sounds = tuple(dict.fromkeys((*sounds[:1], *lent, *sounds[1:])))
    vowels = part.vowels[0] if part.vowels else None
    return _Forms(part.folded, sounds[:SLOTS], vowels, part.loose)


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
    return " ".join(map(_heard, fold(text).split())) or None


def _heard(word: str) -> str:
    if word.isdecimal():
        return str(int(word))
    parts = parse(word).parts
    return parts[0].sounds[0] if len(parts) == 1 and parts[0].sounds else word

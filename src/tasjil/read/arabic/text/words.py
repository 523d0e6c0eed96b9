"""The words of an Arabic sentence, and what may be taken off a word at both ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tasjil.read.arabic.text.folding import folded

_WORD = re.compile(r"[0-9]+(?:[.,٬٫][0-9]+)*|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or number of a sentence; `sentence[start:end] == text`, always.

    Letters and digits that touch are two words: "لـ15" is "ل" and "15".
    """

    start: int
    end: int
    text: str
    form: str


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to take a word apart: what stands before, the stem, the pronoun."""

    before: str
    stem: str
    after: str


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, in order.

    Example:
        >>> [word.form for word in words_of("مقتل 1,400 مدنياً.")]
        ['مقتل', '1,400', 'مدنيا']
    """
    return tuple(
        Word(m.start(), m.end(), m[0], _form(m[0])) for m in _WORD.finditer(text)
    )


@lru_cache(maxsize=65_536)
def _form(text: str) -> str:
    return folded(text)


_BEFORE = re.compile(r"[وف]?(?:لل|(?:[بلك]|ه|ع)?ال|[بلكس])?")
_AFTER = ("هما", "كما", "ها", "هم", "هن", "كم", "كن", "نا", "ني", "ه", "ي", "ك", "ن")
_SHORTEST = 2
_REPAIRED = {"ت": "ه", "اي": "اء", "او": "اء", "ا": "ي", "و": "وا"}
"""What the end of a word was before a pronoun changed it: عائلته is of عائلة."""


@lru_cache(maxsize=65_536)
def cuts(form: str) -> tuple[Cut, ...]:
    """Every way to take a folded word apart, the longest stem first.

    Which of them is right the lexicon says: "وفاة" begins with no "and". A stem whose
    end a pronoun changed comes in both spellings.

    Example:
        >>> [c.stem for c in cuts("وجرح")]
        ['وجرح', 'جرح']
        >>> Cut("و", "عايله", "هم") in cuts("وعايلتهم")
        True
        >>> Cut("لل", "مدنيين", "") in cuts("للمدنيين")
        True
    """
    found = {cut: None for before in _befores(form) for cut in _stems(form, before)}
    return tuple(sorted(found, key=lambda cut: (-len(cut.stem), len(cut.before))))


def _befores(form: str) -> Iterator[str]:
    """What may stand before the stem, the shortest first."""
    whole = _BEFORE.match(form)
    longest = 0 if whole is None else whole.end()
    for end in range(longest + 1):
        before = form[:end]
        if len(form) - end >= _SHORTEST and _BEFORE.fullmatch(before):
            yield before


def _stems(form: str, before: str) -> Iterator[Cut]:
    """The cuts that begin so."""
    rest = form[len(before) :]
    yield Cut(before, rest, "")
    if before == "لل":
        yield Cut(
            before, "ل" + rest, ""
        )  # للحية is of لحية: its own lam is not doubled
    for after in _AFTER:
        stem = rest[: -len(after)]
        if not rest.endswith(after) or len(stem) < _SHORTEST:
            continue
        yield Cut(before, stem, after)
        for ending, repaired in _REPAIRED.items():
            if stem.endswith(ending):
                yield Cut(before, stem[: -len(ending)] + repaired, after)

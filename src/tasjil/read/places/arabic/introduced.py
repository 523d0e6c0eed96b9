"""Arabic names that a report introduces itself, and their bare mentions."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tasjil.model.places import Where
from tasjil.read.found import Found
from tasjil.read.places.arabic.naming import name_end
from tasjil.read.places.arabic.surroundings import (
    belongs_to_another,
    kind_at,
    precision_before,
)
from tasjil.read.places.arabic.text import ArabicText, Form
from tasjil.read.places.arabic.words import (
    ENDS,
    GIVEN_NAMES,
    LOCATIVES,
    NO_DATELINE,
    OFTEN_A_WORD,
    ORGANISATIONS,
    PEOPLE,
    POSSESSED,
    PREPOSITIONS,
)
from tasjil.read.places.folding import folded

_DATELINE = re.compile(
    r"^\W{0,4}([ء-ۓ]{4,20}(?: [ء-ۓ]{3,20})?)"
    r"(?:\s?\([^()\n]{1,40}\)|،\s?\d[^\n–—-]{0,40})?\s*[–—-]\s",
    re.MULTILINE,
)
_HEAD = re.compile(
    r"^[ \t]*(?:[-•*–]|[\d٠-٩]{1,2}[.)-])?[ \t]*"
    r"([ء-ۓً-ْ]{3,20}(?: [ء-ۓً-ْ]{2,20}){0,2})[ \t]*:",
    re.MULTILINE,
)
_IN = folded("في")
_PATTERNS = re.compile("ت..ي.|.*ا[ءت]|.*[تن]ين|.*يين|است.*|ان..ا.|ا..ا.|م..و.|م.ا..")
_LEAST = 4
_TOP = 400


def heads(text: str, found: Sequence[Found[Where]]) -> Iterator[str]:
    """Names at the head of a dateline, and of the lines of a tally by place.

    A tally by place is known by its heads: most of them are places already.
    """
    yield from _said_again(ArabicText(text))
    for match in _DATELINE.finditer(text[:_TOP]):
        if _is_name(match[1]) and folded(match[1]) not in NO_DATELINE:
            yield match[1]
    lines = [m for m in _HEAD.finditer(text) if folded(m[1]) not in PEOPLE]
    starts = sorted(f.start for f in found)
    unknown = [m[1] for m in lines if not _holds_one(starts, *m.span(1))]
    known = len(lines) - len(unknown)
    if known > 1 and 2 * known > len(lines):
        yield from filter(_is_name, unknown)


def _holds_one(starts: Sequence[int], start: int, end: int) -> bool:
    """True where one of the sorted numbers is from `start` on and before `end`."""
    at = bisect_left(starts, start)
    return at < len(starts) and starts[at] < end


def _said_again(text: ArabicText) -> Iterator[str]:
    """Words without the article behind "in" that are no common nouns, by their look.

    One that is told once must also have no pattern of a common noun.
    """
    where = Counter(
        form.word for index in range(len(text.words)) for form in text.forms(index)
    )
    for index, word in enumerate(text.words):
        if word in LOCATIVES and text.joined(index):
            name = text.word(index + 1)
            often = where[name] > 1 or (word == _IN and _is_no_pattern(name))
            if often and _is_proper(text, index + 1):
                yield name


def _is_no_pattern(word: str) -> bool:
    """True for a longer word that is not built as nouns of action and plurals are."""
    return len(word) > _LEAST and _PATTERNS.fullmatch(word) is None


def _is_proper(text: ArabicText, index: int) -> bool:
    """True for a word that no ending, nor the word after it, shows to be common."""
    word, (start, end) = text.words[index], text.tokens[index]
    if len(word) < _LEAST or word.startswith("ال") or word.endswith(POSSESSED):
        return False
    if "\N{ARABIC FATHATAN}" in text.text[start:end] or name_end(text, index) != index:
        return False
    after = text.word(index + 1)
    alone = not text.joined(index) or after in ENDS | PREPOSITIONS
    return word not in OFTEN_A_WORD | GIVEN_NAMES | ORGANISATIONS and alone


def _is_name(words: str) -> bool:
    """True where all of the words make one name."""
    text = ArabicText(words)
    return kind_at(text, 0) is None and name_end(text, 0) == len(text.words) - 1


def arabic_mentions(
    text: ArabicText, told: Mapping[str, Where]
) -> Iterator[Found[Where]]:
    """Bare mentions of names that the report introduced.

    A name with the article may be a word too, and needs a preposition before it.
    """
    first_words = {key.partition(" ")[0] for key in told}
    for index in range(len(text.words)):
        for form in text.forms(index):
            if form.word in first_words and form.word not in ENDS:
                found = _mention(text, index, form, told)
                if found is not None:
                    yield found
                    break


def _mention(
    text: ArabicText, index: int, form: Form, told: Mapping[str, Where]
) -> Found[Where] | None:
    for length in (4, 3, 2, 1):
        last = index + length - 1
        if last >= len(text.words):
            continue
        key = " ".join([form.word, *text.words[index + 1 : last + 1]])
        where = told.get(key)
        if where is None or not _is_meant(text, index, form):
            continue
        words = text.text[form.start : text.tokens[last][1]]
        precision = precision_before(text, index)
        there = Where(
            words, level=where.level, precision=precision, within=where.within
        )
        return Found.at(text.text, form.start, text.tokens[last][1], there)
    return None


def _is_meant(text: ArabicText, index: int, form: Form) -> bool:
    if belongs_to_another(text, index):
        return False
    if not form.word.startswith("ال") or form.before[-1:] in ("ب", "ل"):
        return True
    before = index - 1
    return text.joined(before) and any(
        each.word in PREPOSITIONS for each in text.forms(before)
    )

"""Says what other stages explain: in Arabic, and in English with dates in words."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from markupsafe import Markup

from tasjil.model.languages import Language
from tasjil.publish.outside import told

Saying = Mapping[str, Callable[[str], Markup]]
"""How to say what stands in a sentence, by its kind: name, words, date or n."""

_GAP = re.compile(r"\{(\w+)\}")
_YEAR = re.compile(r"\d{4}")
_ONE_WORD = {"n": r"(\S+?)", "date": r"(\S+?)"}
"""Gaps without a space in them, so that a name beside them ends where it ends."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in English as a pattern, and its Arabic.

    Attributes:
        pattern: Of the whole sentence.
        gaps: The kinds of what stands in it, in order.
        begins: What stands before its first gap.
    """

    begins: str
    pattern: re.Pattern[str]
    gaps: tuple[str, ...]
    english: str
    arabic: str


def explained(text: str, language: Language, saying: Saying) -> Markup:
    """Say an explanation in the page's language, or mark it as English.

    Example:
        >>> explained("one claim tells of it", Language.AR, {})
        Markup('إفادة واحدة ترويها')
        >>> explained("nobody foresaw this", Language.AR, {})
        Markup('<span lang="en"><bdi>nobody foresaw this</bdi></span>')
    """
    if language is Language.EN:
        return _english(text, saying)
    return in_arabic(text, sentences(), saying) or in_english(text)


def in_arabic(text: str, book: Iterable[Sentence], saying: Saying) -> Markup | None:
    """Say an explanation by the Arabic of the first sentence of a book that fits it.

    Args:
        text: As the program made it.
        book: Sentences, those with more words of their own first.
        saying: How to say what stands in them.

    Returns:
        None where the book has no such sentence.
    """
    for sentence in book:
        if text.startswith(sentence.begins):
            found = sentence.pattern.fullmatch(text)
            if found is not None:
                return _filled(sentence, sentence.arabic, found.groups(), saying)
    return None


def in_english(text: str) -> Markup:
    """Show what nobody has said in Arabic as the English that it is."""
    return Markup('<span lang="en">{}</span>').format(told(text))


def _english(text: str, saying: Saying) -> Markup:
    """Say the dates of a sentence in words, as everywhere on the page."""
    if _YEAR.search(text) is not None:
        for sentence in sentences():
            if "date" in sentence.gaps:
                found = sentence.pattern.fullmatch(text)
                if found is not None:
                    dates = {"date": saying["date"]} if "date" in saying else {}
                    return _filled(sentence, sentence.english, found.groups(), dates)
    return told(text)


@lru_cache(maxsize=1)
def sentences() -> tuple[Sentence, ...]:
    """Read the sentences; those with more words of their own are tried first."""
    source = files("tasjil.publish").joinpath("words", "sentences-ar.toml")
    return book_of([source.read_text(encoding="utf-8")])


def book_of(written: Iterable[str]) -> tuple[Sentence, ...]:
    """Make one book of some files of sentences, as TOML."""
    plain = [each for text in written for each in tomllib.loads(text)["sentence"]]
    made = [_sentence(each["en"], each["ar"]) for each in plain]
    return tuple(sorted(made, key=lambda each: -len(each.pattern.pattern)))


def _sentence(english: str, arabic: str) -> Sentence:
    parts = _GAP.split(english)
    pattern = "".join(
        re.escape(part) if n % 2 == 0 else _ONE_WORD.get(part, "(.+?)")
        for n, part in enumerate(parts)
    )
    gaps = tuple(parts[1::2])
    return Sentence(parts[0], re.compile(pattern), gaps, english, arabic)


def _filled(
    sentence: Sentence, words: str, found: tuple[str | None, ...], saying: Saying
) -> Markup:
    """Put what was found into the sentence's words, kind by kind and in order."""
    waiting: dict[str, list[Markup]] = {}
    for kind, value in zip(sentence.gaps, found, strict=True):
        said = saying.get(kind, told)(value or "")
        waiting.setdefault(kind, []).append(said)
    pieces = _GAP.split(words)
    written = [
        Markup(piece) if n % 2 == 0 else waiting[piece].pop(0)
        for n, piece in enumerate(pieces)
    ]
    return Markup("").join(written)

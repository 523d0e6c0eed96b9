"""What vowel marks tell: "was killed" for "killed", "two" for "many"."""

from collections.abc import Iterator

from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.words import Word
from tasjil.read.sentence import Sentence

_U, _A = "ُ", "َ"


def passive_words(report: str, sentence: Sentence, line: Line) -> tuple[int, ...]:
    """Words whose first letter bears an u: the passive, in verbs of the past."""
    return tuple(
        i
        for i, word in enumerate(line.words)
        if _U in _first_marks(report, sentence, word)
    )


def two_words(report: str, sentence: Sentence, line: Line) -> tuple[int, ...]:
    """Words that end in "-ayn": two, where the letters alone could mean many."""
    return tuple(
        i
        for i, word in enumerate(line.words)
        if word.form.endswith("ين") and _A in _raw(report, sentence, word)[-6:]
    )


def _raw(report: str, sentence: Sentence, word: Word) -> str:
    """The word as the report has it, with the marks behind its last letter."""
    start, end = sentence.span(word.start, word.end)
    return report[start:end]


def _first_marks(report: str, sentence: Sentence, word: Word) -> str:
    """The marks of the word's first letter, past "and" or "so"."""
    raw = _raw(report, sentence, word)
    letters = list(_letters(raw))
    skip = 1 if word.form[:1] in ("و", "ف") and len(word.form) > 3 else 0
    return "".join(marks for _, marks in letters[: 1 + skip])


def _letters(raw: str) -> Iterator[tuple[str, str]]:
    """Each letter with the marks behind it."""
    letter, marks = "", ""
    for sign in raw:
        if "ً" <= sign <= "ْ" or sign == "ٰ":
            marks += sign
            continue
        if letter:
            yield letter, marks
        letter, marks = sign, ""
    if letter:
        yield letter, marks

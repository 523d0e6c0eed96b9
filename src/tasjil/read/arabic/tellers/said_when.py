"""Stretches of a sentence that say who told it and when: no time of the harm."""

from collections.abc import Iterator

from tasjil.read.arabic.tellers.cues import Cue, cues
from tasjil.read.arabic.tellers.list_holders import held_in
from tasjil.read.arabic.tellers.teller_phrases import tells_of_harm
from tasjil.read.arabic.tellers.telling_words import words
from tasjil.read.arabic.text.line import Line

_BEHIND_STATEMENT = 4
Stretch = tuple[int, int]


def said_when(text: str) -> list[Stretch]:
    """The stretches of a sentence in which a date is that of a statement.

    Example:
        >>> told = "أعلنت البلدية الثلاثاء أن راعياً قُتل الأحد."
        >>> [told[start:end] for start, end in said_when(told)]
        ['أعلنت البلدية الثلاثاء ']
    """
    line, found = cues(text)
    spans = [s for c in found if (s := _of_cue(line, c)) is not None]
    held = held_in(text)
    return [*spans, *_statements(line), *([held[0]] if held is not None else [])]


def _of_cue(line: Line, cue: Cue) -> Stretch | None:
    """From the word of telling to what is told."""
    start = line.words[cue.word].start
    if cue.beside:
        behind = max((line.index(t.end - 1) for t in cue.tellers), default=cue.word) + 1
        stop = (k for k in range(behind, len(line)) if line.breaks(k))
        return start, line.offset(next(stop, len(line)))
    after = range(cue.word + 1, cue.last)
    that = next((k for k in after if line.one_of(k, words("that"))), None)
    if that is not None:
        return start, line.offset(that)
    if line.one_of(cue.word, words("counting")):
        return None
    harm = next((k for k in after if tells_of_harm(line.form(k))), None)
    return None if harm is None else (start, line.offset(harm))


def _statements(line: Line) -> Iterator[Stretch]:
    """As in "in a statement issued on Tuesday"."""
    for k in range(1, len(line)):
        if line.one_of(k, words("statements")):
            behind = range(k + 1, min(k + 1 + _BEHIND_STATEMENT, len(line)))
            stop = next((j for j in behind if line.breaks(j)), behind.stop)
            yield line.words[k].start, line.offset(stop)

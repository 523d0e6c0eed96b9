"""Who tells: from the nearest teller of some words out to the last one named."""

from collections.abc import Sequence

from tasjil.model.sources import SourceKind
from tasjil.read.arabic.tellers.cues import Cue, cues
from tasjil.read.arabic.tellers.teller_kinds import kind_of
from tasjil.read.arabic.tellers.teller_phrases import Told
from tasjil.read.arabic.text.words import Word
from tasjil.read.sentence import Sentence


def tellers(sentence: Sentence, words: Sequence[Word], at: int) -> list[Told]:
    """Those who tell the word at an offset in its own sentence, nearest first.

    Example:
        >>> from tasjil.read.arabic.text.sentences import split
        >>> from tasjil.read.arabic.text.words import words_of
        >>> told = split("قالت وزارة الصحة إن أربعة قتلوا.")[0]
        >>> [t.text for t in tellers(told, words_of(told.text), 25)]
        ['وزارة الصحة']
    """
    return list(chain(cues_over(sentence.text, at)))


def cues_over(text: str, at: int) -> list[Cue]:
    """The cues that reach over an offset, the nearest first."""
    line, found = cues(text)
    i = line.index(at)
    over = [c for c in found if c.first <= i < c.last and not _inside(c, at)]
    return sorted(over, key=lambda c: (not c.beside, c.last - c.first, -c.word))


def _inside(cue: Cue, at: int) -> bool:
    """True where the word stands within the teller's own words."""
    return any(t.text and t.start <= at < t.end for t in cue.tellers)


def chain(found: Sequence[Cue]) -> tuple[Told, ...]:
    """The tellers of several cues, each once; "we" ends the chain."""
    told: dict[int, Told] = {}
    for cue in found:
        for who in cue.tellers:
            told.setdefault(who.start, who)
        if cue.own:
            break
    named = [who for who in told.values() if not who.back]
    outlets = [w for w in named if kind_of(w.text, {}) is SourceKind.MEDIA]
    return tuple([w for w in named if w not in outlets] + outlets or told.values())


def speaker(sentence: Sentence, words: Sequence[Word]) -> Told | None:
    """Who speaks in a sentence as a whole: for "he added that" in what follows."""
    _, found = cues(sentence.text)
    named = (t for c in found for t in c.tellers if t.text and not t.back)
    return next(named, None)

"""Reports in the first person: who bears witness, and what was only heard."""

import re
from collections.abc import Sequence

from tasjil.model.acts import Stance
from tasjil.read.arabic.cues import cues
from tasjil.read.arabic.line import Line, bare
from tasjil.read.arabic.speakers import Named
from tasjil.read.arabic.teller_phrases import phrase_end
from tasjil.read.arabic.telling_words import words
from tasjil.read.arabic.words import words_of
from tasjil.read.sentence import Sentence

_HEAD = 2
_OFTEN = 3
_QUOTED = re.compile(r"«[^»]*(?:»|$)|^[^«]*»")


def witness_of(sentences: Sequence[Sentence]) -> Named | None:
    """Who gives the testimony that a report is by its title; None for other reports."""
    for sentence in sentences[:_HEAD]:
        line, _ = cues(sentence.text)
        if not line.one_of(0, words("headed")) or not in_first_person(sentences[1:]):
            continue
        return _called(sentence, line) or _titled(sentence, line)
    return None


def in_first_person(sentences: Sequence[Sentence]) -> bool:
    """True where the one who tells says "I" and "we" throughout."""
    seen = 0
    for sentence in sentences:
        said = words_of(_QUOTED.sub(" ", sentence.text))
        seen += sum(bool({w.form, bare(w.form)} & words("first_person")) for w in said)
    return seen >= _OFTEN


def _called(sentence: Sentence, line: Line) -> Named | None:
    """The name in quotation marks: "whom we call «Jawad»"."""
    at, behind = sentence.text.find("«"), sentence.text.find("»")
    if not 0 <= at < behind - 1:
        return None
    about = sentence.text[line.offset(1) : at]
    return Named(sentence.text[at + 1 : behind], sentence.span(at + 1, behind), about)


def _titled(sentence: Sentence, line: Line) -> Named | None:
    """The name behind "testimony of"."""
    end = phrase_end(line, 1)
    end = next((k for k in range(2, end) if line.form(k) == "من"), end)
    if end <= 1:
        return None
    start, last = line.words[1].start, line.words[end - 1].end
    about = sentence.text[last : last + 40]
    return Named(sentence.text[start:last], sentence.span(start, last), about)


def stance_in(sentence: Sentence, at: int, stance: Stance) -> Stance:
    """The stance of one who was there: witnessed, unless others told it."""
    if stance is not Stance.STATED:
        return stance
    line, _ = cues(sentence.text)
    i = line.index(at)
    told = [k for k in range(len(line)) if line.one_of(k, words("hearsay"))]
    if not told:
        return Stance.WITNESSED
    if any(k < i for k in told):
        return Stance.ALLEGED
    return Stance.STATED


def saw_it(sentence: Sentence) -> bool:
    """True where the speaker of a quote says "I saw", "we heard"."""
    line, _ = cues(sentence.text)
    return any(line.one_of(k, words("seeing")) for k in range(len(line)))

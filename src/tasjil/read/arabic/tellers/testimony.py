"""Reports in the first person: who bears witness, and what was only heard."""

import re
from collections.abc import Sequence

from tasjil.model.acts import Stance
from tasjil.read.arabic.people.names import find_names
from tasjil.read.arabic.tellers.cues import cues
from tasjil.read.arabic.tellers.speakers import Named
from tasjil.read.arabic.tellers.teller_phrases import phrase_end
from tasjil.read.arabic.tellers.telling_words import words
from tasjil.read.arabic.text.line import Line, bare
from tasjil.read.arabic.text.words import words_of
from tasjil.read.sentence import Sentence

_HEAD = 2
_OFTEN = 3
_SOME = 2
_SHORT = 3
_NEAR = 12
_ASIDE = 40
_QUOTED = re.compile(r"«[^»]*(?:»|$)|^[^«]*»")


def witness_of(sentences: Sequence[Sentence]) -> Named | None:
    """Who gives the testimony that a report is by its title; None for other reports."""
    for n, sentence in enumerate(sentences[:_HEAD]):
        line, _ = cues(sentence.text)
        headed = line.one_of(0, words("headed"))
        if headed and _says_i(sentences[n + 1 :]) >= _SOME:
            return _called(sentence, line) or _titled(sentence, line)
        if line.one_of(0, words("naming_oneself")) and in_first_person(sentences):
            return _introduced(sentence)
    return None


def _introduced(sentence: Sentence) -> Named | None:
    """The name in "I am Samir, a volunteer"."""
    name = next(iter(find_names(sentence.text)), None)
    if name is None or name.start > _NEAR:
        return None
    about = sentence.text[name.end : name.end + _ASIDE]
    return Named(name.text, sentence.span(name.start, name.end), about)


def _says_i(sentences: Sequence[Sentence]) -> int:
    """How often a report says "I" and "we", outside of quotes and endings included."""
    return sum(_first_persons(s, endings=True) for s in sentences)


def in_first_person(sentences: Sequence[Sentence]) -> bool:
    """True where the one who tells says "I" and "we" throughout."""
    return sum(_first_persons(s) for s in sentences) >= _OFTEN


def _first_persons(sentence: Sentence, *, endings: bool = False) -> int:
    """How many words of a sentence say "I" or "we", outside of quotes."""
    said = [w.form for w in words_of(_QUOTED.sub(" ", sentence.text))]
    known = words("first_person")
    return sum(
        form in known
        or bare(form) in known
        or (endings and len(form) > _SHORT and form.endswith(("ني", "نا")))
        for form in said
    )


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
    about = sentence.text[last : last + _ASIDE]
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

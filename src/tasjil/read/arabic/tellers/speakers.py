"""Who is speaking at each sentence of a report: in open quotes, and from before."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tasjil.model.sources import SourceKind
from tasjil.read.arabic.people.names import find_names
from tasjil.read.arabic.tellers.attribution import chain, cues_over
from tasjil.read.arabic.tellers.cues import Cue, cues
from tasjil.read.arabic.tellers.teller_kinds import kind_of
from tasjil.read.arabic.tellers.teller_phrases import Told, teller_at
from tasjil.read.arabic.tellers.telling_words import words
from tasjil.read.arabic.text.folding import folded
from tasjil.read.sentence import Sentence

Span = tuple[int, int]
_FIRST_WORDS = 3
_FEW = 2
_KNOWN = 30


@dataclass(frozen=True, slots=True)
class Named:
    """One who tells, in the words of the report.

    Attributes:
        span: Where the words stand in the report.
        about: Words beside them that say who that is.
    """

    text: str
    span: Span
    about: str = ""


@dataclass(slots=True)
class Heard:
    """What is known of who speaks when a sentence begins.

    Attributes:
        quote: Who speaks in a quote that was opened before and is still open.
        last: Who spoke last.
        carried: Who goes on telling where the sentence names nobody.
        subject: Whom the paragraph is about: "he says" means them.
    """

    quote: Named | None = None
    last: Named | None = None
    carried: Named | None = None
    subject: Named | None = None
    known: list[Named] = field(default_factory=list)


def listen(sentences: Sequence[Sentence]) -> dict[int, Heard]:
    """For each sentence, by its index, who was heard before it."""
    closing = _closing_speakers(sentences)
    across = _tellers_are_few(sentences)
    now = Heard()
    paragraph = -1
    heard: dict[int, Heard] = {}
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, now.subject = sentence.paragraph, None
            now.carried = now.carried if across else None
        quote = closing.get(sentence.index, now.quote)
        here = replace(now, quote=quote, known=now.known)
        heard[sentence.index] = here
        _hear(sentence, here, now)
        now.quote = _left_open(sentence, here, now)
    return heard


def _hear(sentence: Sentence, here: Heard, now: Heard) -> None:
    """Take in who speaks in a sentence."""
    now.subject = now.subject or _subject(sentence)
    line, found = cues(sentence.text)
    told = [t for c in found for t in c.tellers]
    shown = any(line.one_of(k, words("showing")) for k in range(len(line)))
    if not told:
        nobody = shown or any(c.own for c in found)
        now.carried = None if nobody or "«" in sentence.text else now.carried
        return
    passed = all(line.one_of(c.word, words("relaying")) for c in found if c.tellers)
    first = None if passed else meant(sentence, told[0], here)
    if first is None:
        return
    now.last = first
    if first not in now.known:
        now.known = [*now.known[-_KNOWN:], first]
    now.carried = first if _goes_on(sentence, found) else None


def _goes_on(sentence: Sentence, found: Sequence[Cue]) -> bool:
    """True where what follows may still be told by the same: no quote ended it."""
    quoted = "«" in sentence.text and any(c.first == 0 for c in found if not c.beside)
    return not quoted and not any(c.nobody for c in found)


def _tellers_are_few(sentences: Sequence[Sentence]) -> bool:
    """True for a report that one or two tell: they go on over its paragraphs."""
    several: list[set[str]] = []
    for sentence in sentences:
        for cue in cues(sentence.text)[1]:
            for told in cue.tellers:
                words_of_it = _bare(told.text)
                if told.back or any(words_of_it & other for other in several):
                    continue
                several.append(words_of_it)
        if len(several) > _FEW:
            return False
    return True


def _same(one: str, other: str) -> bool:
    """True where all words of one stand in the other, articles aside."""
    return _bare(one) <= _bare(other)


def _bare(text: str) -> set[str]:
    """The words of a name without their articles."""
    return {w.removeprefix("ال") for w in folded(text).split()}


def meant(sentence: Sentence, told: Told, heard: Heard) -> Named | None:
    """The one a teller's words mean: itself, or who spoke before."""
    if not told.back:
        named = Named(told.text, sentence.span(told.start, told.end), told.about)
        fuller = (k for k in heard.known if _same(told.text, k.text))
        short = len(told.text.split()) == 1
        return next(fuller, named) if short else named
    if heard.subject is not None and (
        heard.last is None or heard.last.span[0] < heard.subject.span[0]
    ):
        return heard.subject
    return heard.last or heard.subject


def _subject(sentence: Sentence) -> Named | None:
    """Whom the first sentences of a paragraph are about: an office, or a name."""
    line, _ = cues(sentence.text)
    for i in range(min(_FIRST_WORDS, len(line))):
        if line.one_of(i, words("offices")) and (found := teller_at(line, i)):
            told = found[0]
            if kind_of(told.text, {}) is not SourceKind.UNKNOWN:
                return Named(told.text, sentence.span(told.start, told.end), told.about)
    names = find_names(sentence.text)
    if not names:
        return None
    about = sentence.text[max(names[0].start - 24, 0) : names[0].start]
    return Named(names[0].text, sentence.span(names[0].start, names[0].end), about)


def _left_open(sentence: Sentence, here: Heard, now: Heard) -> Named | None:
    """Who speaks in a quote that the sentence leaves open."""
    opened, closed = sentence.text.rfind("«"), sentence.text.rfind("»")
    if closed > opened:
        return None
    if opened < 0:
        return here.quote
    told = chain(cues_over(sentence.text, min(opened + 1, len(sentence.text) - 1)))
    meaning = [meant(sentence, each, here) for each in told]
    return next((m for m in meaning if m is not None), here.quote or now.subject)


def _closing_speakers(sentences: Sequence[Sentence]) -> dict[int, Named]:
    """Who is named behind a quote of several sentences, for each of them."""
    speaking: dict[int, Named] = {}
    open_from: int | None = None
    for n, sentence in enumerate(sentences):
        who = _closing(sentence) if open_from is not None else None
        if open_from is not None and who is not None:
            speaking |= {sentences[k].index: who for k in range(open_from, n + 1)}
        opened, closed = sentence.text.rfind("«"), sentence.text.rfind("»")
        if opened > closed:
            open_from = n
        elif closed >= 0:
            open_from = None
    return speaking


def _closing(sentence: Sentence) -> Named | None:
    """Who is named behind the quote that a sentence closes."""
    line, found = cues(sentence.text)
    for cue in found:
        behind = "»" in line.marks[cue.word]
        for each in cue.tellers if behind else ():
            if not each.back:
                return Named(each.text, sentence.span(each.start, each.end), each.about)
    return None

"""Words that say who tells, and how far along the sentence each of them reaches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tasjil.model.sources import SourceKind
from tasjil.read.arabic.tellers.sayings import Saying, sayings
from tasjil.read.arabic.tellers.teller_kinds import kind_of
from tasjil.read.arabic.tellers.teller_phrases import (
    Told,
    ends,
    phrase_end,
    teller_at,
    tells_of_harm,
    told,
)
from tasjil.read.arabic.tellers.telling_words import (
    Telling,
    doubtful,
    participles,
    verb,
    words,
)
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.words import words_of

_LABEL = 10


@dataclass(frozen=True, slots=True)
class Cue:
    """Who tells what stands between two words of a sentence, and how.

    Attributes:
        tellers: Nearest first; nobody for "we" and for "reports say".
        first, last: The words it reaches over: from `first`, up to before `last`.
        word: The word that says so.
        nobody: True where words of telling stand there, and nobody behind them.
        own: True for "we documented".
        beside: True for "according to": it says nothing on how firmly.
    """

    tellers: tuple[Told, ...]
    first: int
    last: int
    word: int
    telling: Telling = Telling.STATED
    nobody: bool = False
    own: bool = False
    beside: bool = False


@lru_cache(maxsize=512)
def cues(text: str) -> tuple[Line, tuple[Cue, ...]]:
    """The line of a sentence with every cue in it, in the order of their words."""
    line = Line.of(text, words_of(text))
    according = list(_according(line))
    taken = {i for c in according for i in range(c.word, _behind(line, c))}
    verbs = [_of_verb(line, s) for s in sayings(line, taken)]
    verbs = list(_closed(line, verbs))
    spoken = [_reaching(line, c, verbs, according) for c in according]
    found = [
        *_label(line),
        *verbs,
        *spoken,
        *_participles(line, taken),
        *_accused(line),
    ]
    return line, tuple(sorted(found, key=lambda c: c.word))


def _behind(line: Line, cue: Cue) -> int:
    """The word behind the words for the last teller of a cue."""
    return max((line.index(t.end - 1) + 1 for t in cue.tellers), default=cue.word + 1)


def _of_verb(line: Line, said: Saying) -> Cue:
    """The cue of one verb of telling."""
    return Cue(
        said.tellers,
        said.first,
        len(line),
        said.word,
        said.telling,
        nobody=said.nobody,
        own=said.own,
    )


def _closed(line: Line, found: Sequence[Cue]) -> Iterator[Cue]:
    """Each verb reaches to the next that tells beside it, not to one told within it."""
    for cue in found:
        later = [
            c.word
            for c in found
            if c.word > cue.word and verb_beside(line, c.word) and c.first >= c.word
        ]
        last = min([cue.last, *later])
        yield replace(cue, last=_complement_end(line, cue, found, last))


def verb_beside(line: Line, i: int) -> bool:
    """True for a verb of telling that "and" or a mark sets beside the one before."""
    known = verb(line.form(i))
    joined = known is not None and known[1]
    return joined or line.one_of(i - 1, words("contrast")) or line.breaks(i)


def _complement_end(line: Line, cue: Cue, found: Sequence[Cue], last: int) -> int:
    """A verb told within another ends where the other goes on with "and that"."""
    outer = any(c.word < cue.word and cue.word < c.last for c in found if c is not cue)
    if not outer or verb_beside(line, cue.word):
        return last
    goes_on = (
        k
        for k in range(cue.word + 2, last)
        if line.breaks(k) and line.form(k)[:1] == "و" and line.bare(k) in words("that")
    )
    return next(goes_on, last)


def _according(line: Line) -> Iterator[Cue]:
    """As in "according to X", "quoting X", "as X said"."""
    for i in range(len(line)):
        if not line.one_of(i, words("according")):
            continue
        if line.one_of(i, words("loose")) and not _is_bound(line, i):
            continue
        j = i + 1
        while j < len(line) and line.form(j) in words("between"):
            j += 1
        said = verb(line.form(j)) is not None and _is_verb(line, j)
        j += 1 if said else 0
        while said and line.form(j) in words("between_verb"):
            j += 1
        if line.form(j) in words("not_tellers"):
            continue
        found = None if _is_hidden(line, j) else teller_at(line, j)
        who = (found[0],) if found is not None else (_nobody_named(line, i, j),)
        yield Cue(who, i, len(line), i, beside=True)


def _is_verb(line: Line, j: int) -> bool:
    """False for a noun that looks like a verb: "according to the register of"."""
    return line.form(j) not in doubtful() or line.bare(j - 1) in ("ما", "كما")


def _is_hidden(line: Line, j: int) -> bool:
    """True at the end, and behind a mark: "as he put it,"."""
    return j >= len(line) or bool(line.marks[j] and not line.marks[j].startswith("«"))


def _nobody_named(line: Line, i: int, j: int) -> Told:
    """Who spoke before, in "as he put it"."""
    last = max(min(j, len(line)) - 1, i)
    return Told("", line.words[i].start, line.words[last].end, back=True)


def _is_bound(line: Line, i: int) -> bool:
    """True for "as X said" and "on what X announced", not for "on the road"."""
    if line.bare(i) == "كما":
        known = verb(line.form(i + 1))
        return known is not None and not known[1] and not line.starts_clause(i + 1)
    return line.form(i + 1) in words("loose_next")


def _reaching(
    line: Line, cue: Cue, verbs: Sequence[Cue], all_of_them: Sequence[Cue]
) -> Cue:
    """With "according to" goes its own clause, or all that follows it."""
    behind = _behind(line, cue)
    later = [c.word for c in verbs if c.word > behind and verb_beside(line, c.word)]
    later += [k for k in range(behind, len(line)) if _contrasts(line, k)]
    end = min(later, default=len(line))
    if cue.word == 0 or (cue.word <= 1 and line.breaks(cue.word)):
        return replace(cue, last=end, first=0)
    bounds = [c.word for c in verbs if c.word < cue.word and verb_beside(line, c.word)]
    bounds += [k for k in range(1, cue.word) if _contrasts(line, k)]
    bounds += [_behind(line, c) for c in all_of_them if 0 < c.word < cue.word]
    return replace(cue, first=max(bounds, default=0), last=end)


def _contrasts(line: Line, k: int) -> bool:
    """True where another clause is set against the one before."""
    marked = line.breaks(k) and line.one_of(k, words("contrast"))
    return marked or "؛" in line.marks[k]


def _participles(line: Line, taken: set[int]) -> Iterator[Cue]:
    """As in "denying that", "adding that": the speaker of the sentence goes on."""
    known = participles()
    for i in range(1, len(line)):
        telling = known.get(line.form(i)) or known.get(line.bare(i))
        if (
            telling is None
            or i in taken
            or not (line.breaks(i) or line.form(i)[:1] == "و")
        ):
            continue
        end = next((k for k in range(i + 1, len(line)) if line.form(k) in known), None)
        yield Cue((), i, end or len(line), i, telling)


def _accused(line: Line) -> Iterator[Cue]:
    """As in "the ministry's accusation that": the one who accuses tells."""
    for i in range(len(line) - 1):
        if line.one_of(i, words("accusing")) and not line.marks[i + 1]:
            found = teller_at(line, i + 1)
            if (
                found is not None
                and kind_of(found[0].text, {}) is not SourceKind.UNKNOWN
            ):
                end = next((k for k in range(i + 1, len(line)) if line.breaks(k)), None)
                yield Cue((found[0],), i, end or len(line), i, Telling.ALLEGED)


def _label(line: Line) -> Iterator[Cue]:
    """As in "Civil Defence: we recovered seven bodies"."""
    colon = next((k for k in range(1, len(line)) if _is_colon(line, k)), None)
    if colon is None or colon > _LABEL:
        return
    start = 0
    for k in range(colon):
        if any(m in "—–|-" for m in line.marks[k]):
            start = k
    while start < colon - 1 and line.form(start) in words("label_leads"):
        start += 1
    if ends(line, start) or line.form(start)[:1].isdigit():
        return
    end = min(phrase_end(line, start), colon)
    who = told(line, start, end)
    known = kind_of(who.text, {}) is not SourceKind.UNKNOWN
    if known and not _tells_already(line, start, colon):
        yield Cue((who,), colon, len(line), start)


def _is_colon(line: Line, k: int) -> bool:
    """True for a colon that is not part of an hour, with more than a number behind."""
    if ":" not in line.marks[k]:
        return False
    digits = line.form(k).isdigit()
    return not (digits and (line.form(k - 1).isdigit() or k == len(line) - 1))


def _tells_already(line: Line, start: int, colon: int) -> bool:
    """True where a verb, an act or a number stands before the colon."""
    return any(
        (tells_of_harm(line.form(k)) and line.form(k) not in words("counts"))
        or (verb(line.form(k)) is not None and k > start + 1)
        for k in range(start, colon)
    )

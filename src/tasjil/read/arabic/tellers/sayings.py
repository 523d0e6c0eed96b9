"""Verbs of telling in a sentence, and who stands behind each of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tasjil.model.sources import SourceKind
from tasjil.read.arabic.tellers.teller_kinds import kind_of
from tasjil.read.arabic.tellers.teller_phrases import (
    Told,
    ends,
    is_told_to,
    phrase_end,
    teller_at,
    tells_of_harm,
    told,
)
from tasjil.read.arabic.tellers.telling_words import (
    Telling,
    doubtful,
    own,
    passing,
    verb,
    words,
)
from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.person_nouns import person_sense

_BACK_TO = 9
_AHEAD = 12
_ASIDE = 9
_FIRST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Saying:
    """One verb of telling.

    Attributes:
        word: Which word it is.
        first: The first word of what it tells.
        behind: The word behind the words for its teller.
    """

    word: int
    telling: Telling
    tellers: tuple[Told, ...]
    first: int
    behind: int
    nobody: bool = False
    own: bool = False


def sayings(line: Line, taken: set[int]) -> Iterator[Saying]:
    """Every verb of telling that is not part of "according to"."""
    for i in range(len(line)):
        if i in taken:
            continue
        if line.one_of(i, words("came")) and (said := _came(line, i)) is not None:
            yield said
        if line.one_of(i, passing()):
            yield from _passed_on(line, i)
        elif line.one_of(i, words("hearsay")) and verb(line.form(i)) is None:
            yield from _heard(line, i)
        elif (known := verb(line.form(i))) is not None and _is_real(line, i):
            said = _one(line, i, known[0])
            if said is not None:
                yield said


def _is_real(line: Line, i: int) -> bool:
    """False for "did not comment", "14 students"; "admits only" tells."""
    if _is_counted(line, i) or _is_of_an_office(line, i):
        return False
    if line.one_of(i - 1, words("refusing")):
        return "الا" in (line.form(i + 1), line.form(i + 2))
    believed = line.form(i) in words("believed") and line.form(i + 1) != "ان"
    if believed and line.one_of(i + 1, words("that")) and not line.starts_clause(i):
        return False
    return not line.one_of(i - 1, ("في", "من", "الي", "علي", "عن", "ب"))


def _is_of_an_office(line: Line, i: int) -> bool:
    """True for the "monitoring" of "the monitoring group of Lumenia"."""
    noun = line.form(i) in ("رصد", "توثيق", "كشف", "نشر") and not line.marks[i]
    return noun and line.bare(i - 1) in _OFFICES


def _is_counted(line: Line, i: int) -> bool:
    """True for a noun behind a number that is written like "they both demanded"."""
    form, before = line.form(i), line.form(i - 1)
    number = before[:1].isdigit() or before in words("numbers")
    noun = form.endswith("ا") and person_sense(line.words[i]) is not None
    return number and noun


_OFFICES = frozenset(("مجموعه", "مركز", "شبكه", "وحده", "فريق", "لجنه", "هيئه", "مكتب"))


def _one(line: Line, i: int, telling: Telling) -> Saying | None:
    """The saying of one verb; None where the word tells nothing."""
    if line.one_of(i, own()) or line.form(i + 1) in words("with_us"):
        return Saying(i, telling, (), i, i + 1, own=True)
    said = _with_subject(line, Saying(i, telling, (), i, _skip(line, i + 1)))
    if not _holds(line, said):
        return None
    said = replace(said, first=_first(line, said))
    return replace(said, tellers=(), nobody=True) if _is_nobody(line, said) else said


def _is_nobody(line: Line, said: Saying) -> bool:
    """True for "an earlier count spoke of", "reports say": nobody stands behind it."""
    first = said.tellers[0]
    if first.text:
        return line.one_of(line.index(first.start), words("nobody"))
    head = range(min(_FIRST_WORDS, said.word))
    return any(line.one_of(k, words("nobody")) for k in head)


def _with_subject(line: Line, said: Saying) -> Saying:
    """Who tells: behind the verb, before it, or who spoke before."""
    after = _behind_verb(line, said)
    if after is not None and _is_somebody(after.tellers[0]):
        return after
    before = _before_verb(line, said)
    if before is not None and _is_somebody(before.tellers[0]):
        return before
    named = after is not None and _opens_next(line, after.behind)
    if after is not None and named:
        return after
    return before or _unnamed(line, said)


def _is_somebody(who: Told) -> bool:
    """True for words that can only be for one who tells."""
    first = folded(who.text).split()[:1]
    known = words("somebody") | words("nobody") | words("same")
    if first and (first[0] in known or first[0].removeprefix("ال") in known):
        return True
    return kind_of(f"{who.text} {who.about}", {}) is not SourceKind.UNKNOWN


def _opens_next(line: Line, j: int) -> bool:
    """True where what is told begins behind the words for a teller and a listener."""
    if j < len(line) and is_told_to(line, j):
        j = phrase_end(line, j + 1)
    if j >= len(line):
        return True
    marks = line.marks[j]
    opens = line.one_of(j, words("that")) or _tells(line, j) or bool(marks)
    return opens or _opens_later(line, j)


def _opens_later(line: Line, j: int) -> bool:
    """True where only a day or a report stands before what is told.

    As in "said the network in its monthly report on Wednesday that".
    """
    for k in range(j, min(j + _ASIDE, len(line))):
        if line.one_of(k, words("that")):
            return True
        closed = line.marks[k] not in ("", "/")
        if closed or verb(line.form(k)) is not None or _tells(line, k):
            return False
    return False


def _skip(line: Line, j: int) -> int:
    """The word behind "to us", "also"."""
    while j < len(line) and line.form(j) in words("between_verb") and not line.marks[j]:
        j += 1
    return j


def _behind_verb(line: Line, said: Saying) -> Saying | None:
    """The subject where Arabic has it: behind the verb."""
    j = said.behind
    if j >= len(line) or ends(line, j) or _opens(line, j):
        return None
    if line.marks[j] and line.marks[j] not in ("،", "«"):
        return None
    if line.marks[j] == "«":
        return None
    found = teller_at(line, j)
    if found is None:
        return None
    who, behind = found
    return replace(said, tellers=(who,), behind=behind)


def _opens(line: Line, j: int) -> bool:
    """True where what is told begins."""
    return line.one_of(j, words("opens")) or tells_of_harm(line.form(j))


def _before_verb(line: Line, said: Saying) -> Saying | None:
    """The subject before the verb: in headlines, and behind "but" and "had"."""
    i, k = said.word, said.word
    while k > 0 and i - k < _BACK_TO and not line.marks[k]:
        k -= 1
    first, last = k, i
    known = verb(line.form(i))
    if known is not None and known[1] and line.form(first) not in words("as_for"):
        return None
    while first < last and line.one_of(first, words("leads")):
        first += 1
    while last > first and line.one_of(last - 1, words("before_verb")):
        last -= 1
    first = max([first, *(n + 1 for n in range(first, last) if _splits(line, n))])
    if first >= last or ends(line, first):
        return _aside_before(line, said) if line.breaks(i) else None
    who = told(line, first, last)
    that = line.one_of(said.behind, words("that"))
    return replace(said, tellers=(who,)) if that or _is_somebody(who) else None


def _splits(line: Line, n: int) -> bool:
    """True for a word that cannot stand within a subject."""
    form = line.bare(n)
    return form in words("that") or form in ("الذي", "التي", "الذين", "ما")


def _aside_before(line: Line, said: Saying) -> Saying | None:
    """As in "the driver, who lost an eye, asks:": the subject opens the sentence."""
    if ":" not in line.marks[min(said.word + 1, len(line))] or line.form(0) == "":
        return None
    found = teller_at(line, 0)
    return None if found is None else replace(said, tellers=(found[0],))


def _unnamed(line: Line, said: Saying) -> Saying:
    """As in "he added that": somebody who spoke before."""
    word = line.words[said.word]
    return replace(said, tellers=(Told("", word.start, word.end, back=True),))


def _holds(line: Line, said: Saying) -> bool:
    """True where something is told: a clause, harm, a number, or words in quotes."""
    j = said.behind
    near = range(j, min(j + _AHEAD, len(line)))
    if any(line.one_of(k, words("that")) for k in near[:_AHEAD]):
        return True
    if j <= len(line) and any(m in line.marks[min(j, len(line))] for m in ":«"):
        return True
    if trailing(line, said.word):
        return True
    if line.one_of(said.word, doubtful()):
        sure = bool(said.tellers) and _is_somebody(said.tellers[0])
        passed = sure and any(line.one_of(k, words("relayed")) for k in near[:4])
        return passed or any(_tells(line, k) for k in (near if sure else near[:3]))
    return bool(said.tellers and said.tellers[0].text) or any(
        _tells(line, k) for k in near[:4]
    )


def _tells(line: Line, k: int) -> bool:
    """True for harm and numbers."""
    return tells_of_harm(line.form(k)) or line.bare(k) == "عن"


def trailing(line: Line, i: int) -> bool:
    """True for a verb behind the words it tells: "..., says the teacher"."""
    return i > 0 and "»" in line.marks[i]


def _first(line: Line, said: Saying) -> int:
    """The first word that is told: behind the verb, or back in the quote before it."""
    i = said.word
    if trailing(line, i):
        return next((k for k in range(i - 1, -1, -1) if "«" in line.marks[k]), 0)
    closed = said.behind >= len(line) or line.marks[said.behind][:1] in "،.؛"
    opened = any(line.one_of(k, words("that")) for k in range(i, len(line)))
    if i > 0 and line.breaks(i) and closed and not opened and ":" not in line.marks[i]:
        return 0
    return i


def _came(line: Line, i: int) -> Saying | None:
    """As in "a statement of its office said:", "our bulletin had it that"."""
    if line.form(i + 1) != "في" or not line.one_of(i + 2, words("things")):
        ours = line.form(i + 1) == "في" and line.form(i + 2) in words("our_words")
        return Saying(i, Telling.STATED, (), i, i + 3, own=True) if ours else None
    j = i + 3
    j += line.form(j) in words("issued")
    j += line.form(j) in ("ل", "عن")
    found = None if j >= len(line) or line.marks[j] else teller_at(line, j)
    if found is None:
        return _unnamed(line, Saying(i, Telling.STATED, (), i, j))
    return Saying(i, Telling.STATED, (found[0],), i, found[1])


def _heard(line: Line, i: int) -> Iterator[Saying]:
    """As in "so their friends told me", where somebody is named for it."""
    said = _behind_verb(line, Saying(i, Telling.STATED, (), i, i + 1))
    if said is not None and _is_somebody(said.tellers[0]):
        yield replace(said, first=_first(line, said))


def _passed_on(line: Line, i: int) -> Iterator[Saying]:
    """As in "the radio quoted X as saying": X tells, the radio passes it on."""
    stop = min(i + _AHEAD, len(line))
    about = next((k for k in range(i + 1, stop) if line.form(k) == "عن"), None)
    if about is None or not (found := teller_at(line, about + 1)):
        return
    who, behind = found
    chain = [who]
    if about > i + 1 and (outlet := teller_at(line, i + 1)) is not None:
        chain.append(outlet[0])
    yield Saying(i, Telling.STATED, tuple(chain), i, behind)

"""Where the words for a teller end, and who is named beside an office."""

from collections.abc import Mapping
from dataclasses import dataclass

from tasjil.read.arabic.tellers.telling_words import doubtful, verb, words
from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.lexicon import words as listed
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.words import cuts

_LONGEST = 9
_ASIDE = 8
_ISSUED = 5
_SHORT = 3
_ITS_REPORT = 4
_TO = ("له", "لها", "لنا", "لي", "لهم", "لل")
_OWN_PARTICLES = ("ل", "لل")


@dataclass(frozen=True, slots=True)
class Told:
    """One teller in a sentence.

    Attributes:
        text: The words, as in the sentence; empty for "he added".
        start, end: Offsets in the sentence.
        about: Words beside it that say who that is: "spokesman of the mission".
        back: True for words that point to somebody who told before: "the statement".
    """

    text: str
    start: int
    end: int
    about: str = ""
    back: bool = False


def teller_at(line: Line, i: int) -> tuple[Told, int] | None:
    """The teller whose words begin at word `i`, and the word behind them.

    None where no words for a teller stand there.
    """
    if (issuer := _issuer(line, i)) is not None:
        return issuer
    end = phrase_end(line, i)
    if end <= i:
        return None
    said = told(line, i, end)
    named = _named_beside(line, i, end)
    if named is None:
        return said, end
    return Told(named.text, named.start, named.end, said.text), line.index(named.end)


def _issuer(line: Line, i: int) -> tuple[Told, int] | None:
    """Whose a thing is: "a list that the clinic published", "a report by X"."""
    if line.bare(i).removeprefix("ال") not in words("things"):
        return None
    stop = min(i + _ISSUED, len(line))
    k = next((k for k in range(i + 1, stop) if line.form(k) in words("issued")), None)
    if k is None:
        return None
    k += line.form(k + 1) in ("عن", "من")
    end = phrase_end(line, k + 1)
    return (told(line, k + 1, end), end) if end > k + 1 else None


def told(line: Line, first: int, end: int) -> Told:
    """The teller of words `first` to `end`; a "to" that is written on goes."""
    start, last = line.words[first].start, line.words[end - 1].end
    start += _written_on(line.form(first))
    text = line.text[start:last]
    return Told(text, start, last, _beside(line, end), is_back(text))


def _written_on(form: str) -> int:
    """How many letters of "to" or "by" are written on a word that is no name."""
    if form.startswith("لل") and len(form) > 4:
        return 2
    rest = form[1:]
    return 1 if form[:1] == "ل" and rest in words("heads") and len(rest) > 2 else 0


def phrase_end(line: Line, i: int) -> int:
    """The word behind the words for a teller that begin at word `i`."""
    j = i
    while j < len(line) and j - i < _LONGEST:
        if j > i and line.marks[j] and not _goes_through_quotes(line, j):
            break
        if j > i and line.form(j) == "من" and not _is_some_of(line, j):
            break
        if j > i and line.form(j) == "في" and _is_head(line, i, j):
            return _behind_in(line, j)
        if ends(line, j) or (j > i and line.form(j) in words("things")):
            break
        if j > i and (is_told_to(line, j) or _is_accused(line, j)):
            break
        j += 1
    return j


def is_told_to(line: Line, j: int) -> bool:
    """True for "to the monitor", behind a name: the one who hears is no teller."""
    form = line.form(j)
    known = words("heads") | words("heard")
    rest = form[2:] if form.startswith("لل") else form[1:]
    head = rest in known and len(form) > _SHORT
    return form[:1] == "ل" and form not in known and head


def _is_accused(line: Line, j: int) -> bool:
    """True for a force right behind a word with "the", which has ended the phrase."""
    closed = line.form(j - 1).startswith("ال")
    return closed and line.form(j) in listed("doers", "with_name")


def _goes_through_quotes(line: Line, j: int) -> bool:
    """True inside a name in quotation marks: an organisation called "Nidaa"."""
    marks = line.marks[j]
    if marks == "«":
        closed = next((k for k in range(j + 1, len(line) + 1) if line.marks[k]), j)
        return closed - j <= 2 and line.marks[closed].startswith("»")
    return marks == "»" and not ends(line, j)


def _is_head(line: Line, i: int, j: int) -> bool:
    """True for "a source in", "residents in", where a place belongs to the words."""
    return j - i <= 2 and any(line.one_of(k, words("somebody")) for k in range(i, j))


def _is_some_of(line: Line, j: int) -> bool:
    """True for "a source of", "residents of"."""
    return line.one_of(j - 1, words("somebody")) or line.form(j - 1) == "عدد"


def _behind_in(line: Line, j: int) -> int:
    """The word behind "in the police", "in the village of ..."."""
    k = j + 1
    while k < min(j + 4, len(line)) and not line.marks[k] and not ends(line, k):
        k += 1
    return k if k > j + 1 else j


def ends(line: Line, j: int) -> bool:
    """True for a word that is no part of a teller's words."""
    form = line.form(j)
    if form in words("ends") or form in _TO or tells_of_harm(form):
        return True
    if form[:1] in ("ب", "ل") and (
        form.startswith("بال") or form[1:] in words("heard")
    ):
        return True
    plain = form in doubtful() and not form.endswith("ت")
    return verb(form) is not None and not plain and form not in words("somebody")


def tells_of_harm(form: str) -> bool:
    """True for a noun of harm or a number, whatever is written on to it."""
    if form[:1].isdigit():
        return True
    known = words("harm") | words("numbers")
    return form in known or any(cut.stem in known for cut in cuts(form))


def _beside(line: Line, end: int) -> str:
    """What stands behind a comma after a teller: often who that is."""
    if end >= len(line) or not line.marks[end].startswith(("،", ",", "(")):
        return ""
    last = min(end + _ASIDE, len(line))
    stop = next((k for k in range(end + 1, last) if line.marks[k]), last)
    return line.text[line.words[end].start : line.words[stop - 1].end]


def _named_beside(line: Line, i: int, end: int) -> Told | None:
    """The person named behind an office: "the spokesman, Colonel Feras Darmasi,"."""
    if not line.one_of(i, words("offices")) or end >= len(line):
        return None
    if line.marks[end] not in ("،", ","):
        return None
    stop = phrase_end(line, end)
    closed = stop < len(line) and line.marks[stop].startswith(("،", ","))
    if not closed or not 2 <= stop - end <= 5 or line.one_of(end, words("offices")):
        return None
    if line.form(end).startswith(("في", "ان")):
        return None
    return told(line, end, stop)


def is_back(text: str) -> bool:
    """True for "the source", "the statement", "its office": somebody told of before.

    Example:
        >>> is_back("المصدر"), is_back("وزارة الصحة")
        (True, False)
    """
    forms = folded(text).split()
    if not forms:
        return True
    plain = forms[0].removeprefix("ال")
    if forms[0] in words("same") or plain in words("same_things"):
        return all(f in words("pointing") for f in forms[1:])
    first = forms[0].removeprefix("ل")
    own = next((first[: -len(e)] for e in ("ها", "هم", "ه") if first.endswith(e)), "")
    return len(forms) <= _ITS_REPORT and own in words("same_things")


def quoted_name(text: str, marks: Mapping[str, str]) -> str:
    """The words between the first pair of quotation marks; nothing where none stand."""
    for opening, closing in marks.items():
        before, found, after = text.partition(opening)
        if found and closing in after:
            return after.partition(closing)[0]
    return ""


QUOTES: Mapping[str, str] = {"«": "»", "“": "”", '"': '"'}

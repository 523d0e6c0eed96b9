"""Armed people in a sentence: where their words stand and who they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tasjil.read.arabic.tellers.teller_phrases import ends
from tasjil.read.arabic.tellers.telling_words import forms
from tasjil.read.arabic.text import lexicon
from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.words import Cut, cuts

_LONGEST = 4
_WHOM = ("ني", "نا", "هم", "هما", "تني", "تنا", "تهم", "تهما", "و", "وهم", "وني", "ونا")


@cache
def words(key: str) -> frozenset[str]:
    """The words of one list."""
    return lexicon.words("doers", key)


@dataclass(frozen=True, slots=True)
class Armed:
    """Words for armed people.

    Attributes:
        first, behind: The first word, and the one behind the last.
        before: What is written on the first word: "by", "of", "and the".
    """

    first: int
    behind: int
    before: str


def armed(line: Line) -> Iterator[Armed]:
    """Every phrase for armed people, in the order of the words."""
    behind = 0
    for i in range(len(line)):
        if i >= behind and (found := _armed_at(line, i)) is not None:
            behind = found.behind
            yield found


def _armed_at(line: Line, i: int) -> Armed | None:
    """The phrase that begins at word `i`."""
    form = line.form(i)
    if form in words("alone"):
        return Armed(i, _with_sides(line, i + 1), "")
    for cut in cuts(form):
        if cut.after or not cut.stem:
            continue
        named = cut.stem in words("with_name")
        if not named and not _is_alone(cut.before, cut.stem):
            continue
        behind = _with_name(line, i, cut.before) if named else i + 1
        if named and behind == i + 1 and not _needs_no_name(line, i, cut):
            return None
        return Armed(i, _with_sides(line, behind), cut.before)
    return None


def _needs_no_name(line: Line, i: int, cut: Cut) -> bool:
    """True for "the forces", "a sniper", "a group that calls itself"."""
    article = cut.before.endswith(("ال", "لل")) or line.form(i).startswith("ال")
    return article or cut.stem in words("alone") or line.form(i + 1) in words("calls")


def _is_alone(before: str, stem: str) -> bool:
    """True for a word that names them by itself."""
    article = "ال" if before.endswith(("ال", "لل")) else ""
    return article + stem in words("alone")


def _with_name(line: Line, i: int, before: str) -> int:
    """The word behind the name of a brigade, a front, a checkpoint."""
    if before.endswith(("ال", "لل")):
        return i + 1
    j = i + 1
    while j < len(line) and j - i < _LONGEST:
        if line.marks[j] or ends(line, j) or _begins_another(line.form(j)):
            break
        j += 1
        if line.form(j - 1) not in words("with_name"):
            return _with_second(line, j)
    return j


def _with_second(line: Line, j: int) -> int:
    """The word behind the second of a name: "sons of the wind"."""
    if j >= len(line) or line.marks[j] or ends(line, j):
        return j
    first, second = line.words[j - 1].text, line.words[j].text
    return j + (second.startswith("ال") and not first.startswith("ال"))


def _begins_another(form: str) -> bool:
    """True for "of the forces", "that the army", where other words begin."""
    if form == "من" or form in attacking("verbs"):
        return True
    return form[:1] == "ل" and form[1:] in words("with_name") | words("alone")


@cache
def attacking(key: str) -> frozenset[str]:
    """Every form of the verbs under a key, with "me" and "them" behind.

    Example:
        >>> "نفذته" in attacking("verbs"), "قتلهم" in attacking("harming")
        (True, True)
    """
    pairs = [folded(p).split("/") for p in lexicon.table("doers")[key].split()]
    plain = {f for past, now in pairs for f in forms(past, now)}
    return frozenset(plain | {past + end for past, _ in pairs for end in _WHOM})


def _with_sides(line: Line, j: int) -> int:
    """The word behind adjectives: "government", "unknown", "third"."""
    while j < len(line) and not line.marks[j] and line.form(j) in words("sides"):
        j += 1
    return j

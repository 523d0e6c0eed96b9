"""The words that stand around a number, from the list `counting.txt`."""

from functools import cache, lru_cache

from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.words import cuts
from tasjil.read.bounds import Bound
from tasjil.read.word_lists import word_lists

Phrase = tuple[str, ...]
_ARTICLES = frozenset(("", "ال", "لل", "ل", "ب"))
_OF_OTHERS = frozenset(("", "ه", "ها", "هم", "هن", "هما"))


@cache
def counting(section: str) -> frozenset[str]:
    """The folded words of one section.

    Example:
        >>> "منازل" in counting("things")
        True
    """
    lists = word_lists("tasjil.read.arabic", "lexicon/counting.txt")
    return frozenset(map(folded, lists[section]))


@cache
def pairs() -> frozenset[str]:
    """Two of those that the acts make: "قتيلان", "جريحين", "مصابان".

    Example:
        >>> "جريحتين" in pairs(), "معتقلين" in pairs()
        (True, False)
    """
    found = {f"{_stem(word)}ان" for word in counting("pairs of the subject")}
    for word in counting("pairs"):
        found |= {f"{_stem(word)}ان", f"{_stem(word)}ين"}
        found |= {f"{_stem(word)}ا", f"{_stem(word)}ي"} if word.endswith("ه") else set()
    return frozenset(found)


def _stem(word: str) -> str:
    return f"{word[:-1]}ت" if word.endswith("ه") else word


@cache
def bounds_before() -> dict[str, tuple[tuple[Phrase, Bound], ...]]:
    """The bounds that stand before a number, by their last word, the longest first."""
    return _bounds("before", -1)


@cache
def bounds_after() -> dict[str, tuple[tuple[Phrase, Bound], ...]]:
    """The bounds that stand behind a number, by their first word, the longest first."""
    return _bounds("after", 0)


def _bounds(side: str, by: int) -> dict[str, tuple[tuple[Phrase, Bound], ...]]:
    known: dict[str, list[tuple[Phrase, Bound]]] = {}
    lists = word_lists("tasjil.read.arabic", "lexicon/counting.txt")
    for bound in Bound:
        for phrase in lists.get(f"{bound.value} {side}", ()):
            words = tuple(folded(phrase).split("_"))
            known.setdefault(words[by], []).append((words, bound))
    return {
        word: tuple(sorted(found, key=lambda each: -len(each[0])))
        for word, found in known.items()
    }


@lru_cache(maxsize=65_536)
def is_thing(form: str) -> bool:
    """True for what is counted and is no person: times, places, weapons, money.

    Example:
        >>> is_thing("الغارات"), is_thing("عاما"), is_thing("عامل")
        (True, True, False)
    """
    known = counting("things") | counting("times")
    if form in known or form.removesuffix("ا") in known:
        return True
    return any(
        cut.stem in known and cut.before in _ARTICLES and cut.after in _OF_OTHERS
        for cut in cuts(form)
    )


@lru_cache(maxsize=65_536)
def bare(form: str, section: str) -> str | None:
    """The word of a section that a form is, behind "and", "by", "the"; else None.

    Example:
        >>> bare("والعشرات", "tens")
        'عشرات'
    """
    known = counting(section)
    if form in known:
        return form
    return next((c.stem for c in cuts(form) if c.stem in known and not c.after), None)

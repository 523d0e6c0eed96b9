"""Words of telling, in all the forms in which a report can write them."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.lexicon import table


class Telling(StrEnum):
    """What a verb of telling says of what it tells."""

    STATED = "stated"
    VERIFIED = "verified"
    ALLEGED = "alleged"
    ESTIMATED = "estimated"
    FEARED = "feared"
    DENIED = "denied"


@cache
def verbs() -> dict[str, Telling]:
    """Every form of every verb of telling, and how it tells.

    Example:
        >>> verbs()["يقولون"].value, verbs()["وثقت"].value, verbs()["نفت"].value
        ('stated', 'verified', 'denied')
    """
    never = folded(table("telling")["verbs"]["never"]).split()
    return {
        form: telling
        for telling in Telling
        for pair in _pairs(telling)
        for form in (*forms(*pair), *_own(*pair))
        if form not in never
    }


@cache
def participles() -> dict[str, Telling]:
    """Forms that go on telling for the speaker of the sentence: "adding"."""
    listed = table("telling")["participles"]
    return {f: t for t in Telling for f in folded(listed[t]).split()}


@cache
def own() -> frozenset[str]:
    """Forms in which the report itself tells: "we documented"."""
    found = {f for t in Telling for pair in _pairs(t) for f in _own(*pair)}
    return frozenset(found - {f for t in Telling for p in _pairs(t) for f in forms(*p)})


@cache
def doubtful() -> frozenset[str]:
    """Forms that are also nouns, or verbs of other things."""
    return frozenset(
        past + end
        for past in folded(table("telling")["verbs"]["doubtful"]).split()
        for end in ("", "ا", "ه", "ها", "ت")
    )


@cache
def passing() -> frozenset[str]:
    """Forms of the verb by which one teller passes on another."""
    return frozenset(f for pair in _pairs("passing") for f in forms(*pair))


def _pairs(key: str) -> list[tuple[str, str]]:
    """Past and present of each verb under a key."""
    listed = folded(table("telling")["verbs"][key]).split()
    return [(past, now) for past, _, now in (each.partition("/") for each in listed)]


def forms(past: str, present: str) -> Iterator[str]:
    """The forms in which others tell, with "it" behind them, and those of speech."""
    weak = past.endswith(("ي", "ا")) and len(past) > 2
    stem = past[:-1] if weak else past
    yield from (past, *(stem + end for end in ("ت", "وا", "تا")))
    if not weak:
        yield past + "ا"
    yield from (stem + end for end in ("ته", "تها", "وه"))
    yield from ((stem + "ا" if weak else stem) + end for end in ("ه", "ها"))
    whole, short = _inner(present)
    for first in ("ي", "ت"):
        yield first + whole
        yield from (first + short + end for end in ("ون", "وا", "ان", "ن", "ه", "ها"))
        yield from (f"ب{first}{whole}", f"ب{first}{short}وا")


def _own(past: str, present: str) -> Iterator[str]:
    """The forms in which the one who writes tells: "we documented", "we estimate"."""
    yield f"{past}نا"
    yield f"ن{_inner(present)[0]}"


def _inner(present: str) -> tuple[str, str]:
    """A verb in the present without its first letter, and without a weak last one."""
    whole = present[1:]
    return whole, whole[:-1] if whole.endswith(("ي", "و")) else whole


@cache
def words(key: str) -> frozenset[str]:
    """The folded words of one list.

    Example:
        >>> "بحسب" in words("according")
        True
    """
    return frozenset(folded(table("telling")["phrases"][key]).split())


@cache
def verb(form: str) -> tuple[Telling, bool] | None:
    """How a form tells, and whether "and" stands before it; None for other words."""
    if form in verbs():
        return verbs()[form], False
    rest = form[1:]
    if form[:1] in ("و", "ف") and rest in verbs():
        return verbs()[rest], True
    return None

"""Every form that one Arabic noun or verb of the word lists can take in a report."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from tasjil.read.arabic.text.folding import folded


class Number(StrEnum):
    """How many a form of a word stands for."""

    ONE = "one"
    TWO = "two"
    MANY = "many"


NounForm = tuple[str, Number]
_SOUND = ("ون", "ات")


def noun_forms(singular: str, plurals: Sequence[str]) -> Iterator[NounForm]:
    """The folded forms of a noun, with how many each stands for.

    Args:
        singular: As a dictionary has it.
        plurals: Broken plurals as written; "ون" and "ات" for the sound ones.

    Example:
        >>> forms = dict(noun_forms("مزارع", ["ون"]))
        >>> forms["مزارعا"], forms["مزارعان"], forms["مزارعي"]
        (<Number.ONE: 'one'>, <Number.TWO: 'two'>, <Number.MANY: 'many'>)
    """
    one = folded(singular)
    stem = one[:-1] + "ت" if one.endswith("ه") else one
    yield one, Number.ONE
    if not one.endswith(("ه", "ا")) and len(one) > 2:
        yield f"{one}ا", Number.ONE
    for ending in ("ان", "ين", "ا"):
        if ending != "ا" or stem.endswith("ت"):
            yield stem + ending, Number.TWO
    for plural in plurals:
        yield from _plural(one, plural)
    # "ولدي" is "two sons of" before a pronoun, and many more nouns have a sound plural.
    yield f"{stem}ي", Number.MANY if "ون" in plurals else Number.TWO


def _plural(one: str, plural: str) -> Iterator[NounForm]:
    """The forms of one plural."""
    if plural == "ات":
        yield (one[:-1] if one.endswith("ه") else one) + "ات", Number.MANY
        return
    many = folded(plural)
    if plural != "ون":
        yield many, Number.MANY
        if not many.endswith(("ين", "ون", "ه", "ا", "اء")):
            yield f"{many}ا", Number.MANY
        return
    stem = one.removesuffix("ي") if one.endswith("يي") else one
    for ending in ("ون", "ين", "و"):
        yield stem + ending, Number.MANY


def feminine(singular: str) -> str | None:
    """The feminine of a masculine noun; None where it is feminine already.

    Example:
        >>> feminine("ممرض") == "ممرضة", feminine("سيدة")
        (True, None)
    """
    return None if folded(singular).endswith(("ه", "ا")) else f"{singular}ة"


class Person(StrEnum):
    """Whom a form of a verb agrees with."""

    HE = "he"
    SHE = "she"
    TWO = "two"
    THEY = "they"
    WE = "we"


VerbForm = tuple[str, Person]


def past_forms(past: str) -> Iterator[VerbForm]:
    """The folded forms of a verb in the past, with the person each agrees with.

    Args:
        past: "قتل", "قضى", "لقي": he, in the past.

    Example:
        >>> forms = dict(past_forms("قضى"))
        >>> forms["قضوا"], forms["قضت"]
        (<Person.THEY: 'they'>, <Person.SHE: 'she'>)
    """
    base = folded(past)
    weak = past.endswith("ى")
    stem = base[:-1] if weak or past.endswith("ي") else base
    inner = stem if weak else base
    yield base, Person.HE
    yield f"{inner}ت", Person.SHE
    yield f"{base}ا", Person.TWO
    yield f"{inner}تا", Person.TWO
    yield f"{stem}وا", Person.THEY
    yield f"{stem}و", Person.THEY
    yield f"{base}ن", Person.THEY
    yield f"{base}نا", Person.WE


def present_forms(present: str, past: str = "") -> Iterator[VerbForm]:
    """The folded forms of a verb in the present, written and spoken.

    Args:
        present: "يموت": he, now.
        past: "مات": where its second letter from the end is a long a, the present
            loses its long vowel behind "not".

    Example:
        >>> forms = dict(present_forms("يموت", "مات"))
        >>> forms["تموت"], forms["يمت"], forms["بيموتوا"]
        (<Person.SHE: 'she'>, <Person.HE: 'he'>, <Person.THEY: 'they'>)
    """
    rest = folded(present)[1:]
    hollow = past[-2:-1] == "ا"
    stem = rest[:-1] if rest.endswith(("ي", "ا")) else rest
    for first in ("ي", "بي"):
        yield first + rest, Person.HE
        yield f"{first}{stem}ون", Person.THEY
        yield f"{first}{stem}وا", Person.THEY
        yield f"{first}{stem}و", Person.THEY
        yield f"{first}{rest}ان", Person.TWO
        yield f"{first}{rest}ن", Person.THEY
        # "لم يمت": a hollow or weak verb loses its long vowel.
        yield first + _short(rest, hollow=hollow), Person.HE
    yield f"ت{rest}", Person.SHE
    yield f"ت{rest}ان", Person.TWO
    yield f"ت{_short(rest, hollow=hollow)}", Person.SHE
    yield f"ن{rest}", Person.WE


def _short(rest: str, *, hollow: bool) -> str:
    """The stem after "not": "يموت" becomes "يمت", "يقضي" becomes "يقض"."""
    if rest.endswith(("ي", "ا")):
        return rest[:-1]
    if hollow and len(rest) >= 3 and rest[-2] in "ويا":
        return rest[:-2] + rest[-1]
    return rest

"""What two names share and where they differ, in a sentence for a person to read."""

from collections import defaultdict

from tasjil.link.names.align import Alignment, Pair
from tasjil.link.names.letters import is_arabic
from tasjil.link.names.matching import Match
from tasjil.link.names.name import Place
from tasjil.model.persons import Sex

_FOREFATHERS = ("father", "grandfather", "great-grandfather")
_BEARERS = {Sex.MAN: "men", Sex.WOMAN: "women", Sex.UNKNOWN: "people"}


def words(alignment: Alignment, sex: Sex = Sex.UNKNOWN) -> str:
    """Say how two names agree and differ; the names themselves are not repeated.

    Args:
        alignment: The two names, laid beside each other.
        sex: As in align.

    Example:
        >>> from tasjil.link.names.align import align
        >>> from tasjil.link.names.commonness import Commonness
        >>> from tasjil.link.names.parse import parse
        >>> one, other = parse("سليم محمود حسن درمان"), parse("Salim Mahmoud Darman")
        >>> said = words(align(one, other, Commonness.of(), Sex.MAN), Sex.MAN)
        >>> said.split("; ")[0]
        'given name, father and family agree across scripts'
    """
    if not alignment.pairs:
        return "one of the two is unnamed"
    said: dict[str, list[str]] = defaultdict(list)
    fathers = 0
    for pair in alignment.pairs:
        said[_how(pair)].append(_part(pair, fathers))
        fathers += pair.place is Place.CHAIN
    clauses = [_clause(how, said[how]) for how in _SAID if how in said]
    clauses += _commonness(alignment, sex)
    if alignment.turned:
        clauses.append("the family stands first on one")
    if alignment.could_be_siblings:
        clauses.append("they could be siblings")
    return "; ".join(clauses)


_SAID = {
    "same": ("agrees", "agree"),
    "across": ("agrees across scripts", "agree across scripts"),
    "sound": ("agrees in sound", "agree in sound"),
    "near": ("is a slip apart", "are a slip apart"),
    "initial": ("agrees in the first letter", "agree in the first letter"),
    "different": ("differs", "differ"),
    "missing": ("is missing on one", "are missing on one"),
}


def _how(pair: Pair) -> str:
    if pair.how is None or pair.left is None or pair.right is None:
        return "missing"
    if pair.how is Match.SOUND:
        scripts = is_arabic(pair.left.text), is_arabic(pair.right.text)
        return "across" if scripts[0] != scripts[1] else "sound"
    return _LEVELS[pair.how]


_LEVELS = {
    Match.SPELLING: "same",
    Match.NEAR: "near",
    Match.INITIAL: "initial",
    Match.KUNYA: "same",
    Match.DIFFERENT: "different",
}


def _part(pair: Pair, fathers: int) -> str:
    if pair.place is not Place.CHAIN:
        return {"given": "given name", "byname": "kunya"}.get(pair.place, "family")
    return _FOREFATHERS[fathers] if fathers < len(_FOREFATHERS) else "forefather"


def _clause(how: str, parts: list[str]) -> str:
    """One part has an article: "the grandfather is missing on one"."""
    one, many = _SAID[how]
    if len(parts) == 1:
        return f"the {parts[0]} {one}"
    return f"{', '.join(parts[:-1])} and {parts[-1]} {many}"


def _commonness(alignment: Alignment, sex: Sex) -> list[str]:
    """Say how common the given name and the family are, where they agree."""
    return [
        f"the {_part(pair, 0)} is borne by "
        + _share(
            pair.share, _BEARERS[sex if pair.place is Place.GIVEN else Sex.UNKNOWN]
        )
        for pair in alignment.pairs
        if pair.share and pair.place in (Place.GIVEN, Place.FAMILY)
    ]


def _share(share: float, bearers: str) -> str:
    """Give a share as people say it: percent, or one in so many."""
    if share >= 0.01:
        return f"{share:.0%} of {bearers}"
    rounded = float(f"{1 / share:.1g}")
    return f"one in {rounded:,.0f} {bearers}"

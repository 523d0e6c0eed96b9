"""What two names share and where they differ, part by part, in words without a name."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tasjil.link.compare import sentences
from tasjil.link.compare.sentences import Twin, listed
from tasjil.link.names import Part, parse
from tasjil.link.names.align import Alignment, Pair, align
from tasjil.link.names.commonness import Commonness
from tasjil.link.names.letters import is_arabic
from tasjil.link.names.matching import Match, match
from tasjil.link.names.name import Place
from tasjil.model.defined import Defined
from tasjil.model.particulars import Kin, Particulars
from tasjil.model.persons import Sex

Said = tuple[tuple[str, ...], Twin]
"""What was compared, and the sentence on it."""


class Way(Defined):
    """How one part of two names agrees."""

    SPELLED = "spelled", "The same spelling, but for variants of one script."
    SCRIPTS = "scripts", "The same sounds, in two scripts."
    SOUNDS = "sounds", "The same sounds, in two spellings of one script."
    INITIAL = "initial", "One is an initial that the other begins with."
    NEARLY = "nearly", "The same but for letters that are mistaken for each other."
    DIFFERS = "differs", "Two different names."
    UNTOLD = "untold", "Told on one of the two only."


SENTENCES = {
    Way.SPELLED: sentences.SAME_SPELLING,
    Way.SCRIPTS: sentences.ACROSS_SCRIPTS,
    Way.SOUNDS: sentences.SAME_SOUND,
    Way.INITIAL: sentences.INITIAL,
    Way.NEARLY: sentences.NEARLY,
    Way.DIFFERS: sentences.PARTS_DIFFER,
    Way.UNTOLD: sentences.PARTS_UNTOLD,
}


FOREFATHERS = ("father", "grandfather", "forefathers")


def name_words(
    one: Particulars, other: Particulars, commonness: Commonness | None = None
) -> Iterator[Said]:
    """Say how two names agree: parts that agree in one way are said together.

    Example:
        >>> one = Particulars("a:1", "a", name="Daren Iven Vell")
        >>> other = Particulars("b:1", "b", name="Taro Iven Vell")
        >>> [said.en for _, said in name_words(one, other)]
        ['the father and family are spelled alike', 'the given name differs']
    """
    laid = alignment_of(one, other, commonness)
    if not laid.pairs:
        yield ("given", "father", "grandfather", "family"), sentences.NO_NAME
    if laid.turned:
        yield (), sentences.SWAPPED
    ways = _ways(laid)
    if shifted := _is_shifted(one, other, laid):
        yield ("father", "grandfather"), sentences.SHIFTED
    if (mother := _mothers(one, other)) is not None:
        ways["mother"] = mother
    for each in Way:
        roles = tuple(role for role, found in ways.items() if found is each)
        if shifted:
            roles = tuple(role for role in roles if role not in FOREFATHERS)
        if roles:
            parts = listed(tuple(sentences.PARTS[role] for role in roles))
            yield roles, SENTENCES[each][len(roles) > 1].filled(parts=parts)


def alignment_of(
    one: Particulars, other: Particulars, commonness: Commonness | None = None
) -> Alignment:
    """Lay the names of two records beside each other."""
    sex = one.sex if one.sex is other.sex else Sex.UNKNOWN
    common = commonness or _built_in()
    return align(parse(one.name), parse(other.name), common, sex)


@lru_cache(maxsize=1)
def _built_in() -> Commonness:
    return Commonness.of()


def _ways(laid: Alignment) -> dict[str, "Way"]:
    """Say of each part that either name has how it agrees, in the order of the name."""
    ways: dict[str, Way] = {}
    fathers = 0
    for pair in laid.pairs:
        role = _ROLES.get(pair.place)
        if role is None:
            role = FOREFATHERS[min(fathers, len(FOREFATHERS) - 1)]
            fathers += 1
        ways.setdefault(role, way(pair))
    return ways


_ROLES = {Place.GIVEN: "given", Place.FAMILY: "family", Place.BYNAME: "byname"}


def way(pair: Pair) -> Way:
    """Say how two parts that stand beside each other agree."""
    if pair.how is None or pair.left is None or pair.right is None:
        return Way.UNTOLD
    if pair.how is Match.SOUND:
        scripts = {is_arabic(pair.left.text), is_arabic(pair.right.text)}
        return Way.SCRIPTS if len(scripts) > 1 else Way.SOUNDS
    return _WAYS[pair.how]


_WAYS = {
    Match.SPELLING: Way.SPELLED,
    Match.KUNYA: Way.SPELLED,
    Match.NEAR: Way.NEARLY,
    Match.INITIAL: Way.INITIAL,
    Match.DIFFERENT: Way.DIFFERS,
}


def _is_shifted(one: Particulars, other: Particulars, laid: Alignment) -> bool:
    """Tell whether both name forefathers and one of the two leaves the nearest out."""
    if not (parse(one.name).chain and parse(other.name).chain):
        return False
    chain = [way(pair) for pair in laid.pairs if pair.place is Place.CHAIN]
    return chain[:1] == [Way.UNTOLD] and any(each in _AGREE for each in chain)


_AGREE = frozenset({Way.SPELLED, Way.SCRIPTS, Way.SOUNDS, Way.NEARLY})


def _mothers(one: Particulars, other: Particulars) -> Way | None:
    """Say how the mothers' names agree, where somebody names one apart."""
    left, right = (_named(each.kin) for each in (one, other))
    if left is None or right is None:
        return None if left is right else Way.UNTOLD
    return way(Pair(left, right, Place.GIVEN, match(left, right).how))


def _named(kin: Sequence[tuple[Kin, str]]) -> Part | None:
    return next((parse(name).given for each, name in kin if each is Kin.MOTHER), None)

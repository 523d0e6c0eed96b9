"""What two names share and where they differ, part by part, in words without a name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tasjil.link.compare import sentences
from tasjil.link.compare.sentences import Twin, listed
from tasjil.link.names import Name, Part, parse
from tasjil.model.defined import Defined
from tasjil.model.particulars import Kin, Particulars

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


@dataclass(frozen=True, slots=True)
class Roles:
    """A name by what its parts are; relatives named apart fill in what it leaves."""

    parts: Mapping[str, Part | None]
    name: Name

    @classmethod
    def of(cls, told: Particulars) -> "Roles":
        """Read the names of one record."""
        name = parse(told.name)
        kin = {kin: parse(text).given for kin, text in told.kin}
        father, grandfather = (*name.chain, None, None)[:2]
        return cls(
            {
                "given": name.given,
                "father": father or kin.get(Kin.FATHER),
                "grandfather": grandfather or kin.get(Kin.GRANDFATHER),
                "family": name.family,
                "mother": kin.get(Kin.MOTHER),
            },
            name,
        )


def name_words(one: Particulars, other: Particulars) -> Iterator[Said]:
    """Say how two names agree: parts that agree in one way are said together.

    Example:
        >>> one = Particulars("a:1", "a", name="Daren Iven Vell")
        >>> other = Particulars("b:1", "b", name="Taro Iven Vell")
        >>> [said.en for _, said in name_words(one, other)]
        ['the father and family are spelled alike', 'the given name differs']
    """
    left, right = Roles.of(one), Roles.of(other)
    if left.name.unnamed or right.name.unnamed:
        yield ("given", "father", "grandfather", "family"), sentences.NO_NAME
        return
    ways = {role: way(left.parts[role], right.parts[role]) for role in left.parts}
    if _swapped(left.name, right.name):
        yield ("given", "family"), sentences.SWAPPED
        ways["given"] = ways["family"] = None
    elif _shifted(left, right, ways):
        yield ("father",), sentences.SHIFTED
        ways["father"] = None
        if ways["grandfather"] is Way.UNTOLD:
            ways["grandfather"] = None
    for each in Way:
        roles = tuple(role for role, found in ways.items() if found is each)
        if roles:
            parts = listed(tuple(sentences.PARTS[role] for role in roles))
            yield roles, SENTENCES[each][len(roles) > 1].filled(parts=parts)


def could_be_siblings(one: Particulars, other: Particulars) -> bool:
    """Tell whether father and family agree while the given names differ.

    Example:
        >>> could_be_siblings(
        ...     Particulars("a:1", "a", name="Daren Iven Vell"),
        ...     Particulars("b:1", "b", name="Taro Iven Vell"),
        ... )
        True
    """
    left, right = Roles.of(one).parts, Roles.of(other).parts
    ways = {role: way(left[role], right[role]) for role in left}
    apart = ways["given"] is Way.DIFFERS
    return apart and all(ways[role] in _AGREE for role in ("father", "family"))


_AGREE = frozenset({Way.SPELLED, Way.SCRIPTS, Way.SOUNDS})


def way(one: Part | None, other: Part | None) -> Way | None:
    """Say how two parts agree; None where neither is told."""
    if one is None or other is None:
        return None if one is other else Way.UNTOLD
    if one.folded == other.folded:
        return Way.SPELLED
    if one.initial or other.initial:
        first = {one.folded[:1], other.folded[:1]}
        return Way.INITIAL if len(first) == 1 else Way.DIFFERS
    if not set(one.sounds).isdisjoint(other.sounds):
        same_script = one.folded.isascii() == other.folded.isascii()
        return Way.SOUNDS if same_script else Way.SCRIPTS
    return Way.NEARLY if one.loose and one.loose == other.loose else Way.DIFFERS


def _swapped(one: Name, other: Name) -> bool:
    """Tell whether the family stands first on one of the two."""
    ends = [(each.given, each.family) for each in (one, other)]
    (given, family), (first, last) = ends
    straight = way(given, first) in _AGREE or way(family, last) in _AGREE
    return not straight and way(given, last) in _AGREE and way(family, first) in _AGREE


def _shifted(one: Roles, other: Roles, ways: Mapping[str, Way | None]) -> bool:
    if ways["father"] is not Way.DIFFERS:
        return False
    crossed = (
        way(one.parts["father"], other.parts["grandfather"]),
        way(one.parts["grandfather"], other.parts["father"]),
    )
    return any(each in _AGREE for each in crossed)

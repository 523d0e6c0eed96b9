"""Two names laid beside each other, part by part, and what that says in bits.

The evidence is log2 of how much likelier two names are of one person than of two
(Fellegi and Sunter, 1969), with the commonness of each part for how often strangers
agree on it (term frequency). Two people are not always strangers: of each person there
are a few brothers, sisters and cousins who share all but the given name, or all but
that and the father, and names that differ just there are likelier theirs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import log2

from tasjil.link.names.beside import FAMILY_LEFT_OUT, Beside, beside
from tasjil.link.names.commonness import Commonness, Role
from tasjil.link.names.matching import Match, Matched, match
from tasjil.link.names.name import Name, Part, Place
from tasjil.link.names.slips import A_SLIP
from tasjil.model.persons import Sex

SAME = 0.87
"""m: how often a part that both records have is the same name on both."""

STRAIN = 0.2
"""For each vowel that is written otherwise in two Latin spellings."""

SLIPS = 0.06
"""m of a part that comes out with a slip."""

STRANGERS_NEAR = 0.004
"""u of a part that is near: how often the names of strangers are, at the least."""

INITIALS = 0.1
"""u of a first letter."""

BYNAMES = 0.02
"""u of a kunya or nickname."""

ANOTHER = {Place.GIVEN: 0.012, Place.CHAIN: 0.04, Place.FAMILY: 0.06}
ANOTHER |= {Place.BYNAME: 0.3}
"""m of a part that is another name on the two records of one person."""

MUHAMMAD = "mhmd"
BLESSING = 0.15
"""How often Muhammad stands before the name that people use, on one record only."""

ALIKE = 0.01
"""How often the names of siblings are a slip or a vowel apart, at the least."""

NAMESAKES = 0.03
"""How often cousins bear one name, at the least: that of their grandfather."""

TURNED = 0.06
"""How often the family stands first on one of two records."""

SIBLINGS, COUSINS = 4.0, 12.0
"""People who share all but the given name with somebody, and all but the father too."""

STRANGERS = 5000
"""People among whom a person is sought, where the lists do not say how many."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts that stand beside each other.

    Attributes:
        left: Part of the one name; None where it is missing there.
        right: Part of the other.
        place: Where it stands in a name.
        how: How they match; None where one is missing.
        share: Of people who bear a name that agrees; 0 where nothing agrees.
    """

    left: Part | None
    right: Part | None
    place: Place
    how: Match | None = None
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two names share, and where they differ.

    Attributes:
        pairs: Each part of either name once, in order.
        weight: Evidence that they are of one person, in bits; 0 where one is unnamed.
        could_be_siblings: Only the given name differs, and a father agrees.
        turned: On one of the two the family stands first.
    """

    pairs: tuple[Pair, ...]
    weight: float
    could_be_siblings: bool
    turned: bool = False


def align(
    left: Name, right: Name, commonness: Commonness, sex: Sex = Sex.UNKNOWN
) -> Alignment:
    """Lay two names beside each other and weigh what they share.

    Parts may be missing on one side, stand in another order, be written together, be
    given by their first letter, or be replaced by a kunya.

    Args:
        left: One name.
        right: The other; which is which is of no matter to the weight.
        commonness: How common names are where the two come from.
        sex: Of the two, where it is known and the same.

    Example:
        >>> from tasjil.link.names.parse import parse
        >>> known = Commonness.of()
        >>> one = parse("سليم محمود الدرماني")
        >>> same = align(one, parse("Salim Mahmoud al-Darmani"), known)
        >>> brother = align(one, parse("Walid Mahmoud al-Darmani"), known)
        >>> same.weight > 15 > 5 > brother.weight, brother.could_be_siblings
        (True, True)
    """
    if left.unnamed or right.unnamed:
        return Alignment((), 0.0, could_be_siblings=False)
    if _order(right) < _order(left):
        # Where two ways of laying them are worth the same, the first is taken.
        return _flipped(align(right, left, commonness, sex))
    scale = _Scale(commonness, sex)
    best = _laid(left, right, left.parts, right.parts, scale)
    if len(left.parts) > 1 and len(right.parts) > 1:
        for one, other in _turns(left.parts, right.parts):
            turned = _laid(left, right, one, other, scale, turned=True)
            if turned.weight > best.weight:
                best = turned
    return best


def _order(name: Name) -> list[str]:
    return [part.text for part in name.parts]


def _flipped(found: Alignment) -> Alignment:
    pairs = [
        Pair(each.right, each.left, each.place, each.how, each.share)
        for each in found.pairs
    ]
    return replace(found, pairs=tuple(pairs))


def _turns(
    left: tuple[Part, ...], right: tuple[Part, ...]
) -> Iterator[tuple[tuple[Part, ...], tuple[Part, ...]]]:
    """Put the first part last, where it agrees with the last of the other name."""
    if match(left[0], right[0]).how in (Match.SPELLING, Match.SOUND):
        return
    if match(left[0], right[1]).how in _AGREES and _strange(right[0], left):
        yield left, (*right[1:], right[0])
    if match(left[1], right[0]).how in _AGREES and _strange(left[0], right):
        yield (*left[1:], left[0]), right
    first = match(left[-1], right[0]).how in _AGREES
    last = match(left[0], right[-1]).how in _AGREES
    if first:
        yield left, (*right[1:], right[0])
    if last:
        yield (*left[1:], left[0]), right
    if first and last:
        # Family and given name have changed places, and the fathers stand.
        yield (left[-1], *left[1:-1], left[0]), right


def _strange(part: Part, name: Sequence[Part]) -> bool:
    return all(match(part, each).how is Match.DIFFERENT for each in name)


_AGREES = (Match.SPELLING, Match.SOUND, Match.NEAR)


@dataclass(frozen=True, slots=True)
class _Scale:
    """How common names are, and of whom."""

    commonness: Commonness
    sex: Sex

    def share(self, one: Part, other: Part, place: Place) -> float:
        """Give the larger share: one spelling can be heard as more names."""
        return max(self._share(one, place), self._share(other, place))

    def _share(self, part: Part, place: Place) -> float:
        if place is Place.GIVEN:
            return self.commonness.given_share(part, self.sex)
        role = Role.FAMILY if place is Place.FAMILY else Role.MAN
        return self.commonness.share(part, role)

    def bits(self, one: Part, other: Part, matched: Matched) -> float:
        """Tell what two parts are worth wherever they stand."""
        u = self.share(one, other, Place.CHAIN)
        return log2(same(matched) / strangers(matched.how, u))


def same(matched: Matched) -> float:
    """Give m: how often a part of one person's name comes out so on two records."""
    if matched.how is Match.NEAR:
        return SLIPS * (1.2 - matched.slips / A_SLIP)
    return float(SAME * STRAIN**matched.slips)


def strangers(how: Match, share: float) -> float:
    """Give u: how often the parts of two strangers come out so."""
    if how is Match.NEAR:
        return max(STRANGERS_NEAR, 4 * share)
    return max(INITIALS, share) if how is Match.INITIAL else share


def _laid(  # noqa: PLR0913 - the names, and their parts in the order to be tried
    left: Name,
    right: Name,
    ones: Sequence[Part],
    others: Sequence[Part],
    scale: _Scale,
    turned: bool = False,
) -> Alignment:
    found = beside(ones, others, scale.bits)
    # Two parts may have been put together: what stands at the ends is told by these.
    ones, others = [e[0] for e in found if e[0]], [e[1] for e in found if e[1]]
    ends = (ones[:1], others[:1], ones[-1:], others[-1:])
    sure = left.given is not None and right.given is not None
    sure = sure and left.kunya is None and right.kunya is None
    pairs, weights = [], _Weights(scale.commonness.people)
    for each in found:
        place = _place(each, ends)
        pair = _pair(each, place, scale)
        if pair.share and (each[0] in ends[2]) != (each[1] in ends[3]):
            weights.one *= FAMILY_LEFT_OUT
        weights.add(pair, each[2], sure)
        pairs.append(pair)
    for pair in _bynames(left, right):
        weights.add(pair, Matched(Match.KUNYA), sure)
        pairs.append(pair)
    return Alignment(
        pairs=tuple(pairs),
        weight=weights.bits() + (log2(TURNED) if turned else 0.0),
        could_be_siblings=_siblings(pairs),
        turned=turned,
    )


Ends = tuple[Sequence[Part], Sequence[Part], Sequence[Part], Sequence[Part]]


def _place(each: Beside, ends: Ends) -> Place:
    """Tell where a pair stands: given where either is first, family where both end."""
    one, other, _ = each
    first, second, last, end = ends
    if one in first and (other is None or other in second):
        return Place.GIVEN
    if other in second and (one is None or one in first):
        return Place.GIVEN
    if one is None or other is None:
        return Place.FAMILY if one in last or other in end else Place.CHAIN
    return Place.FAMILY if one in last and other in end else Place.CHAIN


def _pair(each: Beside, place: Place, scale: _Scale) -> Pair:
    one, other, matched = each
    if one is None or other is None or matched is None:
        return Pair(one, other, place)
    agrees = matched.how is not Match.DIFFERENT
    share = scale.share(one, other, place) if agrees else 0.0
    return Pair(one, other, place, matched.how, share)


def _bynames(left: Name, right: Name) -> Iterator[Pair]:
    """Find a kunya or nickname that both names tell."""
    ones = [*left.nicknames, *([left.kunya] if left.kunya else ())]
    others = [*right.nicknames, *([right.kunya] if right.kunya else ())]
    tried = [*product(ones, [*others, *right.parts]), *product(left.parts, others)]
    for one, other in tried:
        if match(one, other).how in (Match.SPELLING, Match.SOUND):
            yield Pair(one, other, Place.BYNAME, Match.KUNYA, BYNAMES)
            return
    if left.kunya is not None and right.kunya is not None:
        yield Pair(left.kunya, right.kunya, Place.BYNAME, Match.DIFFERENT)


def _siblings(pairs: Sequence[Pair]) -> bool:
    """The given name is another, the father is the same, and nothing else differs."""
    given = [pair for pair in pairs if pair.place is Place.GIVEN]
    others = [pair for pair in pairs if pair.place is not Place.GIVEN]
    if not any(pair.how is Match.DIFFERENT for pair in given):
        return False
    known = [pair for pair in others if pair.how is not None]
    agree = all(pair.how is not Match.DIFFERENT for pair in known)
    return agree and bool(known) and known[0] is others[0]


class _Weights:
    """Likelihoods of a pair of names, gathered part by part."""

    __slots__ = ("among", "one", "strangers", "siblings", "cousins", "fathers")

    def __init__(self, people: int) -> None:
        """Begin with nothing told."""
        self.among = max(people, STRANGERS)
        self.one = self.strangers = self.siblings = self.cousins = 1.0
        self.fathers = 0

    def add(self, pair: Pair, matched: Matched | None, sure: bool) -> None:
        """Take one pair of parts into account; a missing part says nothing."""
        given = pair.place is Place.GIVEN
        if pair.how is None or matched is None:
            if given and sure:
                # The own name is left out of a record only where a kunya replaces it.
                left_out = pair.left or pair.right
                before = left_out is not None and left_out.sounds[0] == MUHAMMAD
                self.one *= BLESSING if before else ANOTHER[Place.GIVEN]
            return
        if pair.how is Match.DIFFERENT:
            m, u = ANOTHER[pair.place], 1.0
        else:
            m, u = same(matched), strangers(pair.how, pair.share)
        father = pair.place is Place.CHAIN and not self.fathers
        self.fathers += father
        self.one *= m
        self.strangers *= u
        alike = max(u, ALIKE) if matched.slips else u
        self.siblings *= alike if given else m
        self.cousins *= max(u, NAMESAKES) if given else u if father else m

    def bits(self) -> float:
        """Weigh one person against strangers and kin."""
        kin = SIBLINGS * self.siblings + COUSINS * self.cousins
        return log2(self.one) - log2(self.strangers + kin / self.among)

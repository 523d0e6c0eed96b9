"""How common the parts of names are: from the lists themselves, and from a table.

A small list leans on a built-in table of names, which is approximate; a large one
speaks for itself. Both are kept by sound, so that both scripts meet.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tasjil.link.names.letters import is_arabic
from tasjil.link.names.name import Name, Part
from tasjil.link.names.parts import part_of
from tasjil.link.names.sounds import Sound, clashes
from tasjil.link.names.tables import table
from tasjil.model.defined import Defined
from tasjil.model.persons import Sex

AS_MANY = 500
"""The table counts as much as this many people of the lists."""

RAREST = 0.00003
"""Share of a name that stands in no table: about one in thirty thousand."""

MOST_FORMS = 40
"""Forms of one sound that are told apart by their vowels; the others count together."""


class Role(Defined):
    """Whose name a part is, which says among whom it is common."""

    MAN = "man", "A man's own name; fathers and grandfathers bear them too."
    WOMAN = "woman", "A woman's own name."
    FAMILY = "family", "A family's name."


Forms = Mapping[str, tuple[tuple[int, float], ...]]
"""By consonants: vowels, and the share of people with them."""

_KEYS = {Role.MAN: "men", Role.WOMAN: "women", Role.FAMILY: "family"}


@dataclass(frozen=True, slots=True, eq=False)
class Commonness:
    """How common each part of a name is among the people of some lists.

    Attributes:
        people: How many names the shares rest on, the table not counted.
        forms: By role, the shares.
    """

    people: int
    forms: Mapping[Role, Forms]
    _known: dict[tuple[str, Role], float] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Iterable[tuple[Name, Sex]] = ()) -> "Commonness":
        """Count the parts of names, and lean on the table as far as they are few.

        Args:
            names: Each record's name with the sex it tells. The order is of no matter.

        Example:
            >>> from tasjil.link.names.parse import parse
            >>> known = Commonness.of()
            >>> common, rare = parse("Muhammad Darmani").parts
            >>> known.share(common, Role.MAN) > 0.05 > known.share(rare, Role.FAMILY)
            True
        """
        people = 0
        counts: dict[Role, dict[Sound, float]] = {role: {} for role in Role}
        for name, sex in names:
            people += 1
            _count(name, sex, counts)
        return cls(people, {role: _forms(role, counts[role]) for role in Role})

    def share(self, part: Part, role: Role) -> float:
        """Give the share of people in a role whose name is this, or can be heard so."""
        key = (part.text, role)
        known = self._known.get(key)
        if known is None:
            if len(self._known) > 200_000:
                self._known.clear()
            known = self._known[key] = max(RAREST, _share(part, self.forms[role]))
        return known

    def given_share(self, part: Part, sex: Sex) -> float:
        """Give the share of people of a sex with a given name; of both if unknown."""
        if sex is Sex.MAN:
            return self.share(part, Role.MAN)
        if sex is Sex.WOMAN:
            return self.share(part, Role.WOMAN)
        return (self.share(part, Role.MAN) + self.share(part, Role.WOMAN)) / 2


def _count(name: Name, sex: Sex, counts: dict[Role, dict[Sound, float]]) -> None:
    if name.given is not None:
        if sex is not Sex.WOMAN:
            _add(counts[Role.MAN], name.given, 1.0 if sex is Sex.MAN else 0.5)
        if sex is not Sex.MAN:
            _add(counts[Role.WOMAN], name.given, 1.0 if sex is Sex.WOMAN else 0.5)
    for part in name.chain:
        _add(counts[Role.MAN], part, 1.0)
    if name.family is not None:
        _add(counts[Role.FAMILY], name.family, 1.0)


def _add(counts: dict[Sound, float], part: Part, weight: float) -> None:
    key = (part.sounds[0], part.vowels[0])
    counts[key] = counts.get(key, 0.0) + weight


def _share(part: Part, forms: Forms) -> float:
    """Add up the forms that agree with one of its readings."""
    return sum(
        share
        for sound, vowels in part.heard
        for known, share in forms.get(sound, ())
        if not clashes(vowels, known)
    )


def _forms(role: Role, counts: Mapping[Sound, float]) -> Forms:
    own = sum(counts.values())
    table_weight = AS_MANY / (own + AS_MANY)
    shares: dict[Sound, float] = defaultdict(float)
    for part, share in _table(role):
        shares[part.sounds[0], part.vowels[0]] += share * table_weight
    for key, count in counts.items():
        shares[key] += count / (own + AS_MANY)
    by_sound: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for (sound, vowels), share in shares.items():
        by_sound[sound].append((vowels, share))
    return {sound: _fewer(found) for sound, found in by_sound.items()}


def _fewer(found: list[tuple[int, float]]) -> tuple[tuple[int, float], ...]:
    """Keep the commonest; the others count for whatever is as common as they."""
    found.sort(key=lambda each: (-each[1], each[0]))
    return tuple(found[:MOST_FORMS])


def known_shares(role: Role) -> Mapping[str, float]:
    """Give the share of each consonant form in the built-in table, vowels put together.

    Example:
        >>> known_shares(Role.MAN)["mhmd"] > known_shares(Role.MAN)["trk"]
        True
    """
    found: dict[str, float] = defaultdict(float)
    for part, share in _table(role):
        found[part.sounds[0]] += share
    return dict(found)


@lru_cache(maxsize=3)
def _table(role: Role) -> tuple[tuple[Part, float], ...]:
    """Read the built-in table of a role: parts, and their shares."""
    found = []
    for key, names in table("frequencies.txt").items():
        who, thousandth = key.split()
        if who == _KEYS[role]:
            found += [
                (part_of(tuple(name.split("_"))), float(thousandth) / 1000)
                for name in names
            ]
    return tuple(found)


def is_other_known_name(one: Part, other: Part) -> bool:
    """Tell that both are known names, and not the same: a slip seldom makes one.

    Example:
        >>> from tasjil.link.names.parse import parse
        >>> is_other_known_name(*parse("Khaled Walid").parts)
        True
    """
    first, second = _known_as(one), _known_as(other)
    return bool(first and second) and first.isdisjoint(second)


def _known_as(part: Part) -> set[Sound]:
    known = _known_names()
    return {
        (sound, form)
        for sound, vowels in part.heard
        for form in known.get(sound, ())
        if not clashes(vowels, form)
    }


@lru_cache(maxsize=1)
def _known_names() -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for role in (Role.MAN, Role.WOMAN):
        for part, _ in _table(role):
            # Latin letters leave the vowels open: they would make one of two names.
            if not is_arabic(part.text):
                continue
            found[part.sounds[0]].add(part.vowels[0])
    return dict(found)

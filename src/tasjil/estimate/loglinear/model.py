"""A log-linear model: which lists are allowed to depend on one another."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from tasjil.errors import BadValue


@dataclass(frozen=True)
class Model:
    """A hierarchical model: each of its terms is a set of lists, a bit for each list.

    Every list has a term of its own, and with a term stand all terms inside it
    (Bishop, Fienberg & Holland 1975, chapter 6).

    Attributes:
        lists: How many lists.
        generators: The largest terms, which say the model.

    Example:
        >>> model = Model.read("[123,14,34]", 4)
        >>> model.formula, len(model.terms)
        ('[123,14,34]', 11)
        >>> model.named(("EXH", "ABA", "OSCE", "HRW"))
        '[EXH:ABA:OSCE, EXH:HRW, OSCE:HRW]'
    """

    lists: int
    generators: tuple[int, ...]

    @classmethod
    def of(cls, lists: int, terms: Iterable[int]) -> "Model":
        """Make the smallest model that holds these terms and every list.

        Raises:
            BadValue: A term has a list that is not there, or all lists at once: that
                one cannot be told from those who are on no list.
        """
        asked = {*terms, *(1 << j for j in range(lists))} - {0}
        whole = (1 << lists) - 1
        if any(term >= whole or term < 0 for term in asked) and lists > 1:
            raise BadValue(
                f"expected terms with some but not all of {lists} lists; the term "
                "of all lists cannot be told from those on no list"
            )
        largest = [t for t in asked if not any(t != o and t & o == t for o in asked)]
        return cls(lists, tuple(sorted(largest, key=_order)))

    @classmethod
    def read(cls, formula: str, lists: int) -> "Model":
        """Read a model as the literature writes it: `[123,14,34]`.

        From ten lists on, numbers in a term stand with dots between: `[1.10,2]`.

        Raises:
            BadValue: It is written in another way.
        """
        inside = re.fullmatch(r"\[([\d., ]*)\]", formula.strip())
        if inside is None:
            raise BadValue(f"expected a model like [12,3], got {formula!r}")
        said = [part.strip() for part in inside[1].split(",") if part.strip()]
        numbers = [part.split(".") if "." in part else list(part) for part in said]
        if any(not n or not 1 <= int(n) <= lists for part in numbers for n in part):
            raise BadValue(f"expected numbers of {lists} lists, got {formula!r}")
        return cls.of(lists, [sum({1 << int(n) - 1 for n in part}) for part in numbers])

    @cached_property
    def terms(self) -> tuple[int, ...]:
        """All terms, the empty one (the intercept) first, then by size."""
        inside = {0}
        for largest in self.generators:
            part = largest
            while part:
                inside.add(part)
                part = (part - 1) & largest
        return tuple(sorted(inside, key=_order))

    @property
    def formula(self) -> str:
        """The model as the literature writes it, lists by number from 1."""
        dot = "." if self.lists > 9 else ""
        parts = [
            dot.join(str(j + 1) for j in members(term))
            for term in sorted(self.generators, key=lambda t: (-t.bit_count(), _key(t)))
        ]
        return f"[{','.join(parts)}]"

    def named(self, names: Sequence[str]) -> str:
        """Write the model with the names of the lists."""
        largest = sorted(self.generators, key=lambda t: (-t.bit_count(), _key(t)))
        said = [":".join(names[j] for j in members(term)) for term in largest]
        return f"[{', '.join(said)}]"

    def larger(self) -> list["Model"]:
        """Give the models with one term more, in an order that never changes."""
        have = set(self.terms)
        whole = (1 << self.lists) - 1
        sizes = range(2, max(term.bit_count() for term in have) + 2)
        asked = (sum(1 << j for j in c) for k in sizes for c in self._sets(k))
        return [
            Model.of(self.lists, (*self.generators, term))
            for term in asked
            if term not in have and term != whole and _ready(term, have)
        ]

    def smaller(self) -> list["Model"]:
        """Give the models with one term less, in an order that never changes."""
        return [
            Model.of(self.lists, [t for t in self.terms if t != gone])
            for gone in self.generators
            if gone.bit_count() > 1
        ]

    def _sets(self, size: int) -> Iterable[tuple[int, ...]]:
        return combinations(range(self.lists), size)


def every_model(lists: int) -> list[Model]:
    """Give all hierarchical models in which every list has its term.

    Args:
        lists: At most 4: for 5 lists there are 6,893 models already.

    Example:
        >>> len(every_model(3)), len(every_model(4))
        (8, 113)
    """
    if not 2 <= lists <= 5:
        raise BadValue(f"expected 2 to 5 lists to go through all models, got {lists}")
    known = [Model.of(lists, ())]
    seen = set(known)
    for model in known:
        fresh = [each for each in model.larger() if each not in seen]
        seen.update(fresh)
        known.extend(fresh)
    return sorted(known, key=lambda m: (len(m.terms), [_order(t) for t in m.terms]))


def members(term: int) -> tuple[int, ...]:
    """Say which lists, by column, a term is about.

    Example:
        >>> members(0b1101)
        (0, 2, 3)
    """
    return tuple(j for j in range(term.bit_length()) if term >> j & 1)


def _key(term: int) -> tuple[int, ...]:
    return members(term)


def _order(term: int) -> tuple[int, tuple[int, ...]]:
    return term.bit_count(), members(term)


def _ready(term: int, have: set[int]) -> bool:
    """Tell whether every term one list smaller is there."""
    return all(term & ~(1 << j) in have for j in members(term))

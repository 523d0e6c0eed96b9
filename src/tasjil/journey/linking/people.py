"""Records that were linked, with the persons they tell of, and how sure that is."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from tasjil.journey.linking.work import KeptWork
from tasjil.link.linking import Linked
from tasjil.link.persons.carry import carry
from tasjil.model.ids import RecordId, VictimId
from tasjil.register.persons import KeptPerson


class Beside(msgspec.Struct, frozen=True):
    """What is to be said of a linking beside who is whom.

    Attributes:
        clean: Whether nobody seems to stand twice on each list.
        not_compared: What was not compared, in words. They may say a name that many
            bear: never outside the house.
        left_out: How many pairs of records were not compared.
        said: What is to be known about how records were weighed.
        reliability: What is said of pairs, and how many of them hold; see `Bin`.
    """

    clean: dict[str, bool] = {}
    not_compared: list[str] = []
    left_out: int = 0
    said: list[str] = []
    reliability: list["Bin"] = []


class Bin(msgspec.Struct, frozen=True):
    """Pairs that were said to be one person with about the same probability.

    Attributes:
        said: The mean probability that was said.
        held: The share of them that are one person, as far as can be seen.
        pairs: How many.
    """

    said: float
    held: float
    pairs: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many persons stand on exactly these lists."""

    lists: tuple[str, ...]
    persons: int


@dataclass(frozen=True, slots=True)
class People:
    """Who is whom, by ids that people can name and that stay.

    Attributes:
        persons: The person of each record, in the order the records were given.
        certainty: How likely each person is exactly their records, from 0 to 1.
        doubtful: Persons whom people should look at.
        list_of: The list of every record.
        pairs: How many pairs are worth keeping.
    """

    persons: Mapping[RecordId, VictimId]
    certainty: Mapping[VictimId, float]
    doubtful: frozenset[VictimId]
    list_of: Mapping[RecordId, str]
    pairs: int = 0
    beside: Beside = Beside()

    @classmethod
    def of(cls, kept: Sequence[KeptPerson], work: KeptWork | None) -> "People":
        """Give who is whom as the register holds it."""
        beside = Beside() if work is None else msgspec.convert(work.beside, Beside)
        return cls(
            persons={each.record: each.person for each in kept},
            certainty={each.person: each.certainty / 1_000 for each in kept},
            doubtful=frozenset(each.person for each in kept if each.doubtful),
            list_of={each.record: list_name(each.record) for each in kept},
            pairs=0 if work is None else len(work.pairs),
            beside=beside,
        )

    @property
    def lists(self) -> dict[str, int]:
        """How many records each list has, in the order of their names."""
        return dict(sorted(Counter(self.list_of.values()).items()))

    def records_of(
        self, persons: Collection[VictimId]
    ) -> dict[VictimId, tuple[RecordId, ...]]:
        """Give the records of some persons."""
        wanted = frozenset(persons)
        found: dict[VictimId, list[RecordId]] = {id: [] for id in wanted}
        for record, person in self.persons.items():
            if person in wanted:
                found[person].append(record)
        return {id: tuple(sorted(told)) for id, told in found.items()}

    def overlaps(self) -> tuple[Overlap, ...]:
        """Count persons by the lists they stand on; the fewest lists first."""
        on: dict[VictimId, set[str]] = defaultdict(set)
        for record, person in self.persons.items():
            on[person].add(self.list_of[record])
        found = Counter(tuple(sorted(lists)) for lists in on.values())
        order = sorted(found, key=lambda lists: (len(lists), lists))
        return tuple(Overlap(lists, found[lists]) for lists in order)


Past = Mapping[VictimId, frozenset[RecordId]]
"""For every id that names nobody now, the records it named last."""


def people_of(
    linked: Linked,
    list_of: Mapping[RecordId, str],
    before: Mapping[RecordId, VictimId] | None = None,
    past: Past | None = None,
) -> People:
    """Give persons their ids; those who are there already keep theirs.

    Args:
        linked: What linking found.
        list_of: The list of every record.
        before: Who the records were held to tell of.
        past: Whom ids named that name nobody now: they come back with their records.
    """
    persons = carry(linked.records, linked.labels, before, past).persons
    told = map(persons.__getitem__, linked.records)
    names = dict(zip(linked.labels.tolist(), told, strict=True))
    certainty = linked.certainty.tolist()
    return People(
        persons={record: persons[record] for record in linked.records},
        certainty={names[label]: certainty[label] for label in names},
        doubtful=frozenset(
            names[label] for each in linked.doubtful for label in each.persons
        ),
        list_of=list_of,
        pairs=len(linked.pairs),
        beside=_beside(linked),
    )


def _beside(linked: Linked) -> Beside:
    return Beside(
        clean=dict(sorted(linked.clean.items())),
        not_compared=[each.words for each in linked.not_compared],
        left_out=sum(each.pairs for each in linked.not_compared),
        said=list(linked.model.said),
        reliability=[
            Bin(*each)
            for each in zip(
                linked.reliability.said,
                linked.reliability.shown,
                linked.reliability.pairs,
                strict=True,
            )
        ],
    )


def list_name(record: str) -> str:
    """Give the list that a record's id says it stands on.

    Example:
        >>> list_name("hospital:17"), list_name("may:north:3")
        ('hospital', 'may:north')
    """
    return record.rpartition(":")[0]

"""What the pages show of a case's lists: numbers alone, and nobody's name."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tasjil.journey.claims.following import words_now
from tasjil.journey.linking.case import people_kept
from tasjil.journey.linking.people import People
from tasjil.link.named import REPORTS, as_records
from tasjil.link.review.answers import standing_words
from tasjil.link.words import Groups
from tasjil.model.ids import RecordId, VictimId
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.publish.lists import (
    ListShown,
    ListsShown,
    OverlapShown,
    ReliabilityBin,
)
from tasjil.register.deeds import Deed
from tasjil.register.register import Register

ENOUGH = 20
"""Fewer pairs than these show nothing of how well a probability holds."""


def lists_shown(register: Register) -> ListsShown | None:
    """Sum up the lists of a case as they are linked; None where there are none."""
    people = people_kept(register, Deed.LOOK_AT_COUNTS)
    words = words_now(register, Deed.LOOK_AT_COUNTS)
    return shown(people, tuple(words))


def shown(people: People, words: Sequence[Judgement]) -> ListsShown | None:
    """Sum up who is whom.

    Args:
        people: As the register holds it.
        words: What people said about pairs of any kind, oldest first.
    """
    names = list(people.lists)
    if not set(names) - {REPORTS}:
        return None
    standing = standing_words(as_records(words))
    several = _with_several_records(people)
    confirmed = _confirmed(several, standing)
    place = {name: at for at, name in enumerate(names)}
    return ListsShown(
        lists=tuple(
            ListShown(
                None if name == REPORTS else name,
                count,
                people.beside.clean.get(name),
            )
            for name, count in people.lists.items()
        ),
        overlaps=tuple(
            OverlapShown(tuple(place[name] for name in each.lists), each.persons)
            for each in people.overlaps()
        ),
        persons=len(people.certainty),
        proposed=len(several) - confirmed,
        confirmed=confirmed,
        doubtful=len(people.doubtful),
        words=len({each.pair for each in standing}),
        left_out=people.beside.left_out,
        reliability=tuple(
            ReliabilityBin(each.said, min(max(each.held, 0.0), 1.0))
            for each in people.beside.reliability
            if each.pairs >= ENOUGH
        ),
    )


def _with_several_records(people: People) -> dict[VictimId, list[RecordId]]:
    several = {id for id, n in Counter(people.persons.values()).items() if n > 1}
    found: dict[VictimId, list[RecordId]] = defaultdict(list)
    for record, person in people.persons.items():
        if person in several:
            found[person].append(record)
    return found


def _confirmed(
    several: Mapping[VictimId, Sequence[RecordId]], words: Sequence[Judgement]
) -> int:
    """Count the persons all of whose records people put together."""
    last = {each.pair: each.verdict for each in words if each.kind is PairKind.RECORDS}
    said: Groups[str] = Groups()
    for (one, other), verdict in sorted(last.items()):
        if verdict is Verdict.SAME:
            said.unite(one, other)
    return sum(
        len({said.root(record) for record in records}) == 1
        for records in several.values()
    )

"""Two persons are put together by hand, or records taken out of one; seen first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product

from tasjil.errors import BadValue, NotInRegister
from tasjil.journey import board
from tasjil.journey.board.sheets import PersonSheet
from tasjil.journey.case import Case
from tasjil.journey.count import Counted, count_held
from tasjil.journey.linking.spoken import word_on
from tasjil.journey.nearby import near
from tasjil.journey.opening import Seat
from tasjil.link.named import as_records, mention_of, record_of
from tasjil.link.victims import Linkage
from tasjil.link.words import Pair, standing
from tasjil.model.ids import IncidentId, RecordId, VictimId
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.model.tally import IncidentCount
from tasjil.register.deeds import Deed
from tasjil.register.register import Register

MOST_PAIRS = 2_000
"""Pairs of records that are spoken of at once."""

MOST_SHEETS = 8
"""People of the board that are looked at for one preview."""

TAKEN_OUT = VictimId("v-taken-out")
"""Who records taken out are in a preview; their own id comes with the next linking."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """What somebody says of persons, put into words on pairs of records.

    Attributes:
        persons: Whom it is about.
        records: All records of theirs.
        moved: For each record that would change over, the person it would tell of.
        words: As it is kept.
    """

    persons: tuple[VictimId, ...]
    records: tuple[RecordId, ...]
    moved: dict[RecordId, VictimId]
    words: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class MovedCount:
    """An incident, with what it adds before and after."""

    incident: IncidentId
    before: IncidentCount | None
    after: IncidentCount | None


@dataclass(frozen=True, slots=True)
class WouldMove:
    """What a word on persons would do to the count of the incidents around them.

    Attributes:
        incidents: Those in which they are named; nothing else can move.
        named: How many named people there are in them, before and after.
    """

    incidents: tuple[MovedCount, ...]
    named: tuple[int, int]


def records_of(register: Register, person: str) -> tuple[RecordId, ...]:
    """Give the records of a person, by the id of the person or of one of the records.

    Raises:
        NotInRegister: Nobody is called so.
    """
    own = [RecordId(person), record_of(person)]
    found = register.persons_of(own, [VictimId(person)])
    if not found:
        raise NotInRegister(
            "expected the id of a person, or of a record that was linked, found none; "
            "the persons may have been put together anew: look for the person again"
        )
    return tuple(sorted(each.record for each in found))


def person_of(register: Register, record: RecordId) -> VictimId:
    """Give the person that a record is held to tell of."""
    return next(
        each.person for each in register.persons_of([record]) if each.record == record
    )


def merging(
    register: Register, one: str, other: str, because: str, at: datetime
) -> ByHand:
    """Put into words that two persons are one; nothing is kept.

    Raises:
        NotInRegister: Nobody is called so.
        BadValue: They are one already, there is no reason, or there are too many.
        NotAllowed: They may not say what is one.
    """
    register.must(Deed.JUDGE_LINK)
    mine, theirs = records_of(register, one), records_of(register, other)
    if set(mine) & set(theirs):
        raise BadValue(
            "expected two persons, found that they are one already; look at their "
            "records"
        )
    first = mine[0]
    said = standing_words(register, (*mine, *theirs))
    pairs = [(first, each) for each in (*mine[1:], *theirs)]
    pairs += [
        pair
        for pair in product(mine, theirs)
        if said.get(_ordered(pair)) is Verdict.DIFFERENT
    ]
    to = person_of(register, first)
    moved = dict.fromkeys(theirs, to)
    words = _words(register, pairs, Verdict.SAME, because, at)
    people = (to, person_of(register, theirs[0]))
    return ByHand(people, (*mine, *theirs), moved, words)


def dividing(
    register: Register,
    person: str,
    out: Collection[str],
    because: str,
    at: datetime,
) -> ByHand:
    """Put into words that some records of a person tell of another; nothing is kept.

    Raises:
        NotInRegister: Nobody is called so.
        BadValue: None of the records is theirs, or none would stay, or there is no
            reason, or there are too many.
        NotAllowed: They may not say what is one.
    """
    register.must(Deed.JUDGE_LINK)
    own = records_of(register, person)
    leave = [each for each in own if each in set(out)]
    stay = [each for each in own if each not in set(out)]
    if not leave or not stay:
        raise BadValue(
            "expected some of the person's records to take out, and some that stay, "
            f"found {len(leave)} and {len(stay)}; tick those that tell of another"
        )
    words = _words(register, product(leave, stay), Verdict.DIFFERENT, because, at)
    moved = dict.fromkeys(leave, TAKEN_OUT)
    return ByHand((person_of(register, own[0]),), own, moved, words)


def _words(
    register: Register,
    pairs: Iterable[tuple[RecordId, RecordId]],
    verdict: Verdict,
    because: str,
    at: datetime,
) -> tuple[Judgement, ...]:
    distinct = sorted({_ordered(each) for each in pairs})
    if len(distinct) > MOST_PAIRS:
        raise BadValue(
            f"expected at most {MOST_PAIRS:,} pairs of records at once, found "
            f"{len(distinct):,}; take records out in smaller steps"
        )
    return tuple(
        word_on((RecordId(a), RecordId(b)), verdict, register.user, at, because)
        for a, b in distinct
    )


def _ordered(pair: tuple[RecordId, RecordId]) -> Pair:
    return min(pair), max(pair)


def words_about(
    register: Register, records: Collection[RecordId]
) -> tuple[Judgement, ...]:
    """Give what people said of pairs in which one of these records is, oldest first."""
    mentions = [str(m) for each in records if (m := mention_of(each)) is not None]
    words = [
        *register.words_on_pairs(records, PairKind.RECORDS),
        *register.words_on_pairs(mentions, PairKind.VICTIMS),
    ]
    words.sort(key=lambda each: each.order)
    return as_records(each.judgement for each in words)


def standing_words(
    register: Register, records: Collection[RecordId]
) -> dict[Pair, Verdict]:
    """Give the verdict that stands on each pair in which one of these records is."""
    return standing(words_about(register, records), PairKind.RECORDS)


def keep(seat: Seat, said: ByHand) -> None:
    """Keep what somebody said of persons; the next linking puts them so."""
    seat.register.judge_links(said.words)


def would_move(case: Case, register: Register, said: ByHand) -> WouldMove:
    """Say what it would do to the count of the incidents around; nothing is kept."""
    sheets = sheets_of(register, said.records)
    ids = {line.id for each in sheets for line in each.incidents}
    around = near(register, ids)
    held = around.held
    before = count_held(case, held)
    persons = {**held.linked.persons, **said.moved}
    doubtful = held.linked.doubtful - frozenset(said.persons)
    after = count_held(
        case,
        replace(
            held,
            linked=Linkage(persons, doubtful),
            judgements=(*held.judgements, *as_records(said.words)),
        ),
    )
    return WouldMove(
        tuple(
            MovedCount(id, _count(before, id), _count(after, id))
            for id in sorted(around.bodies)
        ),
        (_named(before), _named(after)),
    )


def sheets_of(
    register: Register, records: Collection[RecordId]
) -> tuple[PersonSheet, ...]:
    """Give the people of the board of whom some records tell, a few at the most."""
    people = dict.fromkeys(register.board.people_of(records).values())
    sheets = (board.person(register, each) for each in list(people)[:MOST_SHEETS])
    return tuple(each for each in sheets if each is not None)


def _count(counted: Counted, id: IncidentId) -> IncidentCount | None:
    return next(
        (
            each
            for figure in counted.tally.figures
            for each in figure.incidents
            if each.incident == id
        ),
        None,
    )


def _named(counted: Counted) -> int:
    return len(counted.evidence.victims)

"""Why two records are, or are not, held to be one person; and a person's history."""

import heapq
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tasjil.errors import NotInRegister
from tasjil.journey.case import Case
from tasjil.journey.claims.following import words_now
from tasjil.journey.count import held_by
from tasjil.journey.linking.case import kept_in, work_kept
from tasjil.journey.linking.judging import known
from tasjil.journey.linking.records import CaseRecords, case_records
from tasjil.journey.linking.work import KeptWork
from tasjil.journey.opening import Key, open_register
from tasjil.link.compare.words import Reasons
from tasjil.link.compare.words import explain as explain_words
from tasjil.link.explaining import explain_pair, find_pair
from tasjil.link.named import as_records
from tasjil.link.score.model import Model
from tasjil.model.ids import RecordId, VictimId
from tasjil.model.judgement import Judgement
from tasjil.model.particulars import Particulars
from tasjil.register.deeds import Deed
from tasjil.register.persons import PersonMove
from tasjil.register.register import Register


@dataclass(frozen=True, slots=True)
class Compared:
    """How two records came out against each other.

    Attributes:
        weight: Evidence that they are one person, in bits.
        probability: That they are one person.
        levels: How each comparison came out, by what was compared; -1 where one of
            the two does not tell.
    """

    one: RecordId
    other: RecordId
    weight: float
    probability: float
    levels: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One record, and the words it rests on where a report names the person.

    Attributes:
        person: Whom it is held to tell of.
        passage: The words of the report; None for a row of a list.
    """

    told: Particulars
    person: VictimId
    passage: str | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """Why two records are, or are not, held to be one person.

    Attributes:
        reasons: What speaks for one person and for two, in words.
        compared: How they came out; None where they were never compared, or so far
            apart that it was not kept.
        path: Pairs that lead from one to the other, the weakest as strong as can be;
            empty where they are two persons, or nothing leads there but people's word.
        words: All that people said of the two, oldest first.
        is_kept: Whether the pairs of the last linking are there still.
    """

    one: Evidence
    other: Evidence
    reasons: Reasons
    compared: Compared | None
    path: tuple[Compared, ...]
    words: tuple[Judgement, ...]
    is_kept: bool = True

    @property
    def together(self) -> bool:
        """Whether the two are held to be one person."""
        return self.one.person == self.other.person


def explain(case: Case, key: Key, pair: tuple[str, str]) -> Explained:
    """Lay out why two records are, or are not, held to be one person.

    Raises:
        NotInRegister: One of the two is no record that was linked.
        NotAllowed: Whoever opened the register may not look at records.
    """
    with open_register(case, key) as register:
        register.must(Deed.LOOK_AT_REPORTS)
        one, other = (known(register, each) for each in pair)
        held = held_by(register, Deed.LOOK_AT_REPORTS)
        records = case_records(case, register, held)
        work, last = work_kept(register), register.last_linking()
        sides = tuple(_evidence(register, records, each) for each in (one, other))
        words = as_records(words_now(register))
    both = (min(one, other), max(one, other))
    path, at = tuple[Compared, ...](), None
    reasons = explain_words(sides[0].told, sides[1].told)
    if work is not None and last is not None:
        at = _place_of(work, one, other)
        weights = Model.from_json(last.model.decode()).comparisons
        a, b = sides[0].told, sides[1].told
        reasons = explain_pair(a, b, work.pairs, at, weights)
        if at is None and sides[0].person == sides[1].person:
            path = _path(work, one, other)
    return Explained(
        sides[0],
        sides[1],
        reasons=reasons,
        compared=None if work is None or at is None else _as_told(work, at),
        path=path,
        words=tuple(each for each in words if each.pair == both),
        is_kept=work is not None,
    )


def _evidence(register: Register, records: CaseRecords, id: RecordId) -> Evidence:
    person = kept_in(register)[id].person
    for told in records.told:
        if told.record == id:
            passage = None
            if id in records.claims:
                claim, _ = register.claim(records.claims[id])
                passage = claim.passage.quote
            return Evidence(told, person, passage)
    raise NotInRegister(
        "expected a record that its list or report still has, found one that was there "
        "when the case was linked last; build the case, and ask again"
    )


def _place_of(work: KeptWork, one: RecordId, other: RecordId) -> int | None:
    """Find the pair; None where one was not linked, or the pair was not kept."""
    place = work.place
    if one not in place or other not in place:
        return None
    return find_pair(work.pairs, place[one], place[other])


def _as_told(work: KeptWork, at: int) -> Compared:
    pairs = work.pairs
    levels = zip(pairs.comparisons, pairs.levels[at].tolist(), strict=True)
    return Compared(
        work.records[int(pairs.left[at])],
        work.records[int(pairs.right[at])],
        float(pairs.weight[at]),
        float(pairs.probability[at]),
        tuple(levels),
    )


def _path(work: KeptWork, one: RecordId, other: RecordId) -> tuple[Compared, ...]:
    """Find the pairs between two, so that the weakest of them is as strong as can be.

    Only pairs that are likelier one person than not are gone along; each is looked at
    once or twice.
    """
    place, pairs = work.place, work.pairs
    if one not in place or other not in place:
        return ()
    beside: dict[int, list[int]] = defaultdict(list)
    for at in np.flatnonzero(pairs.probability > 0.5).tolist():
        beside[int(pairs.left[at])].append(at)
        beside[int(pairs.right[at])].append(at)
    start, end = place[one], place[other]
    waiting: list[tuple[float, int, tuple[int, ...]]] = [(-1.0, start, ())]
    seen: set[int] = set()
    while waiting:
        weakest, here, way = heapq.heappop(waiting)
        if here == end:
            return tuple(_as_told(work, at) for at in way)
        if here in seen:
            continue
        seen.add(here)
        for at in beside[here]:
            there = int(pairs.left[at]) + int(pairs.right[at]) - here
            step = max(weakest, -float(pairs.probability[at]))
            heapq.heappush(waiting, (step, there, (*way, at)))
    return ()


@dataclass(frozen=True, slots=True)
class History:
    """How a person came to be whom they are.

    Attributes:
        records: Those that tell of the person now.
        moves: Records that came to the person, or left, oldest first.
        words: What people said of the person's records, oldest first.
    """

    person: VictimId
    records: tuple[RecordId, ...]
    moves: tuple[PersonMove, ...]
    words: tuple[Judgement, ...]


def history(case: Case, key: Key, person: str) -> History:
    """Tell how a person came to be whom they are.

    Args:
        case: The case.
        key: What opens its register.
        person: The person's id, or that of one of their records.

    Raises:
        NotInRegister: Nobody is, or was, called so.
    """
    with open_register(case, key) as register:
        kept = kept_in(register)
        asked = person.strip()
        id = kept[RecordId(asked)].person if asked in kept else VictimId(asked)
        moves = tuple(register.person_moves(id))
        records = tuple(sorted(r for r, each in kept.items() if each.person == id))
        words = as_records(words_now(register))
    if not records and not moves:
        raise NotInRegister(
            "expected the id of a person (v-...) or of a record, found none that is "
            "called so; `tasjil link CASE --json` lists records with their persons"
        )
    own = {*records, *(each.record for each in moves)}
    about = tuple(each for each in words if own.intersection(each.pair))
    return History(id, records, moves, about)


def persons_of(moves: Sequence[PersonMove]) -> tuple[tuple[str, str, str], ...]:
    """Sum moves up: when, from which person, to which; "" where a record went away."""
    return tuple(dict.fromkeys((each.at, each.was, each.person) for each in moves))

"""Claims that people made, and all that people did with one claim, oldest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tasjil.errors import NotInRegister
from tasjil.model.defined import Defined
from tasjil.model.ids import ClaimId, ReportId, UserId
from tasjil.model.judgement import ClaimState
from tasjil.register import queries
from tasjil.register.border import translated
from tasjil.register.store import ClaimRow, JudgementRow, MadeRow, Store

PERSON = "person/1"
"""The reader of a claim that a person made: its form may change one day."""


class Done(Defined):
    """What was done with a claim."""

    PROPOSED = "proposed", "A reader found it in the report."
    ADDED = "added", "A person made it, on words in which no reader found it."
    CORRECTED = "corrected", "A person put it in the place of another claim."
    JUDGED = "judged", "A person said whether the words say it."
    TAKEN_BACK = "taken back", "The last word on it was taken back."
    WITHDRAWN = "withdrawn", "It was taken back by which a person had made it."


@dataclass(frozen=True, slots=True)
class ClaimEvent:
    """One thing that was done with a claim, or with one that it was corrected from.

    Attributes:
        number: Its place among all entries; a higher one is newer.
        claim: The claim it was done with; several of one line have one history.
        state: Where that claim stood from then on.
        by: The person; the reader where it was proposed.
        at: ISO 8601 in UTC; "" for what a reader proposed.
        of: The claim in whose place it was put; None but for a correction.
        undone: It was taken back since.
    """

    number: int
    done: Done
    claim: ClaimId
    state: ClaimState
    by: str
    at: str = ""
    because: str = ""
    of: ClaimId | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A claim that a person made.

    Attributes:
        of: The claim it was put in the place of; None where it was added.
        root: The first claim of that line; None where it was added.
        withdrawn: It was taken back since.
    """

    claim: ClaimId
    report: ReportId
    of: ClaimId | None
    root: ClaimId | None
    by: UserId
    at: str
    because: str
    withdrawn: bool


def every(store: Store, own: UserId | None = None) -> Iterator[Made]:
    """Give every claim that a person made, in the order in which they did."""
    rows = queries.theirs(MadeRow, store, own).order_by("seq")
    with translated():
        for row in rows.iterator(chunk_size=queries.AT_ONCE):
            yield of_row(row)


def one(store: Store, claim: str) -> Made | None:
    """Give one of them; None where no person made it."""
    with translated():
        row = MadeRow.objects.using(store.alias).filter(pk=claim).first()
    return None if row is None else of_row(row)


def of_row(row: MadeRow) -> Made:
    """Read one of them."""
    return Made(
        ClaimId(row.claim),
        ReportId(row.report),
        ClaimId(row.of) if row.of else None,
        ClaimId(row.root) if row.root else None,
        UserId(row.by),
        row.at,
        row.because,
        row.withdrawn is not None,
    )


def state_of(store: Store, claim: str) -> ClaimState:
    """Say where a claim stands; `NotInRegister` where there is none."""
    rows = ClaimRow.objects.using(store.alias).filter(pk=claim)
    with translated():
        found = rows.values_list("state", flat=True).first()
    if found is None:
        raise queries.no_claim(ClaimId(claim))
    return ClaimState(found)


def words_on(store: Store, claim: str) -> list[ClaimState]:
    """Give what people said of a claim and did not take back, oldest first."""
    rows = JudgementRow.objects.using(store.alias).filter(claim=claim).order_by("seq")
    said: list[ClaimState] = []
    with translated():
        for state, back in rows.values_list("state", "takes_back"):
            if not back:
                said.append(ClaimState(state))
            elif said:
                said.pop()
    return said


def stood(store: Store, claim: str) -> ClaimState:
    """Say where a claim would stand if nothing had been put in its place."""
    said = words_on(store, claim)
    return said[-1] if said else _first_state(one(store, claim) is not None)


def _first_state(made: bool) -> ClaimState:
    return ClaimState.ACCEPTED if made else ClaimState.PROPOSED


def standing(store: Store, claim: str) -> ClaimId:
    """Give the claim that stands in the place of one, or that one itself.

    Raises:
        NotInRegister: There is no such claim.
    """
    if state_of(store, claim) is not ClaimState.CORRECTED:
        return ClaimId(claim)
    made = one(store, claim)
    root = claim if made is None or made.root is None else made.root
    rows = MadeRow.objects.using(store.alias).filter(root=root, withdrawn__isnull=True)
    with translated():
        newest = rows.order_by("-seq").values_list("claim", flat=True).first()
    return ClaimId(newest or claim)


def history(store: Store, claim: ClaimId, own: UserId | None) -> tuple[ClaimEvent, ...]:
    """Give all that was done with a claim and with those of its line, oldest first.

    Raises:
        NotInRegister: There is no such claim, or it is not for whoever asks.
    """
    with translated():
        there = queries.theirs(ClaimRow, store, own).filter(pk=claim).exists()
    if not there:
        raise queries.no_claim(claim)
    made = one(store, claim)
    root = claim if made is None or made.root is None else made.root
    rows = MadeRow.objects.using(store.alias).filter(root=root).order_by("seq")
    with translated():
        line = [root, *rows.values_list("claim", flat=True)]
        events = [*_beginnings(store, line), *_words(store, line)]
    return tuple(sorted(events, key=lambda each: each.number))


def _beginnings(store: Store, line: Iterable[str]) -> Iterator[ClaimEvent]:
    ids = list(line)
    made = MadeRow.objects.using(store.alias).in_bulk(ids)
    rows = ClaimRow.objects.using(store.alias).filter(pk__in=ids)
    for id, seq, reader in rows.values_list("pk", "seq", "reader"):
        if id not in made:
            state = ClaimState.PROPOSED
            yield ClaimEvent(seq, Done.PROPOSED, ClaimId(id), state, reader)
    for row in made.values():
        yield from _making(row)


def _making(row: MadeRow) -> Iterator[ClaimEvent]:
    """Say that a person made a claim, and that it was taken back."""
    claim, of = ClaimId(row.claim), ClaimId(row.of) if row.of else None
    told = (row.by, row.at, row.because, of, row.withdrawn is not None)
    done = Done.ADDED if of is None else Done.CORRECTED
    yield ClaimEvent(row.seq, done, claim, ClaimState.ACCEPTED, *told)
    if row.withdrawn is not None:
        back: Any = (row.withdrawn_by, row.withdrawn_at, row.withdrawn_because, of)
        state = ClaimState.WITHDRAWN
        yield ClaimEvent(row.withdrawn, Done.WITHDRAWN, claim, state, *back)


def _words(store: Store, line: Iterable[str]) -> Iterator[ClaimEvent]:
    rows = JudgementRow.objects.using(store.alias).filter(claim__in=list(line))
    by_claim: dict[str, list[JudgementRow]] = {}
    for row in rows.order_by("seq"):
        by_claim.setdefault(row.claim, []).append(row)
    for said in by_claim.values():
        undone = taken_back([(row.seq, row.takes_back) for row in said])
        for row in said:
            yield ClaimEvent(
                row.seq,
                Done.TAKEN_BACK if row.takes_back else Done.JUDGED,
                ClaimId(row.claim),
                ClaimState(row.state),
                row.by,
                row.at,
                row.because,
                undone=row.seq in undone,
            )


def taken_back(said: Iterable[tuple[int, bool]]) -> frozenset[int]:
    """Give the numbers of the words on one claim that were taken back.

    Args:
        said: Each word's number, and whether it takes back the one before it.

    Example:
        >>> sorted(taken_back([(4, False), (7, False), (9, True), (12, True)]))
        [4, 7]
    """
    waiting: list[int] = []
    undone: set[int] = set()
    for number, back in said:
        if not back:
            waiting.append(number)
        elif waiting:
            undone.add(waiting.pop())
    return frozenset(undone)


def nothing_to_take_back() -> NotInRegister:
    """Say that nobody has said anything of a claim."""
    return NotInRegister(
        "expected a claim that a person judged, corrected or added, found one that "
        "stands as it was proposed; there is nothing to take back"
    )

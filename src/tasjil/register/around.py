"""What the register holds around a few claims: heads of reports, words, what happened.

Each question is a query or two by an index, however much the register holds.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from tasjil.errors import BadValue
from tasjil.model.ids import ClaimId, RecordId, ReportId, UserId, VictimId
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.register import log, made
from tasjil.register.border import translated
from tasjil.register.made import Made
from tasjil.register.persons import KeptPerson
from tasjil.register.queries import REPORT_PARTS, record_of, theirs
from tasjil.register.store import (
    JudgementRow,
    LinkRow,
    MadeRow,
    PersonRow,
    ReportRow,
    Store,
)


@dataclass(frozen=True, slots=True)
class ReportHead:
    """All that a list says of a report; its text stays where it is.

    Attributes:
        by: Who captured it.
        guessed: The headers that a program worked out and nobody confirmed.
    """

    id: ReportId
    name: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    by: str
    guessed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """How far the log had come, when somebody looked.

    Attributes:
        size: How many entries our own log had.
        others: How many those of other offices had together.
    """

    size: int
    others: int = 0

    @classmethod
    def parse(cls, text: str) -> "Position":
        """Read it from a form.

        Raises:
            BadValue: It is none.

        Example:
            >>> Position.parse("12-3")
            Position(size=12, others=3)
        """
        parts = text.split("-")
        if len(parts) != 2 or not all(p.isascii() and p.isdigit() for p in parts):
            raise BadValue(
                "expected how far the log had come when the page was made, found "
                "something else; load the page again"
            )
        return cls(int(parts[0]), int(parts[1]))

    def __str__(self) -> str:
        """Write it for a form."""
        return f"{self.size}-{self.others}"

    @property
    def order(self) -> int:
        """The place of its last entry in the one story of all logs."""
        return self.size + self.others


@dataclass(frozen=True, slots=True)
class Word:
    """What a person said of a claim, or of a pair, and where that stands in the log.

    Attributes:
        about: The claim, or the two.
        said: A state of a claim, or a verdict on a pair.
        kind: What the two are; None where it is about one claim.
        takes_back: It only takes back the word before it.
    """

    order: int
    about: tuple[str, ...]
    said: str
    by: UserId
    at: str
    because: str
    kind: PairKind | None = None
    takes_back: bool = False

    @property
    def judgement(self) -> Judgement:
        """The judgement on a pair that it is.

        Raises:
            BadValue: It is about one claim.
        """
        if self.kind is None:
            raise BadValue("expected a word on two, found one on a single claim")
        one, other = self.about
        said = Verdict(self.said)
        return Judgement(self.kind, one, other, said, self.by, self.at, self.because)


def position(store: Store) -> Position:
    """Say how far the log has come."""
    with translated():
        return Position(log.head(store).size, log.others(store))


def report_heads(
    store: Store, ids: Iterable[ReportId], own: UserId | None = None
) -> dict[ReportId, ReportHead]:
    """Give the heads of some reports by their ids; those that are gone are left out."""
    rows = theirs(ReportRow, store, own).filter(pk__in=list(ids))
    parts = ("pk", "by", *REPORT_PARTS[:3], *REPORT_PARTS[6:])
    with translated():
        return {
            id: _head(id, by, record_of(kept[:3], kept[3:]))
            for id, by, *kept in rows.values_list(*parts)
        }


def _head(id: ReportId, by: str, told: Any) -> ReportHead:
    return ReportHead(
        id,
        told["name"],
        title=told.get("title"),
        publisher=told.get("publisher"),
        published=told.get("published"),
        language=told.get("language"),
        by=by,
        guessed=tuple(told.get("guessed", ())),
    )


def words_on_claims(store: Store, claims: Collection[ClaimId]) -> Iterator[Word]:
    """Give what people said of each of some claims, oldest first."""
    rows = JudgementRow.objects.using(store.alias).filter(claim__in=list(claims))
    columns = ("seq", "claim", "state", "by", "at", "because", "takes_back")
    with translated():
        for seq, claim, state, by, at, because, back in rows.order_by(
            "seq"
        ).values_list(*columns):
            about = (ClaimId(claim),)
            yield Word(seq, about, state, UserId(by), at, because, takes_back=back)


def words_on_pairs(store: Store, ids: Collection[str], kind: PairKind) -> list[Word]:
    """Give what people said of pairs in which one of these is, oldest first."""
    some = list(ids)
    rows = LinkRow.objects.using(store.alias).filter(kind=kind)
    rows = rows.filter(Q(one__in=some) | Q(other__in=some)).order_by("seq")
    columns = ("seq", "one", "other", "verdict", "by", "at", "because")
    with translated():
        return [
            Word(seq, (one, other), verdict, UserId(by), at, because, kind)
            for seq, one, other, verdict, by, at, because in rows.values_list(*columns)
        ]


def made_around(store: Store, claims: Collection[ClaimId]) -> list[tuple[int, Made]]:
    """Give the claims that people made in one line with some, oldest first.

    Each with its number among all entries, and those that were taken back since too.
    """
    rows = MadeRow.objects.using(store.alias)
    with translated():
        own = rows.filter(pk__in=list(claims)).exclude(root="")
        roots = {*claims, *own.values_list("root", flat=True)}
        line = rows.filter(Q(pk__in=list(claims)) | Q(root__in=list(roots)))
        return [(row.seq, made.of_row(row)) for row in line.order_by("seq")]


def persons_of(
    store: Store, records: Iterable[RecordId], persons: Iterable[VictimId]
) -> list[KeptPerson]:
    """Give who linking holds some records to tell of, and all records of some people.

    Args:
        store: The register.
        records: Rows of lists, and names in reports.
        persons: People; those of the records are added.
    """
    rows = PersonRow.objects.using(store.alias)
    with translated():
        told = rows.filter(pk__in=list(records)).values_list("person", flat=True)
        wanted = {*persons, *told}
        columns = ("record", "told", "person", "certainty", "doubtful")
        return [
            KeptPerson(record, digest, person, "", certainty, doubtful)
            for record, digest, person, certainty, doubtful in rows.filter(
                person__in=list(wanted)
            )
            .order_by("pk")
            .values_list(*columns)
        ]

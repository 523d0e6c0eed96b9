"""Which records linking holds to be one person: as it is kept, and as it is asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tasjil.model.ids import RecordId, VictimId
from tasjil.register import content
from tasjil.register.border import translated
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.gone import gone
from tasjil.register.store import Entry, PersonMoveRow, PersonRow, Store

AT_ONCE = 2_000
"""How many rows are fetched at a time while somebody walks through them."""


class KeptPerson(msgspec.Struct, frozen=True, array_like=True):
    """One record, and the person it is held to tell of.

    Attributes:
        told: The digest of what the record told when it was linked.
        person: The id of the person.
        was: The person it told of before; "" where it is new.
        certainty: That its person is one person, in thousandths.
        doubtful: Whether people have to look.
    """

    record: RecordId
    told: str
    person: VictimId
    was: str = ""
    certainty: int = 1_000
    doubtful: bool = False


class Proposed(msgspec.Struct, frozen=True):
    """What one linking changed for the records of one list or report.

    Attributes:
        gone: Records that are there no more, each with the person it told of.
        left: Records that stand in another paper now, as in a list's next version.
    """

    records: list[KeptPerson] = []
    gone: list[tuple[RecordId, VictimId]] = []
    left: list[RecordId] = []

    def parts(self) -> tuple["Proposed", ...]:
        """Give what goes, and what comes: all that goes has to go first.

        A record that left one paper for another is the other's; when the first is
        erased one day, nothing of it comes back.
        """
        going = Proposed(gone=self.gone, left=self.left)
        coming = Proposed(records=self.records)
        return tuple(each for each in (going, coming) if each != Proposed())


@dataclass(frozen=True, slots=True)
class PersonMove:
    """A record that came to tell of another person, and when.

    Attributes:
        run: In which linking of this register, from 1.
        at: ISO 8601 in UTC.
        person: "" where the record is there no more.
    """

    run: int
    at: str
    record: RecordId
    was: str
    person: str


@dataclass(frozen=True, slots=True)
class LinkingRun:
    """What a linking is kept as.

    Attributes:
        lists: What changed for the records of each list, by the list's id.
        reports: The same for the persons named in each report.
        about: Settings and counts, as plain JSON; nothing of it names anybody.
        model: What the weights are, as JSON; it names nobody.
        work: The pairs that were compared, packed; they go when a paper is erased.
        columns: What the records told, laid out for comparing: by sounds and numbers,
            but it tells of people, and goes with the pairs.
        anew: Keep it though nobody moved: what it rests on is new, or was destroyed.
    """

    lists: Mapping[str, Proposed] = field(default_factory=dict)
    reports: Mapping[str, Proposed] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)
    model: bytes = b"{}"
    work: bytes = b""
    columns: bytes = b""
    anew: bool = False

    @property
    def is_news(self) -> bool:
        """Whether any record tells of somebody else than before, or is new or gone."""
        return self.anew or bool(self.lists or self.reports)

    def entries(self, run: int) -> Sequence[NewEntry]:
        """Give the entries: one for each paper, then the one that ends the linking.

        Args:
            run: Which linking of this register it is, from 1.
        """
        papers = [
            *(("list", id, told) for id, told in sorted(self.lists.items())),
            *(("report", id, told) for id, told in sorted(self.reports.items())),
        ]
        papers = [
            (kind, id, part) for kind, id, told in papers for part in told.parts()
        ]
        papers.sort(key=lambda each: bool(each[2].records))
        proposed = [
            NewEntry(
                EntryKind.PERSONS_PROPOSED,
                {
                    kind: id,
                    "run": run,
                    "records": len(told.records),
                    "gone": len(told.gone) + len(told.left),
                },
                {"persons": msgspec.json.encode(told)},
            )
            for kind, id, told in papers
        ]
        parts = {"work": self.work, "columns": self.columns}
        contents = {"model": self.model}
        contents |= {name: told for name, told in parts.items() if told}
        body = {"run": run, "about": dict(self.about), "papers": len(proposed)}
        return (*proposed, NewEntry(EntryKind.PERSONS_LINKED, body, contents))


@dataclass(frozen=True, slots=True)
class LastLinking:
    """The linking that ended last.

    Attributes:
        at: When, ISO 8601 in UTC.
        work: None where it was destroyed with what was erased since.
    """

    entry: int
    at: str
    about: Mapping[str, Any]
    model: bytes
    work: bytes | None


def persons(store: Store) -> Iterator[KeptPerson]:
    """Give every record with its person, in the order of records."""
    rows = PersonRow.objects.using(store.alias).order_by("pk")
    columns = ("record", "told", "person", "certainty", "doubtful")
    with translated():
        for record, told, person, certainty, doubtful in rows.values_list(
            *columns
        ).iterator(chunk_size=AT_ONCE):
            yield KeptPerson(record, told, person, "", certainty, doubtful)


def papers_of_records(store: Store) -> dict[str, str]:
    """Give the list or report of every record that was linked."""
    rows = PersonRow.objects.using(store.alias)
    with translated():
        return dict(rows.values_list("record", "paper").iterator(chunk_size=AT_ONCE))


def moves(store: Store, person: str | None = None) -> Iterator[PersonMove]:
    """Give the moves from and to a person, or all, oldest first."""
    rows = PersonMoveRow.objects.using(store.alias)
    if person is not None:
        rows = rows.filter(was=person) | rows.filter(person=person)
    columns = ("run", "at", "record", "was", "person")
    with translated():
        told = rows.order_by("seq", "record").values_list(*columns)
        for run, at, record, was, now in told.iterator(chunk_size=AT_ONCE):
            yield PersonMove(run, at, RecordId(record), was, now)


def runs(store: Store) -> int:
    """Count the linkings that were kept."""
    rows = Entry.objects.using(store.alias).filter(kind=EntryKind.PERSONS_LINKED)
    return rows.count()


def last_linking(store: Store) -> LastLinking | None:
    """Give the linking that ended last; None where none was ever kept."""
    told = _last(store)
    if told is None:
        return None
    seq, at, body = told
    parts = body["content"]
    wanted = [parts[name] for name in ("model", "work") if name in parts]
    held = content.get(store, wanted, gone(store).contents)
    work = held.get(parts.get("work", ""))
    return LastLinking(seq, at, body["about"], held[parts["model"]], work)


def last_columns(store: Store) -> bytes | None:
    """Give what records told in the last linking, laid out; None where it is gone."""
    told = _last(store)
    digest = None if told is None else told[2]["content"].get("columns")
    if digest is None:
        return None
    return content.get(store, [digest], gone(store).contents).get(digest)


def _last(store: Store) -> tuple[int, str, Any] | None:
    """Give number, time and body of the entry that ended the last linking."""
    rows = Entry.objects.using(store.alias).filter(kind=EntryKind.PERSONS_LINKED)
    with translated():
        row = rows.order_by("-seq").first()
        return None if row is None else (row.seq, row.at, msgspec.json.decode(row.body))


def works(store: Store) -> frozenset[str]:
    """Give the digests of all pairs and columns kept: they go with any paper."""
    rows = Entry.objects.using(store.alias).filter(kind=EntryKind.PERSONS_LINKED)
    with translated():
        told = map(msgspec.json.decode, rows.values_list("body", flat=True))
        parts = (
            each["content"].get(name) for each in told for name in ("work", "columns")
        )
        return frozenset(part for part in parts if part is not None)

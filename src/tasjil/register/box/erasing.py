"""Destroying what could harm somebody: the only way anything leaves a register.

The entry that says so comes first, in the same transaction: it holds the digests of
what was destroyed, who decided it, when, and why. The digests in older entries stay, so
the log proves itself as before; what they stood for is gone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from django.db import Error, models

from tasjil.errors import NotInRegister
from tasjil.model.ids import ClaimId, Reference, ReportId
from tasjil.model.judgement import PairKind
from tasjil.register import findings, kept_lists, persons, queries
from tasjil.register.board import keeping
from tasjil.register.box.queries import Protected
from tasjil.register.desk.forgetting import forget
from tasjil.register.entry import HOLD_CLAIMS, EntryKind, NewEntry
from tasjil.register.store import (
    BESIDE,
    BOARD,
    ClaimRow,
    CodedRow,
    CodingRow,
    Content,
    Entry,
    EstimateRow,
    JudgementRow,
    LinkRow,
    MadeRow,
    PeerEntry,
    PersonMoveRow,
    PersonRow,
    ReadingRow,
    ReportRow,
    Sealed,
    Store,
)

HOLD_CONTENTS = {
    EntryKind.DOCUMENT_CAPTURED: "report",
    EntryKind.DOCUMENT_DESCRIBED: "report",
    **dict.fromkeys(HOLD_CLAIMS, "report"),
    EntryKind.CODING_DONE: "report",
    EntryKind.LIST_IMPORTED: "list",
    EntryKind.PERSONS_PROPOSED: "list",
    EntryKind.ESTIMATE_MADE: "list",
}
"""Kinds of entries whose contents belong to a report or list, and where they say so.

What was linked is about the records of one list, or says which report it is about. An
estimate names all its lists, and goes with any of them.
"""

FEW = 500
"""How many digests one statement names."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is about to be destroyed; nothing of it can come back.

    Attributes:
        who: The person whose key goes; None where only reports go.
        contents: The digests of the bytes, texts, records and claims that go.
        lists: Lists that go, with all their rows.
        assessments: Those that rest on a claim that goes, by number: their words may
            name whom the report named.
        records: Rows of those lists that somebody judged: the words on them go.
        shared: Those that stay, because a report that stays has them too.
    """

    who: Reference | None
    reports: tuple[ReportId, ...]
    claims: tuple[ClaimId, ...]
    contents: tuple[str, ...]
    shared: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    assessments: tuple[int, ...] = ()
    records: tuple[str, ...] = ()

    def entry(self, because: str) -> NewEntry:
        """Record it."""
        body: dict[str, Any] = {
            "reference": self.who,
            "reports": list(self.reports),
            "lists": list(self.lists),
            "claims": list(self.claims),
            "contents": list(self.contents),
        }
        if self.assessments:
            body["assessments"] = list(self.assessments)
        if self.records:
            body["records"] = list(self.records)
        return NewEntry(EntryKind.IDENTITY_ERASED, body, because=because)


def tied_only_to(who: Reference, everybody: Iterable[Protected]) -> list[ReportId]:
    """Give the reports about a person that are about nobody else in the box."""
    others = {
        report
        for each in everybody
        if each.reference != who and not each.erased
        for report in each.reports
    }
    own = (each for each in everybody if each.reference == who)
    return [report for each in own for report in each.reports if report not in others]


def leaving(store: Store, who: Reference | None, papers: Sequence[str]) -> Leaving:
    """Find everything that goes with a person and these reports and lists.

    Raises:
        NotInRegister: One of them was never captured, or was erased before.
    """
    reports = queries.known(store, map(ReportId, papers))
    lists = kept_lists.standing_lists(store).intersection(papers)
    for paper in papers:
        if paper not in reports | lists:
            raise NotInRegister(
                "expected a report or a list that is kept, found none with the id "
                f"{paper!r}; it may have been erased before"
            )
    claims: dict[ClaimId, None] = {}
    digests: dict[str, None] = {}
    for told in _entries_of(store, papers):
        digests |= dict.fromkeys(told["content"].values())
        if "claim" in told:
            claims[ClaimId(told["claim"])] = None
    assessments = dict(findings.resting_on(store, claims))
    digests |= dict.fromkeys(assessments.values())
    if papers:
        # The pairs of a linking are of all papers at once: the next one makes them.
        digests |= dict.fromkeys(sorted(persons.works(store)))
    staying = _held_elsewhere(store, list(digests), papers)
    return Leaving(
        who=who,
        reports=tuple(ReportId(each) for each in papers if each in reports),
        claims=tuple(claims),
        contents=tuple(each for each in digests if each not in staying),
        shared=tuple(each for each in digests if each in staying),
        lists=tuple(each for each in papers if each in lists),
        assessments=tuple(assessments),
        records=_judged_records(store, papers),
    )


def _judged_records(store: Store, papers: Sequence[str]) -> tuple[str, ...]:
    """Give the records of these papers that a person said something about."""
    own = PersonRow.objects.using(store.alias).filter(paper__in=list(papers))
    told = LinkRow.objects.using(store.alias).filter(kind=PairKind.RECORDS)
    judged = {each for pair in told.values_list("one", "other") for each in pair}
    found = set[str]()
    ordered = sorted(judged)
    for start in range(0, len(ordered), FEW):
        some = own.filter(record__in=ordered[start : start + FEW])
        found.update(some.values_list("record", flat=True))
    return tuple(sorted(found))


def _entries_of(store: Store, papers: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Give the bodies of the entries that hold contents of these reports and lists."""
    for table in (Entry, PeerEntry):
        rows = table._default_manager.using(store.alias)
        held = rows.filter(kind__in=list(HOLD_CONTENTS)).order_by("seq")
        for paper in papers:
            told = held.filter(body__contains=paper).values_list("kind", "body")
            for kind, text in told.iterator():
                body = msgspec.json.decode(text)
                held_by = body.get(HOLD_CONTENTS[EntryKind(kind)], body.get("report"))
                if held_by == paper or paper in body.get("lists", ()):
                    yield body


def _held_elsewhere(
    store: Store, digests: Sequence[str], papers: Sequence[str]
) -> frozenset[str]:
    """Give the contents that a report that stays, or a list, has too."""
    stay = ReportRow.objects.using(store.alias).exclude(pk__in=list(papers))
    lists = kept_lists.list_contents(store)
    others = kept_lists.standing_lists(store).difference(papers)
    of_lists = {part for each in others for part in (each, *lists[each])}
    held = of_lists.intersection(digests)
    for start in range(0, len(digests), FEW):
        some = digests[start : start + FEW]
        for column in ("id", "text_id", "record_id"):
            kept = stay.filter(**{f"{column}__in": some})
            held |= set(kept.values_list(column, flat=True))
    return frozenset(held)


def destroy(store: Store, gone: Leaving) -> None:
    """Overwrite what the log now says is gone; inside the transaction of its entry."""
    keeping.empty(store)
    if gone.who is not None:
        sealed = Sealed.objects.using(store.alias).filter(pk=gone.who)
        sealed.update(data=None, key=None)
    contents = Content.objects.using(store.alias)
    for start in range(0, len(gone.contents), FEW):
        some = gone.contents[start : start + FEW]
        contents.filter(pk__in=some).update(data=None)
    if gone.reports or gone.lists:
        forget(store, (*gone.reports, *gone.lists))


SWEPT: tuple[type[models.Model], ...] = (
    *(Content, Sealed, ReportRow, ReadingRow),
    *(ClaimRow, JudgementRow, MadeRow, CodingRow, CodedRow, LinkRow),
    *(PersonRow, PersonMoveRow, EstimateRow),
    *BESIDE,
    *BOARD,
)
SWEEPS = {
    "sqlite": ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"),
    "postgresql": tuple(f"VACUUM (FULL) {kind._meta.db_table}" for kind in SWEPT),
}
"""By vendor: what leaves nothing of a destroyed row in the free space of the store."""


def sweep(store: Store) -> bool:
    """Write the store anew without its free space; False while others have it open.

    A row that was overwritten can leave a copy of itself where its page was split, and
    in the journal. Until a sweep succeeds, those lie in the (encrypted) file.
    """
    try:
        with store.connection.cursor() as cursor:
            for statement in SWEEPS[store.connection.vendor]:
                cursor.execute(statement)
                answer = cursor.fetchone() if statement.startswith("PRAGMA") else None
                if answer is not None and answer[0] != 0:
                    return False
    except Error:
        return False
    return True

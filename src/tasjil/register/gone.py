"""What was destroyed for good, as the logs of all offices say it together.

What our own log destroyed is gone here. What another office captured and destroyed is
gone here too, unless we captured it ourselves: whoever asked that office to be
forgotten did not mean its walls. Where we did, a person here decides.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tasjil.register.entry import HOLD_CLAIMS, EntryKind
from tasjil.register.store import Entry, Peer, PeerEntry, Store

OURS = ""
"""What stands for our own log where other offices have their id."""
HOLD_CONTENTS = (
    EntryKind.DOCUMENT_CAPTURED,
    EntryKind.DOCUMENT_DESCRIBED,
    *sorted(HOLD_CLAIMS),
    EntryKind.CODING_DONE,
    EntryKind.LIST_IMPORTED,
    EntryKind.PERSONS_PROPOSED,
    EntryKind.ESTIMATE_MADE,
)
"""The kinds of entries whose contents belong to a report, or to one or more lists."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What is destroyed here, and what another office destroyed and we hold.

    Attributes:
        contents: Each digest, with the entry that says so.
        own: Those that our own log names; their rows are here, without data.
        reports: The reports of which nothing may be derived any more.
        claims: The claims that were read in them.
        contested: Reports and lists that these offices erased, and that stay here
            until a person decides.
    """

    contents: Mapping[str, int] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    contested: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class _Erasing(msgspec.Struct):
    """The part of an entry that says what was destroyed."""

    contents: list[str]
    reports: list[str] = []
    lists: list[str] = []


class _Holding(msgspec.Struct):
    """The part of an entry that says which contents a report or a list has."""

    content: dict[str, str]
    report: str = ""
    list: str = ""
    lists: tuple[str, ...] = ()
    claim: str | None = None
    records: int | None = None
    asked: int | str | None = None

    @property
    def papers(self) -> frozenset[str]:
        """The ids of the report, or of the lists, with any of which it goes."""
        return frozenset(self.lists or [self.report or self.list])

    @property
    def captures(self) -> bool:
        """Whoever only linked, counted, coded or described it did not capture it."""
        other = self.records is not None or self.asked is not None or bool(self.lists)
        return not other and "headers" not in self.content


def gone(store: Store) -> Gone:
    """Find what is destroyed; a broken entry destroyed nothing here."""
    erased = _erasings(store)
    own: dict[str, int] = {}
    for seq, told in erased.get(OURS, ()):
        for digest in told.contents:
            own.setdefault(digest, seq)
    if not Peer.objects.using(store.alias).exists():
        return Gone(own, frozenset(own))
    return _together(store, erased, own)


def _together(
    store: Store, erased: Mapping[str, list[tuple[int, _Erasing]]], own: dict[str, int]
) -> Gone:
    """Hold what each office erased against what each office captured."""
    by_report: dict[str, dict[str, int]] = defaultdict(dict)
    for office, tellings in erased.items():
        for seq, told in tellings:
            for report in (*told.reports, *told.lists):
                by_report[report].setdefault(office, seq)
    captured, held, claims = _of_reports(store, by_report.keys())
    finished = {
        report: min(by.values())
        for report, by in by_report.items()
        if OURS in by or (OURS not in captured[report] and captured[report] & by.keys())
    }
    contents = {
        digest: finished[report] for report in finished for digest in held[report]
    }
    for digest in _staying(store, finished.keys(), contents.keys()):
        del contents[digest]
    return Gone(
        contents=contents | own,
        own=frozenset(own),
        reports=frozenset(finished),
        claims=frozenset(claim for report in finished for claim in claims[report]),
        contested={
            report: tuple(sorted(by))
            for report, by in by_report.items()
            if report not in finished and captured[report]
        },
    )


def _of_reports(
    store: Store, reports: Any
) -> tuple[dict[str, set[str]], dict[str, set[str]], dict[str, set[str]]]:
    """Give who captured these reports, their contents, and the claims on them."""
    captured: dict[str, set[str]] = defaultdict(set)
    held: dict[str, set[str]] = defaultdict(set)
    claims: dict[str, set[str]] = defaultdict(set)
    for office, told in _holdings(store) if reports else ():
        for paper in told.papers.intersection(reports):
            held[paper].update(told.content.values())
            if told.claim is not None:
                claims[paper].add(told.claim)
            elif told.captures:
                captured[paper].add(office)
    return captured, held, claims


def _staying(store: Store, finished: Any, digests: Any) -> set[str]:
    """Give those of the digests that a report that stays, or a list, has too."""
    if not digests:
        return set()
    return {
        digest
        for _, told in _holdings(store)
        if told.papers.isdisjoint(finished)
        for digest in told.content.values()
        if digest in digests
    }


def _holdings(store: Store) -> Iterator[tuple[str, _Holding]]:
    for office, _, body in _bodies(store, HOLD_CONTENTS):
        told = _read(body, _Holding)
        if told is not None:
            yield office, told


def _erasings(store: Store) -> dict[str, list[tuple[int, _Erasing]]]:
    found: dict[str, list[tuple[int, _Erasing]]] = defaultdict(list)
    for office, seq, body in _bodies(store, [EntryKind.IDENTITY_ERASED]):
        told = _read(body, _Erasing)
        if told is not None:
            found[office].append((seq, told))
    return found


def _bodies(store: Store, kinds: Any) -> Iterator[tuple[str, int, str]]:
    """Give office, number and body of every entry of some kinds, in every log."""
    ours = Entry.objects.using(store.alias).filter(kind__in=kinds).order_by("seq")
    for seq, body in ours.values_list("seq", "body").iterator():
        yield OURS, seq, body
    theirs = PeerEntry.objects.using(store.alias).filter(kind__in=kinds)
    rows = theirs.order_by("office", "seq").values_list("office", "seq", "body")
    yield from rows.iterator()


def _read(body: str, kind: Any) -> Any:
    """Read a body; the walk through the log names the entry where it is broken."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, TypeError):
        return None

"""In which order the logs of several offices tell one story, whoever reads them.

An entry takes effect at its own time, but never before the entry above it in its log;
and what an office writes after an import takes effect after all that was imported,
whatever the clocks said. Among equal times the office's id decides, then the place in
its log. So every office that holds the same logs reads the same story, and what we
append next always comes last.
"""

import heapq
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import msgspec

from tasjil.errors import LogBroken
from tasjil.register import log
from tasjil.register.border import translated
from tasjil.register.canonical import utc
from tasjil.register.entry import EntryKind, LogEntry
from tasjil.register.store import Entry, Peer, PeerEntry, Store

BEGINNING = "0001-01-01T00:00:00.000000Z"
SENSELESS = (KeyError, TypeError, AttributeError, ValueError, OverflowError)
MOMENT = timedelta(microseconds=1)

Timed = tuple[str, str, int, LogEntry]
"""When an entry takes effect, the id of its office, its number, and the entry."""


def effect(entry: LogEntry, before: str) -> str:
    """Say when an entry takes effect.

    Args:
        entry: Its time as the log keeps it: UTC, so that text sorts as time does.
        before: When the entry above it took effect.

    Raises:
        LogBroken: It does not say when, or what it imported.
    """
    try:
        time = max(entry.at, before)
        if entry.kind == EntryKind.BUNDLE_IMPORTED:
            time = max(time, just_after(entry.told["clock"]))
    except SENSELESS:
        raise LogBroken(
            f"entry {entry.seq} is the first bad one: it does not say when; keep a "
            "copy of the register as it is, then go back to your last backup"
        ) from None
    return time


def just_after(time: str) -> str:
    """Give the next moment.

    Example:
        >>> just_after("2031-05-04T12:00:00.999999Z")
        '2031-05-04T12:00:01.000000Z'
    """
    return utc(datetime.fromisoformat(time) + MOMENT)


def own_office(store: Store) -> str:
    """Give our own id, as every import here wrote it down."""
    rows = Entry.objects.using(store.alias).filter(kind=EntryKind.BUNDLE_IMPORTED)
    found = rows.order_by("-seq").first()
    return "" if found is None else str(_entry(found).told["here"])


def seen_by(store: Store, office: str, ours: str) -> int:
    """Say how many of our entries another office had when it wrote its last ones."""
    rows = PeerEntry.objects.using(store.alias).filter(office=office)
    told = rows.filter(kind=EntryKind.BUNDLE_IMPORTED).order_by("-seq")
    for body in told.values_list("body", flat=True).iterator():
        seen = msgspec.json.decode(body)["seen"]
        if ours in seen:
            return int(seen[ours])
    return 0


def _entry(row: Entry) -> LogEntry:
    return LogEntry(*(getattr(row, column) for column in log.COLUMNS))


def walk(store: Store) -> Iterator[list[LogEntry]]:
    """Walk all logs at once, in chunks, each entry with its place in the one story."""
    with translated():
        offices = list(Peer.objects.using(store.alias).values_list("pk", flat=True))
    if not offices:
        yield from log.walk(store)
        return
    ours = own_office(store)
    logs = [_timed(store, office, office) for office in offices]
    story = heapq.merge(_timed(store, "", ours), *logs, key=lambda timed: timed[:3])
    some: list[LogEntry] = []
    for place, (_, _, _, entry) in enumerate(story, 1):
        some.append(replace(entry, place=place))
        if len(some) == log.CHUNK:
            yield some
            some = []
    if some:
        yield some


def _timed(store: Store, office: str, id: str) -> Iterator[Timed]:
    """Walk one log, saying when each entry takes effect."""
    time = BEGINNING
    for entries in log.walk(store, office=office):
        for entry in entries:
            time = effect(entry, time)
            yield time, id, entry.seq, entry


def last_effect(store: Store, office: str) -> str:
    """Say when the last entry of another office's log takes effect."""
    last = BEGINNING
    for time, _, _, _ in _timed(store, office, office):
        last = time
    return last

"""Making the derived tables again from the log, in the register or in scratch."""

from collections.abc import Container, Sequence

from tasjil.register import content, log, tables
from tasjil.register.appliers import changes_of, digest_read
from tasjil.register.checking import Progress
from tasjil.register.entry import LogEntry
from tasjil.register.store import Store
from tasjil.register.tables import Tables
from tasjil.register.target import InStore


def replay(
    source: Store,
    entries: Sequence[LogEntry],
    target: Tables,
    erased: Container[str],
) -> None:
    """Apply entries of one store to tables that may stand in another.

    Args:
        source: Where the contents are.
        entries: In the order of the log.
        target: The tables.
        erased: The contents that an entry of the log destroyed.
    """
    digests = [digest_read(entry) for entry in entries]
    needed = [digest for digest in digests if digest is not None]
    contents = content.get(source, needed, erased)
    for entry in entries:
        target.add(changes_of(entry, contents))


def rebuild(store: Store, progress: Progress | None = None) -> dict[str, str]:
    """Drop the derived tables and make them again; all of it or nothing.

    Returns:
        The digest of each table, as `tables.digests` gives them.
    """
    with store.transaction():
        total = log.head(store).size
        tables.empty(store)
        fresh, erased = Tables(InStore(store.alias)), log.erased(store)
        for entries in log.walk(store):
            replay(store, entries, fresh, erased)
            if progress is not None:
                progress(entries[-1].seq, total)
        fresh.flush()
        return tables.digests(store)

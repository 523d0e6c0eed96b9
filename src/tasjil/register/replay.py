"""Making the derived tables again from the log, in the register or in scratch."""

from collections.abc import Sequence

from tasjil.register import content, log, tables
from tasjil.register.appliers import changes_of, digest_read
from tasjil.register.entry import LogEntry
from tasjil.register.store import Store
from tasjil.register.tables import Tables


def replay(source: Store, entries: Sequence[LogEntry], target: Tables) -> None:
    """Apply entries of one store to tables that may stand in another."""
    digests = [digest_read(entry) for entry in entries]
    contents = content.get(source, [digest for digest in digests if digest is not None])
    for entry in entries:
        target.add(changes_of(entry, contents))


def rebuild(store: Store) -> dict[str, str]:
    """Drop the derived tables and make them again; all of it or nothing.

    Returns:
        The digest of each table, as `tables.digests` gives them.
    """
    with store.transaction():
        tables.empty(store)
        fresh = Tables(store.alias)
        for entries in log.walk(store):
            replay(store, entries, fresh)
        fresh.flush()
        return tables.digests(store)

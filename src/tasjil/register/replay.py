"""Making the derived tables again from the log, in the register or in scratch."""

from collections.abc import Sequence

from tasjil.register import content, log, order
from tasjil.register.board import keeping
from tasjil.register.checks.checking import Progress
from tasjil.register.derived import tables
from tasjil.register.derived.appliers import digest_read
from tasjil.register.derived.fold import Fold
from tasjil.register.derived.tables import Tables
from tasjil.register.derived.target import InStore
from tasjil.register.entry import LogEntry
from tasjil.register.store import Store


def replay(
    source: Store,
    entries: Sequence[LogEntry],
    target: Tables,
    fold: Fold,
) -> None:
    """Apply entries of one store to tables that may stand in another.

    Args:
        source: Where the contents are.
        entries: In the order of all logs.
        target: The tables.
        fold: Knows what came before them.
    """
    digests = [digest_read(entry) for entry in entries]
    needed = [each for each in digests if each is not None and each not in fold.absent]
    contents = content.get(source, needed, fold.gone.contents)
    for entry in entries:
        target.add(fold.changes(entry, contents))


def rebuild(store: Store, progress: Progress | None = None) -> dict[str, str]:
    """Drop the derived tables and make them again; all of it or nothing.

    Returns:
        The digest of each table, as `tables.digests` gives them.
    """
    with store.transaction():
        refold(store, progress)
        return tables.digests(store)


def refold(store: Store, progress: Progress | None = None) -> None:
    """Drop the derived tables and make them again; inside a transaction."""
    total = log.head(store).size + log.others(store)
    tables.empty(store)
    keeping.empty(store)
    fresh, fold = Tables(InStore(store.alias)), Fold.of(store)
    fresh.add(fold.begin())
    for entries in order.walk(store):
        replay(store, entries, fresh, fold)
        if progress is not None:
            progress(entries[-1].order, total)
    fresh.flush()

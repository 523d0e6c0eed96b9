"""Whether the log is whole: nothing changed, removed, put in between or cut off.

What this cannot know: somebody who rewrites the whole register consistently, or puts
an older copy in its place, leaves a whole log. Only a signed checkpoint that is kept
elsewhere shows that.
"""

from dataclasses import dataclass
from pathlib import Path

from tasjil.errors import LogBroken
from tasjil.register import checking, checks, files, guards, tables
from tasjil.register.border import translated
from tasjil.register.box_checks import check_box
from tasjil.register.store import Store, scratch, sqlite
from tasjil.register.target import InStore

Progress = checking.Progress


@dataclass(frozen=True, slots=True)
class Verified:
    """A whole log: its length, its last digest, and what was checked beside it."""

    entries: int
    contents: int
    head: str
    tables: dict[str, str]


def verify_file(path: Path, progress: Progress | None = None) -> Verified:
    """Check a register from end to end, without writing to it.

    Works on a file that `Register.open` refuses, so start here when in doubt.

    Raises:
        LogBroken: Names the first bad entry, or what else is not as the log says.
        NoRegister: There is none at this path.
    """
    files.require(path)
    kept, fresh = Store(sqlite(path, writes=False)), Store(scratch())
    try:
        with kept.transaction():
            guards.check_file(kept)
            kept.require_log()
            kept.require_current()
            fresh.migrate()
            guards.check_tables(kept, fresh)
            return _verify(kept, fresh, progress or (lambda done, total: None))
    finally:
        fresh.close()
        kept.close()


def _verify(kept: Store, fresh: Store, progress: Progress) -> Verified:
    """Read the log once, make the tables again beside it, and compare."""
    walked = checking.check_log(kept, InStore(fresh.alias), progress)
    checks.check_no_more(kept, walked.contents)
    check_box(kept, fresh)
    tables = _same_tables(kept, fresh)
    return Verified(walked.entries, walked.contents, walked.head, tables)


def _same_tables(kept: Store, fresh: Store) -> dict[str, str]:
    """Compare the tables that people query with what the log says they hold."""
    rebuilt = tables.digests(fresh)
    with translated():
        found = tables.digests(kept)
    for name, digest in rebuilt.items():
        if found[name] != digest:
            raise LogBroken(
                f"the log is whole, but the table {name} was changed beside it; make "
                "the tables again from the log (rebuild)"
            )
    return found

"""Destroys what could harm somebody, and says where it may still lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path

from tasjil.capture.kinds import LIST_KINDS, REPORT_KINDS
from tasjil.capture.walking import walk
from tasjil.journey.case import Case
from tasjil.journey.named_reports import named_papers
from tasjil.journey.opening import Key, open_register
from tasjil.journey.pages_away import take_pages_away
from tasjil.model.ids import Reference
from tasjil.register.box.erasing import Leaving


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wants destroyed.

    Attributes:
        who: A person in the sealed box; None for reports alone.
        papers: Reports and lists, as the person named them.
        with_reports: Also the reports that are about this person alone.
        withdrawn: True where the person took their consent back.
    """

    who: Reference | None
    papers: tuple[str, ...] = ()
    with_reports: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Gone:
    """What was destroyed, and what of it a person has to see to.

    Attributes:
        swept: False where another program kept the free space from being overwritten.
        files: Files in the case's folder that still hold an erased report.
        last_backup: When the last whole backup was made, which still holds it; None
            where none is on record.
        sent: True where other offices were sent a bundle, and may have been sent this.
    """

    leaving: Leaving
    swept: bool
    files: tuple[Path, ...]
    last_backup: datetime | None = None
    sent: bool = False


def what_goes(case: Case, key: Key, asked: Asked) -> Leaving:
    """Say what an erasing would destroy; nothing is done.

    Raises:
        NotInRegister: Nobody has this reference, or no report is meant.
    """
    with open_register(case, key) as register:
        papers = named_papers(register, asked.papers)
        return register.box.leaving(asked.who, papers, with_reports=asked.with_reports)


def erase(case: Case, key: Key, asked: Asked, because: str) -> Gone:
    """Destroy it, for good; the pages that were written go too.

    Raises:
        Erased: The person was erased before.
        NotInRegister: Nobody has this reference, or no report is meant.
    """
    with open_register(case, key) as register:
        why = {"by": register.user, "because": because}
        box, now = register.box, datetime.now(UTC)
        if asked.withdrawn and asked.who is not None:
            gone = box.withdraw(
                asked.who, at=now, with_reports=asked.with_reports, **why
            )
        else:
            papers = named_papers(register, asked.papers)
            gone = box.erase(
                asked.who, papers, at=now, with_reports=asked.with_reports, **why
            )
        backup, sent = register.last_backup(), register.exchange.has_sent()
        swept = box.sweep()
    take_pages_away(case)
    files = _still_there(case, (*gone.reports, *gone.lists))
    return Gone(gone, swept, tuple(files), backup, sent)


def sweep(case: Case, key: Key) -> bool:
    """Overwrite what an earlier erasing could not; False while others have it open."""
    with open_register(case, key) as register:
        return register.box.sweep()


def _still_there(case: Case, papers: Sequence[str]) -> list[Path]:
    """Find the files that hold what was erased; they are the person's to remove."""
    gone = frozenset(papers)
    files = walk(case.inputs, REPORT_KINDS | LIST_KINDS) if gone else ()
    return [path for path in files if _digest(path) in gone]


def _digest(path: Path) -> str | None:
    """Digest a file; None where it cannot be read, and so was never captured."""
    try:
        with path.open("rb") as file:
            return f"sha256:{file_digest(file, 'sha256').hexdigest()}"
    except OSError:
        return None

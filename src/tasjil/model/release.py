"""A frozen publication: what went out, by which rules, and what changed since."""

from dataclasses import dataclass, field

from tasjil.errors import BadValue
from tasjil.model.decision import check_decision
from tasjil.model.defined import Defined
from tasjil.model.ids import ReleaseId, UserId
from tasjil.model.scope import Codebook, Scope


class ChangeKind(Defined):
    """How something published differs from the release before."""

    ADDED = "added", "It was not in the release before."
    REMOVED = "removed", "It was in the release before and is no longer counted."
    CHANGED = "changed", "It was in the release before with another value."


@dataclass(frozen=True, slots=True)
class Change:
    """One line of what changed since the last release.

    Attributes:
        what: The id of the figure, incident, victim or file that changed.
        before: Its value in the release before; None where it was not there.
        after: Its value now; None where it is gone.
        because: The reason, for the public to read.
    """

    kind: ChangeKind
    what: str
    because: str
    before: str | None = None
    after: str | None = None

    def __post_init__(self) -> None:
        """Refuse a change without a reason, or whose values contradict its kind."""
        if not (self.what.strip() and self.because.strip()):
            raise BadValue("expected what changed and why, got an empty one")
        wanted = {
            ChangeKind.ADDED: (False, True),
            ChangeKind.REMOVED: (True, False),
            ChangeKind.CHANGED: (True, True),
        }[self.kind]
        if (self.before is not None, self.after is not None) != wanted:
            raise BadValue(f"{self.what!r} is {self.kind}: {self.before} {self.after}")
        if self.before is not None and self.before == self.after:
            raise BadValue(f"{self.what!r} has not changed: {self.before!r} twice")


@dataclass(frozen=True, slots=True)
class Release:
    """What was published, so that anybody can get the same numbers again.

    Attributes:
        files: Each published file with `sha256:` and its digest.
        log_head: The digest of the log's last checkpoint when it was made.
        previous: The release before; None for the first, which has no changes.
        at: ISO 8601 time with its offset.
    """

    id: ReleaseId
    scope: Scope
    codebook: Codebook
    files: dict[str, str] = field(hash=False)
    log_head: str
    by: UserId
    at: str
    because: str
    previous: ReleaseId | None = None
    changes: tuple[Change, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a release of nothing, without digests, or that follows itself."""
        check_decision(self.by, self.at, self.because)
        if not self.files:
            raise BadValue(f"release {self.id!r} has no files")
        for name, digest in (*self.files.items(), ("the log", self.log_head)):
            if not digest.startswith("sha256:"):
                raise BadValue(f"expected sha256: and digest for {name}, got {digest}")
        if self.previous == self.id:
            raise BadValue(f"release {self.id!r} cannot follow itself")
        if self.changes and self.previous is None:
            raise BadValue(f"release {self.id!r} is the first and cannot have changes")

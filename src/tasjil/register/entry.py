"""What the log is made of: kinds of entries, entries to be, and entries that are.

An entry says what was done, by whom, when and why. What was *said* (the bytes of a
report, its text, a claim) stands apart, and the entry holds its digest alone: so a
text can be destroyed one day for somebody's safety, and the log still proves itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

import msgspec

from tasjil.register.canonical import canonical_body, content_digest


class EntryKind(StrEnum):
    """What an entry records (DESIGN §4)."""

    DOCUMENT_CAPTURED = "document.captured"
    """A file became a report."""

    DOCUMENT_DESCRIBED = "document.described"
    """A person said where a report comes from, over what capture worked out."""

    CLAIM_PROPOSED = "claim.proposed"
    """A reader found a claim in a report."""

    DOCUMENT_READ = "document.read"
    """A reader finished a report; its claims are the entries just before."""

    CLAIM_JUDGED = "claim.judged"
    """A person said whether the words say what the claim says."""

    CLAIM_CORRECTED = "claim.corrected"
    """A person put a claim of their own in the place of another; that one stays."""

    CLAIM_ADDED = "claim.added"
    """A person made a claim on words in which no reader found it."""

    CLAIM_WITHDRAWN = "claim.withdrawn"
    """A claim that a person made was taken back; the one before stands again."""

    CODING_ASKED = "coding.asked"
    """Two people are to code a report apart, neither seeing the other's codes."""

    CODING_DONE = "coding.done"
    """One of them has finished; the codes stand apart, until both have."""

    SCOPE_SET = "scope.set"
    """What the case counts, with its sources and places."""

    LIST_IMPORTED = "list.imported"
    LINK_JUDGED = "link.judged"
    PERSONS_PROPOSED = "persons.proposed"
    """Linking holds which person each record of one list or report tells of."""

    PERSONS_LINKED = "persons.linked"
    """A linking ended; what it holds are the entries just before."""

    ESTIMATE_MADE = "estimate.made"
    """How many nobody documented was inferred, or could not be: from what, and how."""

    ESTIMATE_WITHDRAWN = "estimate.withdrawn"
    """An estimate does not stand any more; it stays readable beside the reason."""

    ASSESSMENT_MADE = "assessment.made"
    ASSESSMENT_SIGNED = "assessment.signed"
    ASSESSMENT_DISSENTED = "assessment.dissented"
    """A colleague holds that an assessment is wrong; kept beside it for ever."""

    CONSENT_GIVEN = "consent.given"
    """What a person agreed to; the newest stands in place of those before."""

    CONSENT_WITHDRAWN = "consent.withdrawn"
    IDENTITY_SEALED = "identity.sealed"
    """Somebody was put into the sealed box; their reports are held back."""

    IDENTITY_TIED = "identity.tied"
    """More reports were found to be about somebody in the box."""

    IDENTITY_OPENED = "identity.opened"
    """Somebody read who a person is, and why."""

    IDENTITY_ERASED = "identity.erased"
    """A person's key, or the contents of reports, were destroyed."""

    BOX_GRANTED = "box.granted"
    """A user was given the key of the box."""

    BOX_TAKEN = "box.taken"
    RELEASE_PUBLISHED = "release.published"
    CORRECTION_RECEIVED = "correction.received"
    """A reader of what was published says that something in it is wrong."""

    CORRECTION_ANSWERED = "correction.answered"
    """The team says what it does about that, and why."""

    APPROVAL_ASKED = "approval.asked"
    """A person asks a second one for leave to do what takes two."""

    APPROVAL_GIVEN = "approval.given"
    BUNDLE_EXPORTED = "bundle.exported"
    """Entries went to another office, on whose leave."""

    BUNDLE_IMPORTED = "bundle.imported"
    """Entries of another office came in; how far each office's log is known now."""

    BUNDLE_REFUSED = "bundle.refused"
    """Another office signed two histories; both of its checkpoints are kept here."""
    BACKUP_MADE = "backup.made"
    """Somebody took a copy of the register, whole or for travel."""

    KEYS_CHANGED = "keys.changed"
    """The register and the box got other keys, as after somebody left."""

    USER_ADDED = "user.added"
    USER_CHANGED = "user.changed"


HOLD_CLAIMS = frozenset(
    {EntryKind.CLAIM_PROPOSED, EntryKind.CLAIM_CORRECTED, EntryKind.CLAIM_ADDED}
)
"""Each brings one claim, on the words of one report."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry to be: what it says, and the contents it speaks of.

    Attributes:
        body: Plain JSON, without anything that could name a witness.
        contents: Bytes by the part they play ("text", "original", "claim"); the body
            gets their digests under "content".
        because: The reason, where a person decided.
    """

    kind: EntryKind
    body: Mapping[str, Any]
    contents: Mapping[str, bytes] = field(default_factory=dict)
    because: str | None = None

    def sealed(self) -> tuple[str, dict[str, bytes]]:
        """Give the canonical body, and the contents by their digests.

        Example:
            >>> body, contents = NewEntry(
            ...     EntryKind.SCOPE_SET, {}, {"case": b"{}"}
            ... ).sealed()
            >>> body[:35]
            '{"content":{"case":"sha256:44136fa3'
        """
        digests = {part: content_digest(data) for part, data in self.contents.items()}
        body = {**self.body, "content": digests} if digests else dict(self.body)
        by_digest = {digests[part]: data for part, data in self.contents.items()}
        return canonical_body(body), by_digest


@dataclass(frozen=True)
class LogEntry:
    """One entry of the log, as it is kept.

    Without slots: its body is asked for many times, and read once.

    Attributes:
        seq: Its place in the log, from 1, without gaps.
        at: ISO 8601 in UTC.
        by: The person or the program that did it.
        body: Canonical JSON.
        previous: The digest of the entry before.
        digest: Hex SHA-256, the Merkle leaf of this entry.
        office: The id of another office, whose log it stands in; empty for our own.
        place: Its place among the entries of all offices; 0 where there are no others.
    """

    seq: int
    kind: str
    at: str
    by: str
    because: str | None
    body: str
    previous: str
    digest: str
    office: str = ""
    place: int = 0

    @property
    def order(self) -> int:
        """Where it stands in the one story that all logs tell together."""
        return self.place or self.seq

    @property
    def author(self) -> str:
        """Who did it, as people here read it: another office's users are theirs."""
        return self.from_office(self.by)

    def from_office(self, name: str) -> str:
        """Say whose user or reference a name is, where it is not one of ours."""
        return f"{name} @ {self.office}" if self.office else name

    @cached_property
    def told(self) -> dict[str, Any]:
        """The body as plain JSON."""
        told: dict[str, Any] = msgspec.json.decode(self.body)
        return told

    @property
    def digests(self) -> dict[str, str]:
        """The digests of the contents it speaks of, by the part they play."""
        held: dict[str, str] = self.told.get("content", {})
        return held

    @property
    def fields(self) -> dict[str, Any]:
        """What the digest covers, but for the body."""
        return {
            "seq": self.seq,
            "kind": self.kind,
            "at": self.at,
            "by": self.by,
            "because": self.because,
            "previous": self.previous,
        }

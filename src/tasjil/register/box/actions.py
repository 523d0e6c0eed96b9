"""What can be done to people in the sealed box, as the entries it leaves in the log.

None of them names anybody: a reference, digests, and what was agreed to.
"""

from collections.abc import Sequence

from tasjil.model.consent import Consent
from tasjil.model.identity import IdentityKind
from tasjil.model.ids import Reference, ReportId, UserId
from tasjil.register.box.sealing import SealedIdentity
from tasjil.register.entry import EntryKind, NewEntry


def sealed(
    identity: SealedIdentity,
    kind: IdentityKind,
    reports: Sequence[ReportId],
    because: str,
) -> NewEntry:
    """Record that somebody was sealed, and which reports are about them."""
    body = {
        "reference": identity.reference,
        "kind": str(kind),
        "digest": identity.digest,
        "reports": list(reports),
    }
    return NewEntry(EntryKind.IDENTITY_SEALED, body, because=because)


def tied(who: Reference, reports: Sequence[ReportId], because: str) -> NewEntry:
    """Record that more reports are about somebody."""
    body = {"reference": who, "reports": list(reports)}
    return NewEntry(EntryKind.IDENTITY_TIED, body, because=because)


def opened(who: Reference, because: str) -> NewEntry:
    """Record that somebody is about to read who a person is."""
    body = {"reference": who}
    return NewEntry(EntryKind.IDENTITY_OPENED, body, because=because)


def agreed(consent: Consent, because: str) -> NewEntry:
    """Record what a person agreed to."""
    body = {
        "reference": consent.who,
        "uses": [str(use) for use in consent.uses],
        "how": str(consent.how),
        "when": consent.when,
        "language": consent.language,
        "interpreter": consent.interpreter,
        "conditions": consent.conditions,
        "recontact": consent.recontact,
    }
    return NewEntry(EntryKind.CONSENT_GIVEN, body, because=because)


def withdrawn(who: Reference, consents: Sequence[int], because: str) -> NewEntry:
    """Record that a person took back what they agreed to in these entries."""
    body = {"reference": who, "consents": list(consents)}
    return NewEntry(EntryKind.CONSENT_WITHDRAWN, body, because=because)


def granted(user: UserId, because: str) -> NewEntry:
    """Record that a user was given the key of the box."""
    return NewEntry(EntryKind.BOX_GRANTED, {"user": user}, because=because)


def taken(user: UserId, because: str) -> NewEntry:
    """Record that the key of the box was taken from a user."""
    return NewEntry(EntryKind.BOX_TAKEN, {"user": user}, because=because)

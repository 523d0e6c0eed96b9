"""Keeps what somebody agreed to."""

from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.model.consent import Consent


def keep_consent(case: Case, key: Key, consent: Consent, because: str) -> None:
    """Keep a consent, in place of what the person agreed to before.

    Raises:
        Erased: The person was erased.
        NotInRegister: Nobody has this reference.
    """
    with open_register(case, key) as register:
        register.box.consent(
            consent, by=register.user, at=datetime.now(UTC), because=because
        )

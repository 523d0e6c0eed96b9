"""A code from a second device, asked for at the desks after the passphrase (RFC 6238).

It keeps out whoever has seen a passphrase typed. It does not guard the register's file:
a command on the same machine asks for the passphrase alone.
"""

import secrets
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256

import pyotp

from tasjil.errors import CannotUnlock, NotInRegister
from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.model.decision import check_decision
from tasjil.model.ids import UserId

STEP = 30
"""Seconds that a code is shown."""
LATE = 1
"""How many steps a device's clock may be off, either way."""
RECOVERY = 8
"""Codes that open once each, for when the device is lost."""
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""None that could be read as another."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What a device has to be told once.

    Attributes:
        secret: To type, where it cannot see the picture.
        address: The `otpauth:` address that the picture shows.
    """

    secret: str = field(repr=False)
    address: str = field(repr=False)


def is_asked_for(case: Case, key: Key) -> bool:
    """Tell whether whoever has this key has to show a code."""
    with open_register(case, key) as register:
        mine = register.factors.mine()
    return mine is not None and mine.confirmed is not None


def left(case: Case, key: Key) -> int:
    """Count one's recovery codes that were not used."""
    with open_register(case, key) as register:
        mine = register.factors.mine()
    return 0 if mine is None else len(mine.recovery)


def offer(case: Case, key: Key) -> Offered:
    """Draw a secret for one's device; a code of it has to be shown before it counts.

    Raises:
        NotInRegister: One has a second factor already.
    """
    with open_register(case, key) as register:
        found = register.factors.mine()
        if found is None:
            register.factors.begin(pyotp.random_base32())
            found = register.factors.mine()
        if found is None or found.confirmed is not None:
            raise NotInRegister(
                "expected no second factor yet, found one; end it first, then set up "
                "another"
            )
        where = pyotp.TOTP(found.secret).provisioning_uri(
            name=register.user, issuer_name=f"tasjil {case.id}"
        )
    return Offered(found.secret, where)


def begin(case: Case, key: Key, code: str, now: datetime) -> tuple[str, ...]:
    """Ask for a code from now on, once the device has shown that it makes them.

    Returns:
        The recovery codes. They are shown once; digests of them are kept.

    Raises:
        CannotUnlock: The code is not one that the device shows now.
    """
    with open_register(case, key) as register:
        mine = register.factors.mine()
        step = None if mine is None else _step_of(mine.secret, code, now)
        if step is None:
            raise _wrong()
        drawn = tuple(_drawn() for _ in range(RECOVERY))
        at = now.astimezone(UTC).isoformat()
        if not register.factors.confirm(list(map(_digest, drawn)), step, at):
            raise _wrong()
    return drawn


def show_code(case: Case, key: Key, code: str, now: datetime) -> None:
    """Take a code of one's device, or a recovery code; each opens once.

    Raises:
        CannotUnlock: It is neither, or was used.
    """
    with open_register(case, key) as register:
        mine = register.factors.mine()
        if mine is None:
            raise _wrong()
        step = _step_of(mine.secret, code, now)
        if step is not None and register.factors.take_step(step):
            return
        if not register.factors.take_recovery(_digest(code)):
            raise _wrong()


def end(case: Case, key: Key) -> None:
    """Ask for no code any more, of whoever has just shown one."""
    with open_register(case, key) as register:
        register.factors.drop(register.user)


def take_from(case: Case, key: Key, user: UserId, because: str) -> None:
    """Take a colleague's second factor away, whose device is lost; the log says so.

    Raises:
        NotAllowed: You keep no users, or it is your own.
    """
    now = datetime.now(UTC)
    with open_register(case, key) as register:
        check_decision(register.user, now.isoformat(), because)
        known = register.user_of(user)
        why = f"second factor taken away: {because}"
        # The same role again: the entry is the trace of who did this, and why.
        register.change_user(replace(known), because=why, at=now)
        register.factors.drop(user)


def holders(case: Case, key: Key) -> frozenset[UserId]:
    """Name the users who show a code; for whoever keeps the users."""
    with open_register(case, key) as register:
        return register.factors.holders()


def _step_of(secret: str, code: str, now: datetime) -> int | None:
    """Give the interval whose code this is, the latest first; None where it is none."""
    typed = "".join(code.split())
    if not (typed.isascii() and typed.isdigit()):
        return None
    here, device = int(now.timestamp()) // STEP, pyotp.TOTP(secret, interval=STEP)
    for step in range(here + LATE, here - LATE - 1, -1):
        if secrets.compare_digest(device.at(step * STEP), typed):
            return step
    return None


def _drawn() -> str:
    letters = [secrets.choice(LETTERS) for _ in range(12)]
    return "-".join("".join(letters[at : at + 4]) for at in (0, 4, 8))


def _digest(code: str) -> str:
    """Digest a recovery code: 59 bits of chance need no stretching.

    Example:
        >>> _digest("ABCD-efgh 2345") == _digest("abcdefgh2345")
        True
    """
    plain = "".join(each for each in code.lower() if each.isalnum())
    return sha256(plain.encode()).hexdigest()


def _wrong() -> CannotUnlock:
    return CannotUnlock(
        "expected a code that your device shows now and that was not used yet, or a "
        "recovery code, found another; wait for the next one, and check the clock of "
        "the device"
    )

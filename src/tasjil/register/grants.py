"""Who holds the key of the sealed box: given and taken on the record."""

from datetime import datetime
from pathlib import Path

from tasjil.errors import BoxClosed, CannotUnlock
from tasjil.model.decision import check_decision
from tasjil.model.ids import UserId
from tasjil.register import log
from tasjil.register.box import actions as box_actions
from tasjil.register.keys import changing, ring
from tasjil.register.keys.ring import Opened
from tasjil.register.store import Store

Why = tuple[datetime, str]
"""When somebody decided it, and because of what."""


def grant(store: Store, folder: Path, opened: Opened, user: UserId, why: Why) -> None:
    """Give a user the key; the entry comes first, so that no grant is off the record.

    Raises:
        BoxClosed: Whoever grants does not have it.
        CannotUnlock: Nobody of that name can open the register.
    """
    at, because = why
    check_decision(opened.user, at.isoformat(), because)
    if opened.box is None:
        raise BoxClosed(
            "expected somebody who was granted the sealed box, found a user who was "
            "not; ask somebody who has it to grant it: tasjil grant CASE USER"
        )
    _require(folder, user)
    with store.transaction():
        log.write(store, [box_actions.granted(user, because)], opened.user, at)
    changing.grant_box(folder, opened, user)


def take(store: Store, folder: Path, opened: Opened, user: UserId, why: Why) -> None:
    """Take the key from a user; no entry says so before the grant is gone.

    Raises:
        CannotUnlock: Nobody of that name can open the register.
    """
    at, because = why
    check_decision(opened.user, at.isoformat(), because)
    _require(folder, user)
    with store.transaction():
        log.write(store, [box_actions.taken(user, because)], opened.user, at)
        changing.take_box(folder, user)


def _require(folder: Path, user: UserId) -> None:
    if user not in ring.holders(folder):
        raise CannotUnlock(
            "expected a user who can open this register, found nobody of that name; "
            "check the name, or add them first"
        )


def holders(folder: Path) -> tuple[UserId, ...]:
    """Name the users who hold the key of the box."""
    held = ring.holders(folder)
    return tuple(sorted(user for user, what in held.items() if "box" in what))

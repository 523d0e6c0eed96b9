"""Sitting down with a passphrase, one after the other, and staying up to date."""

import threading

from tasjil.errors import CannotUnlock, RegisterError
from tasjil.journey.opening import Key, Seat, opens_here, sit_down, stamp_of_keys
from tasjil.model.ids import UserId
from tasjil.web.seats.house import HOUSE
from tasjil.web.seats.seated import Seated

_turn = threading.Lock()
"""A passphrase takes 128 MB to try; several at once would be more than the server."""


def opened_by(user: str, passphrase: str) -> Seat:
    """Open the register for somebody, and hold it open.

    Args:
        user: Their id; empty where the passphrase says it.
        passphrase: Empty where this machine keeps a key.

    Raises:
        CannotUnlock: The name or the passphrase is wrong, or they have left the case.
    """
    case = HOUSE.case
    machine = not passphrase and opens_here(case)
    key = Key(UserId(user) if user else None, None if machine else passphrase)
    with in_turn():
        return sit_down(case, key)


def in_turn() -> threading.Lock:
    """Wait until nobody else tries a passphrase."""
    return _turn


def stays(seated: Seated) -> bool:
    """Tell whether somebody who sits here still may, with the keys as they are now.

    Keys change while somebody sits: a colleague was given the box, the register got
    other keys, or they were taken off the case. Their own key opens it again without a
    passphrase, or does not.
    """
    now = stamp_of_keys(HOUSE.case)
    try:
        if seated.keys not in (0, now):
            old, again = seated.seat, sit_down(HOUSE.case, seated.seat.register.key)
            seated.seat = again
            # Not closed: another thread may be in the middle of an answer with it.
            old.register.rest()
        seated.keys = now
        return seated.seat.register.me.active
    except CannotUnlock:
        return False
    except RegisterError:
        # Another program is in the middle of something: the page says what.
        return True

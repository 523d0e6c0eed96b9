"""Somebody who signed in: their open register, and what only this visit needs."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Protocol

from tasjil.journey.opening import Seat
from tasjil.model.ids import UserId

IDLE = timedelta(minutes=10)
"""Without a sign of life for so long, the screen is blanked until the passphrase."""

LONGEST = timedelta(hours=12)
"""Then the register is closed, whatever somebody was doing; nothing unsaved is lost."""

BROWSERS = (
    *(("Firefox/", "Firefox"), ("Edg/", "Edge"), ("OPR/", "Opera")),
    *(("Chrome/", "Chromium"), ("Safari/", "Safari")),
)
SYSTEMS = (
    *(("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad")),
    *(("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")),
)
"""What stands in the words of a browser, the more telling first."""

PAY_WITHIN = timedelta(minutes=5)
"""To show a second factor in."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a page tells once, after something was done.

    Attributes:
        words: In the language of the page that did it.
        undo: Where a form takes it back; None where that makes no sense.
        fields: What that form sends.
    """

    words: str
    undo: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    is_error: bool = False


@dataclass(slots=True)
class Seated:
    """One visit of one person.

    Attributes:
        seat: Their register, held open.
        name: What the list of sessions calls this visit; opens nothing.
        since: When they signed in.
        seen: When they last did something.
        device: What their browser calls itself, in two words.
        locked: Blanked: nothing is shown until the passphrase is typed again.
        owes_code: The passphrase was right, and the second factor is not shown yet.
        page: Where they were last, to go back to after the screen was blanked.
        keys: When who can open the register last changed, as this visit knows it.
        notes: What to tell on the next page.
        saw: How far in the log they had seen before this visit; None until home asks.
        was_here: When that was; None where they never were.
    """

    seat: Seat
    name: str
    since: datetime
    seen: datetime
    device: str = ""
    locked: bool = False
    owes_code: bool = False
    page: str = ""
    keys: int = 0
    notes: list[Note] = field(default_factory=list)
    saw: int | None = None
    was_here: datetime | None = None

    @property
    def user(self) -> UserId:
        """Who it is."""
        return self.seat.register.user

    @property
    def is_open(self) -> bool:
        """Whether pages may be shown: nothing more is owed, and it is not blanked."""
        return not (self.locked or self.owes_code)

    def take_notes(self) -> list[Note]:
        """Give what is to be told, and forget it."""
        notes, self.notes = self.notes, []
        return notes


class Listener(Protocol):
    """Somebody who wants to know who is here, such as whoever feeds the worker."""

    def came(self, seat: Seat) -> None:
        """Somebody has sat down, and shown all that was asked of them."""

    def left(self, user: UserId) -> None:
        """The last visit of somebody has ended."""


class Seats:
    """Everybody who has sat down; in memory alone, so that a power cut signs all out.

    A visit is found by a token that only its browser knows; here stands its digest.
    """

    def __init__(self) -> None:
        """Begin with nobody."""
        self._by_token: dict[str, Seated] = {}
        self._lock = threading.Lock()
        self.listener: Listener | None = None

    def sit(
        self,
        seat: Seat,
        device: str,
        now: datetime | None = None,
        *,
        owes_code: bool = False,
    ) -> str:
        """Give somebody a chair; returns the token for their browser."""
        at = now or datetime.now(UTC)
        token = secrets.token_urlsafe(32)
        name = secrets.token_hex(4)
        seated = Seated(seat, name, at, at, device_of(device), owes_code=owes_code)
        with self._lock:
            self._by_token[_digest(token)] = seated
        self.sweep(at)
        if not owes_code:
            self._tell_came(seat)
        return token

    def paid(self, seated: Seated) -> None:
        """Let them in who have shown their second factor."""
        seated.owes_code = False
        self._tell_came(seated.seat)

    def find(self, token: str, now: datetime | None = None) -> Seated | None:
        """Find who brings this token; blanks and closes what stood idle too long."""
        at = now or datetime.now(UTC)
        with self._lock:
            found = self._by_token.get(_digest(token))
        if found is None:
            return None
        if _is_over(found, at):
            self.rise(token)
            return None
        if at - found.seen > IDLE:
            found.locked = True
        return found

    def everybody(self) -> tuple[Seated, ...]:
        """Give every visit, the newest first."""
        with self._lock:
            found = list(self._by_token.values())
        return tuple(sorted(found, key=lambda each: each.since, reverse=True))

    def rise(self, token: str) -> None:
        """Let somebody go: their register is closed with their last visit."""
        digest = _digest(token)
        self._end(lambda key, each: key == digest)

    def send_away(self, name: str, user: UserId | None) -> bool:
        """End a visit by its name; of this user alone where one is given."""
        return self._end(
            lambda _, each: each.name == name and user in (None, each.user)
        )

    def send_away_all_of(self, user: UserId, but: str = "") -> bool:
        """End every visit of a user, but for one by its name."""
        return self._end(lambda _, each: each.user == user and each.name != but)

    def sweep(self, now: datetime) -> None:
        """Let go who never came back."""
        self._end(lambda _, each: _is_over(each, now))

    def clear(self) -> None:
        """Let everybody go."""
        self._end(lambda _, each: True)

    def _end(self, wanted: Callable[[str, Seated], bool]) -> bool:
        with self._lock:
            going = [key for key, each in self._by_token.items() if wanted(key, each)]
            gone = [self._by_token.pop(key) for key in going]
            here = {each.user for each in self._by_token.values()}
        for each in gone:
            each.seat.register.close()
            if self.listener is not None and each.user not in here:
                self.listener.left(each.user)
        return bool(gone)

    def _tell_came(self, seat: Seat) -> None:
        if self.listener is not None:
            self.listener.came(seat)


def device_of(agent: str) -> str:
    """Say in two words what a browser calls itself, for people to know their own by.

    Example:
        >>> device_of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0")
        'Firefox, Linux'
        >>> device_of("curl/8.1")
        '?'
    """
    found = (
        next((name for mark, name in names if mark in agent), None)
        for names in (BROWSERS, SYSTEMS)
    )
    return ", ".join(filter(None, found)) or "?"


def _is_over(seated: Seated, now: datetime) -> bool:
    """Tell whether a visit lasted too long, or was never wholly let in."""
    return now - seated.since > (PAY_WITHIN if seated.owes_code else LONGEST)


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


SEATS = Seats()
"""Those of this server."""

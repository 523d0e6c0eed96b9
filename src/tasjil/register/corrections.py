"""What readers of the published pages say is wrong, and what the team answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from tasjil.errors import BadValue
from tasjil.model.ids import Reference, UserId
from tasjil.register import content
from tasjil.register.border import translated
from tasjil.register.canonical import plain_json
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.gone import gone
from tasjil.register.store import CorrectionRow, Store

LONGEST = 10_000
LONGEST_ID = 300
WAITING, ANSWERED, CHANGED = "waiting", "answered", "changed"
"""Where a correction stands; the last also says which entry it led to."""


@dataclass(frozen=True, slots=True)
class NewCorrection:
    """What a reader says is wrong, as somebody of the team writes it down.

    Attributes:
        about: The id of the figure or incident it is about.
        words: What is wrong, in the reader's words; they name nobody.
        release: The release in which the reader saw it; "" where it is not known.
        teller: The reader's reference in the sealed box; "" where nobody needs it.
    """

    about: str
    words: str
    release: str = ""
    teller: str = ""

    def __post_init__(self) -> None:
        """Refuse one that is about nothing, or says nothing."""
        if not (self.about.strip() and self.about.isprintable()):
            raise BadValue(
                "expected the id of the figure or incident that is said to be wrong, "
                "found none; copy it from its page"
            )
        if len(self.about) > LONGEST_ID or not 0 < len(self.words.strip()) <= LONGEST:
            raise BadValue(
                f"expected what is wrong in at most {LONGEST} characters, and an id, "
                "found something else; shorten it"
            )

    def entry(self, because: str) -> NewEntry:
        """Record that it came."""
        body = {
            "about": self.about.strip(),
            "release": self.release,
            "from": self.teller,
        }
        contents = {"correction": plain_json({"words": self.words.strip()})}
        return NewEntry(EntryKind.CORRECTION_RECEIVED, body, contents, because)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader said is wrong.

    Attributes:
        number: Its entry.
        words: The reader's; "" where they are not here.
        answer: What the team answered, for the public to read.
        answered: The entry of the answer; None while it waits.
        led_to: The entry in which something was changed for it; None where nothing was.
    """

    number: int
    by: UserId
    at: str
    because: str
    about: str
    release: str
    teller: Reference
    words: str
    answered: int | None
    answered_by: str
    answered_at: str
    answer: str
    led_to: int | None

    @property
    def state(self) -> str:
        """Say where it stands: waiting, answered or changed."""
        if self.answered is None:
            return WAITING
        return ANSWERED if self.led_to is None else CHANGED


def answered(number: int, led_to: int | None, answer: str) -> NewEntry:
    """Record an answer; it is what the public reads."""
    body = {"answers": number, "led_to": led_to}
    return NewEntry(EntryKind.CORRECTION_ANSWERED, body, because=answer)


def some(
    store: Store,
    *,
    waiting: bool | None = None,
    start: int = 0,
    size: int | None = None,
) -> tuple[Correction, ...]:
    """Give corrections, those that wait first, then the newest.

    Args:
        store: The register.
        waiting: Only those that wait, or only those that do not.
        start: How many to leave out at the beginning.
        size: How many at most.
    """
    rows = _rows(store, waiting).order_by("answered", "-seq")
    with translated():
        found = list(rows[start:] if size is None else rows[start : start + size])
        wanted = [row.content_id for row in found]
        held = content.get(store, content.kept(store, wanted), gone(store).contents)
    return tuple(_correction(row, held) for row in found)


def many(store: Store, *, waiting: bool | None = None) -> int:
    """Count them."""
    with translated():
        found: int = _rows(store, waiting).count()
    return found


def one(store: Store, number: int) -> Correction | None:
    """Give one by its entry; None where there is none."""
    with translated():
        row = CorrectionRow.objects.using(store.alias).filter(pk=number).first()
        if row is None:
            return None
        held = content.get(
            store, content.kept(store, [row.content_id]), gone(store).contents
        )
    return _correction(row, held)


def _rows(store: Store, waiting: bool | None) -> Any:
    rows = CorrectionRow.objects.using(store.alias)
    return rows if waiting is None else rows.filter(answered__isnull=waiting)


def _correction(row: CorrectionRow, held: Mapping[str, bytes]) -> Correction:
    data = held.get(row.content_id)
    return Correction(
        number=row.seq,
        by=UserId(row.by),
        at=row.at,
        because=row.because,
        about=row.about,
        release=row.release,
        teller=Reference(row.teller),
        words="" if data is None else str(msgspec.json.decode(data)["words"]),
        answered=row.answered,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        answer=row.answer,
        led_to=row.led_to,
    )

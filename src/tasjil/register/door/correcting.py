"""What must hold before a reader's correction is written down, or answered."""

from datetime import datetime
from typing import Any

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.model.users import User
from tasjil.register.border import translated
from tasjil.register.door.told import number_told, reason_told
from tasjil.register.entry import NewEntry
from tasjil.register.store import CorrectionRow, Entry, IdentityRow, Store


def says_what_is_wrong(store: Store, entry: NewEntry, by: User, at: datetime) -> None:
    """It is about something, has words, and names a reader by reference alone."""
    reason_told(entry)
    if not entry.body.get("about") or "correction" not in entry.contents:
        raise BadValue(
            "expected what is said to be wrong and in which words, found nothing; "
            "write both down"
        )
    teller = entry.body.get("from")
    if teller and not _there(IdentityRow.objects.using(store.alias).filter(pk=teller)):
        raise NotInRegister(
            "expected the reference of somebody in the sealed box, found nobody of "
            "that reference; seal them first, or leave it out"
        )


def answers_what_waits(store: Store, entry: NewEntry, by: User, at: datetime) -> None:
    """One that waits is answered once, with words that the public can read."""
    reason_told(entry)
    number = number_told(entry.body, "answers")
    rows = CorrectionRow.objects.using(store.alias).filter(pk=number)
    if not _there(rows):
        raise NotInRegister(
            f"expected a correction to answer, found none at entry {number}; look at "
            "the list of corrections again"
        )
    if not _there(rows.filter(answered__isnull=True)):
        raise NotAllowed(
            "expected a correction that waits, found one that was answered; look at "
            "what was said"
        )
    if entry.body.get("led_to") is not None:
        led_to = number_told(entry.body, "led_to")
        if not _there(Entry.objects.using(store.alias).filter(pk=led_to)):
            raise NotInRegister(
                "expected the number of the entry in which something was changed, "
                "found one that no entry of the log has; look at the log"
            )


def _there(rows: Any) -> bool:
    with translated():
        return bool(rows.exists())

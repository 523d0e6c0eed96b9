"""Who says anew where a report comes from, and what can be said of it."""

from datetime import datetime

from tasjil.errors import NotInRegister
from tasjil.model.users import User
from tasjil.register.described import headers_in
from tasjil.register.door import own
from tasjil.register.door.told import reason_told
from tasjil.register.entry import NewEntry
from tasjil.register.store import Store


def says_what_can_be(store: Store, entry: NewEntry, by: User, at: datetime) -> None:
    """A person says it, with a reason, of a report that is there."""
    reason_told(entry)
    report = str(entry.body.get("report"))
    if own.of_report(store, report) is None:
        raise NotInRegister(
            "expected a report that was captured, found none with this id; capture it "
            "first, or check the id"
        )
    headers_in(entry.contents.get("headers", b""), report)

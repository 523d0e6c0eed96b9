"""What an entry to be must say before a rule can hold it against anything."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from tasjil.errors import BadValue
from tasjil.model.users import User
from tasjil.register.entry import NewEntry
from tasjil.register.store import Store

Rule = Callable[[Store, NewEntry, User, datetime], None]
"""Refuses an entry that a user may not write, beyond what their role says."""


def number_told(body: Mapping[str, Any], key: str) -> int:
    """Give the number of an entry; `BadValue` where there is none."""
    seq = body.get(key)
    if not isinstance(seq, int) or isinstance(seq, bool) or seq < 1:
        raise BadValue(f"expected the number of an entry ({key}), got none")
    return seq


def reason_told(entry: NewEntry) -> None:
    """Refuse a decision without its reason."""
    if not (entry.because or "").strip():
        raise BadValue("expected a reason (because), got none")

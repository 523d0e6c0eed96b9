"""Why a cell gives no value: nobody told anything, or it cannot be read."""

from tasjil.model.defined import Defined


class Unread(Defined):
    """What a reader of cells gives where it has no value to give."""

    EMPTY = "empty", "Nothing is told: an empty cell, a dash, a filler such as 999."
    UNREADABLE = "unreadable", "Something stands there, and it cannot be read."
    AT_ODDS = "at odds", "It can be read, and cannot be: 31 June, a false check digit."

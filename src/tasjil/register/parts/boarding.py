"""The part of a register that pages read: what the last count found."""

from tasjil.register.board.board import Board
from tasjil.register.store import Store


class Boarding:
    """What a register offers to the pages of the desks."""

    _store: Store

    @property
    def board(self) -> Board:
        """What the last count found, laid out for pages."""
        return Board(self._store)

"""Join persons, move records between them, part them, as long as that gains."""

import numpy as np
from numpy.typing import NDArray

from tasjil.link.persons.board import Board, Floats, Places
from tasjil.link.persons.chance import sweep

HAIR = 1e-9
"""Gains below this, in nats, are none: sums differ by as much in another order."""

KICKS = 10
"""Times that a tangle is shaken by one draw, and settled again."""


def best(weights: Floats) -> Board:
    """Search for the partition of each tangle whose pairs weigh most.

    Persons are joined by what all their pairs weigh together, best first; then single
    records, couples and whole persons are moved until nothing gains; then it is shaken
    a few times. It cannot be shown to be the best of all, but is in nearly every case
    that can be checked.

    Args:
        weights: Symmetric, (tangles, k, k) nats; what cannot be is BARRED.

    Source: M. Elsner and W. Schudy, "Bounding and comparing methods for correlation
    clustering beyond ILP", 2009: greedy joining with local moves comes closest.
    """
    board = Board.alone(weights)
    join_best(board)
    settle(board)
    chance = np.random.default_rng(KICKS)
    for _ in range(KICKS):
        other = Board(board.weights, board.labels.copy())
        sweep(other, chance)
        settle(other)
        better = other.score > board.score + HAIR
        board.labels[better] = other.labels[better]
    return board


def join_best(board: Board) -> None:
    """Join two persons wherever that gains, the largest gain of each tangle first."""
    count, k = board.labels.shape
    while count:
        flat = board.between().reshape(count, k * k)
        top = flat.argmax(axis=1)
        todo = flat[board.rows, top] > HAIR
        if not todo.any():
            return
        gone = (board.labels == (top % k)[:, None]) & todo[:, None]
        _relabel(board, gone, top // k)


def settle(board: Board, rounds: int = 20) -> None:
    """Move records until nothing gains, or so many rounds are over."""
    for _ in range(rounds):
        before = board.labels.copy()
        for record in range(board.labels.shape[1]):
            _move(board, board.all(record))
            _part_couple(board, board.all(record))
            _move_couple(board, board.all(record))
        join_best(board)
        if np.array_equal(before, board.labels):
            return


def _move(board: Board, record: Places) -> None:
    """Put one record of each tangle where it is drawn most."""
    gain = board.gains(record, board.others(record))
    now = gain[board.rows, board.labels[board.rows, record]]
    # Who bears a label alone is alone, whichever free label stands for that.
    now = np.where(np.isneginf(now), 0.0, now)
    top = gain.argmax(axis=1)
    better = gain[board.rows, top] > now + HAIR
    board.labels[board.rows[better], record[better]] = top[better]


def _part_couple(board: Board, record: Places) -> None:
    """Let a record and its nearest companion be a person without the others."""
    partner = _nearest(board, record, together=True)
    both = ~board.others(record, partner)
    same = board.labels == board.labels[board.rows, record][:, None]
    rest = same & ~both
    cost = (board.weights[board.rows, record] * rest).sum(axis=1)
    cost += (board.weights[board.rows, partner] * rest).sum(axis=1)
    todo = same[board.rows, partner] & (partner != record) & (cost < -HAIR)
    free = np.argmin(board.held(np.ones_like(both)), axis=1)
    _relabel(board, both & todo[:, None], free)


def _move_couple(board: Board, record: Places) -> None:
    """Move a record and its strongest partner to one person, wherever they are."""
    partner = _nearest(board, record, together=False)
    present = board.others(record, partner)
    one, other = board.gains(record, present), board.gains(partner, present)
    link = board.weights[board.rows, record, partner]
    gain = one + other + link[:, None]
    top = gain.argmax(axis=1)
    at_one = board.labels[board.rows, record].astype(np.int64)
    at_other = board.labels[board.rows, partner].astype(np.int64)
    now = _gain_now(board, one, at_one) + _gain_now(board, other, at_other)
    now += np.where(at_one == at_other, link, 0.0)
    todo = (gain[board.rows, top] > now + HAIR) & (partner != record)
    _relabel(board, ~present & todo[:, None], top)


def _gain_now(board: Board, gain: Floats, label: Places) -> Floats:
    now = gain[board.rows, label]
    return np.asarray(np.where(np.isneginf(now), 0.0, now))


def _nearest(board: Board, record: Places, *, together: bool) -> Places:
    row = board.weights[board.rows, record].copy()
    if together:
        row[board.labels != board.labels[board.rows, record][:, None]] = -np.inf
    row[board.rows, record] = -np.inf
    return np.asarray(row.argmax(axis=1))


def _relabel(board: Board, which: NDArray[np.bool_], label: Places) -> None:
    c, i = np.nonzero(which)
    board.labels[c, i] = label[c]

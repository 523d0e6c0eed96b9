"""Who is whom in many tangles at once, drawn by how likely it is (Gibbs sampling)."""

import numpy as np
from numpy.random import Generator

from tasjil.link.persons.board import Board, Floats, Places


def sweep(board: Board, chance: Generator) -> None:
    """Draw every record's person anew, and then some couples of records.

    A step draws the place of one or two records given all the others', so what is
    drawn settles at the posterior; couples let two records change persons together.

    Source: Gibbs sampling over partitions, R. M. Neal, "Markov chain sampling methods
    for Dirichlet process mixture models", 2000, algorithm 3.
    """
    k = board.labels.shape[1]
    for record in chance.permutation(k).tolist():
        _draw_one(board, board.all(record), chance)
    for record in chance.permutation(k)[: max(1, k // 3)].tolist():
        one, other = _couple(board, board.all(record), chance)
        _draw_two(board, one, other, chance)


def _draw_one(board: Board, record: Places, chance: Generator) -> None:
    gain = board.gains(record, board.others(record))
    board.labels[board.rows, record] = _pick(gain, chance)


def _draw_two(board: Board, one: Places, other: Places, chance: Generator) -> None:
    count, k = board.labels.shape
    present = board.others(one, other)
    odds = (
        board.gains(one, present)[:, :, None]
        + (board.gains(other, present)[:, None, :])
    )
    link = board.weights[board.rows, one, other]
    odds[:, np.arange(k), np.arange(k)] += link[:, None]
    # Two records that nobody else holds are one new person, or two: the second free
    # label stands for the other's being alone as well.
    free = np.argsort(board.held(present), axis=1, kind="stable")[:, :2]
    odds[board.rows, free[:, 0], free[:, 1]] = 0.0
    picked = _pick(odds.reshape(count, k * k), chance)
    board.labels[board.rows, one] = picked // k
    board.labels[board.rows, other] = picked % k


def _couple(board: Board, one: Places, chance: Generator) -> tuple[Places, Places]:
    """Choose a partner by the evidence alone, never by who is whom now."""
    pull = np.clip(board.weights[board.rows, one], -6.0, 3.0)
    pull[board.rows, one] = -np.inf
    return one, _pick(pull, chance)


def _pick(gain: Floats, chance: Generator) -> Places:
    """Draw one of each row by the exponential of its gain (Gumbel's trick)."""
    return np.asarray((gain + chance.gumbel(size=gain.shape)).argmax(axis=1))

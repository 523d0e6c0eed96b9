"""Who stands together once somebody has answered, until everything is linked anew."""

from collections.abc import Sequence

import numpy as np

from tasjil.link.review.learning import Answer
from tasjil.link.review.standing import Standing, log_odds
from tasjil.link.review.ties import Ints


def moved(now: Standing, answers: Sequence[Answer]) -> Ints:
    """Give the persons after some answers, each taken in turn.

    "Same" makes one of two persons; "different" lets the record leave that is tied
    less to the rest of its person. This is for the next questions and for the figures
    beside them: the next linking weighs all of it together.

    Args:
        now: Who stands together.
        answers: What was said since.

    Returns:
        (records,) persons, by number; numbers of persons who are no more are unused.
    """
    labels = now.labels.copy()
    fresh = int(labels.max(initial=-1)) + 1
    for each in answers:
        one, other = labels[each.left], labels[each.right]
        if each.same and one != other:
            labels[labels == other] = one
        elif not each.same and one == other:
            labels[_looser(now, labels, each)] = fresh
            fresh += 1
    return labels


def _looser(now: Standing, labels: Ints, answer: Answer) -> int:
    """Which of two is tied less to the others of their person; the later if equal."""
    pairs, person = now.pairs, labels[answer.left]
    inside = (labels[pairs.left] == person) & (labels[pairs.right] == person)
    at = np.flatnonzero(inside)
    odds = log_odds(pairs.probability[at])
    ties = []
    for record in (answer.left, answer.right):
        own = (pairs.left[at] == record) | (pairs.right[at] == record)
        ties.append(float(odds[own].sum()))
    return answer.left if ties[0] < ties[1] else answer.right

"""A case with two lists that share people, linked and laid out for the match desk."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from tasjil.journey import board
from tasjil.journey.case import Case
from tasjil.journey.linking.case import link_register
from tasjil.journey.lists.keeping import import_lists
from tasjil.journey.progress import Silence
from tasjil.journey.review.laying import lay_review
from tasjil.register.desk.review import Queued
from tasjil.register.register import Register
from web.desks import open_as

sys.path.insert(0, str(Path(__file__).parents[1] / "journey"))

from invented_lists import two_lists  # noqa: E402


def link_lists(case: Case, people: int = 40) -> None:
    """Put two lists into a case, and do what a worker does then."""
    two_lists(case.folder / "lists", people)
    with open_as(case, "lead") as register:
        import_lists(case, register, Silence())
        link_again(case, register)


def link_again(case: Case, register: Register) -> None:
    """Do what a worker does when it is asked to link and to count."""
    link_register(case, register, datetime.now(UTC), Silence())
    lay_review(case, register, Silence())
    board.lay_out(case, register, Silence())


def waiting(case: Case) -> int:
    """Count the pairs that wait."""
    with open_as(case, "lead") as register:
        return register.review.turn(Queued.PERSONS).waits


def words(case: Case) -> list[tuple[str, str, str, str]]:
    """Give what people said of pairs: who, the two in one order, and what."""
    with open_as(case, "lead") as register:
        return [(w.by, *w.pair, w.verdict.value) for w in register.link_judgements()]

"""Asks for a linking after some answers, so that other pairs are asked about."""

from datetime import datetime

from tasjil.journey.jobs.asking import ask_job, may_ask
from tasjil.journey.opening import Seat
from tasjil.register.desk.review import Queued

LINK_AFTER = 10
"""Answers after which persons are put together anew, and other pairs are asked."""


def link_soon(seat: Seat, at: datetime) -> None:
    """Ask for a linking after some answers, where none is asked for already."""
    turn = seat.register.review.turn(Queued.PERSONS)
    if turn.answered and turn.answered % LINK_AFTER == 0:
        link_now(seat, at)


def link_now(seat: Seat, at: datetime) -> bool:
    """Ask for a linking; False where one waits already, or they may not ask."""
    if seat.register.queue.open_jobs(1, kind="link") or not may_ask(seat, "link"):
        return False
    ask_job(seat, "link", at=at)
    return True

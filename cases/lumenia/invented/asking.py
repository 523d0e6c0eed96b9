"""The scopes that a world's tally is asked for, and the true answer to each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from invented.land import PROVINCES
from invented.story import Story
from invented.world import ACTS, FIRST_DAY, Asked

LAST = date(2031, 5, 31)
WEEKS = (
    (FIRST_DAY, date(2031, 5, 10)),
    (date(2031, 5, 11), date(2031, 5, 18)),
    (date(2031, 5, 19), LAST),
)
WHOLE = Asked("killed", (FIRST_DAY, LAST), ("lumenia",))


@dataclass(frozen=True, slots=True)
class Question:
    """A scope, and how many of each act truly are in it.

    Attributes:
        truth: Of incidents that some report tells of, for a tally counts no others.
    """

    asked: Asked
    truth: dict[str, int]

    @property
    def key(self) -> str:
        """A name for the scope: days, places and status."""
        first, last = self.asked.days or (FIRST_DAY, LAST)
        where = ",".join(self.asked.where)
        return f"{first}/{last} {where} {self.asked.status or 'everyone'}"


def questions(story: Story) -> list[Question]:
    """Give every scope asked: the whole, provinces, weeks, villages, statuses."""
    return [Question(each, _truth(story, each)) for each in _scopes(story)]


def _truth(story: Story, asked: Asked) -> dict[str, int]:
    return {
        act: len(story.world.harmed(replace(asked, act=act), told_only=True))
        for act in ACTS
    }


def _scopes(story: Story) -> Iterator[Asked]:
    yield WHOLE
    for days in WEEKS:
        yield replace(WHOLE, days=days)
        yield replace(WHOLE, days=days, where=(PROVINCES[0], PROVINCES[2]))
    for status in ("civilian", "armed forces", "direct participant"):
        yield replace(WHOLE, status=status)
    for province in PROVINCES:
        yield replace(WHOLE, where=(province,))
        yield replace(WHOLE, where=(province,), status="civilian")
    for place in sorted({each.place for each in story.world.incidents})[:5]:
        yield replace(WHOLE, where=(place,))

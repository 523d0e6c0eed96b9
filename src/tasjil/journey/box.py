"""Lists the people in the sealed box, by reference alone."""

from dataclasses import dataclass

from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.model.ids import UserId
from tasjil.register.box.queries import Protected


@dataclass(frozen=True, slots=True)
class Box:
    """Who is in the box, without a name, and who may open it."""

    people: tuple[Protected, ...]
    holders: tuple[UserId, ...]


def list_box(case: Case, key: Key) -> Box:
    """Say who is in the sealed box: references, reports, consent."""
    with open_register(case, key) as register:
        return Box(tuple(register.box.everybody()), register.box_holders())

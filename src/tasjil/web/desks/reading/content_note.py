"""What a reader is told before they open a report that may weigh on them."""

from collections.abc import Iterable

from tasjil.model.acts import Act

WEIGHS = (Act.SEXUAL_VIOLENCE, Act.TORTURED, Act.BODIES_FOUND)
"""What somebody may not want to come upon unprepared; killing is what all tell of."""


def content_note(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Name what a report tells of that weighs, in one order.

    Example:
        >>> content_note({Act.KILLED, Act.TORTURED})
        (<Act.TORTURED: 'tortured'>,)
    """
    told = frozenset(acts)
    return tuple(each for each in WEIGHS if each in told)

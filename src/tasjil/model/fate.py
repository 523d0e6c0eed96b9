"""What became of a person, as far as it is told."""

from tasjil.model.acts import Act
from tasjil.model.defined import Defined


class Fate(Defined):
    """What became of a victim. Missing is never counted as dead."""

    DEAD = "dead", "The person died."
    MISSING = "missing", "Nobody who tells knows where the person is."
    HELD = "held", "The person is held by somebody."
    INJURED = "injured", "The person is alive and injured."
    DISPLACED = "displaced", "The person is alive, away from home."
    FREED = "freed", "The person was missing or held, and is free and alive."
    UNKNOWN = "unknown", "What became of the person is not told."


AFTER = {
    Act.KILLED: Fate.DEAD,
    Act.BODIES_FOUND: Fate.DEAD,
    Act.INJURED: Fate.INJURED,
    Act.MISSING: Fate.MISSING,
    Act.ABDUCTED: Fate.MISSING,
    Act.DETAINED: Fate.HELD,
    Act.TORTURED: Fate.UNKNOWN,
    Act.SEXUAL_VIOLENCE: Fate.UNKNOWN,
    Act.DISPLACED: Fate.DISPLACED,
}
"""What an act alone says of the victim's fate, where nothing later is told."""

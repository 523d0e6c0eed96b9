"""What the United Nations' indicator of conflict deaths counts apart, in our words.

Source: SDG indicator 16.1.2, kept by OHCHR. Sex, age group, status and cause are in
`tasjil.model.persons` and `tasjil.model.causes`.
"""

from tasjil.model.defined import Defined


class Directness(Defined):
    """Whether the fighting killed by itself (SDG 16.1.2)."""

    DIRECT = "direct", "An act of the conflict killed the person."
    INDIRECT = (
        "indirect",
        "The person died of what the conflict brought: hunger, sickness, no care.",
    )


class Circle(Defined):
    """The circles of counting, from the surest outwards (OHCHR)."""

    DOCUMENTED_DIRECT = "documented direct", "Direct deaths, recorded one by one."
    ESTIMATED_DIRECT = (
        "estimated undocumented direct",
        "Direct deaths that nobody recorded, estimated.",
    )
    INDIRECT = "indirect", "Deaths of what the conflict brought, estimated."

"""How well something is established, and by which standard."""

from tasjil.model.defined import Defined


class StandardOfProof(Defined):
    """The ladder of standards, from the weakest to the strongest.

    Example:
        >>> StandardOfProof.REASONABLE_GROUNDS.rank
        1
    """

    REASONABLE_SUSPICION = (
        "reasonable suspicion",
        "Something concrete points to it; enough to look further, not to find.",
    )
    REASONABLE_GROUNDS = (
        "reasonable grounds to believe",
        "Reliable information, agreeing with the rest, that a careful person would "
        "believe. The standard of most UN commissions of inquiry.",
    )
    BALANCE = "balance of probabilities", "It is more likely so than not."
    CLEAR_AND_CONVINCING = (
        "clear and convincing",
        "It is much more likely so than not, and the evidence is firm.",
    )
    BEYOND_REASONABLE_DOUBT = (
        "beyond reasonable doubt",
        "No other reasonable account is left. The standard of a criminal court.",
    )

    @property
    def rank(self) -> int:
        """Its rung on the ladder, 0 for the weakest."""
        return list(StandardOfProof).index(self)


class Element(Defined):
    """What is established: each element has its own evidence and its own standing."""

    DEATH = "death", "That the person died; for other acts, that the harm was done."
    IDENTITY = "identity", "Who the person is."
    STATUS = "status", "Whether the person was a civilian, a fighter or protected."
    CAUSE = "cause", "What the person died of or was harmed by."
    PERPETRATOR = "perpetrator", "Who did it."

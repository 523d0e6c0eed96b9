"""How well something is established, and by which standard."""

from enum import StrEnum


class StandardOfProof(StrEnum):
    """The ladder of standards, from the weakest to the strongest.

    Example:
        >>> StandardOfProof.REASONABLE_GROUNDS.rank
        1
    """

    REASONABLE_SUSPICION = "reasonable suspicion"
    REASONABLE_GROUNDS = "reasonable grounds to believe"
    """The standard of most UN commissions of inquiry and fact-finding missions."""

    BALANCE = "balance of probabilities"
    CLEAR_AND_CONVINCING = "clear and convincing"
    BEYOND_REASONABLE_DOUBT = "beyond reasonable doubt"

    @property
    def rank(self) -> int:
        """Its rung on the ladder, 0 for the weakest."""
        return list(StandardOfProof).index(self)


class Element(StrEnum):
    """What is established: each element has its own evidence and its own standing."""

    DEATH = "death"
    IDENTITY = "identity"
    STATUS = "status"
    CAUSE = "cause"
    PERPETRATOR = "perpetrator"

"""How estimates of several tables become one."""

from dataclasses import dataclass

from tasjil.errors import BadValue


@dataclass(frozen=True, slots=True)
class CombineSettings:
    """How outcomes of imputed or re-linked tables are combined.

    Attributes:
        mixture: Where every table has draws, pool them: each table weighs the same.
            Rubin's rules otherwise, and where this is False.
        verdata: Do as HRDAG's R package verdata does, rounding included: its
            combination, made to reproduce published figures. Needs draws.
        complete: Degrees of freedom if nothing were missing, for Barnard and Rubin's
            rule; None for Rubin's of 1987.
        level: Of the combined interval; None takes that of the parts.
    """

    mixture: bool = True
    verdata: bool = False
    complete: float | None = None
    level: float | None = None

    def __post_init__(self) -> None:
        """Refuse a level that is none, and two rules at once."""
        if self.level is not None and not 0 < self.level < 1:
            raise BadValue(f"expected a level between 0 and 1, got {self.level}")
        if self.verdata and self.complete is not None:
            raise BadValue("expected one rule for the degrees of freedom, got two")
        if self.complete is not None and self.complete <= 0:
            raise BadValue(f"expected degrees above 0, got {self.complete}")

"""What two records can agree on: comparisons, and the levels of each."""

import re
from dataclasses import dataclass

_COLUMN = re.compile(r"\b([a-z_0-9]+)_[lr]\b")


@dataclass(frozen=True, slots=True)
class Level:
    """One way in which a comparison can come out.

    Attributes:
        label: In words, for people.
        sql: The condition, in SQL of DuckDB over columns `x_l` and `x_r`; the first
            level whose condition holds is the pair's. "" for what is left.
        m: How often two records of one person come out so, before lists teach it.
        u: The same of two persons.
        term: The column whose frequency weighs the agreement, if any.
        neutral: Whether another comparison weighs this, and it says nothing here.
    """

    label: str
    sql: str
    m: float
    u: float
    term: str | None = None
    neutral: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing that two records are compared by.

    Attributes:
        needs: Columns without which it compares nothing.
        unknown: The condition under which one of the two does not tell.
        levels: The best agreement first; the last is "differs".
    """

    name: str
    needs: frozenset[str]
    unknown: str
    levels: tuple[Level, ...]

    @property
    def columns(self) -> frozenset[str]:
        """Columns that its conditions use."""
        text = " ".join((self.unknown, *(each.sql for each in self.levels)))
        return frozenset(_COLUMN.findall(text))

    @property
    def is_number(self) -> bool:
        """Tell whether it compares numbers such as those of identity cards."""
        return self.name.startswith("id_")

    @property
    def case(self) -> str:
        """Say in SQL how a pair comes out: 0 for "differs" upward, -1 for untold."""
        last = len(self.levels) - 1
        cases = [
            f"when {level.sql} then {last - place}"
            for place, level in enumerate(self.levels[:-1])
        ]
        return f"case when {self.unknown} then -1 {' '.join(cases)} else 0 end"

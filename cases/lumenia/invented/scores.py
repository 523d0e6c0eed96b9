"""Counts how often an answer was right, by what was asked."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Scores:
    """For each thing asked, how often it was right, and what was wrong.

    Attributes:
        right: Right answers by name.
        asked: Questions by name; for "false" names, all that was said.
        faults: What went wrong, in words, for those who mend it.
    """

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def ask(self, name: str, right: bool, fault: str = "") -> None:
        """Count one question."""
        self.asked[name] += 1
        self.right[name] += right
        if not right:
            self.faults.append(f"{name}: {fault}")

    def add(self, other: "Scores") -> None:
        """Add the scores of another world."""
        self.right.update(other.right)
        self.asked.update(other.asked)
        self.faults += other.faults

    def percent(self, name: str) -> float:
        """Give the share that was right; nothing asked is nothing wrong."""
        return 100 * self.right[name] / self.asked[name] if self.asked[name] else 100.0

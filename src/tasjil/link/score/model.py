"""What was learned of how records of one person differ: the model, and its file."""

import json
from dataclasses import asdict, dataclass
from math import log2

from tasjil.errors import BadValue

FORM = 1
"""The number of this form of the file."""


@dataclass(frozen=True, slots=True)
class LevelWeight:
    """How one level of a comparison weighs.

    Attributes:
        label: In words.
        m: How often two records of one person come out so, of those that tell.
        u: The same of two persons.
        learned: Pairs that taught `m`; 0 where the built-in value stands.
    """

    label: str
    m: float
    u: float
    learned: float = 0.0

    @property
    def bits(self) -> float:
        """The evidence of this level, before frequencies, in bits."""
        return log2(self.m / self.u)


@dataclass(frozen=True, slots=True)
class Model:
    """How records were compared and weighed, so that a run can be repeated.

    Attributes:
        comparisons: Levels of each comparison, the best agreement first.
        matches: Pairs of records that are of one person, as estimated.
        records: How many records taught it.
        seed: What chance was drawn from.
        settled: Whether learning came to rest before its bound.
        said: What is to be known about it, in words.
    """

    comparisons: dict[str, tuple[LevelWeight, ...]]
    matches: float
    records: int
    seed: int
    settled: bool
    said: tuple[str, ...] = ()

    @property
    def prior(self) -> float:
        """How likely two records drawn at random are one person."""
        pairs = self.records * (self.records - 1) / 2
        return min(0.5, max(self.matches, 0.5) / max(pairs, 1.0))

    def to_json(self) -> str:
        """Write it; the same model gives the same text."""
        return json.dumps({"form": FORM, **asdict(self)}, indent=1, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Model":
        """Read it again.

        Raises:
            BadValue: The text is no saved model, or of another form.
        """
        try:
            told = json.loads(text)
            if told.pop("form") != FORM:
                raise ValueError
            levels = {
                name: tuple(LevelWeight(**each) for each in levels)
                for name, levels in told.pop("comparisons").items()
            }
            said = tuple(told.pop("said"))
            return cls(comparisons=levels, said=said, **told)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise BadValue(
                f"expected a saved model of form {FORM}; learn a new one from the lists"
            ) from None

"""Who was harmed, as a claim tells it: names, age, sex, status."""

from dataclasses import dataclass

from tasjil.errors import BadValue
from tasjil.model.defined import Defined


class Sex(Defined):
    """Sex as SDG 16.1.2 divides it; unknown is a row of its own."""

    MAN = "man", "A man or a boy."
    WOMAN = "woman", "A woman or a girl."
    UNKNOWN = "unknown", "Not told, or told in different ways."


class AgeGroup(Defined):
    """Age group at the time of the incident, as SDG 16.1.2 divides it."""

    ADULT = "adult", "Aged 18 years or older."
    CHILD = "child", "Under 18 years."
    UNKNOWN = "unknown", "Not told, or a range that holds both."


class Status(Defined):
    """Standing under the law of armed conflict, as SDG 16.1.2 divides it."""

    CIVILIAN = (
        "civilian",
        "Not of any armed force, and taking no direct part in fighting.",
    )
    OTHER_PROTECTED = (
        "other protected person",
        "Protected though no civilian: a wounded or captured fighter, an army medic.",
    )
    ARMED_FORCES = (
        "armed forces",
        "Member of the armed or security forces of a party.",
    )
    DIRECT_PARTICIPANT = (
        "direct participant",
        "Not of the armed forces, but taking a direct part in hostilities.",
    )
    UNKNOWN = "unknown", "Not told, or not established either way."


@dataclass(frozen=True, slots=True)
class AgeRange:
    """Years of age at the incident, as a range; no upper end is None.

    Example:
        >>> AgeRange(20, 29, "in her twenties").group
        <AgeGroup.ADULT: 'adult'>
        >>> AgeRange(15, 20, "aged 15 to 20").group
        <AgeGroup.UNKNOWN: 'unknown'>
    """

    low: int
    high: int | None
    text: str

    def __post_init__(self) -> None:
        """Refuse an age below zero or a range upside down."""
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise BadValue(f"expected 0 <= low <= high, got {self.low}..{self.high}")

    @property
    def group(self) -> AgeGroup:
        """Child under 18, adult from 18; unknown where the range spans both."""
        if self.low >= 18:
            return AgeGroup.ADULT
        if self.high is not None and self.high < 18:
            return AgeGroup.CHILD
        return AgeGroup.UNKNOWN


@dataclass(frozen=True, slots=True)
class VictimGroup:
    """The people one claim is about, in the claim's own words.

    Attributes:
        names: Names as written; empty for people nobody named.
        text: The words for them ("13 security personnel", "her only son").
        age: Years, where one age is told; a range stands in `age_range`.
        relation: Their tie to somebody in the report ("son", "wife of the mayor").
        communities: Communities as written ("Alawite").
    """

    names: tuple[str, ...] = ()
    text: str | None = None
    age: int | None = None
    age_range: AgeRange | None = None
    age_group: AgeGroup = AgeGroup.UNKNOWN
    sex: Sex = Sex.UNKNOWN
    status: Status = Status.UNKNOWN
    communities: tuple[str, ...] = ()
    relation: str | None = None

    def __post_init__(self) -> None:
        """Refuse a negative age and an age that contradicts its group."""
        if self.age is not None and not 0 <= self.age <= 130:
            raise BadValue(f"expected an age from 0 to 130 years, got {self.age}")
        child = self.age is not None and self.age < 18
        if child and self.age_group is AgeGroup.ADULT:
            raise BadValue(f"expected a child, aged {self.age}, got an adult")

"""What one list tells of one person: the parts of the name as spelled, and the rest."""

from dataclasses import dataclass, field

PARTS = ("given", "father", "grandfather", "family")


@dataclass(slots=True)
class Told:
    """One telling in the making; None and "" are "not told".

    Attributes:
        parts: Of the name, spelled, by what they are.
        whole: Stands in place of the parts: "wife of ...", "unidentified man".
        kinds: What went wrong, for telling losses apart.
        house: Whose household the person was of; with `clan` and `bears` for telling
            whether two people taken for one were kin, or strangers of one name.
    """

    person: int
    script: str
    man: bool | None = None
    parts: dict[str, str] = field(default_factory=dict)
    whole: str = ""
    title: str = ""
    mother: str = ""
    age: int | None = None
    months: int | None = None
    born: int | None = None
    died: int | None = None
    town: str = ""
    district: str = ""
    governorate: str = ""
    identity: str = ""
    kinds: list[str] = field(default_factory=list)
    house: str = ""
    clan: str = ""
    bears: str = ""

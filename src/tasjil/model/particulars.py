"""Who somebody was, as one record tells it, cleaned for comparing."""

from dataclasses import dataclass

from tasjil.errors import BadValue
from tasjil.model.causes import Cause
from tasjil.model.defined import Defined
from tasjil.model.edtf import Edtf
from tasjil.model.ids import RecordId
from tasjil.model.persons import AgeRange, Sex, Status
from tasjil.model.places import Where


class IdKind(Defined):
    """What kind of number somebody was given, and so with what it can be compared."""

    NATIONAL = "national", "A number of the state: identity card, civil register."
    PASSPORT = "passport", "The number of a passport."
    SERVICE = "service", "A number of an army, a police, a refugee agency."
    FILE = "file", "A number of a hospital's, a morgue's or an office's own files."


OF_ONE_OFFICE = frozenset({IdKind.FILE})
"""Kinds whose numbers mean nothing beside those of another office."""


class Kin(Defined):
    """How somebody named in the record is related to the person it tells of."""

    FATHER = "father", "The father."
    GRANDFATHER = "grandfather", "The father's father."
    MOTHER = "mother", "The mother."
    SPOUSE = "spouse", "The husband or the wife."
    CHILD = "child", "A son or a daughter."
    SIBLING = "sibling", "A brother or a sister."
    OTHER = "other", "A relative of another kind, or of one that nobody told."


@dataclass(frozen=True, slots=True)
class Particulars:
    """What one record tells of one person. What it does not tell is empty or None.

    Attributes:
        record: Which record: "hospital:17".
        list: The list it stands on; records of reports have a list of their own.
        name: As written; "" where nobody named them.
        other_names: Other names or other spellings that the same record gives.
        age: Years at death or harm.
        born: EDTF.
        died: EDTF: of the death, or of the harm where nobody died.
        where: Places of the death or harm, the finest first.
        home: Places where the person lived or came from, the finest first.
        ids: Numbers by kind, written without spaces; one kind may stand twice.
        kin: Names of relatives as written, by how they are related.

    Example:
        >>> told = Particulars("hospital:17", "hospital", name="Daren Vell")
        >>> told.sex
        <Sex.UNKNOWN: 'unknown'>
    """

    record: RecordId
    list: str
    name: str = ""
    other_names: tuple[str, ...] = ()
    sex: Sex = Sex.UNKNOWN
    age: AgeRange | None = None
    born: str | None = None
    died: str | None = None
    where: tuple[Where, ...] = ()
    home: tuple[Where, ...] = ()
    ids: tuple[tuple[IdKind, str], ...] = ()
    kin: tuple[tuple[Kin, str], ...] = ()
    cause: Cause = Cause.UNKNOWN
    status: Status = Status.UNKNOWN

    def __post_init__(self) -> None:
        """Refuse a record without a list, and dates that are not EDTF."""
        if not (self.record.strip() and self.list.strip()):
            raise BadValue("expected the id of a record and the name of its list")
        for date in (self.born, self.died):
            if date is not None:
                Edtf.parse(date)

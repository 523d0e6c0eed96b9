"""What records tell of each person that tables can be parted by."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from tasjil.journey.estimating.wanted import Stratum
from tasjil.model.edtf import Edtf
from tasjil.model.particulars import Particulars
from tasjil.model.persons import AgeGroup, Sex
from tasjil.model.places import PlaceLevel

NOT_TOLD = -1
Codes = NDArray[np.int64]


def told_by(records: Sequence[Particulars], what: Stratum) -> tuple[Codes, list[str]]:
    """Say what each record tells of one thing: a place in the values, or -1."""
    told = [TELL[what](each) for each in records]
    values = sorted({each for each in told if each is not None})
    place = {value: at for at, value in enumerate(values)}
    codes = [NOT_TOLD if each is None else place[each] for each in told]
    return np.array(codes, np.int64), values


def settled(codes: Codes, labels: NDArray[np.int32], persons: int) -> Codes:
    """Give what most records of each person tell, (persons,); -1 where none has most.

    Example:
        >>> labels = np.array([0, 0, 0, 1, 1, 2], np.int32)
        >>> settled(np.array([4, 4, 7, 4, 7, -1]), labels, 3).tolist()
        [4, -1, -1]
    """
    found = np.full(persons, NOT_TOLD, np.int64)
    known = codes != NOT_TOLD
    if not known.any():
        return found
    width = int(codes.max()) + 1
    pairs = labels[known].astype(np.int64) * width + codes[known]
    each, often = np.unique(pairs, return_counts=True)
    person, code = np.divmod(each, width)
    most = np.zeros(persons, np.int64)
    np.maximum.at(most, person, often)
    first = often == most[person]
    tied = np.bincount(person[first], minlength=persons) > 1
    found[person[first]] = code[first]
    found[tied] = NOT_TOLD
    return found


def _sex(told: Particulars) -> str | None:
    return None if told.sex is Sex.UNKNOWN else str(told.sex)


def _age(told: Particulars) -> str | None:
    group = AgeGroup.UNKNOWN if told.age is None else told.age.group
    return None if group is AgeGroup.UNKNOWN else str(group)


def _place(told: Particulars) -> str | None:
    """Give the governorate, or what lies right below the country."""
    for at in told.where:
        if at.level is PlaceLevel.GOVERNORATE and at.place is not None:
            return str(at.place)
    for at in told.where:
        if len(at.within) > 1:
            return str(at.within[-2])
    return None


def _month(told: Particulars) -> str | None:
    if told.died is None:
        return None
    when = Edtf.parse(told.died)
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return None
    same = (first.year, first.month) == (last.year, last.month)
    return f"{first.year:04}-{first.month:02}" if same else None


TELL: dict[Stratum, Callable[[Particulars], str | None]] = {
    Stratum.SEX: _sex,
    Stratum.AGE: _age,
    Stratum.PLACE: _place,
    Stratum.MONTH: _month,
}

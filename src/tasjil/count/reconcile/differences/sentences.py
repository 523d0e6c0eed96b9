"""Every sentence about a difference, in English; the site has its Arabic."""

from tasjil.count.reconcile.spoken import Spoken
from tasjil.model.tally import Basis


class Says(Spoken):
    """Why two totals differ, with names and numbers."""

    PART_ELSEWHERE = (
        "of the {n} of {name}, {n} are in {list}; the other {n} are elsewhere"
    )
    AREA_INSIDE = (
        "the {n} of {name} are in {list}, which is a part of {list}, the area of the "
        "{n} of {name}"
    )
    AREA_APART = (
        "the {n} of {name} are in {list}, the {n} of {name} in {list}: another area"
    )
    AREA_OVERLAPS = (
        "the {n} of {name} are in {list}, the {n} of {name} in {list}: only a part of "
        "the area is shared"
    )
    AREA_OPEN = (
        "the {n} of {name} are in {list}, the {n} of {name} in {list}: whether that is "
        "one area is not said"
    )
    AREA_NARROW = "the {n} of {name} are in {list} alone, the {n} of {name} in {list}"
    AREA_UNTOLD = (
        "where the {n} of {name} are is not said; the {n} of {name} are in {list}"
    )

    PART_OF_THEM = "of the {n} of {name}, {n} are {who}; the other {n} are not"
    WHO = "the {n} of {name} are {who}, the {n} of {name} are {who}"

    PART_BY_DOER = (
        "of the {n} of {name}, {n} are laid to {words}; the other {n} are not"
    )
    DOERS = "the {n} of {name} are laid to {words}, the {n} of {name} to {words}"
    ONE_DOER = (
        "the {n} of {name} are laid to {words}; to whom the {n} of {name} are laid is "
        "not said"
    )

    # After a name stands a mark that no name has, so that the site can tell them apart.
    PERIOD = "the {n} of {name}: {date}; the {n} of {name}: {date}"
    GOES_ON = "{name} had counted {n} by {date} and {n} by {date}: a count that goes on"
    REVISED = "{name} lowered its count, from {n} by {date} to {n} by {date}"
    COUNTED_UNTIL = (
        "the {n} of {name} were counted until {date}, the {n} of {name} until {date}"
    )
    LOOKED_AGAIN = "{name} stated {n} on {date} and {n} on {date}, of the same days"
    SAME_DAY = (
        "{name} stated {n} and {n} on {date}: a count that goes on can grow in a day"
    )

    BASIS = "the {n} of {name} are {who}; the {n} of {name}: {who}"

    SUM = "the parts of the {n} of {name} add to {n}"
    TOLD_TWICE = "both are the {n} of {name}, passed on"
    ONE_PEOPLE = "one report gives {n} and {n}, told by {name}, for the same people"
    MAY_BE_ONE = "{name}; {name}: both give {n}, and one may be the other, passed on"

    TWO_COUNTS = (
        "{name}; {name}: two counts, and nothing that was said explains the {n} "
        "between them"
    )
    OF_ONE_TELLER = "nothing that {name} said explains the other {n}"
    WRONG_WAY = (
        "by what was said {name} would count fewer than {name}, yet it counts {n} "
        "more: unexplained"
    )


BASES = {
    Basis.VERIFIED: "cases verified one by one",
    Basis.DOCUMENTED: "cases documented one by one",
    Basis.REPORTED: "a figure with no word on how it was counted",
    Basis.ESTIMATED: "an estimate",
}
"""What kind of number a teller gives, in words."""

OF_OTHERS = "a figure of others"

"""Every sentence about a slip, in English; the site has its Arabic."""

from tasjil.count.reconcile.spoken import Spoken


class Says(Spoken):
    """What does not fit, and with what."""

    TOO_FEW = (
        "the parts {list} add to {n}, not {n}: {n} of the whole are in none of them"
    )
    TOO_MANY = "the parts {list} add to {n}, not {n}: {n} too many"
    LARGER = "a part of {n} is larger than its whole of {n}"
    PERCENT = "{n} of {n} is {words} per cent, not {words} per cent"
    CIVILIANS = "{name} says that {n} were civilians, where {name} says persons"
    MAY_BE_CIVILIANS = (
        "{name} says that {n} were civilians, {name} says persons: one of them may "
        "have it wrong"
    )
    OTHER_STATUS = "{name} says of {n} that they were {who}; {name} says {who}"
    OTHER_DAYS = "{name} gives {date} as the time of {n}; {name} gives {date}"
    OTHER_PLACE = "{name} puts {n} in {list}; {name} puts them in {list}"
    HOMONYM = (
        "{name} puts {n} in {name}, {list}; {name} puts them in {name}, {list}: two "
        "places have this name"
    )
    NOT_INSIDE = "a part of {n} is put in {list}, which is not inside {list}"
    WIDER_PLACE = "a part of {n} is put in {list}, which is wider than {list}"
    SWAPPED = (
        "{name} gives {n}; {name} gives {n} for the same day and scope: two digits may "
        "be swapped"
    )
    DROPPED = (
        "{name} gives {n}; {name} gives {n} for the same day and scope: a digit may be "
        "missing or doubled"
    )
    MISTYPED = (
        "{name} gives {n}; {name} gives {n} beside the same other figures: a digit may "
        "be wrong"
    )
    OF_OTHERS = "{name} gives {n} as a figure of others ({words}), not as its own count"
    ROUNDED = "{n}, told by {name}, may be the {n} of {name}, which it passes on"
    CITE_EACH_OTHER = "{name}; {name}: they cite each other for {n}"
    CITE_IN_A_RING = "{list}: they cite each other in a ring for {n}"

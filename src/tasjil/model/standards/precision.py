"""How finely a place or a date is known, on one scale for all codebooks.

Other codebooks number their scales differently; these are ours, with the way to theirs.
"""

from tasjil.model.defined import Defined
from tasjil.model.standards.acled import TimePrecision
from tasjil.model.standards.ucdp import DatePrecision


class TimeGrain(Defined):
    """How finely a date is known, whatever notation it is written in."""

    DAY = "day", "The day is known."
    DAYS = "days", "Known within two to six days."
    WEEK = "week", "Known within seven days."
    MONTH = "month", "Known within eight to thirty-one days."
    YEAR = "year", "Known within more than a month and no more than a year."
    YEARS = "years", "Known within more than a year."
    UNKNOWN = "unknown", "Not told, or open at one end."


UPTO = {
    TimeGrain.DAY: 1,
    TimeGrain.DAYS: 6,
    TimeGrain.WEEK: 7,
    TimeGrain.MONTH: 31,
    TimeGrain.YEAR: 366,
}
"""The most possible days of each grain."""

UCDP = {
    TimeGrain.DAY: DatePrecision.DAY,
    TimeGrain.DAYS: DatePrecision.DAYS,
    TimeGrain.WEEK: DatePrecision.WEEK,
    TimeGrain.MONTH: DatePrecision.MONTH,
    TimeGrain.YEAR: DatePrecision.YEAR,
    TimeGrain.YEARS: None,
    TimeGrain.UNKNOWN: None,
}
"""UCDP has no code for what is not known within a year."""

ACLED = {
    TimeGrain.DAY: TimePrecision.DAY,
    TimeGrain.DAYS: TimePrecision.WEEK,
    TimeGrain.WEEK: TimePrecision.WEEK,
    TimeGrain.MONTH: TimePrecision.MONTH,
    TimeGrain.YEAR: None,
    TimeGrain.YEARS: None,
    TimeGrain.UNKNOWN: None,
}
"""ACLED has no code for what is not known within a month."""


def grain(days: int | None) -> TimeGrain:
    """Name the grain of a date by how many days it can stand for.

    Args:
        days: As `tasjil.model.edtf.Edtf.days` gives it; None where an end is open.

    Example:
        >>> grain(31), UCDP[grain(5)], ACLED[grain(400)]
        (<TimeGrain.MONTH: 'month'>, <DatePrecision.DAYS: 2>, None)
    """
    if days is None:
        return TimeGrain.UNKNOWN
    return next((g for g, most in UPTO.items() if days <= most), TimeGrain.YEARS)

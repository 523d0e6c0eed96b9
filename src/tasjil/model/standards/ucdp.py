"""Codes of the Uppsala Conflict Data Program (UCDP GED), in our own words.

Source: the UCDP Georeferenced Event Dataset and its codebook. An event there needs at
least one direct death in its best, low or high figure.
"""

from tasjil.model.defined import DefinedCode


class ViolenceType(DefinedCode):
    """Type of organised violence (UCDP GED, `type_of_violence`)."""

    STATE_BASED = 1, "Two sides fight, and at least one of them is a government."
    NON_STATE = 2, "Two armed groups fight, and neither is a government."
    ONE_SIDED = 3, "A government or an organised group kills civilians."


class WherePrecision(DefinedCode):
    """How exactly an event's place is known (UCDP GED, `where_prec`)."""

    EXACT = 1, "The place itself is known."
    NEAR = 2, "Within about 25 km of a known point."
    DISTRICT = 3, "Only the second level below the country is known."
    PROVINCE = 4, "Only the first level below the country is known."
    VAGUE = 5, "A stretch of land or a line: a forest, a river, a road."
    COUNTRY = 6, "Only the country is known."
    INTERNATIONAL = 7, "International waters or airspace."


class EventClarity(DefinedCode):
    """Whether an event was told by itself (UCDP GED, `event_clarity`)."""

    CLEAR = 1, "The source tells of this event by itself."
    AGGREGATE = 2, "The source adds up several events."


class DatePrecision(DefinedCode):
    """How exactly an event's date is known (UCDP GED, `date_prec`)."""

    DAY = 1, "The day is known."
    DAYS = 2, "It is known within two to six days."
    WEEK = 3, "The week is known."
    MONTH = 4, "It is known within eight to thirty days, or the month is known."
    YEAR = 5, "It is known within more than a month and less than a year."

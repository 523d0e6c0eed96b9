"""What a column of a list can tell of a person."""

from tasjil.model.defined import Defined
from tasjil.model.particulars import IdKind, Kin
from tasjil.model.places import PlaceLevel


class ColumnMeaning(Defined):
    """What the cells under one header tell."""

    RECORD = "record number", "The list's own number of the row."
    NAME = "name", "The whole name, or as much of it as the list has."
    OTHER_NAME = "other name", "The name again: in another script, spelling or form."
    GIVEN = "given", "The person's own first name alone."
    FATHER = "father", "The father's name."
    GRANDFATHER = "grandfather", "The name of the father's father."
    FAMILY = "family", "The family's name, alone."
    KUNYA = "kunya", "A by-name: Abu Ali, Umm Omar, a nickname, a nom de guerre."
    MOTHER = "mother", "The mother's name."
    SPOUSE = "spouse", "The name of the husband or the wife."
    SEX = "sex", "Man or woman, in any word or sign for it."
    AGE = "age", "Years, months or days lived, or a word for them."
    BORN = "born", "The date of birth, or its year."
    BORN_YEAR = "year of birth", "The year of birth alone."
    BORN_MONTH = "month of birth", "The month of birth alone."
    BORN_DAY = "day of birth", "The day of the month of birth alone."
    DIED = "died", "The date of the death, or of the harm where nobody died."
    DIED_YEAR = "year of death", "The year alone, where the date has a column a part."
    DIED_MONTH = "month of death", "The month alone, as a number or a name."
    DIED_DAY = "day of death", "The day of the month alone."
    PLACE = "place", "Where it happened, however finely the cell tells it."
    NEIGHBOURHOOD = "neighbourhood", "The quarter or street where it happened."
    VILLAGE = "village", "The village or camp where it happened."
    CITY = "city", "The city or town where it happened."
    SUBDISTRICT = "subdistrict", "The subdistrict where it happened."
    DISTRICT = "district", "The district where it happened."
    GOVERNORATE = "governorate", "The governorate or province where it happened."
    COUNTRY = "country", "The country where it happened."
    HOME = "home", "Where the person lived, came from or was born."
    NATIONAL = "national id", "A number of the state: identity card, civil register."
    PASSPORT = "passport", "The number of a passport."
    SERVICE = "service number", "A number of an army, a police, a refugee agency."
    FILE = "file number", "A number of a hospital's or an office's own files."
    CAUSE = "cause", "What the person died of or was harmed by."
    STATUS = "status", "Civilian, fighter, soldier, medic and the like."
    RANK = "rank", "A rank or an occupation; it may tell the status."
    NOTES = "notes", "Anything else in words; kept, not compared."
    SOURCE = "source", "Who told it to the list; kept, not compared."
    IGNORED = "ignored", "Kept as it came, and not compared."


LEVEL_OF: dict[ColumnMeaning, PlaceLevel] = {
    ColumnMeaning.NEIGHBOURHOOD: PlaceLevel.NEIGHBOURHOOD,
    ColumnMeaning.VILLAGE: PlaceLevel.VILLAGE,
    ColumnMeaning.PLACE: PlaceLevel.UNKNOWN,
    ColumnMeaning.CITY: PlaceLevel.CITY,
    ColumnMeaning.SUBDISTRICT: PlaceLevel.SUBDISTRICT,
    ColumnMeaning.DISTRICT: PlaceLevel.DISTRICT,
    ColumnMeaning.GOVERNORATE: PlaceLevel.GOVERNORATE,
    ColumnMeaning.COUNTRY: PlaceLevel.COUNTRY,
}
"""Columns of places, the finest first, and the level of the place they name."""

ID_OF: dict[ColumnMeaning, IdKind] = {
    ColumnMeaning.NATIONAL: IdKind.NATIONAL,
    ColumnMeaning.PASSPORT: IdKind.PASSPORT,
    ColumnMeaning.SERVICE: IdKind.SERVICE,
    ColumnMeaning.FILE: IdKind.FILE,
}
"""Columns of numbers that somebody was given, and their kinds."""

KIN_OF: dict[ColumnMeaning, Kin] = {
    ColumnMeaning.FATHER: Kin.FATHER,
    ColumnMeaning.GRANDFATHER: Kin.GRANDFATHER,
    ColumnMeaning.MOTHER: Kin.MOTHER,
    ColumnMeaning.SPOUSE: Kin.SPOUSE,
}
"""Columns of relatives, and how they are related."""

DATES = frozenset({ColumnMeaning.BORN, ColumnMeaning.DIED})

PARTS_OF_DATES: dict[ColumnMeaning, tuple[ColumnMeaning, ...]] = {
    ColumnMeaning.BORN: (
        ColumnMeaning.BORN_DAY,
        ColumnMeaning.BORN_MONTH,
        ColumnMeaning.BORN_YEAR,
    ),
    ColumnMeaning.DIED: (
        ColumnMeaning.DIED_DAY,
        ColumnMeaning.DIED_MONTH,
        ColumnMeaning.DIED_YEAR,
    ),
}
"""Day, month and year of a date that has columns for them."""

NAMES = (
    ColumnMeaning.GIVEN,
    ColumnMeaning.FATHER,
    ColumnMeaning.GRANDFATHER,
    ColumnMeaning.FAMILY,
)
"""Columns of one part of a name, in the order that the parts are put together."""

MANY = frozenset(
    {
        *(ColumnMeaning.OTHER_NAME, ColumnMeaning.KUNYA, ColumnMeaning.HOME),
        *(ColumnMeaning.PLACE, ColumnMeaning.NOTES, ColumnMeaning.SOURCE),
        *(ColumnMeaning.IGNORED, ColumnMeaning.FILE, ColumnMeaning.SERVICE),
        *(ColumnMeaning.CAUSE, ColumnMeaning.STATUS, ColumnMeaning.RANK),
        *(ColumnMeaning.SPOUSE, ColumnMeaning.NEIGHBOURHOOD, ColumnMeaning.VILLAGE),
        *(ColumnMeaning.CITY, ColumnMeaning.SUBDISTRICT, ColumnMeaning.DISTRICT),
        *(ColumnMeaning.GOVERNORATE, ColumnMeaning.COUNTRY, ColumnMeaning.PASSPORT),
        *(ColumnMeaning.GIVEN, ColumnMeaning.FAMILY),
    }
)
"""Meanings that several columns of one list may have."""

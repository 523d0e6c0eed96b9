"""Words for the victims a total counts, each with its Arabic on the site."""

from tasjil.model.persons import AgeGroup, Sex, Status

EVERYBODY = "people of any status"

FIGHTING = "members of armed forces and fighters"
SEVERAL = "people of several statuses"

STATUSES = {
    Status.CIVILIAN: "civilians",
    Status.OTHER_PROTECTED: "other protected persons",
    Status.ARMED_FORCES: "members of armed forces",
    Status.DIRECT_PARTICIPANT: "fighters",
    Status.UNKNOWN: EVERYBODY,
}

PERSONS = {
    (Sex.MAN, AgeGroup.UNKNOWN): "men",
    (Sex.MAN, AgeGroup.ADULT): "men",
    (Sex.MAN, AgeGroup.CHILD): "boys",
    (Sex.WOMAN, AgeGroup.UNKNOWN): "women",
    (Sex.WOMAN, AgeGroup.ADULT): "women",
    (Sex.WOMAN, AgeGroup.CHILD): "girls",
    (Sex.UNKNOWN, AgeGroup.CHILD): "children",
    (Sex.UNKNOWN, AgeGroup.ADULT): "adults",
}


def status_words(status: Status) -> str:
    """Say a status in the plural.

    Example:
        >>> status_words(Status.CIVILIAN), status_words(Status.UNKNOWN)
        ('civilians', 'people of any status')
    """
    return STATUSES[status]


def who_words(
    status: Status, sex: Sex = Sex.UNKNOWN, age_group: AgeGroup = AgeGroup.UNKNOWN
) -> str:
    """Say whom a total counts: by sex or age where it has one, else by status.

    Example:
        >>> who_words(Status.CIVILIAN, age_group=AgeGroup.CHILD)
        'children'
        >>> who_words(Status.CIVILIAN)
        'civilians'
    """
    return PERSONS.get((sex, age_group), STATUSES[status])

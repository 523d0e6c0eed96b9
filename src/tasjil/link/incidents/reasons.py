"""Why claims are held to be of one incident, in words that name nobody.

Each has its Arabic among the sentences of the site.
"""

ONE_CLAIM = "one claim tells of it"
ONE_BREATH = "the report speaks of the same victims, or of all in one breath"
SAME_WORDS = "the reports tell it in the same words"

# After a place and a time.
SAME_PERSON = "same place and day, and they name the same person"
SAME_NUMBER = "same place and day, and the same number"
SAME_DAY = "same place and day"
A_DAY_FITS = "one day of the span fits"
DAYS_FIT = "same place, and the days fit"
SAME_TELLER = "same first teller, same number, and the days fit"
WIDER_PLACE = "a wider place, and number, name or first teller are the same"
NEAR_WORDS = "the reports tell it in nearly the same words"
FULL_NAME = "they name the same person in full"
KEPT_APART = "kept apart, could be another event"

BODIES = "bodies were found at this place and time: they may be the same people"
KILLED = "people were killed at this place and time: they may be the same people"

PEOPLE_SAY_ONE = "a person holds that these claims tell of one incident"
PEOPLE_SAY_TWO = "kept apart: a person holds them to be different"
PEOPLE_DISAGREE = "kept apart: people's words on these claims contradict each other"

OF_ANOTHER = (KEPT_APART, BODIES, KILLED, PEOPLE_SAY_TWO, PEOPLE_DISAGREE)
"""Those that tell of another incident, which may be one that nobody may see."""

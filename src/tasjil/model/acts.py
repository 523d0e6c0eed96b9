"""What was done to people, at which level it is told, and how firmly."""

from tasjil.model.defined import Defined


class Act(Defined):
    """The act: what happened to the victims.

    One victim can suffer many acts, and none of them outranks another (HRDAG, *Who
    did what to whom?*): an abduction is kept beside the killing that followed it.
    """

    KILLED = "killed", "People died of it, at once or later of their wounds."
    BODIES_FOUND = (
        "bodies found",
        "Bodies were found; how and when these people died may not be told.",
    )
    INJURED = "injured", "People were wounded in body and lived, as far as is told."
    MISSING = "missing", "Nobody who tells knows where they are, or who took them."
    ABDUCTED = (
        "abducted",
        "They were taken by force by somebody without the power to arrest.",
    )
    DETAINED = (
        "detained",
        "An authority, or a force acting as one, arrested or holds them.",
    )
    TORTURED = "tortured", "Severe pain was caused on purpose to people who were held."
    SEXUAL_VIOLENCE = (
        "sexual violence",
        "Rape or another sexual act by force or threat.",
    )
    DISPLACED = "displaced", "They had to leave their homes."


class Level(Defined):
    """How wide a claim reaches. Only the first two are ever added up."""

    INDIVIDUAL = "individual", 'About particular persons: "her son, 25".'
    INCIDENT = "incident", 'A number for one event: "13 killed in an ambush".'
    AGGREGATE = (
        "aggregate",
        "A total over a period or an area. Never added to anything.",
    )


class Stance(Defined):
    """How the one who tells stands to what is told."""

    STATED = "stated", "Told as a fact, with no word on how it is known."
    WITNESSED = "witnessed", "The teller was there or saw it."
    VERIFIED = (
        "verified",
        "The teller says it was checked: verified, documented, confirmed.",
    )
    ALLEGED = "alleged", "Told with distance: allegedly, reportedly, claims that."
    ESTIMATED = "estimated", "Told as an estimate or a belief, not as a count."
    DENIED = "denied", "The teller says that it did not happen."
    FEARED = "feared", "Told as a fear or an expectation: feared dead."


class PerpetratorStance(Defined):
    """How firmly, and by whom, somebody is held to have done it."""

    NAMED = "named", "Told as a fact that they did it."
    ALLEGED = "alleged", "Told with distance: allegedly, suspected, believed to be."
    ACCUSED = "accused", "Somebody accuses, blames or holds them responsible."
    CLAIMED = "claimed", "They say themselves that they did it."
    DENIED = "denied", "They, or somebody for them, say they did not."
    UNKNOWN = "unknown", "Nobody is named."

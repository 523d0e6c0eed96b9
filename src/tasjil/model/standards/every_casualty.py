"""Rules of casualty recording on sources, statuses and values, in our own words.

Source: Every Casualty, Standards for Casualty Recording (2016). Its five ways to treat
sources that disagree are `tasjil.model.scope.Disagreement`.
"""

from tasjil.model.defined import Defined


class StatusRule(Defined):
    """How a team decides a victim's status where sources disagree."""

    RANGE = "range", "Publish both: the fewest and the most who may be civilians."
    MAJORITY = "majority of sources", "Follow what most independent sources say."
    HIERARCHY = "source hierarchy", "Follow the source that the codebook ranks first."
    DISCUSSION = "team discussion", "The team talks it over and writes down why."


class ValueState(Defined):
    """Where one value of a record stands."""

    ASSERTED = "asserted", "A source says so; nobody has judged it."
    PENDING = "pending", "Somebody is looking into it; it is not to be used yet."
    ACCEPTED = "accepted", "A person judged it and holds that it is right."


class Absence(Defined):
    """Why a value is not there: four different facts."""

    UNKNOWN = "unknown", "Somebody looked or asked, and it could not be known."
    NOT_RECORDED = "not recorded", "The source does not say; nobody may have asked."
    WITHHELD = "withheld", "It is known, and kept back to protect somebody."
    NOT_APPLICABLE = "not applicable", "It cannot have a value here."


class FigureLabel(Defined):
    """What must stand beside every published number."""

    VERIFIED = (
        "verified",
        "It meets the standard of proof that is named, with a second signature.",
    )
    FLOOR = "lowest credible", "The lowest figure that credible sources allow."
    CEILING = "highest credible", "The highest figure that credible sources state."
    REPORTED = "reported, not assessed", "What was told, before anybody judged it."
    ESTIMATED = (
        "estimated",
        "Inferred for those nobody documented; never added to the others.",
    )


class Corroboration(Defined):
    """How many origins stand behind one finding.

    Ten outlets that pass on one statement are one origin.
    """

    NONE = "uncorroborated", "One origin, told once."
    RELAYED = "relayed", "One origin, passed on by others: still one source."
    INDEPENDENT = (
        "independent sources",
        "Two or more origins that did not hear it from each other.",
    )
    DIRECT = (
        "direct evidence",
        "Something that can be examined: a body, a document, a verified picture.",
    )
    CONTRADICTED = "contradicted", "A credible origin tells it otherwise."

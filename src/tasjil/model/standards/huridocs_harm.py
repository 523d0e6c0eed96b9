"""Lists of HURIDOCS for killings and for what became of victims, in our own words.

Source: HURIDOCS, Events Standard Formats and micro-thesauri (2001), whose keepers say
to use a portion and adapt it.
"""

from tasjil.model.defined import Defined


class VictimStatus(Defined):
    """What state the victim was in after the act (HURIDOCS)."""

    DEAD = "dead", "Died of the act or after it."
    INJURED_ONGOING = (
        "injured: ongoing",
        "Injured, and still under treatment or in danger.",
    )
    INJURED_SLIGHT = "injured: slight", "Injured, and healed or soon to heal."
    INJURED_PERMANENT = "injured: permanent", "Injured for life."
    MISSING = "missing", "Nobody who tells knows where they are."
    FOUND_FREE = "found alive: free", "Was missing or held, and is free."
    FOUND_HELD = "found alive: held", "Was missing, and is known to be held."
    UNKNOWN = "unknown", "Not told."


class KillingMethod(Defined):
    """By what means somebody was killed (HURIDOCS)."""

    SHOOTING = "shooting", "With a firearm."
    BEATING = "beating", "With blows, by hand or with an object."
    BLADE = "blade", "With a knife, an axe or another edge."
    ASPHYXIATION = (
        "asphyxiation",
        "By taking the breath: strangling, hanging, drowning, smothering.",
    )
    BURNING = "burning", "By fire."
    BOMBING = "bombing", "By something that explodes, dropped, fired or planted."
    STARVATION = "starvation", "By withholding food or water."
    POISON = "poison", "By poison."
    MEDICAL_EXPERIMENT = "medical experiment", "By experiments on people."
    OTHER = "other", "By a means that is not on this list."


class KillingAct(Defined):
    """What kind of killing it was (HURIDOCS)."""

    SUMMARY_EXECUTION = "summary execution", "By order, after a trial that was none."
    EXTRAJUDICIAL_EXECUTION = (
        "extrajudicial execution",
        "On purpose, by officials or with their consent, with no trial.",
    )
    POLITICAL_NON_STATE = (
        "political killing by a non-state group",
        "For political reasons, by a group that is no state.",
    )
    MURDER = "murder", "On purpose, for private ends."
    COMBATANTS = "between combatants", "Of a fighter by a fighter, in combat."
    NON_COMBATANT = (
        "deliberate killing of a non-combatant",
        "On purpose, in war, of somebody who did not fight.",
    )
    CROSSFIRE = "crossfire", "Between two sides that were shooting at each other."
    MASSACRE = "massacre", "Of many people together who could not defend themselves."
    INDISCRIMINATE = (
        "indiscriminate attack",
        "By an attack that did not tell fighters from others.",
    )
    CROWD_CONTROL = "crowd control", "While a crowd was being driven back or apart."
    IN_CUSTODY = "in custody", "While held by police, army or another force."
    IN_CAMP = "in a camp", "While held in a camp or sheltering in one."
    IN_TRANSPORT = "in transport", "While being moved from one place to another."
    UNEXPLAINED = "unexplained", "In a way that nobody has explained."
    ATTEMPTED = "attempted", "Somebody tried to kill and did not succeed."
    TORTURE = "consequence of torture", "Of torture, at once or later."
    NEGLECT = "negligence or denial of care", "Because care was withheld or neglected."
    MISTAKEN = "mistaken target", "Instead of somebody else."


class Autopsy(Defined):
    """Whether and by whom the body was examined (HURIDOCS)."""

    PROFESSIONAL = (
        "by a medical professional",
        "A doctor or pathologist examined the body.",
    )
    INFORMAL = (
        "informal examination",
        "Somebody without that training looked at the body.",
    )
    NONE = "none", "Nobody examined it."
    UNKNOWN = "unknown", "Not told."


class DeathCertificate(Defined):
    """Whether there is a death certificate, and who has seen it (HURIDOCS)."""

    HELD = "exists and held", "There is one, and a copy is on file."
    SEEN = "seen by a reliable witness", "There is one; somebody reliable saw it."
    NOT_AVAILABLE = "exists but not available", "There is one; nobody could see it."
    NONE = "none", "There is none."
    UNKNOWN = "unknown", "Not told."

"""Grades and lists of Airwars for harm to civilians, in our own words.

Source: Airwars' published methodology and archive.
"""

from tasjil.model.defined import Defined


class Grade(Defined):
    """How well harm by one belligerent is established (Airwars)."""

    CONFIRMED = "confirmed", "A belligerent accepted responsibility."
    FAIR = (
        "fair",
        "Two or more credible sources, and a likely or confirmed action by that "
        "belligerent nearby.",
    )
    WEAK = "weak", "A single source."
    CONTESTED = "contested", "Sources hold different parties responsible."
    DISCOUNTED = (
        "discounted",
        "Those killed were combatants, or another party is most likely responsible.",
    )


class StrikeStatus(Defined):
    """Who says that there was a strike at all (Airwars)."""

    DECLARED = "declared", "A belligerent said that it struck there."
    LIKELY = "likely", "Sources agree on who struck; nobody has said so themselves."


class BelligerentRole(Defined):
    """How firmly a belligerent is tied to the harm (Airwars)."""

    SUSPECTED = "suspected", "Sources name it, and it does not take responsibility."
    KNOWN = "known", "It accepted this, or nobody else could have done it."

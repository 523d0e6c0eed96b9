"""How digital material is gathered and kept so that a court can trust it.

Source: Berkeley Protocol on Digital Open Source Investigations (HR/PUB/20/2), in our
own words.
"""

from tasjil.model.defined import Defined


class CopyKind(Defined):
    """What a copy is for (Berkeley Protocol)."""

    EVIDENTIARY = "evidentiary copy", "Kept as it was captured; nobody works on it."
    WORKING = "working copy", "For reading, marking and comparing."


class Phase(Defined):
    """The step of an investigation that something belongs to (Berkeley Protocol)."""

    INQUIRY = "inquiry", "Looking for what there is."
    ASSESSMENT = (
        "assessment",
        "Judging whether something is worth collecting, and safe to.",
    )
    COLLECTION = "collection", "Capturing it with where, when and by whom."
    PRESERVATION = "preservation", "Keeping it so that it stays what it was."
    VERIFICATION = "verification", "Testing the source and what it says."
    ANALYSIS = "analysis", "Drawing conclusions from it."


class Preservation(Defined):
    """A property that kept material must not lose (Berkeley Protocol)."""

    AUTHENTICITY = "authenticity", "It can be shown to be unchanged."
    AVAILABILITY = "availability", "It can be found and fetched."
    IDENTITY = "identity", "It can be told from every other piece."
    PERSISTENCE = "persistence", "Its bits are still there and whole."
    RENDERABILITY = "renderability", "It can be shown or played."
    UNDERSTANDABILITY = "understandability", "A reader can make out what it means."

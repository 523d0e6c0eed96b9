"""What a person allowed to be done with what they told.

Source: put together from the ICRC's standards for protection work (2018), the Murad
Code (2022) and the Berkeley Protocol. Consent to one use is not consent to another.
"""

from tasjil.model.defined import Defined


class ConsentUse(Defined):
    """A use that a person can allow or refuse."""

    INTERNAL = (
        "internal",
        "The team may use it in its own work, and show it to nobody else.",
    )
    COURT = "share with court", "It may go to a court or a prosecutor."
    UN = "share with UN", "It may go to a body of the United Nations."
    ANONYMISED = (
        "publish anonymised",
        "It may be published without anything that tells who the person is.",
    )
    NAME = "publish name", "It may be published with the person's name."
    MEDIA = "media", "Journalists may have it, and may contact the person."


class ConsentMeans(Defined):
    """How consent was given."""

    WRITTEN = "written", "The person signed."
    SPOKEN = "spoken", "The person said so, and it was noted at once."
    RECORDED = "recorded", "The person said so in a recording that is kept."


class ConsentState(Defined):
    """Where consent stands now."""

    GIVEN = "given", "The person allowed this use."
    REFUSED = "refused", "The person was asked and said no."
    WITHDRAWN = "withdrawn", "The person allowed it once, and no longer does."
    NOT_ASKED = "not asked", "Nobody has asked; nothing may be done that needs it."

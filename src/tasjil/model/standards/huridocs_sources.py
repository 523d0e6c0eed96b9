"""The HURIDOCS list of what information can be written or spoken on, in our own words.

Source: HURIDOCS, Events Standard Formats and micro-thesauri (2001), whose keepers say
to use a portion and adapt it.
"""

from tasjil.model.defined import Defined


class SourceMaterial(Defined):
    """What the information came on (HURIDOCS, a portion)."""

    INTERVIEW = "interview", "Notes or a recording of a talk held for this purpose."
    AFFIDAVIT = "affidavit", "A statement sworn before an official."
    VICTIM_TESTIMONY = "victim testimony", "A victim's own account."
    WITNESS_TESTIMONY = "witness testimony", "A witness's own account."
    LETTER = "letter", "A letter or written message."
    PHONE_CALL = "phone call", "A call, noted down or recorded."
    PHOTO = "photo", "A photograph."
    VIDEO = "video", "Moving pictures."
    AUDIO = "audio", "A recording of sound alone."
    PRESS = "press", "A printed or online newspaper, magazine or agency."
    BROADCAST = "broadcast", "Radio or television."
    LEAFLET = "leaflet", "A leaflet, poster or pamphlet."
    GOVERNMENT_RELEASE = (
        "government press release",
        "A statement by a government office.",
    )
    NGO_RELEASE = (
        "NGO press release",
        "A statement by an organisation that is not a state's.",
    )
    PERPETRATOR_RELEASE = (
        "perpetrator press release",
        "A statement by those who say they did it, or are said to have.",
    )
    COURT_RECORD = "court record", "A file, protocol or judgment of a court."
    AUTOPSY = "autopsy report", "The findings of an autopsy."
    PHYSICIAN_EXAM = (
        "physician's examination",
        "A doctor's findings on a living person.",
    )
    CHEMICAL_ANALYSIS = "chemical analysis", "The findings of a laboratory."
    SURVEY = "survey", "Answers to the same questions by many people."
    TRANSLATION = "translation", "A translation of something that was not seen itself."
    OTHER = "other", "Something that is not on this list."

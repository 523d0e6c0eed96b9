"""What an incident is called in a list: act, place and time; it has no other name."""

from markupsafe import Markup

from tasjil.journey.board import IncidentLine
from tasjil.publish.edition import Edition


def place_words(say: Edition, line: IncidentLine) -> Markup:
    """Name the place of an incident."""
    if line.place is not None:
        return say.place(line.place)
    if line.place_text:
        return say.explained(line.place_text)
    return say.say("place.unknown")


def title_of(say: Edition, line: IncidentLine) -> Markup:
    """Name an incident by act, place and time."""
    return say.say(
        "incident.title",
        act=say.event(line.act),
        place=place_words(say, line),
        date=say.date(line.edtf),
    )

"""Says any value of a claim in the page's language, for two that stand side by side."""

from enum import Enum
from typing import Any

from markupsafe import Markup

from tasjil.model.claim import Perpetrator, Teller, When
from tasjil.model.persons import VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity
from tasjil.publish.edition import Edition
from tasjil.publish.outside import told
from tasjil.publish.phrases import number


def shown_value(say: Edition, value: Any) -> Markup:
    """Say a value, of whichever field."""
    match value:
        case None:
            return Markup("–")
        case bool() | int():
            return _plain(value)
        case Enum():
            return say.word(value)
        case Quantity():
            return say.range(value.low, value.high)
        case When():
            return say.date(value.edtf)
        case Where():
            return say.where(value)
        case Perpetrator() | Teller():
            return told(value.text)
        case VictimGroup():
            return victims(say, value)
        case tuple() | list():
            return say.listed(shown_value(say, each) for each in value)
        case _:
            return told(str(value))


def _plain(value: int) -> Markup:
    if isinstance(value, bool):
        return Markup("✓" if value else "–")
    return Markup(number(value))


def victims(say: Edition, value: VictimGroup) -> Markup:
    """Say who was harmed, by what two people most often code differently."""
    words = [told(each) for each in (*value.names, value.text) if each]
    return say.listed([*words, say.word(value.status)])

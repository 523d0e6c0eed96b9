"""What a request to a desk carries: who asks, of which case, in which language."""

from django.http import HttpRequest

from tasjil.journey.case import Case
from tasjil.journey.opening import Seat
from tasjil.model.languages import Language
from tasjil.web.page.words import Words
from tasjil.web.seats.seated import Note, Seated


class DeskRequest(HttpRequest):
    """A request of somebody who has sat down; the entrance sets what it carries.

    Attributes:
        seated: The visit.
        case: The case, as its files say it now.
        language: Of the page, from its address.
        t: The words of that language.
        is_part: Asked by a page for one part of itself.
        seat: The register of whoever asks, held open: a key to every journey.
    """

    seated: Seated
    seat: Seat
    case: Case
    language: Language
    t: Words
    is_part: bool


def tell(
    request: DeskRequest, words: str, undo: str | None = None, **fields: str
) -> None:
    """Tell something on the next page, perhaps with a way to take it back.

    Args:
        request: Whose page.
        words: What to tell: in the language of the page, or as an error says it.
        undo: Where a form takes it back.
        fields: What that form sends.
    """
    said = request.t.sentence(words)
    request.seated.notes.append(Note(said, undo, tuple(fields.items())))

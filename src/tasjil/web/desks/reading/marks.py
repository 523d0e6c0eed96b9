"""Lays claims over a report's text so that a person can point at them and select."""

from collections.abc import Sequence

from markupsafe import Markup

from tasjil.publish.addresses import anchor
from tasjil.publish.marks import Piece, pieces
from tasjil.publish.outside import shown
from tasjil.register.desk.shelf import Outline


def marked(text: str, claims: Sequence[Outline], note: str) -> Markup:
    """Write a report's text with its claims marked and numbered from 1.

    Every stretch says at which character of the text it begins, so that what somebody
    selects can be found in the text again; the numbers are drawn by the style sheet
    and are no part of what is selected.

    Args:
        text: The report's text.
        claims: Its claims, in the order of their numbers.
        note: What a screen reader says before a claim's number ("claim").
    """
    spans = [(claim.start, claim.end) for claim in claims]
    written = (_piece(text, each, claims, note) for each in pieces(len(text), spans))
    return Markup("").join(written)


def _piece(text: str, piece: Piece, claims: Sequence[Outline], note: str) -> Markup:
    words = whole(text[piece.start : piece.end])
    if not piece.claims:
        return Markup('<span data-at="{}">{}</span>').format(str(piece.start), words)
    numbers = Markup("").join(
        _number(claims[n], n + 1, note) for n in piece.begins if n in piece.claims
    )
    return Markup('<mark class="d{}" data-at="{}" data-c="{}">{}{}</mark>').format(
        str(min(len(piece.claims), 3)),
        str(piece.start),
        " ".join(str(n + 1) for n in piece.claims),
        numbers,
        words,
    )


def whole(words: str) -> Markup:
    r"""Write words so that a browser keeps each character of them.

    Example:
        >>> whole("a\r\nb")
        Markup('a&#13;\nb')
    """
    return Markup(str(shown(words)).replace("\r", "&#13;"))


def _number(claim: Outline, number: int, note: str) -> Markup:
    """Write a claim's number where its words begin; it leads to its fields."""
    return Markup(
        '<a class="claim-number" id="{}" href="#{}" data-n="{}" aria-label="{} {}"></a>'
    ).format(
        anchor("c", claim.id), anchor("l", claim.id), str(number), note, str(number)
    )


def around(text: str, start: int, end: int, reach: int = 90) -> tuple[str, str]:
    """Give some words before and after a passage, cut where a word ends.

    Example:
        >>> around("One two three four five.", 8, 13, 5)
        ('… two ', ' four…')
    """
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    if start > reach:
        before = "…" + before[max(0, before.find(" ")) :]
    if end + reach < len(text):
        cut = after.rfind(" ")
        after = (after[:cut] if cut > 0 else after) + "…"
    return before, after


def fields_marked(
    quote: str, start: int, spans: dict[str, tuple[int, int]]
) -> list[tuple[Markup, tuple[str, ...]]]:
    """Cut a passage where its fields were read; each stretch names its fields.

    Example:
        >>> fields_marked("Two were killed.", 10, {"quantity": (10, 13)})
        [(Markup('Two'), ('quantity',)), (Markup(' were killed.'), ())]
    """
    names = [
        name for name, (a, b) in spans.items() if a < start + len(quote) and b > start
    ]
    inside = [
        (max(0, spans[name][0] - start), min(len(quote), spans[name][1] - start))
        for name in names
    ]
    return [
        (whole(quote[each.start : each.end]), tuple(names[n] for n in each.claims))
        for each in pieces(len(quote), inside)
    ]

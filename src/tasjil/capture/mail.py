"""A letter (.eml): its words, and what its envelope says."""

import email
import email.policy
import email.utils
from email.message import EmailMessage

from tasjil.capture.dates import Day
from tasjil.capture.decoding import decode
from tasjil.capture.extract import Extract, said_of
from tasjil.capture.headers import Headers, language_code
from tasjil.capture.webpage import read_markup
from tasjil.errors import CannotCapture

_SIGNS = ("from", "date", "subject", "to", "received", "message-id")


def read_mail(data: bytes) -> Extract:
    """Read a letter: its plain words, else its page; attachments are only counted.

    Raises:
        CannotCapture: It has no envelope, or no words.
    """
    letter = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(letter, EmailMessage) or not any(
        sign in letter for sign in _SIGNS
    ):
        raise CannotCapture(
            "it has no e-mail headers (From, Date, Subject); save the message again "
            "from the mail programme, or rename it to .txt"
        )
    body = letter.get_body(("plain", "html"))
    if body is None:
        raise CannotCapture(
            "the letter has no words of its own, only attachments; save them as files "
            "and capture those"
        )
    raw = body.get_payload(decode=True)
    decoded = decode(raw if isinstance(raw, bytes) else b"", body.get_content_charset())
    is_page = body.get_content_subtype() == "html"
    text = read_markup(decoded.text).text if is_page else decoded.text
    return Extract(text, _headers(letter).over(said_of(decoded)))


def _headers(letter: EmailMessage) -> Headers:
    attached = sum(1 for _ in letter.iter_attachments())
    notes = (
        (f"attachments not read: {attached}; save them as files",) if attached else ()
    )
    return Headers(
        title=_line(letter, "subject"),
        publisher=_line(letter, "organization") or _sender(letter),
        published=_date(letter),
        url=_address(_line(letter, "archived-at")),
        language=language_code(_line(letter, "content-language") or ""),
        notes=notes,
    )


def _line(letter: EmailMessage, name: str) -> str | None:
    value = letter.get(name)
    return " ".join(str(value).split()) or None if value is not None else None


def _sender(letter: EmailMessage) -> str | None:
    name, address = email.utils.parseaddr(_line(letter, "from") or "")
    return name or address or None


def _date(letter: EmailMessage) -> str | None:
    """The day as the sender's clock had it; a broken date is no date."""
    try:
        when = email.utils.parsedate_to_datetime(_line(letter, "date") or "")
    except (ValueError, TypeError, IndexError):
        return None
    return Day(when.month, when.day, when.year).edtf


def _address(words: str | None) -> str | None:
    words = (words or "").strip("<>")
    return words if words.startswith(("http://", "https://")) else None

"""What a file gives once it is opened: its text and what it says about itself."""

from dataclasses import dataclass

from tasjil.capture.codepages import Decoded
from tasjil.capture.headers import Headers


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file and the headers found in it."""

    text: str
    headers: Headers = Headers()


def said_of(decoded: Decoded) -> Headers:
    """Say in the headers that an encoding was worked out, where it was."""
    if decoded.note is None:
        return Headers()
    return Headers(guessed=("encoding",), notes=(decoded.note,))

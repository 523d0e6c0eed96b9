"""What a file gives once it is opened: its text and what it says about itself."""

from dataclasses import dataclass

from tasjil.capture.headers import Headers


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file and the headers found in it."""

    text: str
    headers: Headers = Headers()

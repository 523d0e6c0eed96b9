"""Plain text and Markdown, kept to the letter."""

from tasjil.capture.decoding import decode
from tasjil.capture.extract import Extract, said_of
from tasjil.capture.frontmatter import split_front_matter


def read_plain(data: bytes) -> Extract:
    r"""Read a text; without front matter it is the whole file, letter for letter.

    Example:
        >>> read_plain(b"One was killed.\r\nTwo were hurt.\n").text
        'One was killed.\nTwo were hurt.\n'
    """
    decoded = decode(data)
    headers, body = split_front_matter(decoded.text)
    return Extract(body, headers.over(said_of(decoded)))

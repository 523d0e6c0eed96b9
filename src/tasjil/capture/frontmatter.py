"""The block between two --- lines on top of a file, one `key: value` on each line."""

import re

from tasjil.capture.headers import Headers, field_of, from_pairs

_MOST_LINES = 80
_PAIR = re.compile(r"([^\W\d_][\w\u064b-\u0652 \-]{0,40}?)\s*[:：]\s*(.*)")


def split_front_matter(text: str) -> tuple[Headers, str]:
    r"""Part a text from its front matter; a text without one comes back whole.

    It is no YAML and runs no code: a line is `key: value` or it is left out with a
    note. A text that merely begins with a rule (---) is left alone.

    Example:
        >>> headers, body = split_front_matter("---\nالناشر: Lumenia Daily\n---\nOne.")
        >>> headers.publisher, body
        ('Lumenia Daily', 'One.')
        >>> split_front_matter("---\nNo keys.\n---\nOne.")[1]
        '---\nNo keys.\n---\nOne.'
    """
    found = _block(text)
    if found is None:
        return Headers(), text
    lines, body = found
    pairs: list[tuple[str, str]] = []
    odd: list[str] = []
    for number, line in enumerate(lines, start=2):
        pair = _PAIR.fullmatch(line.strip())
        if pair:
            pairs.append((pair[1].strip(), _unquoted(pair[2].strip())))
        elif line.strip():
            odd.append(f"line {number} of the front matter is not `key: value`")
    if not any(field_of(key) for key, _ in pairs):
        return Headers(), text
    return from_pairs(pairs, "front matter").over(Headers(notes=tuple(odd))), body


def _block(text: str) -> tuple[list[str], str] | None:
    if not text.startswith("---"):
        return None
    at = 0
    lines: list[str] = []
    for number in range(_MOST_LINES):
        end = text.find("\n", at)
        line = text[at:] if end < 0 else text[at:end]
        if number == 0 and line.rstrip() != "---":
            return None
        if number > 0 and line.rstrip() == "---":
            return lines, "" if end < 0 else text[end + 1 :]
        if number > 0:
            lines.append(line)
        if end < 0:
            return None
        at = end + 1
    return None


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value

"""File names as they may be shown: nothing in them can turn a line around or end it."""

import unicodedata

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_LONGEST = 200


def shown(name: str) -> str:
    r"""Make a file name safe to print: hidden characters are spelled out.

    A name can hold a line break, or a mark that makes "gnp.exe" read "exe.png".

    Example:
        >>> shown("list\u202etxt.exe")
        'list\\u202etxt.exe'
    """
    safe = "".join(
        f"\\u{ord(c):04x}" if unicodedata.category(c) in _HIDDEN else c for c in name
    )
    return safe if len(safe) <= _LONGEST else safe[:_LONGEST] + "…"


def storable(name: str) -> str:
    """Keep a name exactly, unless it cannot be written down in UTF-8.

    Example:
        >>> storable("a.txt")
        'a.txt'
    """
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return shown(name)
    return name

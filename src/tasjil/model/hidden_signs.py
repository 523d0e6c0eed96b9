"""Characters that nobody sees and that reorder a line, and how they are shown.

Bidi overrides and isolates, control characters and tags are shown by their code; the
joiners and marks that ordinary Arabic and Persian need stay.
"""

import re

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
"""One such character."""


def visible(text: str) -> str:
    r"""Write hidden and reordering characters as their codes.

    Example:
        >>> visible("cod\u202etxt.exe")
        'cod[U+202E]txt.exe'
    """
    return HIDDEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)

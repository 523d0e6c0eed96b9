"""The names of figures: readable paths that stay the same from build to build."""

import re
from functools import lru_cache
from hashlib import sha256

from tasjil.model.acts import Act
from tasjil.model.ids import FigureId

_NOT_WORD = re.compile(r"[^\w]+")
LONGEST = 60


@lru_cache(maxsize=200_000)
def slug(text: str) -> str:
    """Write words as one part of a path, in any script.

    Long words are cut, with a digest so that two of them stay two.

    Example:
        >>> slug("Government forces"), slug("2025-03-07/2025-03-09")
        ('government-forces', '2025-03-07--2025-03-09')
    """
    plain = text.casefold().replace("/", "--").replace("..", "open")
    parts = (_NOT_WORD.sub("-", part).strip("-") for part in plain.split("--"))
    path = "--".join(parts) or "none"
    if len(path) <= LONGEST:
        return path
    return f"{path[:LONGEST]}-{sha256(path.encode()).hexdigest()[:6]}"


def figure_id(act: Act, *more: str) -> FigureId:
    """Name an act's figure, or a row of it.

    Example:
        >>> figure_id(Act.KILLED), figure_id(Act.KILLED, "day", "2025-03-07")
        ('killed', 'killed/day/2025-03-07')
    """
    return FigureId("/".join((slug(act), *(slug(each) for each in more))))

"""Lists of words kept as plain text, so that anybody can add one."""

from functools import cache
from importlib.resources import files


@cache
def word_lists(folder: str, name: str) -> dict[str, frozenset[str]]:
    """Read the sections of a word file: `[name]` lines, then words between spaces.

    Args:
        folder: The package the file lies in.
        name: The file's name; lines that start with `#` are notes.

    Example:
        >>> words = word_lists("tasjil.read.places", "data/words.txt")
        >>> "observatory" in words["not after"]
        True
    """
    sections: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in files(folder).joinpath(name).read_text("utf-8").splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[] \t"), set())
        elif not line.startswith("#"):
            current.update(line.split())
    return {section: frozenset(words) for section, words in sections.items()}

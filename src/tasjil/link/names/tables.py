"""The tables of words that this folder keeps beside it, as lines of "key: words"."""

from collections import defaultdict
from importlib.resources import files


def table(name: str) -> dict[str, tuple[str, ...]]:
    """Read one table; a key that stands on several lines has the words of all.

    Example:
        >>> "bin" in table("words.txt")["tie"]
        True
    """
    found: dict[str, list[str]] = defaultdict(list)
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            key, _, words = line.partition(":")
            found[key.strip()] += words.split()
    return {key: tuple(words) for key, words in found.items()}

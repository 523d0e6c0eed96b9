"""Arabic names in other Latin spellings: "Deir al-Balah" for "Dayr el-Balah"."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import islice, product

from tasjil.read.places.folding import ARTICLES

_TRIED = ("al", "el", "ad", "ar", "as", "at", "az", "ez", "ed", "es")
_MOST = 40
"""How many spellings of one name are tried at most."""


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    """The other spellings of each word that many names are made of."""
    listed = files("tasjil.read.places").joinpath("data/romanised.txt")
    lines = (line.split() for line in listed.read_text("utf-8").splitlines())
    return {word: tuple(ws) for ws in lines for word in ws if ws[0] != "#"}


def other_spellings(key: str) -> Iterator[str]:
    """Folded names that are the same Arabic name in other Latin letters.

    Only the article inside a name and the words that open many names are varied: what
    else differs may be another name.

    Example:
        >>> "dayr el balah" in other_spellings("deir al balah")
        True
        >>> list(other_spellings("varesh"))
        []
    """
    words = key.split(" ")
    if len(words) == 1:
        return
    choices = [_choices(word, inner=at > 0) for at, word in enumerate(words)]
    if all(len(each) == 1 for each in choices):
        return
    for spelling in islice(product(*choices), _MOST):
        found = " ".join(spelling)
        if found != key:
            yield found


def _choices(word: str, *, inner: bool) -> tuple[str, ...]:
    if inner and word in ARTICLES:
        return _TRIED
    return _spellings().get(word, (word,))

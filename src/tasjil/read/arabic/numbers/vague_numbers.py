"""Arabic numbers that are no cardinals: tens, several, some, both, a score and odd."""

from collections.abc import Mapping, Sequence

from tasjil.read.arabic.numbers.counted import touches
from tasjil.read.arabic.numbers.counting import bare
from tasjil.read.arabic.text.words import Word
from tasjil.read.bounds import Ends

_FLOORS = ("tens", "hundreds", "thousands", "several")
_A_NUMBER = 2
_BUT_A_FEW = (13, 19)
_BIG = ("كبير", "كبيره", "كبيرا", "قليل", "قليلا", "محدود", "محدودا", "اخر", "اكبر")
_UNTOLD = ("غير", "مجهول", "مجهولا")

Vague = tuple[Ends, int]
"""The two ends, and the index behind the last word."""


def vague_at(
    text: str, words: Sequence[Word], at: int, floors: Mapping[str, int]
) -> Vague | None:
    """The vague number that begins with a word; None where none does.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> text = "عشرات الآلاف"
        >>> vague_at(text, words_of(text), 0, {"tens": 10, "thousands": 1000})
        ((10000, None), 2)
    """
    form = words[at].form
    for section in _FLOORS:
        word = bare(form, section)
        if section == "several" and word != form and form[:1] in ("ب", "ك", "ا"):
            continue  # "بعده" is "after him", "العدد" is a certain number
        if word is not None:
            return _counted(text, words, at, (section, word), floors)
    if bare(form, "both") is not None:
        return (2, 2), at + 1
    if bare(form, "part") is not None:
        return (None, None), at + 1
    return None


def _counted(
    text: str,
    words: Sequence[Word],
    at: int,
    told: tuple[str, str],
    floors: Mapping[str, int],
) -> Vague | None:
    section, word = told
    after = words[at + 1].form if touches(text, words, at + 1) else ""
    if section == "several":
        return _several(text, words, at, (word, after), floors)
    low = floors.get(section, {"tens": 10, "hundreds": 100, "thousands": 1000}[section])
    if section != "thousands" and bare(after, "thousands"):
        return (low * 1000, None), at + 2
    return (low, None), at + 1


def _several(
    text: str,
    words: Sequence[Word],
    at: int,
    told: tuple[str, str],
    floors: Mapping[str, int],
) -> Vague | None:
    """Read "several", "a number of", "some ten and odd"."""
    word, after = told
    if word.startswith("بضع") and after in ("عشر", "عشره"):
        return _BUT_A_FEW, at + 2
    if word.startswith("عدد"):
        return _number_of(text, words, at)
    if not after or (word == "جمله" and after != "من"):
        return None
    return (floors.get("several", 3), None), at + 1


def _number_of(text: str, words: Sequence[Word], at: int) -> Vague | None:
    """Read "a number of" and "an unknown number of", never "the number of"."""
    last = at + 1
    untold = False
    while touches(text, words, last) and last < at + 4:
        form = words[last].form
        if form == "من":
            if last + 1 < len(words) and words[last + 1].form.endswith("وا"):
                return None  # "the number of those who died"
            return ((None, None) if untold else (_A_NUMBER, None)), last
        if form in _UNTOLD:
            untold = True
        elif form not in _BIG and not untold:
            return None
        last += 1
    return None

"""Which number of an Arabic sentence is a part of which, by the words between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_AMONG = (
    r"(?:من\s+)?(?:و)?(?:بينهم|بينهن|بينها|منهم|منهن|منها|ضمنهم|ضمنها|هم|وهم)"
    r"|تشمل|يشمل|شملت"
)
_PART = re.compile(rf"(?<!\w)(?:{_AMONG})\s*(?::\s*)?$")
_LIST = re.compile(r":\s*$")
_ABOVE = re.compile(
    r"(?:من\s+بين|من\s+أصل|من\s+ضمن|بين|ضمن)\s+(?:هذا|هذه|هؤلاء|ال)\s*"
    r"(?:العدد|الحصيلة|المجموع|قتلى|ضحايا|ضحية|حصيلة|مجموع|القتلى|الضحايا|عدد)?\s*"
    r"(?:[^\s،.:؛]+\s+){0,2}$"
)
_OF_THEM = re.compile(r"\s+(?:[^\s،.:؛]+\s+){0,2}?(?:منهم|منها|منهن)(?!\w)")
_GOES_ON = re.compile(r"^[^.؛:()]{0,60}?[،,؛]?\s*و\s*$")
_CHANGE = re.compile(
    r"(?:ارتفع|ارتفاع|خفض|انخفض|تراجع|رفع|عدل|زاد|تعديل|تخفيض|صعد|قفز|وصل|ازداد)"
)
_FROM = re.compile(r"(?<!\w)من\s*$")
_TO = re.compile(
    r"^\s*(?:[^\s،.:؛0-9]+\s+){0,4}?إلى\s*(?:نحو|أكثر من|ما لا يقل عن)?\s*$"
)
_STOOD = re.compile(
    r"(?:مقارنة\s+(?:مع|ب)?|مقابل|بعد\s+أن\s+كان[ت]?|بعدما\s+كان[ت]?|كانت\s+سابقا)\s*$"
)


_BY_AGE_OR_SEX = re.compile(
    r"^\s+(?:من\s+(?:ال)?)?(?:طفل|أطفال|سيد|امرأ|نساء|رجل|رجال|فتا|فتي|قاصر|مسن|رضيع|شاب|ذكر|أنث)"
)
_A_NOUN = 30


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a sentence, with how many it says at the most."""

    start: int
    end: int
    most: int


@dataclass(frozen=True, slots=True)
class Relation:
    """A part; `whole` is the place of its whole, None for one told before."""

    part: int
    whole: int | None


def relations(text: str, figures: Sequence[Figure]) -> list[Relation]:
    """The numbers whose words say that they are some of another.

    Args:
        text: The sentence, without vowel marks.
        figures: Its numbers, in order.

    Example:
        >>> told = "بلغ 782 شخصا، بينهم 502 من المدنيين"
        >>> relations(told, [Figure(4, 7, 782), Figure(20, 23, 502)])
        [Relation(part=1, whole=0)]
    """
    found: dict[int, Relation] = {}
    for i, figure in enumerate(figures):
        before = figures[i - 1].end if i else 0
        lead = text[before : figure.start]
        if _ABOVE.search(lead):
            tops = [n for n in range(i) if n not in found]
            larger = [n for n in tops if figures[n].most > figure.most]
            found[i] = Relation(i, larger[-1] if larger else None)
        elif _LIST.search(lead):
            larger = [n for n in range(i) if n not in found]
            larger = [n for n in larger if figures[n].most > figure.most]
            if larger:
                found[i] = Relation(i, larger[-1])
        elif _PART.search(lead) or _is_of_them(text, figures, i):
            found[i] = Relation(i, _larger(figures, i))
        elif i - 1 in found and _GOES_ON.match(lead):
            whole = _climbed(text, figures, i, found)
            if whole is None or figures[whole].most > figure.most:
                found[i] = Relation(i, whole)
    return list(found.values())


def _climbed(
    text: str, figures: Sequence[Figure], i: int, found: dict[int, Relation]
) -> int | None:
    """The whole of a number that goes on: behind a part's own parts, that of the part.

    As in "830 residents, of them 26 children and 48 women, and 472 of the army".
    """
    whole = found[i - 1].whole
    if whole is None or whole not in found:
        return whole
    lead = text[figures[i - 1].end : figures[i].start]
    parted = "،" in lead or "," in lead
    stop = figures[i + 1].start if i + 1 < len(figures) else len(text)
    aged = _BY_AGE_OR_SEX.search(text[figures[i].end : stop][:_A_NOUN])
    return found[whole].whole if parted and not aged else whole


def _is_of_them(text: str, figures: Sequence[Figure], i: int) -> bool:
    """True for "43 of them", before the next number begins."""
    match = _OF_THEM.match(text, figures[i].end)
    stop = figures[i + 1].start if i + 1 < len(figures) else len(text)
    return match is not None and match.end() <= stop


def _larger(figures: Sequence[Figure], i: int) -> int | None:
    """The nearest number before that can hold it."""
    before = range(i - 1, -1, -1)
    return next((n for n in before if figures[n].most > figures[i].most), None)


def changes(text: str, figures: Sequence[Figure]) -> list[tuple[int, int | None]]:
    """The earlier numbers of a sentence, each with the one of now, where it is told.

    Example:
        >>> told = [Figure(15, 17, 21), Figure(22, 24, 33)]
        >>> changes("ارتفع العدد من 21 إلى 33", told)
        [(0, 1)]
    """
    found: list[tuple[int, int | None]] = []
    for i, figure in enumerate(figures):
        lead = text[: figure.start]
        if _STOOD.search(lead):
            found.append((i, None))
            continue
        if i + 1 >= len(figures) or not _FROM.search(lead) or not _CHANGE.search(lead):
            continue
        if _TO.match(text[figure.end : figures[i + 1].start]):
            found.append((i, i + 1))
    return found


_WHOLE = re.compile(
    r"(?:المجموع|الإجمالي|الحصيلة\s+الإجمالية|إجمالي|العدد\s+الكلي|بالمجمل)"
    r"[^.؛:0-9]{0,25}:?\s*$"
)


def is_whole(text: str, figure: Figure) -> bool:
    """True where the words before a number say that it is the sum."""
    return _WHOLE.search(text[: figure.start]) is not None

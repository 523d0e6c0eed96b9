"""Tellers without a name: "a war monitor", "two activists", "ناشطون"."""

import re

from tasjil.model.folding import fold
from tasjil.model.sources import SourceKind

ALWAYS_UNNAMED = frozenset({SourceKind.WITNESS, SourceKind.RELATIVE})
"""People: their names, where a report gives them, must not become a key."""

_PEOPLE = """
activist analyst campaigner civilian commander correspondent diplomat doctor eyewitness
fighter insider journalist leader local medic member monitor neighbor neighbour observer
officer official outlet person recorder relative reporter representative rescuer
resident source spokesman spokesperson spokeswoman survivor villager witness worker
"""

_AROUND = """
agency center centre committee commission family force group human media militia
monitoring news observatory organisation organization people record report rights
state statement war watchdog
some several many few one two three four five his her their our other another on in of
for from at near who by and with to based foreign according anonymous unnamed different
various medical rescue security
"""

_ARABIC = """
ناشط ناشطون ناشطين نشطاء مصدر مصادر شاهد شهود سكان اهالي اهلي مرصد مسؤول مسؤولون مسؤولين
طبيب اطباء مسعف مسعفون اقارب قريب جماعة منظمة منظمات حقوقيون حقوقي حقوقية محلي محلية
محليون امني امنية طبي طبية طبيون عيان اعلام وسائل ناجون ناج متحدث بيان
"""

_OFFICES = """
army authorities authority government hospital interior ministry parliament police
presidency وزارة جيش شرطة حكومة مستشفى
"""


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


def _plurals(words: str) -> frozenset[str]:
    return frozenset(word + "s" for word in words.split())


_SOMEBODY = _folded(_PEOPLE) | _plurals(_PEOPLE)
_GENERIC = _SOMEBODY | _folded(_AROUND) | _plurals(_AROUND) | _folded(_ARABIC)
_OFFICE = _folded(_OFFICES)


_OWN_WORK = re.compile(
    r"(?:تقارير|تقرير|بيان|احصائيه|احصائيات|احصائيت|بيانات|دراسه|دراست|حصيله|حصيلت|ارقام"
    r"|قوائم|احصاءات|سجلات)(?P<whose>ها|ه|هم|هما)?"
)
"""A report, figures, records: of whoever was named before, where it is told whose."""

_POINTING = frozenset(
    {"the", "it", "its", "this", "that", "they", "their", "he", "she", "his", "her"}
)
_ITSELF = _folded(
    """
    it this that article data figure figures investigation list network page paper
    report reports statement story study summary they website
    """
)


def points_back(text: str) -> bool:
    """Tell whether the words point to a teller named before: "it", "the committee".

    Example:
        >>> points_back("The committee"), points_back("two activists")
        (True, False)
        >>> points_back("تقريرها الشهري"), points_back("تقرير")
        (True, False)
    """
    words = text.casefold().split()
    if not words:
        return False
    return words[0] in _POINTING or _ITSELF.issuperset(words) or is_work_of_theirs(text)


def is_work_of_theirs(text: str) -> bool:
    """Tell whether Arabic words name a paper of whoever was named before.

    Example:
        >>> is_work_of_theirs("تقريرها الشهري"), is_work_of_theirs("التقرير")
        (True, True)
    """
    first = text.split()[0] if text.strip() else ""
    work = _OWN_WORK.fullmatch(fold(first))
    return work is not None and bool(work["whose"] or first.startswith("ال"))


def points_nowhere(words: list[str]) -> bool:
    """Tell whether folded words are of people, or of a paper: no part of a name."""
    return not words or any(word in _SOMEBODY or word in _ITSELF for word in words)


def is_an_office(words: list[str]) -> bool:
    """Tell whether folded words are of an office that every state has."""
    return not _OFFICE.isdisjoint(words)


def is_unnamed(text: str, kind: SourceKind) -> bool:
    """Tell whether the words name nobody in particular.

    An office is somebody in particular ("the health ministry"), its people are not
    ("officials of the health ministry").

    Example:
        >>> is_unnamed("Two activists", SourceKind.UNKNOWN)
        True
        >>> is_unnamed("the Harbour Observatory", SourceKind.MONITOR)
        False
        >>> is_unnamed("the health ministry", SourceKind.GOVERNMENT)
        False
    """
    if kind in ALWAYS_UNNAMED:
        return True
    words = fold(text).split()
    if all(word in _GENERIC or word in _ITSELF for word in words):
        return True
    if not _SOMEBODY.isdisjoint(words):
        return not _has_a_name(text)
    if not _OFFICE.isdisjoint(words):
        return False
    return len(words) > 1 and any(c.islower() for c in text) and not _has_a_name(text)


def without_name(text: str, kind: SourceKind) -> str:
    """Give the words for a teller, never the name of a witness or a relative.

    Example:
        >>> without_name("Her brother", SourceKind.RELATIVE)
        'Her brother'
    """
    if kind in ALWAYS_UNNAMED and _has_a_name(text):
        return f"a {kind}, name kept back"
    return text


def _has_a_name(text: str) -> bool:
    """Look for a capital after the first letter; Arabic script has none to find."""
    return any(c.isupper() for c in text.strip()[1:])

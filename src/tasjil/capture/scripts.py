"""Which script a text is in, and whether Arabic letters make Arabic words."""

import re
import unicodedata
from collections import Counter

_ARABIC_LETTER = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]")
_ARABIC_WORD = re.compile(r"[\u0620-\u064a]{2,}")
_LETTER = re.compile(r"[^\W\d_]")
_FORMS = re.compile(r"[\ufb50-\ufdfb\ufe70-\ufefc]")
_SHAPES = re.compile(r"[\ufb00-\ufb06\ufb50-\ufdfb\ufe70-\ufefc]")
_FREQUENT = frozenset("اأإآةىليمنورهبتدعسحكفقشجخ")
_MIXED = re.compile(
    r"[\u0620-\u064a](?=[A-Za-z\u00c0-\u024f])|[A-Za-z\u00c0-\u024f](?=[\u0620-\u064a])"
)
_HARAKAT = re.compile(r"[\u064b-\u0652\u0670\u0640]")

_COMMON_WORDS = """
    في من على إلى الى عن أن ان إن ما لا لم قال قالت التي الذي هذا هذه كان كانت بعد قبل
    مع أو او ثم كل يوم قتل قتلى مقتل شخص أشخاص اشخاص مدني مدنيين قرية بين منذ خلال
    حتى وقال وأن ذلك عند هو هي قد وقد محافظة ريف مدينة
"""
_COMMON = frozenset(_COMMON_WORDS.split())
"""Words that any Arabic news text of some length holds."""


def arabic_share(text: str) -> float:
    """Give the share of a text's letters that are Arabic letters.

    Example:
        >>> arabic_share("قتل three")
        0.375
    """
    letters = len(_LETTER.findall(text))
    return len(_ARABIC_LETTER.findall(text)) / letters if letters else 0.0


def arabic_plausibility(text: str) -> float:
    """Say from 0 to 1 how much the Arabic letters of a text look like Arabic words.

    Wrongly decoded or reversed Arabic has the right letters in the wrong order: no
    article at the front of words, no tied ta (ة) at their end, none of the small words.

    Example:
        >>> arabic_plausibility("قتل ثلاثة أشخاص في القرية يوم الجمعة") > 0.5
        True
        >>> arabic_plausibility("لتق ةثالث صاخشأ يف ةيرقلا موي ةعمجلا") < 0.3
        True
    """
    words = _ARABIC_WORD.findall(_HARAKAT.sub("", text))
    if not words:
        return 0.0
    good = sum(_looks_arabic(word) for word in words)
    bad = sum(_looks_reversed(word) for word in words)
    return max(0.0, min(1.0, (2 * good - 3 * bad) / len(words)))


def arabic_by_letters(text: str) -> float:
    """Say from 0 to 1 whether Arabic letters come as often as they do in Arabic.

    A list of names has none of the small words and few articles, but its letters are
    the common ones. Wrongly decoded bytes bring rare letters, and Latin ones with
    accents in the middle of Arabic words.

    Example:
        >>> arabic_by_letters("محمد حسن علي سليمان")
        1.0
        >>> arabic_by_letters("زًèيàنِàٍü ÷هëîâهê")
        0.0
    """
    letters = _ARABIC_LETTER.findall(text)
    if not letters or len(_MIXED.findall(text)) > 0.05 * len(letters):
        return 0.0
    return sum(letter in _FREQUENT for letter in letters) / len(letters)


def _looks_arabic(word: str) -> bool:
    return (
        word in _COMMON
        or word.startswith(("ال", "وال", "بال", "لل", "فال", "كال"))
        or word.endswith(("ة", "ات", "ون", "ين", "ها", "هم"))
    )


def _looks_reversed(word: str) -> bool:
    # A tied ta or a broken alif never stands inside or at the front of a word.
    return any(letter in "ةى" for letter in word[:-1])


def presentation_share(text: str) -> float:
    """Give the share of letters that are shapes (presentation forms), not letters."""
    letters = len(_LETTER.findall(text))
    return len(_FORMS.findall(text)) / letters if letters else 0.0


def without_presentation_forms(text: str) -> str:
    """Turn the shapes that some PDFs hold back into the letters they stand for.

    Joined Latin letters (the fi of "officials") come apart as well.

    Example:
        >>> without_presentation_forms("\ufed7\ufe98\ufede")
        'قتل'
    """
    return _SHAPES.sub(lambda shape: unicodedata.normalize("NFKC", shape[0]), text)


def main_script(text: str) -> tuple[str | None, float]:
    """Name the script most letters are in, and their share.

    Example:
        >>> main_script("Latakia")
        ('LATIN', 1.0)
    """
    found: Counter[str] = Counter()
    for letter, count in Counter(_LETTER.findall(text)).items():
        found[unicodedata.name(letter, "").split(" ")[0]] += count
    if not found:
        return None, 0.0
    script, most = found.most_common(1)[0]
    return script, most / found.total()

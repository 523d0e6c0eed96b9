"""The plain form of a cell or a header: no marks of direction, one kind of digit."""

import re
import unicodedata

from tasjil.model.months import fold as fold_digits

_UNSEEN = re.compile(
    "[\u00ad\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
_SPACES = re.compile(r"\s+")
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي"})
_DROPPED = str.maketrans("", "", "ـًٌٍَُِّْٰ")
_NO_WORD = re.compile(r"[\W_]+")


def seen(text: str) -> str:
    r"""Give what a person sees in a cell: unseen marks gone, one space between words.

    Example:
        >>> seen("\u200fDaren\n  Vell\ufeff ")
        'Daren Vell'
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", _UNSEEN.sub("", text)).strip()


def plain(text: str) -> str:
    """Fold a cell for reading: digits 0-9, small letters, one form of each letter.

    Example:
        >>> plain("٣٥ عاماً"), plain(" Male ")
        ('35 عاما', 'male')
    """
    folded = seen(text)
    if not folded.isascii():
        folded = unicodedata.normalize("NFKC", folded)
        folded = fold_digits(folded.translate(_DROPPED)).translate(_ARABIC)
    return folded.casefold().strip()


def words_of(text: str) -> str:
    """Fold a header to its words: case, punctuation and underscores do not count.

    Example:
        >>> words_of("Date_of-Death:"), words_of("رقم الهويّة")
        ('date of death', 'رقم الهويه')
    """
    spread = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", seen(text))
    return _NO_WORD.sub(" ", _no_accents(plain(spread))).strip()


def _no_accents(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c))


def _phrases(text: str) -> frozenset[str]:
    return frozenset(plain(each) for each in text.split("|"))


NOTHING = _phrases(
    "|-|--|---|?|??|???|.|..|...|/|\\|x|xx|xxx|*|**|n/a|na|n.a.|nan|null|none|nil"
    "|unknown|unk|unknow|not known|not available|not recorded|missing|not given"
    "|not specified|unspecified|undefined|undetermined|unidentified|no data|tbd"
    "|#n/a|#ref!|#value!|#name?|#null!|#div/0!|#num!|inconnu|inconnue|non précisé"
    "|non connu|indéterminé|nenas|bilinmiyor|غير معروف|غير معروفة|غير محدد|غير محددة"
    "|غير متوفر|غير متوفرة|غير مسجل|غير مذكور|مجهول|مجهولة|لا يوجد|لا يعرف|بدون"
    "|مجهول الهوية|مجهولة الهوية|لم يحدد|لم يذكر|غ م|غ.م|لا شيء|نامعلوم"
)
"""What people type into a cell of which nothing is known."""


def tells_nothing(text: str) -> bool:
    """Tell whether a cell is empty, or holds a word for "not recorded".

    Example:
        >>> [tells_nothing(each) for each in ("", " - ", "غير معروف", "0", "N/A")]
        [True, True, True, False, True]
    """
    return plain(text) in NOTHING

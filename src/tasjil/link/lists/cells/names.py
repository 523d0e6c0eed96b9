"""Names in the wild: two scripts in a cell, by-names in brackets, "son of", no name."""

import re
from dataclasses import dataclass

from tasjil.link.lists.plain import NOTHING, plain, seen
from tasjil.model.particulars import Kin

_NOBODY = re.compile(
    r"(?:an?\s+)?(?:unknown|unidentified|unnamed|anonymous|name\s+(?:unknown|withheld)|"
    r"no\s+name|nn|n\.n\.|john\s+doe|jane\s+doe|مجهول|مجهوله|مجهولي|غير\s+معروف|"
    r"بدون\s+اسم|لم\s+يعرف\s+اسمه|inconnue?|sans\s+nom)\b"
    r"(?:\s+(?:name|person|man|woman|male|female|child|body|boy|girl|victim|civilian|"
    r"الهويه|الاسم|جثه|شهيد|رجل|امراه|طفل|طفله|homme|femme|corps|and|no|nr|number|رقم|"
    r"[#\-–()/.]*\d*[()]*))*"
)
_BODY = re.compile(
    r"(?:body|corpse|جثه|جثمان|اشلاء)\s*(?:no|nr|number|رقم|مجهول\w*|#)?\.?\s*\d*"
)
_KINSHIP: tuple[tuple[Kin, str], ...] = (
    (
        Kin.FATHER,
        r"(?:the\s+)?(?:(?:infant|baby|newborn|young|little|unborn)\s+)?"
        r"(?:son|daughter|child|baby|children|newborn|infant|boy|girl)\s+of|"
        r"(?:طفل|طفله|رضيع|رضيعه|ابن|ابنه|بنت|نجل)(?=\s)|"
        r"(?:fils|fille|enfant|bébé)\s+d[eu]|kurê|keça",
    ),
    (
        Kin.SPOUSE,
        r"(?:the\s+)?(?:wife|husband|widow|spouse)\s+of|(?:زوجه|زوج|حرم|ارمله)(?=\s)|"
        r"(?:femme|épouse|veuve|mari)\s+d[eu]|jina",
    ),
    (
        Kin.CHILD,
        r"(?:the\s+)?(?:mother|father|parents?)\s+of|(?:والد|والده)(?=\s)|"
        r"(?:mère|père)\s+d[eu]",
    ),
    (
        Kin.SIBLING,
        r"(?:the\s+)?(?:brother|sister|sibling)\s+of|(?:شقيق|شقيقه|اخت)(?=\s)|"
        r"(?:frère|sœur|soeur)\s+d[eu]",
    ),
)
_KINSHIP_AT = tuple((kin, re.compile(pattern)) for kin, pattern in _KINSHIP)
_TELLING = re.compile(
    r"an?\s+u|un|anonymous|name\s|no\s|n\.?n|john\s+doe|jane\s+doe|مجهول|غير|بدون|لم"
    r"|inconnu|sans|bod|corpse|جث|اشلاء|the\s|infant|baby|newborn|young|little|son"
    r"|daughter|child|boy|girl|طفل|رضيع|ابن|بنت|نجل|fil|enfant|bébé|kurê|keça|wife"
    r"|husband|widow|spouse|زوج|حرم|ارمل|femme|épouse|veuve|mari|jina|mother|father"
    r"|parent|والد|mère|père|brother|sister|sibling|شقيق|اخت|frère|sœur|soeur"
)
"""How cells begin that may name nobody, or a relative: most names do not."""

_MORE = re.compile(
    r"[(\[{«“\"]|\ba\.?k\.?a|alias|known as|nicknamed|\bdit\b|called"
    r"|المعروف|الملقب|الشهير|المكني|ويلقب"
)
"""What brackets and words there are where a by-name stands beside a name."""

_BRACKETS = re.compile(r"\s*[(\[{«“\"]([^()\[\]{}«»“”\"]{2,60})[)\]}»”\"]\s*")
_ALIAS = re.compile(
    r"(?:\s+|^)(?:a\.?k\.?a\.?|alias|known as|nicknamed|dit|called|المعروف ب(?:اسم)?|"
    r"الملقب ب?|الشهير ب|المكني ب?|ويلقب ب|المعروفه ب)\s*[:\-]?\s*(.+)$",
    re.IGNORECASE,
)
_BY_NAME = re.compile(
    r"(?:abu|abou|abo|um|umm|oum|om|ابو|ام|ابي|el|al|hajji?|haj)\s", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*(?:/|\\|\||\n|\r|\t|;|=| - | – | — )\s*")
_ARABIC = re.compile(r"[\u0621-\u064a\u066e-\u06d3]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class NameTold:
    """What a cell of names tells.

    Attributes:
        name: As written, without marks of direction; "" where nobody is named.
        others: The same name in another script, and by-names.
        kin: Relatives by whom a person without a name of their own is told.
    """

    name: str = ""
    others: tuple[str, ...] = ()
    kin: tuple[tuple[Kin, str], ...] = ()


NOBODY = NameTold()


def read_name(text: str) -> NameTold:
    """Read a cell of names.

    Example:
        >>> read_name("Daren Vell (Abu Ilva)")
        NameTold(name='Daren Vell', others=('Abu Ilva',), kin=())
        >>> read_name("Son of Daren Vell").kin
        ((<Kin.FATHER: 'father'>, 'Daren Vell'),)
        >>> read_name("unknown man 3").name
        ''
    """
    if text.isalpha():
        return NameTold(text) if plain(text) not in NOTHING else NOBODY
    parts = [each for each in map(seen, _SPLIT.split(text)) if each]
    if len(parts) > 1 and _in_two_scripts(parts):
        first, *others = (_one(each) for each in parts)
        more = (other.name for other in others if other.name)
        return NameTold(first.name, (*more, *first.others), first.kin)
    return _one(seen(text))


def _in_two_scripts(parts: list[str]) -> bool:
    arabic = [bool(_ARABIC.search(each)) for each in parts]
    latin = [bool(_LATIN.search(each)) for each in parts]
    each_one = all(a != b for a, b in zip(arabic, latin, strict=True))
    return each_one and any(arabic) and any(latin)


def _one(name: str) -> NameTold:
    folded = plain(name)
    if folded in NOTHING or not any(c.isalpha() for c in folded):
        return NOBODY
    if _TELLING.match(folded):
        if _NOBODY.fullmatch(folded) or _BODY.fullmatch(folded):
            return NOBODY
        if (kin := _relative(name, folded)) is not None:
            return NameTold(kin=(kin,))
    if _MORE.search(folded):
        return _without_by_names(name)
    return NameTold(name)


def _relative(name: str, folded: str) -> tuple[Kin, str] | None:
    """Tell whose son or wife somebody without a name of their own is."""
    for kin, pattern in _KINSHIP_AT:
        if found := pattern.match(folded):
            words = folded[: found.end()].split()
            rest = name.split()[len(words) :]
            if rest:
                return kin, " ".join(rest)
    return None


def _without_by_names(name: str) -> NameTold:
    """Take by-names out of brackets and from behind "known as"."""
    others: list[str] = []

    def keep(found: re.Match[str]) -> str:
        inside = found[1].strip()
        script = bool(_ARABIC.search(inside)) != bool(
            _ARABIC.search(name[: found.start()])
        )
        if _BY_NAME.match(inside) or script or '"' in found[0] or "“" in found[0]:
            others.append(inside)
        return " "

    bare = _BRACKETS.sub(keep, name)
    if alias := _ALIAS.search(bare):
        others.append(alias[1].strip())
        bare = bare[: alias.start()]
    bare = bare.strip(" ,،;-") or name
    return NameTold(bare, tuple(dict.fromkeys(others)))

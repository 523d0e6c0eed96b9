"""Months, seasons and the small words of dates, in the languages lists are kept in."""

import re

from tasjil.link.lists.plain import plain
from tasjil.model.months import ARABIC, ENGLISH, WEEKDAYS

_FRENCH = """janvier|janv 1 février|févr|fév 2 mars 3 avril|avr 4 mai 5 juin 6
juillet|juil 7 août 8 septembre 9 octobre 10 novembre 11 décembre|déc 12"""
_KURDISH = """rêbendan 1 reşemî 2 adar 3 avrêl|nîsan 4 gulan 5 pûşper|hezîran 6
tîrmeh 7 gelawêj|tebax 8 rezber|îlon 9 kewçêr|cotmeh 10 sermawez|mijdar 11
berfanbar|kanûn 12"""
_TURKISH = """ocak 1 şubat 2 mart 3 nisan 4 mayıs 5 haziran 6 temmuz 7 ağustos 8
eylül 9 ekim 10 kasım 11 aralık 12"""
_SPANISH = """enero 1 febrero 2 marzo 3 abril 4 mayo 5 junio 6 julio 7 agosto 8
septiembre 9 octubre 10 noviembre 11 diciembre 12"""
_LATIN_LEVANT = """shubat|shbat 2 nisan 4 ayyar|ayar 5 huzayran|hziran 6 tammuz 7
ab 8 aylul|eylul 9"""


def _table(*texts: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for text in texts:
        for names, number in re.findall(r"(\S+) (\d+)", text):
            found |= {plain(name): int(number) for name in names.split("|")}
    return found


MONTHS: dict[str, int] = {
    **_table(_LATIN_LEVANT, _SPANISH, _TURKISH, _KURDISH, _FRENCH),
    **{plain(name): number for name, number in ENGLISH.items()},
    **{plain(name): number for name, number in ARABIC.items()},
}
"""Months by name, folded: Arabic of all regions, English, French, Kurdish, Turkish."""

_HIJRI_NAMES = (
    "محرم|المحرم|muharram",
    "صفر|safar",
    "ربيع الاول|ربيع اول|rabi al-awwal|rabi i|rabi al awwal",
    "ربيع الاخر|ربيع الثاني|ربيع ثاني|ربيع ثان|rabi al-thani|rabi ii|rabi al thani",
    "جمادي الاولي|جمادي الاول|جماد الاول|جماد اول|jumada al-awwal|jumada i",
    "جمادي الاخره|جمادي الثانيه|جمادي الاخر|جماد الثاني|جمادي الثاني|jumada al-thani"
    "|jumada ii",
    "رجب|rajab",
    "شعبان|shaban|sha'ban|shaaban",
    "رمضان|ramadan|ramadhan",
    "شوال|shawwal",
    "ذو القعده|ذي القعده|ذوالقعده|dhu al-qadah|dhul qadah|zul qaada",
    "ذو الحجه|ذي الحجه|ذوالحجه|dhu al-hijjah|dhul hijjah|zul hijja",
)
HIJRI: dict[str, int] = {
    plain(name): number
    for number, names in enumerate(_HIJRI_NAMES, start=1)
    for name in names.split("|")
}
"""Months of the Hijri year, folded."""

SEASONS: dict[str, int] = {
    **dict.fromkeys(map(plain, ("spring", "printemps", "الربيع", "ربيع", "bihar")), 21),
    **dict.fromkeys(map(plain, ("summer", "été", "الصيف", "صيف", "havîn")), 22),
    **dict.fromkeys(
        map(plain, ("autumn", "fall", "automne", "الخريف", "خريف", "payîz")), 23
    ),
    **dict.fromkeys(map(plain, ("winter", "hiver", "الشتاء", "شتاء", "zivistan")), 24),
}
"""Seasons, by the number that EDTF gives them."""

_PARTS_OF = {
    "early": "early|beginning of|start of|début|debut|اوائل|بدايه|مطلع|اول|بدايات",
    "mid": "mid|middle of|mi|منتصف|اواسط|نصف",
    "late": "late|end of|fin|اواخر|نهايه|اخر|نهايات",
}
PARTS: dict[str, str] = {
    plain(word): part for part, words in _PARTS_OF.items() for word in words.split("|")
}
"""Words for a part of a month or a year."""


def either(words: object) -> str:
    """Write a pattern for any of some words, the longest first.

    Example:
        >>> either(["may", "mayo"])
        'mayo|may'
    """
    assert isinstance(words, dict | list | frozenset)
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


WEEKDAY = either(frozenset(map(plain, WEEKDAYS)))
APPROXIMATELY = (
    r"~|≈|about|approx(?:imately)?\.?|around|circa|ca\.?|c\.|on or about|roughly"
    r"|est\.?|"
    r"environ|vers|حوالي|تقريبا|نحو|قرابه"
)
BEFORE = r"before|until|prior to|by|avant|قبل|حتي"
AFTER = r"after|since|from|après|apres|depuis|بعد|منذ"

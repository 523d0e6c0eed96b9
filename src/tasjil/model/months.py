"""Month names, as newsrooms from Morocco to Iraq and in English write them."""

_ENGLISH_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
ENGLISH: dict[str, int] = {name: n for n, name in enumerate(_ENGLISH_NAMES, start=1)}
ENGLISH |= {name[:3]: n for name, n in list(ENGLISH.items())}
ENGLISH["sept"] = 9
"""English names and their short forms, in lower case."""

_LEVANTINE = (
    *("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب"),
    *("أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"),
)
_EGYPTIAN = (
    *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس"),
    *("سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)
_OTHERS: dict[str, int] = {
    **{"إبريل": 4, "نيسان": 4, "مايس": 5, "يونيه": 6, "يوليه": 7, "اغسطس": 8},
    # Tunisia and Algeria, after the French names.
    **{"جانفي": 1, "فيفري": 2, "أفريل": 4, "ماي": 5, "جوان": 6, "جويلية": 7, "أوت": 8},
    # Morocco and Mauritania.
    **{"يوليوز": 7, "غشت": 8, "شتنبر": 9, "نونبر": 11, "دجنبر": 12, "دجمبر": 12},
    **{"فبرائر": 2, "ابريل": 4, "اكتوبر": 10, "نوفمبر": 11, "تشرين ثاني": 11},
    **{"تشرين أول": 10, "كانون أول": 12, "كانون ثاني": 1},
}

_FOLDED = {ord(c): "ا" for c in "أإآ"}
_FOLDED |= {0x660 + n: str(n) for n in range(10)}
_FOLDED |= {0x6F0 + n: str(n) for n in range(10)}
_FOLDED |= dict.fromkeys(
    (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x00A0, 0x202F),
    " ",
)


def fold(text: str) -> str:
    """Make digits and letters alike without moving any: one character for one.

    Arabic-Indic and Persian digits become 0-9, the alifs one alif, and the marks that
    turn the direction of writing become spaces.

    Example:
        >>> fold("١٤ آذار")
        '14 اذار'
    """
    return text.translate(_FOLDED)


ARABIC: dict[str, int] = {
    fold(name): n
    for table in (_LEVANTINE, _EGYPTIAN)
    for n, name in enumerate(table, start=1)
}
ARABIC |= {fold(name): n for name, n in _OTHERS.items()}
"""Arabic names (Levantine, Egyptian and Gulf, Maghrebi), folded."""

_WEEKDAY_NAMES = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"),
    *("الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعة", "السبت", "الاحد"),
    *("الأربعاء", "الأحد", "الإثنين"),
)
WEEKDAYS = frozenset(fold(name) for name in _WEEKDAY_NAMES)
"""Names of the days of the week, folded; a date may begin with one."""

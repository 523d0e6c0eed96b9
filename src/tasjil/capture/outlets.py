"""Names of news agencies and outlets, and the words that give an outlet away."""

import re

_LATIN = (
    *("Reuters", "AP", "AFP", "DPA", "EFE", "ACAN-EFE", "UPI", "ANSA", "TASS", "SANA"),
    *("Xinhua", "Anadolu Agency", "Anadolu", "AA", "Kyodo", "Interfax", "RIA Novosti"),
    *(
        "IRNA",
        "KUNA",
        "WAM",
        "SPA",
        "QNA",
        "MENA",
        "Petra",
        "NNA",
        "PTI",
        "ANI",
        "IANS",
    ),
    *("Agence France-Presse", "Associated Press", "The Associated Press", "Bloomberg"),
    *("BBC News Arabic", "BBC News", "BBC Arabic", "BBC", "CNN", "Al Jazeera", "VOA"),
    *("Al-Jazeera", "The Guardian", "The New York Times", "The Washington Post"),
    *("France 24", "Deutsche Welle", "DW", "Sky News", "NPR", "RFE/RL", "Al Arabiya"),
    *(
        "Middle East Eye",
        "The New Arab",
        "Enab Baladi",
        "Rudaw",
        "North Press",
        "UNHCR",
    ),
    *("Le Monde", "OCHA", "OHCHR", "Human Rights Watch", "Amnesty International"),
    *("PRENSA LATINA", "NOTIMEX", "AGENCIA EFE", "The Independent", "The Times"),
    *("Financial Times", "Los Angeles Times", "The Telegraph", "CBS News", "ABC News"),
    *("NBC News", "Euronews", "Voice of America", "Radio Free Europe", "UN News"),
)
_ARABIC = (
    *(
        "سانا",
        "رويترز",
        "أ ف ب",
        "أ.ف.ب",
        "فرانس برس",
        "أسوشيتد برس",
        "أ ب",
        "الأناضول",
    ),
    *(
        "د ب أ",
        "د.ب.أ",
        "أ ش أ",
        "قنا",
        "واس",
        "وام",
        "كونا",
        "بترا",
        "شينخوا",
        "وكالات",
    ),
    *("عنب بلدي", "الجزيرة", "العربية", "بي بي سي", "نورث برس", "الوكالة الوطنية"),
)
_TELLING_WORDS = (
    r"News|Times|Post|Press|Agency|Daily|Herald|Gazette|Radio|TV|Television|Network"
    r"|Observatory|Tribune|Journal|Chronicle|Telegraph|Media|Weekly|Observer|Monitor"
    r"|Broadcasting|Magazine|Mail|Express|Star|Standard|Review|Wire"
)
_KNOWN = {name.casefold() for name in (*_LATIN, *_ARABIC)}
_LONGEST_FIRST = sorted((*_LATIN, *_ARABIC), key=len, reverse=True)
_ANY_KNOWN = re.compile(
    r"(?<!\w)(?:" + "|".join(map(re.escape, _LONGEST_FIRST)) + r")(?!\w)"
)
_TELLING = re.compile(rf"\b(?:{_TELLING_WORDS})\b", re.IGNORECASE)

_NAME_THEN = re.compile(r"(?:[A-Z][A-Z.'-]+ ){2,4}(?P<outlet>\w*[a-z].*)")
_THEN_CAPITALS = re.compile(r"(?:[A-Z][\w'-]*[a-z] ){2,4}(?P<outlet>[A-Z][A-Z .&-]+)")

AGENCY = "|".join(re.escape(name) for name in _LONGEST_FIRST)
"""Every known name as one pattern, for datelines that put none in brackets."""


def is_known(name: str) -> bool:
    """True for an agency or outlet on our list, in any case.

    Example:
        >>> is_known("reuters"), is_known("The Lumenia Daily")
        (True, False)
    """
    return name.strip().casefold() in _KNOWN


def looks_like_outlet(name: str) -> bool:
    """True for a known outlet, or a name with a word that only outlets carry.

    Example:
        >>> looks_like_outlet("The Lumenia Daily"), looks_like_outlet("Ana Silva")
        (True, False)
    """
    return is_known(name) or bool(_TELLING.search(name))


def split_byline(words: str) -> tuple[str | None, bool]:
    """Find the outlet in "NAME OUTLET", and say whether it had to be guessed.

    Example:
        >>> split_byline("ANA SILVA BBC News")
        ('BBC News', False)
        >>> split_byline("Ana Silva Lumenia Herald")
        ('Lumenia Herald', True)
        >>> split_byline("Ana Silva")
        (None, False)
    """
    words = " ".join(words.split())
    known = list(_ANY_KNOWN.finditer(words))
    if known:
        last = known[-1]
        return words[last.start() :], False
    outlet = _after_capitals(words) or _after_name(words)
    return outlet, outlet is not None


def _after_capitals(words: str) -> str | None:
    """Part a name from an outlet where one of the two is written in capitals."""
    match = _NAME_THEN.fullmatch(words) or _THEN_CAPITALS.fullmatch(words)
    return match["outlet"] if match else None


def _after_name(words: str) -> str | None:
    parts = words.split(" ")
    if "The" in parts[1:]:
        return " ".join(parts[parts.index("The", 1) :])
    if not _TELLING.search(words):
        return None
    # A person's name has two words more often than not; the rest is the outlet.
    return " ".join(parts[2:] if len(parts) > 3 else parts)

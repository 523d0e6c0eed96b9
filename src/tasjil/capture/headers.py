"""What a file says about itself: title, publisher, date, address, language."""

import re
from dataclasses import dataclass, fields, replace

from tasjil.capture.dates import Day, edtf_of

_NAMES = ("title", "publisher", "published", "url", "language", "wording")

_KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "العنوان", "عنوان"),
    "publisher": (
        *("publisher", "source", "outlet", "publication", "newspaper", "agency"),
        *("الناشر", "المصدر", "ناشر", "مصدر", "الوكالة", "الصحيفة"),
    ),
    "published": (
        *("published", "date", "published on", "date published", "publication date"),
        *("published at", "posted", "posted on", "issued", "released", "release date"),
        *("التاريخ", "تاريخ", "تاريخ النشر", "نشر في", "نشر بتاريخ", "تاريخ الإصدار"),
    ),
    "url": ("url", "link", "address", "source url", "الرابط", "رابط"),
    "language": ("language", "lang", "اللغة", "لغة"),
    "wording": ("wording", "wording by", "summary by", "الصياغة", "صياغة"),
    "dateline_place": ("dateline_place", "dateline", "dateline place", "مكان الخبر"),
}

_LANGUAGES = {
    **{"english": "en", "arabic": "ar", "french": "fr", "spanish": "es"},
    **{"turkish": "tr", "kurdish": "ku", "persian": "fa", "hebrew": "he"},
    **{"russian": "ru", "german": "de", "ukrainian": "uk"},
    **{"العربية": "ar", "عربي": "ar", "عربية": "ar", "الإنجليزية": "en"},
    **{"الانجليزية": "en", "إنجليزي": "en", "الفرنسية": "fr", "الكردية": "ku"},
}
_HARAKAT = re.compile(r"[\u064b-\u0652\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _folded(key: str) -> str:
    key = _HARAKAT.sub("", key).strip().lower().replace("-", " ")
    return re.sub("[أإآ]", "ا", key)


_FIELDS = {_folded(alias): name for name, keys in _KEYS.items() for alias in keys}


@dataclass(frozen=True, slots=True)
class Headers:
    """What is known about a telling; what is not known is None.

    Attributes:
        day: A day and month that came without a year; only another header's year
            can make a date of it.
        guessed: Names of headers that were worked out rather than read.
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    wording: str | None = None
    dateline_place: str | None = None
    day: Day | None = None
    guessed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def over(self, other: "Headers") -> "Headers":
        """Fill what is missing here from there; what is here wins.

        Example:
            >>> Headers(title="A").over(Headers(title="B", url="C")).url
            'C'
        """
        missing = {
            each.name: getattr(other, each.name)
            for each in fields(self)
            if getattr(self, each.name) is None
        }
        # What was worked out there stays marked, unless a value here took its place.
        answered = {each.name for each in fields(self)} - missing.keys()
        guessed = tuple(name for name in other.guessed if name not in answered)
        return replace(
            self,
            **missing,
            guessed=tuple(dict.fromkeys((*self.guessed, *guessed))),
            notes=tuple(dict.fromkeys((*self.notes, *other.notes))),
        )

    def settled(self) -> "Headers":
        """Join a day without a year to a year without a day; never invent one."""
        if self.day is None:
            return self
        if self.published is None:
            words = f"{self.day.day} {_MONTHS[self.day.month - 1]}"
            note = f"the dateline says {words} without a year: add the year by hand"
            return replace(self, notes=(*self.notes, note))
        if re.fullmatch(r"\d{4}", self.published):
            whole = replace(self.day, year=int(self.published)).edtf
            if whole is not None:
                return replace(self, published=whole)
        return self


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


def field_of(key: str) -> str | None:
    """Tell which header a key means, in English or Arabic.

    Example:
        >>> field_of("Published"), field_of("الناشر"), field_of("mood")
        ('published', 'publisher', None)
    """
    return _FIELDS.get(_folded(key))


def from_pairs(pairs: list[tuple[str, str]], where: str) -> Headers:
    """Build headers from keys and values; unknown keys are kept as notes.

    Args:
        pairs: Keys and values as found, in order; the first of a kind wins.
        where: What they were found in, for the notes.

    Example:
        >>> from_pairs([("date", "14 March 2025"), ("mood", "calm")], "front matter")
        ...     # doctest: +ELLIPSIS
        Headers(title=None, ... published='2025-03-14', ... notes=('mood: calm',))
    """
    known: dict[str, str] = {}
    notes: list[str] = []
    day = None
    for key, value in pairs:
        name = field_of(key)
        if name is None:
            notes.append(f"{key}: {value}")
        elif name in known or not value:
            continue
        elif name == "published":
            found = edtf_of(value)
            day = found if isinstance(found, Day) else day
            if isinstance(found, str):
                known[name] = found
            elif found is None:
                notes.append(
                    f"the date {value!r} in the {where} cannot be read: "
                    "write it as 2025-03-14"
                )
        else:
            known[name] = value
    if "language" in known:
        code = language_code(known.pop("language"))
        known.update({} if code is None else {"language": code})
    return replace(Headers(**known), day=day, notes=tuple(notes))  # type: ignore[arg-type]


def language_code(words: str) -> str | None:
    """Reduce a language tag or name to its two letters; None where unknown.

    Example:
        >>> language_code("ar-SY"), language_code("English"), language_code("??")
        ('ar', 'en', None)
    """
    words = words.strip().lower()
    if words in _LANGUAGES:
        return _LANGUAGES[words]
    match = re.match(r"([a-z]{2})(?:[-_]|$)", words)
    return match[1] if match else None

"""The lists that a set holds: who keeps them, what they ask, how carefully they write.

A care is a table of what goes wrong and how often, in shares of the records.
"""

from dataclasses import dataclass, replace

CAREFUL = {
    "no grandfather": 0.03, "typed": 0.02, "title": 0.01, "id slip": 0.01,
    "id of the head": 0.05, "no id": 0.15, "no birth": 0.25, "age off": 0.08,
    "no place": 0.08, "no date": 0.01, "date off": 0.05, "article": 0.04,
    "unnamed": 0.003, "hidden": 0.01, "no mother": 0.1,
}  # fmt: skip
NORMAL = {
    "no grandfather": 0.3, "no father": 0.08, "no family": 0.04, "typed": 0.04,
    "grandfather for family": 0.03, "title": 0.05, "kunya added": 0.03,
    "kunya for name": 0.015, "kunya only": 0.005, "called": 0.02, "told by kin": 0.03,
    "swapped": 0.02, "unnamed": 0.01, "no age": 0.12, "age off": 0.15, "rounded": 0.08,
    "no date": 0.04, "date off": 0.08, "burial date": 0.08, "other place": 0.06,
    "no place": 0.08, "wrong sex": 0.01, "no sex": 0.03, "article": 0.06,
    "id slip": 0.03, "id of the head": 0.05, "id of another": 0.01, "no id": 0.5,
    "hidden": 0.01, "no birth": 0.6, "no mother": 0.3,
}  # fmt: skip
ROUGH = {
    "no grandfather": 0.5, "no father": 0.2, "no family": 0.1, "typed": 0.07,
    "grandfather for family": 0.05, "title": 0.08, "kunya added": 0.05,
    "kunya for name": 0.03, "kunya only": 0.012, "called": 0.04, "told by kin": 0.06,
    "swapped": 0.06, "unnamed": 0.025, "no age": 0.2, "age off": 0.25, "rounded": 0.2,
    "no date": 0.1, "date off": 0.2, "burial date": 0.1, "other place": 0.1,
    "no place": 0.2, "wrong sex": 0.015, "no sex": 0.08, "article": 0.1, "no id": 0.8,
    "id slip": 0.05, "id of the head": 0.08, "id of another": 0.02, "hidden": 0.02,
    "no birth": 0.9, "no mother": 0.4,
}  # fmt: skip
PARTS = ("given", "father", "grandfather", "family")


@dataclass(frozen=True, slots=True)
class Source:
    """One list.

    Attributes:
        language: Of headers, months and words: en, ar or fr.
        script: Of names and places: arabic or latin.
        schemes: How its hands write Latin, with weights.
        share: How many of the dead it hears of, 0 to 1.
        columns: In order; "name" is one cell, the four parts are a cell each.
        dates: One of iso, slash, words, indic, american.
        order: Of the parts in one cell.
        cut: Names are cut at this many letters; 0 never.
        repeats: Share of its persons who stand on it twice.
        relays: Whose rows it copies, and how many of those, as a share.
    """

    name: str
    language: str
    script: str
    schemes: dict[str, float]
    share: float
    columns: tuple[str, ...]
    dates: str
    care: dict[str, float]
    order: tuple[str, ...] = PARTS
    cut: int = 0
    capitals: bool = False
    scanned: float = 0.0
    repeats: float = 0.0
    relays: tuple[str, float] = ("", 0.0)
    wobble: float = 0.2


REGISTER = Source(
    "registry", "ar", "arabic", {}, 0.5,
    ("number", *PARTS, "mother", "sex", "born", "died", "governorate", "district",
     "town", "identity"), "slash", CAREFUL,
)  # fmt: skip
MONITOR = Source(
    "monitor", "en", "latin",
    {"plain": 0.5, "gulf": 0.2, "egyptian": 0.15, "ijmes": 0.15}, 0.42,
    ("number", "name", "sex", "age", "died", "governorate", "town", "cause"),
    "iso", NORMAL,
)  # fmt: skip
HOSPITAL = Source(
    "hospital", "fr", "latin", {"french": 0.75, "turkish": 0.1, "kurdish": 0.15}, 0.3,
    ("file", "family", "given", "father", "sex", "age", "died", "town", "identity"),
    "words", NORMAL | {"other place": 0.25}, repeats=0.04,
)  # fmt: skip
FAMILIES = Source(
    "families", "ar", "arabic", {}, 0.33,
    ("name", "age", "sex", "died", "place", "mother", "note"), "indic", ROUGH,
    scanned=0.1,
)  # fmt: skip
PAPER = Source(
    "newspaper", "en", "latin", {"chat": 0.25, "plain": 0.6, "turkish": 0.15}, 0.2,
    ("number", "name", "age", "sex", "place", "died"), "american", ROUGH,
    ("family", "given", "father", "grandfather"), capitals=True, scanned=0.12, cut=24,
    relays=("monitor", 0.24),
)  # fmt: skip
ALL = (REGISTER, MONITOR, HOSPITAL, FAMILIES, PAPER)
_BARE = ("number", "name", "age")
PROFILES: dict[str, tuple[Source, ...]] = {
    "mixed": ALL,
    "arabic": (
        replace(REGISTER, share=0.6),
        replace(FAMILIES, share=0.6, columns=(*FAMILIES.columns, "identity")),
    ),
    "latin": (replace(MONITOR, share=0.6), replace(HOSPITAL, share=0.6)),
    "cross": (replace(REGISTER, share=0.6), replace(MONITOR, share=0.6)),
    "names-only": (
        replace(REGISTER, share=0.6, columns=("number", "name")),
        replace(MONITOR, share=0.6, columns=_BARE),
    ),
}

"""How a name that was heard is written: in Arabic letters, and in Latin ones.

Names stand in tables as one letter a sound: `muHammad`, `EA'iC@`. Capitals are the
emphatic or long sounds of Arabic (`H` ha, `E` ayn, `C` shin, `c` dhal, `v` tha,
`x` kha, `G` ghayn, `A I U` long vowels), `@` is ta marbuta, `Y` the alif maqsura, `_`
a space. From that both scripts follow, so that no spelling is taken from another.
"""

import re
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

LETTERS = dict(
    zip(
        "btvjHxdcrzsCSDTZEGfqklmnhwypgJVeoAIUY@",
        "بتثجحخدذرزسشصضطظعغفقكلمنهويبكجفيوايوىة",
        strict=True,
    )
)
BEGIN = ("أ", "إ", "أ", "آ", "إي", "أو", "إي", "أو")
START = dict(zip("aiuAIUeo", BEGIN, strict=True))
FIXED = {
    "allAh": "الله",
    "al-raHmAn": "الرحمن",
    "al-ilAh": "الإله",
    "Eamr": "عمرو",
    "TAhA": "طه",
    "lu'ayy": "لؤي",
    "Ay@": "آية",
    "ibn": "بن",
    "abu": "أبو",
    "umm": "أم",
    "bint": "بنت",
}
LONG = "AIUYeo@"
VOWELS = "aiuAIUeoY@"


@cache
def arabic(name: str) -> str:
    """Write a name in Arabic letters, as a careful clerk would.

    Example:
        >>> arabic("muSTafY"), arabic("EA'iC@"), arabic("Eabd_al-karIm")
        ('مصطفى', 'عائشة', 'عبد الكريم')
    """
    return " ".join(_arabic_word(word) for word in name.split("_"))


def _arabic_word(word: str) -> str:
    if word in FIXED:
        return FIXED[word]
    if word.startswith("al-"):
        return "ال" + _arabic_word(word[3:])
    out = START.get(word[0], "") if word[0] in VOWELS else ""
    for at in range(len(out) > 0, len(word)):
        letter, before, after = word[at], word[at - 1 : at], word[at + 1 : at + 2]
        if letter == "'":
            out += _hamza(before, after)
        elif letter != before:
            out += LETTERS.get(letter, "")
    return out


def _hamza(before: str, after: str) -> str:
    if not after or (before == "A" and after != "i"):
        return "ء"
    if "i" in (before, after) or before == "I" or after == "I":
        return "ئ"
    return "ؤ" if "u" in (before, after) or after == "U" else "أ"


class Scheme(NamedTuple):
    """One habit of writing Arabic in Latin letters; the first choice is usual."""

    sounds: dict[str, tuple[str, ...]]
    article: tuple[str, ...]
    servant: tuple[str, ...]


def _schemes() -> dict[str, Scheme]:
    """Read the schemes: a line each, `sound=usual|rarer`, `_` for a space."""
    schemes = {}
    for line in _lines("schemes"):
        name, *settings = line.split(" ")
        pairs = (setting.split("=", 1) for setting in settings)
        table = {
            sound: tuple(said.replace("_", " ").split("|")) for sound, said in pairs
        }
        article, servant = table.pop("article"), table.pop("servant")
        usual = dict(zip(LATIN, PLAIN.split(), strict=True)) | {"E": "", "'": ""}
        sounds = {sound: (said,) for sound, said in usual.items()}
        schemes[name] = Scheme(sounds | table, article, servant)
    return schemes


def _customary() -> dict[str, dict[str, list[str]]]:
    """Read the spellings that are customs and follow from no scheme."""
    customs: dict[str, dict[str, list[str]]] = {}
    for line in _lines("customary"):
        scheme, name, *spellings = line.split()
        customs.setdefault(scheme, {})[name] = spellings
    return customs


def _lines(table: str) -> list[str]:
    return (HERE / f"{table}.txt").read_text(encoding="utf-8").splitlines()


HERE = Path(__file__).parent
# Of each sound the plain Latin letters; 1 and 2 stand for ay and aw.
LATIN = "btvjHxdcrzsCSDTZEGfqklmnhwypgJV'aiuAIUeoY@12"
PLAIN = (
    "b t th j h kh d dh r z s sh s d t z _ gh f q k l m n h w y p g ch v _ "
    "a i u a i u e o a a ai au"
)
SCHEMES = _schemes()
CUSTOMS = _customary()
VARIANTS = 5
# Schemes that write every letter, so that no custom and no silent ayn comes in.
EXACT = ("ijmes", "chat")


def capital(word: str) -> str:
    """Write the first letter large, behind an ayn or a digit too."""
    at = 1 if word[:1] in "ʿʾ" else 0
    return word[:at] + word[at : at + 1].upper() + word[at + 1 :]


class Speller:
    """Spells names in one scheme, with the few variants that a list would hold."""

    def __init__(self, scheme: str, wobble: float, chance: Random) -> None:
        """Take a scheme and how often a hand leaves its usual letter (0 to 1)."""
        self.name, self.scheme = scheme, SCHEMES[scheme]
        self.wobble, self.chance = wobble, chance
        self.known: dict[str, list[str]] = {}

    def spell(self, name: str) -> str:
        """Spell a name; the same name comes out in up to five ways."""
        known = self.known.setdefault(name, [])
        if len(known) < VARIANTS:
            known.append(self._spell(name))
        return self.chance.choice(known)

    def _spell(self, name: str) -> str:
        words = name.split("_")
        if words[0] == "Eabd" and len(words) == 2:
            return self._servant(words[1])
        return " ".join(self._word(word) for word in words)

    def _servant(self, lord: str) -> str:
        if lord == "allAh":
            return self.pick(("Abdullah", "Abdallah", "Abdulla", "Abd Allah"))
        before = self.pick(self.scheme.servant)
        word = self._word(lord.removeprefix("al-"))
        return before + (word if before[-1] in " -" else word.lower())

    def _word(self, word: str) -> str:
        if word.startswith("al-"):
            return self.pick(self.scheme.article) + self._word(word[3:])
        if word in ("abu", "ibn", "umm", "bint"):
            return {"abu": "Abu", "umm": "Um", "ibn": "Ibn", "bint": "Bint"}[word]
        custom = CUSTOMS.get(self.name, {}).get(word) or CUSTOMS["any"].get(word)
        if custom and self.name not in EXACT and self.chance.random() < 0.8:
            return self.chance.choice(custom)
        return self._sounded(word)

    def _sounded(self, word: str) -> str:
        word = re.sub("ay(?=[^aiuAIUy@Y]|$)", "1", word)
        word = re.sub("aw(?=[^aiuAIUw@Y]|$)", "2", word)
        if self.name not in EXACT:
            word = re.sub("aE(?=[^aiuAIU@Y]|$)", "aa", word)
        out, before = "", ""
        for letter in word:
            sound = self.pick(self.scheme.sounds.get(letter, (letter,)))
            if letter != before or (len(sound) == 1 and self.chance.random() < 0.8):
                out += sound
            before = letter
        out = re.sub("sss+", "ss", out)
        if out.startswith("ss"):
            out = out[1:]
        return capital(out) if out else "A"

    def pick(self, choices: tuple[str, ...]) -> str:
        """Pick the usual choice, or now and then another."""
        if len(choices) > 1 and self.chance.random() < self.wobble:
            return self.chance.choice(choices[1:])
        return choices[0]

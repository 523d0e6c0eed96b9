"""What goes wrong in writing a name down: habits, typing, scanning, joining."""

import re
from random import Random

DOTLESS = (
    "بتثن", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "يىئ", "ةه",
)  # fmt: skip
LOOKALIKE = {
    "rn": "m", "m": "rn", "l": "I", "I": "l", "O": "0", "o": "0", "cl": "d", "d": "cl",
    "h": "b", "e": "c", "u": "v", "i": "j", "B": "8", "S": "5", "g": "q", "a": "o",
}  # fmt: skip
NEAR_LATIN = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        "svxswdhjoklknmpowtarybezux",
        strict=True,
    )
)
NEAR_ARABIC = dict(
    zip("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "لتاتحخهجدوزشسضصظطغعقفملنتعرب", strict=True)
)
OPEN = "ادذرزو"
HIDDEN = ("\u200f", "\u200e", "\u0640", "\u064e", "\u00a0", "\u200c")


def habits(text: str, chance: Random, rate: float) -> str:
    """Write Arabic as hands do: hamza left off, ta marbuta as ha, ya without dots."""
    if chance.random() < 3 * rate:
        text = re.sub("[أإآ]", "ا", text)
    if chance.random() < rate:
        text = re.sub(r"ة\b", "ه", text)
    if chance.random() < rate:
        text = re.sub(r"ى\b", "ي", text)
    elif chance.random() < rate:
        text = re.sub(r"ي\b", "ى", text)
    if chance.random() < 2 * rate:
        text = re.sub(r"\bعبد ", "عبد", text)
    if chance.random() < rate:
        text = text.replace("ؤ", "و").replace("ئ", "ي").replace("اء", "ا")
    return text


def article(text: str, chance: Random) -> str:
    """Leave the article of a family off, or put it on."""
    if text.startswith("ال") and len(text) > 5:
        return text[2:]
    if re.match(r"(?i)(al|el)[- ]", text):
        return text[3:].capitalize()
    return text


def scanned(text: str, chance: Random) -> str:
    """Read a name as a scanner does: dots lost, letters taken for their likes."""
    places = [at for at in range(len(text)) if text[at] != " "]
    if not places:
        return text
    at = chance.choice(places)
    if any(letter in "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىئأإ" for letter in text):
        return _dots(text, at, chance)
    for slip in (text[at : at + 2], text[at]):
        if slip in LOOKALIKE:
            return text[:at] + LOOKALIKE[slip] + text[at + len(slip) :]
    return text[:at] + text[at + 1 :]


def _dots(text: str, at: int, chance: Random) -> str:
    for group in DOTLESS:
        if text[at] in group:
            others = [letter for letter in group if letter != text[at]]
            return text[:at] + chance.choice(others) + text[at + 1 :]
    if text[at] in OPEN and at + 1 < len(text) and text[at + 1] != " ":
        return text[: at + 1] + " " + text[at + 1 :]
    return text.replace(" ", "", 1)


def typed(text: str, chance: Random) -> str:
    """Slip on the keyboard: a letter left out, doubled, swapped or its neighbour."""
    if len(text) < 4:
        return text
    at = chance.randrange(1, len(text) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    if kind == 2:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    letter = text[at]
    near = NEAR_ARABIC.get(letter) or NEAR_LATIN.get(letter, letter)
    return text[:at] + near + text[at + 1 :]


def hidden(text: str, chance: Random) -> str:
    """Put a mark that nobody sees into a name, as copying from a page does."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(HIDDEN) + text[at:]


def digits(number: str, chance: Random) -> str:
    """Mistype a number: one digit off, or two neighbours swapped."""
    at = chance.randrange(len(number) - 1)
    if chance.random() < 0.5 and number[at] != number[at + 1]:
        return number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    off = str((int(number[at]) + chance.randrange(1, 10)) % 10)
    return number[:at] + off + number[at + 1 :]

"""How far one word is from another in slips of a hand, an ear or a scanner.

A weighted edit distance (Damerau, 1964: an exchange of neighbours is one slip), in
slips for each letter of the longer word. Letters that are mistaken for each other cost
less than others.
"""

from collections.abc import Mapping

MISTAKEN = 0.4
"""A letter taken for one that looks or sounds like it, in slips."""

SWAPPED = 0.8
A_SLIP = 0.2
"""Slips for each letter, up to which two words can be one mistyped."""

ENOUGH = 2
"""Letters of the longer word; of one letter there is no slip."""

FAR = 1.0
"""Given where there is nothing near about two words; how far is not worked out."""

Costs = Mapping[tuple[str, str], float]


def _costs(groups: str) -> dict[tuple[str, str], float]:
    return {
        (one, other): MISTAKEN
        for group in groups.split()
        for one in group
        for other in group
        if one != other
    }


_LETTERS = _costs(
    "جحخ دذ رز سش صض طظ عغ فق نت بتث بن تث بي ني حه كق ضظ ذز ثس سص تط دض اه او"
)
_LETTERS |= {(one, other): MISTAKEN for one, other in ("قك", "كق", "وؤ", "يئ", "يا")}
_SOUNDS = _costs("Tst Dzd jGk xhk Ss fbp zs td rz jS nm fk kG hG xG xj jh nt nb bt zt")
_WEAK = {"h": 0.6, "W": 0.6, "Y": 0.6}


def arabic_slips(one: str, other: str) -> float:
    """Give slips for each letter between two folded words in Arabic letters.

    Example:
        >>> arabic_slips("خالد", "جالد") < 0.2 < arabic_slips("خالد", "وليد")
        True
    """
    return _slips(one, other, _LETTERS, {})


def sound_slips(one: str, other: str) -> float:
    """Give slips for each consonant between two words, in the codes of sounds.py.

    Example:
        >>> sound_slips("xld", "jld") < 0.2 < sound_slips("slm", "slmn")
        True
    """
    return _slips(one, other, _SOUNDS, _WEAK)


def _slips(one: str, other: str, mistaken: Costs, weak: Mapping[str, float]) -> float:
    longest = max(len(one), len(other))
    most = A_SLIP * longest
    if abs(len(one) - len(other)) > 1 + longest // 6 or longest < ENOUGH:
        return FAR
    strange = max(len(set(one).difference(other)), len(set(other).difference(one)))
    if strange * MISTAKEN > most:
        return FAR
    before: list[float] = []
    row = [0.0]
    for letter in other:
        row.append(row[-1] + weak.get(letter, 1.0))
    for at, letter in enumerate(one):
        older, before = before, row
        row = [before[0] + weak.get(letter, 1.0)]
        for to, known in enumerate(other):
            cost = before[to]
            if letter != known:
                cost += mistaken.get((letter, known), 1.0)
            cost = min(
                cost,
                before[to + 1] + weak.get(letter, 1.0),
                row[to] + weak.get(known, 1.0),
            )
            if at and to and letter == other[to - 1] and known == one[at - 1]:
                cost = min(cost, older[to - 1] + SWAPPED)
            row.append(cost)
        if min(row) > most:
            return FAR
    return row[-1] / longest

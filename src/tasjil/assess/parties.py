"""Whether two sets of words for who did it can mean one party to the conflict."""

from tasjil.model.folding import fold

_FORCES = """
and the of or by to some several unknown unidentified armed men man gunman gunmen
fighter fighters force forces troop troops soldier soldiers militia militias
militant militants group groups faction factions party parties attacker attackers
assailant assailants security police army military air drone warplane warplanes
side people members elements who that with on in dressed uniform aligned affiliated
loyal support supports supporting fought them
مسلح مسلحون مسلحين مجموعة مجموعات جماعة جماعات قوة قوات القوات فصيل فصائل عناصر
جنود مجهولون مجهولين طيران طائرة طائرات امن شرطة جيش عدة اطراف من
"""
_TURNED = """
former ousted remnant remnants anti opposed opposition rebel rebels
فلول سابق مخلوع بائد معارضة معارض
"""


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


_NOBODY = _folded(_FORCES)
"""Words that name no party: every one has forces, soldiers and gunmen."""

_BEFORE = _folded(_TURNED)
"""Words that turn a name round: remnants of a government are not that government."""


def named_party(words: str) -> frozenset[str]:
    """Give the words that name a party; none where everybody could be meant.

    Example:
        >>> sorted(named_party("forces loyal to the Northmark government"))
        ['government', 'northmark']
        >>> named_party("unknown gunmen")
        frozenset()
    """
    folded = fold(words).split()
    named = {word for word in folded if word not in _NOBODY and word not in _BEFORE}
    if not _BEFORE.isdisjoint(folded):
        return frozenset({"against", *named})
    return frozenset(named)


def other_party(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two names can only be of different parties.

    Example:
        >>> other_party(named_party("the Harbour Guard"), named_party("Hill Front"))
        True
        >>> other_party(named_party("government forces"), named_party("gunmen"))
        False
    """
    if not one or not other:
        return False
    if ("against" in one) is not ("against" in other):
        return True
    return one.isdisjoint(other)

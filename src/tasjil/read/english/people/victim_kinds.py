"""What the nouns and titles for people say of their sex and of their standing."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from tasjil.model.persons import Sex, Status
from tasjil.read.english.text.lexicon import words

_GROWN = 18
_MEN = frozenset(["he", "him", "himself"])
_WOMEN = frozenset(["she", "her", "herself"])
_TITLE = re.compile(r"(?:the\s+)?(?:late\s+)?([a-z]+)\b", re.IGNORECASE)
_OF_BOTH = re.compile(r"[a-z]{3,}men")
"""Policemen and servicemen in number may be women too; "men" are men."""


def sex_of(head: Token, nouns: Sequence[str], text: str) -> Sex:
    """The sex that a pronoun, a title or a noun tells; unknown where they differ.

    Args:
        head: The word the phrase hangs on.
        nouns: Every noun for the people, in its dictionary form.
        text: The phrase.
    """
    if head.lower_ in _MEN:
        return Sex.MAN
    if head.lower_ in _WOMEN:
        return Sex.WOMAN
    if _OF_BOTH.fullmatch(head.lower_):
        return Sex.UNKNOWN
    titled = _TITLE.match(text)
    if titled is not None and titled[1].lower() in words("people", "title_woman"):
        return Sex.WOMAN
    if titled is not None and titled[1].lower() in words("people", "title_man"):
        return Sex.MAN
    women = any(n in words("people", "woman") for n in nouns)
    men = any(n in words("people", "man") for n in nouns)
    if women == men:
        return Sex.UNKNOWN
    return Sex.WOMAN if women else Sex.MAN


def status_of(nouns: Sequence[str], years: int | None = None) -> Status:
    """The standing that nouns tell; a trade's name tells of a civilian.

    A child of whom nothing else is told is a civilian.

    Example:
        >>> status_of(["captured", "fighter"]).value, status_of(["shepherd"]).value
        ('other protected person', 'civilian')
    """
    said = set(nouns)
    if said & {"civilian", "civilians"}:
        return Status.CIVILIAN
    if said & {"personnel", "staff", "members"} and said & words("people", "helping"):
        return Status.CIVILIAN
    armed = _armed(said)
    if armed is not None:
        hors_de_combat = bool(said & words("people", "out_of_combat"))
        return Status.OTHER_PROTECTED if hors_de_combat else armed
    if said & (words("people", "civilian") | words("people", "child")):
        return Status.CIVILIAN
    child = years is not None and years < _GROWN
    return Status.CIVILIAN if child else Status.UNKNOWN


def _armed(said: set[str]) -> Status | None:
    """Whose arms they bear; None for people under no arms."""
    if said & words("people", "security") or _serves(said, "armed_bodies"):
        return Status.ARMED_FORCES
    if said & words("people", "fighter") or _serves(said, "armed_groups"):
        return Status.DIRECT_PARTICIPANT
    return None


def _serves(said: set[str], bodies: str) -> bool:
    """True for members of an army or the police; of a militia, a front, a brigade."""
    members = said & {"member", "members", "personnel"}
    forces = "forces" in said and bool(said & words("people", "armed_owners"))
    return bool(members) and (forces or bool(said & words("people", bodies)))

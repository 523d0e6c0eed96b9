"""The word lists of the English reader, read once from the files in `lexicon/`."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from tasjil.model.acts import Act


@cache
def table(name: str) -> dict[str, Any]:
    """One word list file, as it stands.

    Example:
        >>> "sheikh" in table("people")["title"]
        True
    """
    path = files("tasjil.read.english").joinpath("lexicon", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words under one key of a list.

    Example:
        >>> "peasant" in words("people", "civilian")
        True
    """
    return frozenset(table(name)[key].split())


@cache
def people() -> frozenset[str]:
    """Every noun for a person."""
    kinds = (
        "generic",
        "civilian",
        "security",
        "fighter",
        "woman",
        "man",
        "child",
        "kin",
    )
    return frozenset().union(*(words("people", kind) for kind in kinds))


@cache
def act_words(act: Act, grammar: str) -> frozenset[str]:
    """The words that tell of an act, by their grammar ("transitive", "of" ...)."""
    if act is Act.BODIES_FOUND:
        return frozenset()
    return frozenset(table("acts")[act.value].get(grammar, "").split())


@cache
def act_pairs(act: Act) -> dict[str, frozenset[str]]:
    """Verbs that tell of an act only beside another word ("shot" ... "dead")."""
    if act is Act.BODIES_FOUND:
        return {}
    pairs = table("acts")[act.value].get("with", {})
    return {verb: frozenset(beside.split()) for verb, beside in pairs.items()}


@cache
def acts_by_word(grammar: str) -> dict[str, Act]:
    """Which act a word tells of, for one grammar; the first act listed wins."""
    found: dict[str, Act] = {}
    for act in Act:
        for word in act_words(act, grammar):
            found.setdefault(word, act)
    return found


@cache
def phrases(name: str, key: str | None = None) -> dict[str, re.Pattern[str]]:
    """Patterns for labelled lists such as causes, in the order of the file.

    Example:
        >>> phrases("kinds")["un"].search("the United Nations said") is not None
        True
    """
    whole = table(name)
    section: dict[str, str] = whole if key is None else whole[key]
    return {label: _pattern(raw) for label, raw in section.items()}


def _pattern(raw: str) -> re.Pattern[str]:
    """One pattern for words and phrases divided by commas, matched whole."""
    parts = sorted((part.strip() for part in raw.split(",")), key=len, reverse=True)
    inside = "|".join(re.escape(part) for part in parts)
    return re.compile(rf"(?<!\w)(?:{inside})(?!\w)", re.IGNORECASE)

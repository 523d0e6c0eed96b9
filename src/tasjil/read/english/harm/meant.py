"""Whom "him", "her" and "them" mean behind a verb, where the same sentence says."""

from spacy.tokens import Token

from tasjil.read.english.text import clauses
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.text.phrases import PERSONAL, is_person, is_plural, lemma

_PRONOUNS = {"him": "woman", "her": "man", "them": ""}


def meant(harmed: Token, verb: Token) -> Token:
    """The mayor in "they seized the mayor and killed him"; else the word itself.

    As in "the mayor was attacked by men who fired at him, killing him" too: the one
    to whom something was done before is the one to whom this is done.
    """
    other = _PRONOUNS.get(harmed.lower_)
    if other is None:
        return harmed
    below = verb
    for above in verb.ancestors:
        if below.dep_ in ("ccomp", "csubj"):
            return harmed
        given = clauses.objects(above) if below.dep_ == "conj" else []
        given += clauses.children(above, "nsubjpass")
        fitting = [g for g in given if _fits(g, harmed, other)]
        if fitting:
            return fitting[0]
        below = above
    return harmed


def _fits(given: Token, pronoun: Token, other: str) -> bool:
    """True where number and sex of a noun allow the pronoun."""
    if given.i > pronoun.i or not is_person(given) or given.lower_ in PERSONAL:
        return False
    many = is_plural(given) or any(c.dep_ == "conj" for c in given.children)
    if many != (pronoun.lower_ == "them"):
        return False
    return not other or lemma(given) not in words("people", other)

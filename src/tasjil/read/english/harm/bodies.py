"""Bodies: who was found dead, and how many."""

from spacy.tokens import Token

from tasjil.model.acts import Act
from tasjil.read.english.harm import lists
from tasjil.read.english.harm.mentions import Mention
from tasjil.read.english.text import clauses
from tasjil.read.english.text.lexicon import table
from tasjil.read.english.text.phrases import is_person

_FOUND = frozenset(table("acts")["bodies"]["found"].split())
_SEEN = frozenset(table("acts")["bodies"]["seen"].split())
_BODIES = frozenset(table("acts")["bodies"]["nouns"].split())
_GROUPS = frozenset(
    [
        "legislative",
        "electoral",
        "government",
        "student",
        "security",
        "judicial",
        "governing",
        "police",
    ]
)


def bodies_found(token: Token) -> Mention | None:
    """As in "the bodies of two peasants were found", "his body was recovered"."""
    if token.lemma_.lower() not in _BODIES or token.pos_ not in ("NOUN", "PROPN"):
        return None
    if any(c.lower_ in _GROUPS for c in token.lefts):
        return None
    verb = _finding(token)
    if verb is None:
        return None
    people = [h for h in clauses.of_objects(token) if is_person(h)]
    owners = [
        c
        for c in token.children
        if c.dep_ == "poss" and (is_person(c) or c.lower_ == "whose")
    ]
    heads = people or [clauses.antecedent(o) for o in owners] or [token]
    found = lists.all_victims(heads, token)
    return Mention(Act.BODIES_FOUND, token, verb, found, None)


def _finding(token: Token) -> Token | None:
    """The verb by which the body was found; None where none governs it."""
    for above in token.ancestors:
        if above.pos_ == "VERB" and above.lemma_.lower() in _FOUND:
            return above
    if token.dep_ == "nsubj" and any(c.lower_ in _SEEN for c in token.head.children):
        return token.head
    for child in token.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in _FOUND:
            return child
    return None

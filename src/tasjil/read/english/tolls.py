"""Tolls: "the death toll rose to 23", "the number of dead stands at 40"."""

from spacy.tokens import Token

from tasjil.model.acts import Act
from tasjil.read.english import clauses, lists
from tasjil.read.english.lexicon import words
from tasjil.read.english.mentions import Mention, VictimPhrase
from tasjil.read.english.phrases import is_number, is_person, lemma

_DEAD = words("grammar", "tolls_dead")
_COUNT = frozenset(["number", "total", "count", "figure"])
_REACH = 14
_LINKS = words("grammar", "tolls_links")


def toll(token: Token) -> Mention | None:
    """The number a toll has reached; None for other words."""
    if not _is_toll(token):
        return None
    number = _number_of(token)
    if number is None:
        return None
    head = number.head if number.dep_ == "nummod" and is_person(number.head) else number
    verb = clauses.clause_verb(token)
    parts = [p for p in lists.parts_in(verb) if p.head != head]
    return Mention(Act.KILLED, token, verb, (VictimPhrase(head), *parts), None)


def _is_toll(token: Token) -> bool:
    """True for a count of the dead, told as such."""
    base = lemma(token)
    if base == "toll":
        return not any(
            c.lower_ in ("injury", "injured", "wounded") for c in token.lefts
        )
    if base in _COUNT:
        if any(c.dep_ == "acl" and c.lower_ in _DEAD for c in token.children):
            return True
        return any(
            lemma(o) in _DEAD or any(c.lower_ in _DEAD for c in o.children)
            for o in clauses.of_objects(token)
        ) or (base == "total" and token.head.lemma_ in ("bring", "raise"))
    return False


def _number_of(token: Token) -> Token | None:
    """The number that follows; the last of "from 12 to 15"."""
    doc, found = token.doc, None
    for i in range(token.i + 1, min(len(doc), token.i + _REACH)):
        each = doc[i]
        if is_number(each) and each.ent_type_ == "" and _is_linked(each):
            found = each
            if not (i + 1 < len(doc) and doc[i + 1].lower_ == "to"):
                return found
        elif each.lower_ in (",", ";", "and") and found is not None:
            return found
    return found


def _is_linked(number: Token) -> bool:
    """True where a word such as "to" or "at" leads to the number."""
    before = number.nbor(-1)
    return lemma(before) in _LINKS or before.lower_ in _LINKS or before.text in "\"'"

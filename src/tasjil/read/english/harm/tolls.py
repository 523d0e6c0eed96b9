"""Tolls: "the death toll rose to 23", "the number of dead stands at 40"."""

from spacy.tokens import Token

from tasjil.model.acts import Act
from tasjil.read.english.harm import lists
from tasjil.read.english.harm.mentions import Mention, VictimPhrase
from tasjil.read.english.text import clauses
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.text.phrases import is_number, is_person, lemma
from tasjil.read.english.times.calendar_days import MONTHS

_DEAD = words("grammar", "tolls_dead")
_COUNT = frozenset(["number", "total", "count", "figure"])
_HURT = frozenset(["injured", "wounded", "hurt"])
_REACH = 24
_LINKS = words("grammar", "tolls_links")


def toll(token: Token) -> Mention | None:
    """The number a toll has reached; None for other words."""
    if not _is_toll(token):
        return None
    number = _number_of(token)
    if number is None or _counts_the_hurt(number):
        return None
    head = number.head if number.dep_ == "nummod" and is_person(number.head) else number
    verb = clauses.clause_verb(token)
    parts = [p for p in lists.parts_in(verb) if p.head != head]
    called = _counted_people(token) if head == number else None
    doer = clauses.agent(_deed(called)) if called is not None else None
    whole = VictimPhrase(head, called=called)
    return Mention(Act.KILLED, token, verb, (whole, *parts), doer)


def _counted_people(token: Token) -> Token | None:
    """The villagers in "the number of villagers killed"."""
    return next((o for o in clauses.of_objects(token) if _is_noun(o)), None)


def _is_noun(word: Token) -> bool:
    """True for people by name or noun: not for the 40 of "a toll of 40"."""
    return is_person(word) and not is_number(word)


def _deed(people: Token) -> Token:
    """The word "killed" behind the people counted; the people where none is."""
    return next(iter(clauses.children(people, "acl", "relcl")), people)


def without_repeats(mentions: list[Mention]) -> list[Mention]:
    """Leave out "people killed" where a toll gives their number."""
    counted = {p.called.i for m in mentions for p in m.victims if p.called is not None}
    counted |= {m.trigger.i for m in mentions if any(p.called for p in m.victims)}
    return [m for m in mentions if not {p.head.i for p in m.victims} <= counted]


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
        beside = doc[max(0, i - 1) : i + 2]
        if is_number(each) and any(_is_of_time(t, each) for t in beside):
            continue
        if is_number(each) and each.ent_type_ == "" and _is_linked(each):
            found = each
            if not (i + 1 < len(doc) and doc[i + 1].lower_ == "to"):
                return found
        elif each.lower_ in (",", ";", "and") and found is not None:
            return found
    return found


def _is_of_time(word: Token, number: Token) -> bool:
    """True for "nine days" and "3 May", which count no dead."""
    if word.lower_ in MONTHS and word.text[:1].isupper():
        return True
    return word.i > number.i and lemma(word) in ("day", "week", "month", "year", "hour")


def _counts_the_hurt(number: Token) -> bool:
    """True for "a toll of 12 wounded", "a toll of one person wounded"."""
    head = number.head if number.dep_ == "nummod" and is_person(number.head) else number
    behind = number.doc[head.i + 1 : head.i + 2]
    return any(t.lower_ in _HURT for t in (head, *behind))


def _is_linked(number: Token) -> bool:
    """True where a word such as "to" or "at" leads to the number."""
    before = number.nbor(-1)
    return lemma(before) in _LINKS or before.lower_ in _LINKS or before.text in "\"'"

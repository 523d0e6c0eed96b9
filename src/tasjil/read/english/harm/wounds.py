"""Injuries told by a phrase: "suffered burns", "was hit in the leg", "lost an eye"."""

from spacy.tokens import Token

from tasjil.model.acts import Act
from tasjil.read.english.harm.making import made
from tasjil.read.english.harm.mentions import Mention
from tasjil.read.english.text import clauses
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.text.phrases import is_number, is_person, lemma


def wounds(token: Token) -> Mention | None:
    """As in "several neighbours suffered burns", "both with severe burns"."""
    if token.lemma_.lower() not in words("idioms", "wounds") or token.pos_ != "NOUN":
        return None
    verb = token.head
    if token.dep_ == "dobj" and verb.lemma_.lower() in words("idioms", "suffering"):
        return made(Act.INJURED, token, clauses.subjects(verb), None, verb)
    if token.dep_ != "pobj" or token.head.lower_ != "with":
        return None
    above = token.head.head
    if above.pos_ == "VERB" and clauses.is_passive(above):
        return made(Act.INJURED, token, clauses.subjects(above), None, above)
    if is_number(above) or above.lower_ == "both":
        return made(Act.INJURED, token, [above], None)
    return None


def admitted(token: Token) -> Mention | None:
    """As in "nineteen patients were admitted", "twenty were treated for burns"."""
    if token.lemma_.lower() not in ("admit", "hospitalise", "hospitalize"):
        return None
    if token.pos_ != "VERB" or not clauses.is_passive(token):
        return None
    people = [s for s in clauses.subjects(token) if is_person(s)]
    return made(Act.INJURED, token, people, None)


def lost_limbs(token: Token) -> Mention | None:
    """As in "Private Sorn lost a leg", "thirteen patients have lost a limb"."""
    if lemma(token) not in words("idioms", "limbs") or token.dep_ != "dobj":
        return None
    if token.head.lemma_.lower() != "lose":
        return None
    return made(Act.INJURED, token, clauses.subjects(token.head), None, token.head)


def blows(token: Token) -> Mention | None:
    """As in "he was hit in the leg", "she was cut by glass", "shot him in the arm"."""
    base = token.lemma_.lower()
    if base not in words("idioms", "striking") or token.pos_ != "VERB":
        return None
    harmed = _harmed(token)
    if not harmed:
        return None
    doer = clauses.agent(token) if clauses.is_passive(token) else clauses.subject(token)
    inside = {lemma(o) for o in clauses.of_objects(token, "in", "on", "across", "over")}
    if base == "shoot":
        act = _of_a_shot(token, inside)
        return None if act is None else made(act, token, harmed, doer)
    with_what = {lemma(o) for o in clauses.of_objects(token, "with", "by")}
    with_what |= {lemma(doer)} if doer is not None else set()
    parts = words("idioms", "minor_parts") | words("idioms", "body")
    struck = inside & (parts | words("idioms", "deadly_parts"))
    if not struck and not with_what & words("idioms", "missiles"):
        return None
    if doer is not None and lemma(doer) in words("idioms", "missiles"):
        doer = None
    return made(Act.INJURED, token, harmed, doer)


def _of_a_shot(token: Token, inside: set[str]) -> Act | None:
    """Killed where the part of the body leaves little doubt; hurt in a limb."""
    if inside & words("idioms", "minor_parts"):
        return Act.INJURED
    hurt = any(t.lower_ in words("idioms", "treated") for t in token.doc)
    if inside & words("idioms", "deadly_parts"):
        return Act.INJURED if hurt else Act.KILLED
    if not inside and _is_shot_kin(token):
        return Act.INJURED if hurt else Act.KILLED
    return None


def _is_shot_kin(verb: Token) -> bool:
    """True for "they shot my father": told as a death, but for "shot him a look"."""
    given = clauses.objects(verb)
    if len(given) != 1 or given[0].dep_ != "dobj":
        return False
    behind = verb.doc[given[0].i + 1 : given[0].i + 2]
    if any(t.tag_ == "DT" for t in behind):
        return False
    owned = any(c.dep_ == "poss" for c in given[0].lefts)
    return owned and lemma(given[0]) in words("people", "kin")


def _harmed(verb: Token) -> list[Token]:
    """To whom it is done."""
    given = clauses.objects(verb)
    if given:
        return [clauses.antecedent(o) for o in given if is_person(o)]
    if clauses.is_passive(verb):
        return [s for s in clauses.subjects(verb) if is_person(s)]
    return []

"""Torture, flight and loss told by a phrase: "hung by the wrists", "lost two men"."""

from spacy.tokens import Token

from tasjil.model.acts import Act
from tasjil.read.drafts.nouns import nouns
from tasjil.read.english.harm.making import made
from tasjil.read.english.harm.mentions import Mention
from tasjil.read.english.text import clauses
from tasjil.read.english.text.lexicon import acts_by_word, words
from tasjil.read.english.text.phrases import counted, is_number, is_person, lemma


def torments(token: Token) -> Mention | None:
    """As in "they were beaten with cables", "they hung me by the wrists"."""
    base = token.lemma_.lower()
    if token.pos_ == "VERB":
        by = {lemma(o) for o in clauses.of_objects(token, "by", "from")}
        hung = base == "hang" and by & words("idioms", "hanging")
        deadly = any(t.lower_ in ("death", "dead") for t in token.subtree)
        if hung or (base in words("idioms", "beating") and not deadly):
            return _done_to(token)
    if base in words("idioms", "marks") and token.head.lemma_ in ("bear", "show"):
        told = {lemma(o) for o in clauses.of_objects(token)}
        if told & words("idioms", "torments") and token.dep_ == "dobj":
            return made(Act.TORTURED, token, clauses.subjects(token.head), None)
    return None


def _done_to(verb: Token) -> Mention | None:
    """The roles of a verb, active or passive."""
    given = [clauses.antecedent(o) for o in clauses.objects(verb)]
    if given:
        return made(Act.TORTURED, verb, given, clauses.subject(verb))
    if clauses.is_passive(verb):
        return made(Act.TORTURED, verb, clauses.subjects(verb), clauses.agent(verb))
    return None


def driven_out(token: Token) -> Mention | None:
    """As in "400 families were driven from their homes", "had to leave their homes"."""
    if token.pos_ != "VERB":
        return None
    base = token.lemma_.lower()
    from_what = {lemma(o) for o in clauses.of_objects(token, "from", "of", "out")}
    if base in words("idioms", "driving") and from_what & words("idioms", "homes"):
        if clauses.is_passive(token):
            doer = clauses.agent(token)
            return made(Act.DISPLACED, token, clauses.subjects(token), doer)
        given = clauses.objects(token)
        return made(Act.DISPLACED, token, given, clauses.subject(token))
    left = {lemma(o) for o in clauses.objects(token)}
    above = token.head
    forced = token.dep_ == "xcomp" and above.lemma_.lower() in ("have", "force", "make")
    if (
        base in words("idioms", "leaving")
        and forced
        and left & words("idioms", "homes")
    ):
        people = clauses.subjects(above)
        return made(Act.DISPLACED, above, people, clauses.agent(above), above)
    return None


def losses(token: Token) -> Mention | None:
    """As in "they lost two sons", "he mourned his cousins"."""
    if token.lemma_.lower() not in ("lose", "mourn") or token.pos_ != "VERB":
        return None
    lost = [o for o in clauses.objects(token) if _can_be_lost(o)]
    return made(Act.KILLED, token, lost, None) if lost else None


def _can_be_lost(word: Token) -> bool:
    """True for kin, and for people in number: not for a job or a game."""
    if lemma(word) in ("family", "friend", "captain", "leader"):
        return False
    kin = lemma(counted(word)) in words("people", "kin")
    numbered = any(c.dep_ == "nummod" for c in word.lefts)
    ranks = words("people", "security") | nouns("total")
    return kin or (numbered and lemma(word) in ranks)


def own_losses(token: Token) -> Mention | None:
    """As in "we lost two fighters": a side that tells of its own dead."""
    if token.lemma_.lower() != "lose" or token.pos_ != "VERB":
        return None
    lost = [o for o in clauses.objects(token) if lemma(o) in words("idioms", "fallen")]
    lost = [o for o in lost if any(c.dep_ in ("nummod", "det") for c in o.lefts)]
    return made(Act.KILLED, token, lost, None)


def put_out(token: Token) -> Mention | None:
    """As in "four of the assailants were neutralised": people counted, not a threat."""
    if token.lemma_.lower() not in words("idioms", "putting_out"):
        return None
    if token.pos_ != "VERB" and token.tag_ not in ("VBN", "VBD"):
        return None
    passive = clauses.is_passive(token) and not clauses.objects(token)
    harmed = clauses.subjects(token) if passive else clauses.objects(token)
    harmed = [clauses.antecedent(h) for h in harmed]
    doer = clauses.agent(token) if passive else clauses.subject(token)
    counted = [
        h for h in harmed if is_number(h) or any(c.dep_ == "nummod" for c in h.lefts)
    ]
    return made(Act.KILLED, token, counted, doer)


def cases(token: Token) -> Mention | None:
    """As in "14 cases of enforced disappearance": as many people, as far as is told."""
    if lemma(token) not in words("idioms", "cases"):
        return None
    if not any(c.dep_ == "nummod" for c in token.lefts):
        return None
    for told in clauses.of_objects(token):
        act = acts_by_word("of").get(told.lemma_.lower())
        people = [p for p in clauses.of_objects(told) if is_person(p)]
        if act is not None and not people:
            return made(act, token, [token], None)
    return None

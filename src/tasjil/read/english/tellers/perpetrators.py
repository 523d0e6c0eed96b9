"""Who is said to have done it, and how firmly that is told."""

from spacy.tokens import Token

from tasjil.model.acts import Act, PerpetratorStance
from tasjil.read.english.harm.mentions import Mention
from tasjil.read.english.text import clauses
from tasjil.read.english.text.lexicon import people, words
from tasjil.read.english.text.phrases import is_name, lemma, phrase

_EVENTS = words("grammar", "perpetrators_events")
_BODIES = words("grammar", "perpetrators_bodies")
_DISTANT = frozenset(
    ["alleged", "suspected", "presumed", "unidentified", "unknown", "apparent"]
)
_ALLEGING = frozenset(["allegedly", "apparently", "reportedly", "presumably"])
_BLAME = frozenset(
    ["accuse", "blame", "charge", "hold", "attribute", "suspect", "convict"]
)

_SELF = frozenset(["it", "they"])
_ON_OWN_DEED = {
    "admit": PerpetratorStance.CLAIMED,
    "acknowledge": PerpetratorStance.CLAIMED,
    "deny": PerpetratorStance.DENIED,
}
_ON_RESPONSIBILITY = {
    "claim": PerpetratorStance.CLAIMED,
    "accept": PerpetratorStance.CLAIMED,
    "deny": PerpetratorStance.DENIED,
}

Span = tuple[int, int]


def perpetrator(mention: Mention) -> tuple[Span, PerpetratorStance] | None:
    """The words for who did it and the stance; None where nobody is told."""
    for token, stance in _candidates(mention):
        span = _words_for(token)
        if span is not None and not _is_victim(token, mention):
            return span, _stance(mention, token, stance)
    return None


def _candidates(mention: Mention) -> list[tuple[Token, PerpetratorStance | None]]:
    """Tokens that may stand for who did it, the likeliest first."""
    found: list[tuple[Token, PerpetratorStance | None]] = []
    if mention.agent is not None and not _only_records(mention.agent):
        found.append((clauses.antecedent(mention.agent), None))
        found += [(who, stance) for who, stance in _of_themselves(mention.agent)]
        found += [(t, None) for t in _behind(mention.agent)]
    for token in mention.trigger.doc:
        if token.lower_ == "responsibility" and token.dep_ == "dobj":
            found += _responsible(token.head)
    for above in mention.trigger.ancestors:
        if above.lemma_.lower() in _BLAME and above.pos_ == "VERB":
            found += [(o, PerpetratorStance.ACCUSED) for o in _blamed(above)]
    for word in (mention.verb, mention.trigger):
        found += [(t, None) for t in clauses.of_objects(word, "by")]
        for event in clauses.of_objects(word, "in", "during", "after", "from", "when"):
            found += [(t, None) for t in _behind(event)]
    return found


def _only_records(doer: Token) -> bool:
    """True for "the monitor counted 341 dead": who counts them did not kill them."""
    counts = doer.head.lemma_.lower() in words("tellers", "recording")
    return counts and doer.dep_ in ("nsubj", "agent", "pobj")


def _of_themselves(
    doer: Token,
) -> list[tuple[Token, PerpetratorStance | None]]:
    """Who denies or owns up, as in "the brigade denied that it had killed"."""
    telling = doer.head.head
    if doer.lower_ not in _SELF or doer.head.dep_ != "ccomp":
        return []
    stance = _ON_OWN_DEED.get(telling.lemma_.lower())
    who = clauses.subject(telling)
    return [(who, stance)] if stance is not None and who is not None else []


def _responsible(verb: Token) -> list[tuple[Token, PerpetratorStance | None]]:
    """Who claims or denies responsibility."""
    stance = _ON_RESPONSIBILITY.get(verb.lemma_.lower())
    who = clauses.subject(verb)
    return [(who, stance)] if stance is not None and who is not None else []


def _blamed(verb: Token) -> list[Token]:
    """Whom a verb of blaming holds responsible."""
    if verb.lemma_.lower() == "attribute":
        return clauses.of_objects(verb, "to")
    given = clauses.objects(verb)
    if given:
        return given
    who = clauses.subject(verb)
    return [who] if who is not None and clauses.is_passive(verb) else []


def _behind(event: Token) -> list[Token]:
    """Who stands behind an event: "an attack by gunmen", "a Lumenian airstrike"."""
    if lemma(event) not in _EVENTS:
        return []
    found = clauses.of_objects(event, "by")
    for child in event.children:
        if (
            child.dep_ in ("acl", "relcl")
            and (doer := clauses.agent(child)) is not None
        ):
            found.append(doer)
        if (
            child.dep_ in ("poss", "compound", "nmod")
            and lemma(child) in _BODIES | people()
        ):
            found.append(child)
    found += [
        c
        for c in event.lefts
        if c.dep_ in ("amod", "compound", "nmod") and _names_a_side(c)
    ]
    return found


def _names_a_side(word: Token) -> bool:
    """True for "Lumenian" in "a Lumenian airstrike"."""
    return word.text[:1].isupper() and word.i > word.sent.start and word.text.isalpha()


def _words_for(token: Token) -> Span | None:
    """The span of a phrase that can do harm; None for events, things and pronouns."""
    base = lemma(token)
    if (
        base in _EVENTS
        or token.pos_ == "PRON"
        or token.lower_ in words("scene", "things")
    ):
        return None
    side = token.dep_ in ("amod", "compound", "nmod") and token.text[:1].isupper()
    harmful = base in people() or base in _BODIES or is_name(token) or side
    if not harmful and not base.endswith(("man", "men", "er", "ist")):
        return None
    first, last = (token, token) if side else phrase(token)
    return first.idx, last.idx + len(last)


def _is_victim(token: Token, mention: Mention) -> bool:
    """True where the same words are the victims of the mention."""
    return any(token.i == v.head.i for v in mention.victims)


def _stance(
    mention: Mention, token: Token, told: PerpetratorStance | None
) -> PerpetratorStance:
    """How firmly: distance in the phrase, in its event, or in the clause."""
    first, last = phrase(token)
    near = {t.lower_ for t in token.doc[first.i : last.i + 1]}
    near |= {c.lower_ for c in token.head.children}
    if near & _DISTANT:
        return PerpetratorStance.ALLEGED
    if told is not None:
        return told
    around = [
        mention.verb,
        *mention.verb.children,
        *mention.trigger.children,
        *token.head.children,
    ]
    if any(c.lower_ in _ALLEGING for c in around):
        return PerpetratorStance.ALLEGED
    above = {a.lemma_.lower() for a in mention.trigger.ancestors}
    if above & {"deny"}:
        return PerpetratorStance.DENIED
    if above & {"accuse", "blame", "allege"}:
        return PerpetratorStance.ACCUSED
    owned = above & {"admit", "acknowledge"} or _claims(mention.trigger)
    if owned and mention.act is not Act.INJURED:
        return PerpetratorStance.CLAIMED
    return PerpetratorStance.NAMED


def _claims(trigger: Token) -> bool:
    """True for "claims to have killed": those who did it tell it themselves."""
    return trigger.dep_ == "xcomp" and trigger.head.lemma_.lower() == "claim"

"""People taken, held or gone, told by a phrase: "was taken from his shop"."""

from spacy.tokens import Token

from tasjil.model.acts import Act
from tasjil.read.english.harm.making import made
from tasjil.read.english.harm.mentions import Mention
from tasjil.read.english.text import clauses
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.text.phrases import is_person, lemma


def taken(token: Token) -> Mention | None:
    """As in "gunmen led away the driver", "they took my son", "five were seized"."""
    base = token.lemma_.lower()
    if token.pos_ != "VERB" or base not in words("idioms", "taking"):
        return None
    passive = clauses.is_passive(token) and not clauses.objects(token)
    harmed = clauses.subjects(token) if passive else clauses.objects(token)
    harmed = [clauses.antecedent(h) for h in harmed]
    harmed = [h for h in harmed if is_person(h)]
    doer = clauses.agent(token) if passive else clauses.subject(token)
    if not harmed or _helps(token) or not _by_force(token, doer, passive):
        return None
    return made(act_of_taking(doer), token, harmed, doer)


def act_of_taking(doer: Token | None) -> Act:
    """Detained where a state's forces are told to have done it, else abducted."""
    serves = doer is not None and lemma(doer) in words("people", "security")
    return Act.DETAINED if serves else Act.ABDUCTED


def _helps(verb: Token) -> bool:
    """True for "was taken to hospital"."""
    to = {lemma(o) for o in clauses.of_objects(verb, "to", "into")}
    return bool(to & words("idioms", "to_help"))


def _by_force(verb: Token, doer: Token | None, passive: bool) -> bool:
    """True where words beside the verb say that they did not go of their own will."""
    if verb.lemma_.lower() in words("idioms", "taking_alone"):
        return True
    beside = {c.lower_ for c in verb.children}
    if doer is not None and lemma(doer) in words("idioms", "takers"):
        return passive or verb.lemma_.lower() == "take" or bool(beside & _AWAY)
    from_where = {lemma(o) for o in clauses.of_objects(verb, "from", "off", "out")}
    return passive and bool(beside & _AWAY or from_where & words("idioms", "from_home"))


_AWAY = words("idioms", "away")


def held(token: Token) -> Mention | None:
    """As in "she was held for nineteen days", "I spent a year in prison"."""
    base = token.lemma_.lower()
    if base == "capture" and token.pos_ == "VERB":
        return _captured(token)
    if base == "hold" and clauses.is_passive(token):
        inside = {lemma(o) for o in clauses.of_objects(token, "in", "at", "for")}
        wanted = words("idioms", "held") | words("idioms", "prison_time")
        if inside & wanted or clauses.agent(token) is not None:
            harmed = clauses.subjects(token)
            return made(Act.DETAINED, token, harmed, clauses.agent(token))
    if base == "spend":
        length = {lemma(o) for o in clauses.objects(token)}
        where = {lemma(o) for o in clauses.of_objects(token, "in", "at")}
        if length & words("idioms", "prison_time") and where & words("idioms", "held"):
            return made(Act.DETAINED, token, clauses.subjects(token), None)
    return None


def _captured(token: Token) -> Mention | None:
    """People captured; a town is no person."""
    passive = clauses.is_passive(token) and not clauses.objects(token)
    harmed = clauses.subjects(token) if passive else clauses.objects(token)
    doer = clauses.agent(token) if passive else clauses.subject(token)
    return made(Act.DETAINED, token, [h for h in harmed if is_person(h)], doer)


def gone(token: Token) -> Mention | None:
    """As in "nobody has heard from him since", "her whereabouts are unknown"."""
    base = token.lemma_.lower()
    if token.lower_ == "missing" and token.tag_ == "VBG" and token.dep_ == "conj":
        return made(Act.MISSING, token, clauses.subjects(token), None)
    if base in words("idioms", "sensing") and token.pos_ == "VERB":
        return _not_seen(token)
    if base in words("idioms", "lost_track") and token.head.lemma_.lower() == "lose":
        return made(Act.MISSING, token, clauses.of_objects(token, "of", "with"), None)
    if base in words("idioms", "fate") and _is_unknown(token):
        owners = clauses.children(token, "poss")
        return made(Act.MISSING, token, clauses.of_objects(token) or owners, None)
    return None


def _not_seen(verb: Token) -> Mention | None:
    """People whom nobody has seen or heard of since."""
    denied = any(c.dep_ == "neg" for c in verb.children)
    subject = clauses.subject(verb)
    nobody = subject is not None and subject.lower_ in ("nobody", "none", "one")
    since = any(t.lower_ in ("since", "again") for t in verb.subtree)
    if not since or not (denied or nobody):
        return None
    if clauses.is_passive(verb):
        return made(Act.MISSING, verb, clauses.subjects(verb), None)
    seen = clauses.objects(verb) + clauses.of_objects(verb, "from", "of")
    return made(Act.MISSING, verb, [s for s in seen if is_person(s)], None)


def _is_unknown(noun: Token) -> bool:
    """True for "is unknown", "is not known", "remains unclear"."""
    verb = noun.head
    told = {t.lower_ for t in verb.subtree}
    return bool(told & words("idioms", "unknown")) or {"not", "known"} <= told

"""Who does what to whom in a clause, across "and", "who" and "to have been"."""

from spacy.tokens import Token

from tasjil.read.english.text.lexicon import words

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = frozenset(["who", "whom", "which", "that"])
_REACH = 12
_DAYS = frozenset(["on", "in", "by"])
_TIMES = words("grammar", "clauses_times")
_RAISING = words("grammar", "clauses_raising")


def children(token: Token, *deps: str) -> list[Token]:
    """The direct children that stand in one of these relations."""
    return [c for c in token.children if c.dep_ in deps]


def is_passive(verb: Token) -> bool:
    """True for "was killed", "killed in the raid", "the murdered men"."""
    if verb.tag_ != "VBN":
        return False
    if children(verb, "auxpass", "nsubjpass", "agent"):
        return True
    helpers = {c.lower_ for c in children(verb, "aux")}
    if helpers & {"has", "have", "had", "having", "'ve", "'d"}:
        return False
    if (
        verb.dep_ == "conj"
        and verb.head.pos_ in ("VERB", "AUX")
        and not children(verb, *SUBJECTS)
    ):
        return is_passive(verb.head) and not children(verb, "dobj")
    return verb.dep_ in (
        "acl",
        "amod",
        "oprd",
        "advcl",
        "relcl",
        "ROOT",
        "ccomp",
        "xcomp",
        "conj",
        "dep",
        "appos",
        "nmod",
        "pcomp",
    )


def antecedent(token: Token) -> Token:
    """The people that "who" stands for; the word itself where it is no such word."""
    if token.lower_ not in _RELATIVE and token.lower_ != "whose":
        return token
    verb = token.head
    for _ in range(6):
        if verb.dep_ in ("relcl", "acl"):
            return verb.head
        if verb.head == verb:
            break
        verb = verb.head
    return token


def own_subjects(verb: Token) -> list[Token]:
    """Subjects of the verb itself; the parse sometimes hangs them on its "were"."""
    helpers = children(verb, "aux", "auxpass")
    own = children(verb, *SUBJECTS) or [
        s for helper in helpers for s in children(helper, *SUBJECTS)
    ]
    return own or out_of_a_list(verb)


def out_of_a_list(verb: Token) -> list[Token]:
    """As in "killed 20 people and a militia killed seven".

    The parse lists the militia with the people; no "and" stands before its verb.
    """
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or not children(verb, "dobj"):
        return []
    start = verb.i
    while start - 1 > verb.head.i and _in_a_phrase(verb.doc[start - 1]):
        start -= 1
    if verb.doc[start - 1].dep_ != "cc":
        return []
    return [t for t in verb.doc[start : verb.i] if t.dep_ == "conj"][:1]


def _in_a_phrase(token: Token) -> bool:
    """True for what can stand in "members of a local militia"."""
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "DET") or token.lower_ == "of"


def does_the_next(noun: Token) -> bool:
    """True for "a militia" in "killed 20 people and a militia killed seven"."""
    beside = (c for a in noun.ancestors for c in a.rights if c.dep_ == "conj")
    return any(out_of_a_list(verb) == [noun] for verb in beside)


def subject(verb: Token) -> Token | None:
    """The subject of a verb, found through "and", "to have been" and "who"."""
    for _ in range(6):
        own = own_subjects(verb)
        if own:
            return antecedent(own[-1])
        above = verb.head
        if above == verb:
            return None
        if verb.dep_ == "relcl" or verb.dep_ == "acl":
            return above
        climbs = verb.dep_ in ("conj", "xcomp", "oprd", "auxpass", "aux", "advcl") or (
            verb.dep_ == "ccomp" and above.lemma_ in _RAISING
        )
        if not climbs or above.pos_ not in ("VERB", "AUX", "ADJ"):
            return None
        verb = above
    return None


def subjects(verb: Token) -> list[Token]:
    """All subjects, where the parse gives a list in front of a verb as several."""
    first = subject(verb)
    if first is None:
        return _between(verb) or _bare_number(verb) or _behind_a_date(verb)
    beside = [c for c in first.head.children if c.dep_ == first.dep_ and c.i < first.i]
    return [*beside, first] if first.dep_ in SUBJECTS else [first]


def _between(verb: Token) -> list[Token]:
    """As in "between 30 and 40 people died", parsed as a place."""
    heads = [c for c in verb.children if c.lower_ == "between" and c.i < verb.i]
    return [o for head in heads for o in children(head, "pobj") if o.tag_ == "NNS"]


def _bare_number(verb: Token) -> list[Token]:
    """As in "In Varesh 52 were killed", where the parse hangs the number elsewhere."""
    helper = next((c for c in verb.children if c.dep_ == "auxpass"), None)
    if helper is None or helper.i == 0:
        return []
    before = helper.nbor(-1)
    return [before] if before.tag_ == "CD" else []


def _behind_a_date(verb: Token) -> list[Token]:
    """As in "On 9 March two men were shot", where the parse hangs the men on "on"."""
    helper = next((c for c in verb.children if c.dep_ == "auxpass"), None)
    if helper is None or helper.i < 2 or helper.nbor(-1).head.lower_ not in _DAYS:
        return []
    noun = helper.nbor(-1)
    dated = any(t.lower_ in _TIMES for t in noun.lefts)
    return [noun] if dated and noun.tag_ == "NNS" else []


def agent(verb: Token) -> Token | None:
    """Who did it in the passive: "by gunmen", "at the hands of gunmen"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return None


def objects(verb: Token) -> list[Token]:
    """What the verb is done to, in the active; also behind a time set in between.

    As in "gunmen murdered, in two days, a judge": the parse calls the judge a measure.
    """
    found = children(verb, "dobj", "dative")
    if found or verb.tag_ not in ("VBD", "VBG") or not own_subjects(verb):
        return found
    late = (c for c in verb.rights if c.dep_ == "npadvmod")
    return [c for c in late if c.lower_ not in _TIMES and c.nbor(-1).tag_ != "CD"]


def of_objects(noun: Token, *prepositions: str) -> list[Token]:
    """The nouns after "of" (or another preposition)."""
    wanted = prepositions or ("of",)
    return [
        inner
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ in wanted
        for inner in children(child, "pobj", "pcomp")
    ]


def first_of(noun: Token) -> list[Token]:
    """The noun after the first "of", and those of "of A and of B"."""
    first = next((c for c in noun.children if c.lower_ == "of"), None)
    first = first or _of_behind_time_or_place(noun)
    if first is None:
        return []
    chain = [first, *(c for c in first.children if c.dep_ == "conj")]
    return [o for each in chain for o in children(each, "pobj", "pcomp")]


def _of_behind_time_or_place(noun: Token) -> Token | None:
    """The "of" of "the murder in Varesh on 3 May of a judge"."""
    for token in noun.doc[noun.i + 1 : noun.i + _REACH]:
        if token.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "PRON"):
            return None
        before = token.nbor(-1)
        timed = before.lower_ in _TIMES or before.pos_ in ("PROPN", "NUM")
        if token.lower_ == "of" and timed and token.nbor(-1) != noun:
            inside = children(token, "pobj")
            if inside and inside[0].lower_ not in _TIMES and not _opens_a_date(token):
                return token
    return None


def _opens_a_date(of: Token) -> bool:
    """True in "the evening of 9 May"."""
    near = of.doc[of.i + 1 : of.i + 3]
    return any(t.lower_ in _TIMES for t in near)


def clause_verb(token: Token) -> Token:
    """The nearest verb at or above a word."""
    for each in (token, *token.ancestors):
        if each.pos_ in ("VERB", "AUX"):
            return each
    return token

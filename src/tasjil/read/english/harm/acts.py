"""Which words of a parsed sentence tell of harm, and whose: the patterns of English."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from tasjil.model.acts import Act
from tasjil.read.english.harm import (
    bodies,
    games,
    hardships,
    lists,
    taken,
    tolls,
    wounds,
)
from tasjil.read.english.harm.breakdowns import parts_listed
from tasjil.read.english.harm.making import made
from tasjil.read.english.harm.meant import meant
from tasjil.read.english.harm.mentions import Mention, VictimPhrase
from tasjil.read.english.harm.plain_lists import with_whole_list
from tasjil.read.english.text import clauses
from tasjil.read.english.text.lexicon import act_pairs, acts_by_word, words
from tasjil.read.english.text.phrases import has_determiner, is_number, is_person, lemma

MOST = 24
"""No sentence people write tells of more deeds; the work on one stays bounded."""
_LIVES = frozenset(["claim", "take", "cost", "lose"])
_NO_PERSON_DEATHS = words("grammar", "acts_no_person_deaths")


_OUTCOMES = frozenset(["acomp", "oprd", "xcomp", "ccomp", "advcl"])


def find_mentions(doc: Doc) -> list[Mention]:
    """Every mention of harm in one sentence, in the order of its words."""
    found: list[Mention] = []
    for token in doc:
        if len(found) == MOST:
            break
        for pattern in PATTERNS:
            mention = pattern(token)
            if mention is not None and mention.victims:
                found.append(with_whole_list(_with_parts(mention)))
                break
    return tolls.without_repeats(found)


def _phrases(heads: list[Token]) -> tuple[VictimPhrase, ...]:
    """Victim phrases for these heads and all that is listed with them."""
    return tuple(VictimPhrase(head) for head in heads)


def _with_parts(mention: Mention) -> Mention:
    """The mention with the numbers that are listed behind its number."""
    parts = {p.head.i: p for p in parts_listed(mention)}
    kept = [v for v in mention.victims if v.head.i not in parts]
    return replace(mention, victims=(*kept, *parts.values())) if parts else mention


def transitive(token: Token) -> Mention | None:
    """As in "soldiers killed two men", "two men were killed by soldiers"."""
    if token.pos_ not in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBD", "VBG"):
        return None
    act = _act_of_verb(token)
    if token.lemma_.lower() == "bury" and _buries_nobody(token):
        return None
    if act is not None and games.is_of_a_game(token):
        return None
    return None if act is None else _done_to(token, act)


def _buries_nobody(verb: Token) -> bool:
    """True for "under rubble", and for "buried there they found arms"."""
    under = clauses.of_objects(verb, "under", "beneath")
    return bool(under) or (verb.dep_ == "advcl" and not clauses.own_subjects(verb))


def _act_of_verb(token: Token) -> Act | None:
    """The act of a verb, alone ("killed") or with its word ("shot ... dead")."""
    base = token.lemma_.lower()
    act = acts_by_word("transitive").get(base)
    if act is None and token.tag_ in ("VBN", "VBD"):
        known = acts_by_word("transitive")
        act = known.get(token.lower_[:-1]) or known.get(token.lower_[:-2])
    if act is not None:
        return act
    for act in Act:
        beside = act_pairs(act).get(base)
        if beside and any(c.lower_ in beside for c in _near(token)):
            return act
    return None


def _near(token: Token) -> Iterator[Token]:
    """Children and grandchildren: "shot to death", "riddled with bullets"."""
    for child in token.children:
        yield child
        if child.dep_ == "prep":
            yield from child.children


def _done_to(verb: Token, act: Act) -> Mention | None:
    """The roles of a verb of harm, active, passive or as an adjective."""
    if (
        verb.dep_ == "amod"
        and verb.head.pos_ in ("NOUN", "PROPN", "NUM")
        and verb.i < verb.head.i
    ):
        if verb.tag_ == "VBG":
            return None  # "the murdering gangs"
        bare = verb.head.tag_ == "NNS" and not _has_measure(verb.head)
        return None if bare else made(act, verb, [verb.head], clauses.agent(verb))
    given = [o for o in clauses.objects(verb) if o.lower_ not in ("hostage", "captive")]
    if clauses.is_passive(verb) and not given:
        return made(act, verb, clauses.subjects(verb), clauses.agent(verb))
    if given:
        doer = clauses.subject(verb)
        return made(
            act, verb, [meant(clauses.antecedent(o), verb) for o in given], doer
        )
    return _without_object(verb, act)


def _has_measure(noun: Token) -> bool:
    """True where a number or an article says that certain people are meant."""
    return any(c.dep_ in ("nummod", "det", "poss", "quantmod") for c in noun.lefts)


def _without_object(verb: Token, act: Act) -> Mention | None:
    """As in "12 killed in ambush": a headline's passive."""
    bare = verb.tag_ == "VBN" and not clauses.children(verb, "aux", "auxpass")
    if (
        bare
        and verb.i
        and is_number(verb.nbor(-1))
        and verb.nbor(-1).ent_type_ != "DATE"
    ):
        return made(act, verb, [verb.nbor(-1)], clauses.agent(verb))
    relative = [c for c in verb.children if c.lower_ in ("whom", "that")]
    if relative and verb.dep_ == "relcl":
        return made(act, verb, [verb.head], clauses.subject(verb))
    if verb.tag_ not in ("VBN", "VBD") or _has_done(verb):
        return None
    return made(act, verb, clauses.subjects(verb), clauses.agent(verb))


def _has_done(verb: Token) -> bool:
    """True for "gangs have murdered with impunity": the subject did it."""
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def intransitive(token: Token) -> Mention | None:
    """As in "two men died", "he succumbed to his wounds"."""
    act = acts_by_word("intransitive").get(token.lemma_.lower())
    if act is None or token.pos_ != "VERB" or _yields(token) or _is_quiet(token):
        return None
    return made(act, token, clauses.subjects(token), clauses.agent(token))


def _is_quiet(verb: Token) -> bool:
    """True for "died peacefully in his sleep": nobody did harm."""
    return any(c.lower_ in words("grammar", "acts_quietly") for c in verb.children)


def _yields(verb: Token) -> bool:
    """True for "succumbed to temptation": who succumbs to wounds dies."""
    if verb.lemma_.lower() != "succumb":
        return False
    behind = verb.doc[verb.i + 1 : verb.i + 8]
    to = len(behind) > 1 and behind[0].lower_ == "to"
    deadly = words("grammar", "acts_deadly_wounds")
    return to and not any(lemma(t) in deadly for t in behind)


def of_noun(token: Token) -> Mention | None:
    """As in "the killing of two men", "his death", "nine deaths"."""
    act = acts_by_word("of").get(token.lemma_.lower())
    if (
        act is None
        or token.pos_ not in ("NOUN", "PROPN", "VERB")
        or token.tag_ == "VBN"
    ):
        return None
    if token.dep_ in ("compound", "amod") or _names_no_death(token):
        return None
    harmed = [h for h in clauses.first_of(token) if is_person(h)]
    harmed += _stray_subject(token) if harmed else []
    owners = [c for c in token.children if c.dep_ == "poss" and is_person(c)]
    kinds = [
        c
        for c in token.children
        if c.dep_ in ("compound", "nmod", "amod") and is_person(c)
    ]
    doer = clauses.agent(token) or (owners[0] if harmed and owners else None)
    harmed = harmed or [clauses.antecedent(o) for o in owners]
    if not harmed and (counted := _is_counted(token)):
        harmed = [token] if counted else []
    if not harmed and token.tag_ == "NNS":
        harmed = kinds
    return made(act, token, harmed, doer) if harmed else None


def _stray_subject(token: Token) -> list[Token]:
    """The sister in "the murder of a driver and his sister was ...".

    The parse sometimes makes the last one listed a second subject of the verb.
    """
    if token.dep_ not in clauses.SUBJECTS:
        return []
    later = [s for s in clauses.own_subjects(token.head) if s.i > token.i]
    return [s for s in later if _is_joined(s) and is_person(s)]


def _is_joined(token: Token) -> bool:
    """True where "and" stands right before the phrase."""
    first = token.left_edge
    return first.i > 0 and first.nbor(-1).dep_ == "cc"


def that_of(token: Token) -> Mention | None:
    """As in "the murders, above all that of the senator"."""
    if token.lower_ not in ("that", "those") or token.dep_ == "mark":
        return None
    harmed = [h for h in clauses.first_of(token) if is_person(h)]
    if not harmed or token.i + 1 >= len(token.doc) or token.nbor().lower_ != "of":
        return None
    for before in reversed(token.doc[: token.i]):
        act = acts_by_word("of").get(before.lemma_.lower())
        if act is not None and before.pos_ in ("NOUN", "PROPN"):
            return made(act, token, harmed, None)
    return None


def _names_no_death(token: Token) -> bool:
    """True in "death squad", "sentenced to death"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return after is not None and after.lower_ in _NO_PERSON_DEATHS


def _is_counted(token: Token) -> bool:
    """True where a number stands with the noun: "nine deaths", not "two massacres"."""
    if token.lemma_.lower() in ("massacre", "slaughter", "genocide"):
        return False
    counted = any(
        c.dep_ == "nummod" or c.lower_ in ("several", "many", "no")
        for c in token.children
    )
    return counted and (
        token.tag_ == "NNS" or token.lower_ in ("death", "killing", "murder")
    )


def state(token: Token) -> Mention | None:
    """As in "left two dead", "two dead and five wounded", "is missing"."""
    act = acts_by_word("state").get(token.lower_)
    if act is None or token.dep_ in ("compound", "npadvmod"):
        return None
    if token.dep_ == "amod" or (token.dep_ in ("acl", "relcl") and token.pos_ == "ADJ"):
        head = token.head
        return made(act, token, [head], None) if is_person(head) else None
    small = clauses.own_subjects(token)
    if small and not _is_predicate_noun(token):
        return made(act, token, [clauses.antecedent(small[0])], None)
    if token.dep_ in _OUTCOMES and token.head.pos_ in ("VERB", "AUX"):
        if _stands_for_people(token) and not clauses.objects(token.head):
            # "Left 12 dead": the number has no noun but this one.
            return made(act, token, [token], clauses.subject(token.head))
        return _predicate(act, token)
    if _stands_for_people(token):
        return made(
            act,
            token,
            [token],
            clauses.subject(token.head) if token.dep_ == "dobj" else None,
        )
    return None


def _is_predicate_noun(token: Token) -> bool:
    """True for "the dead" used as a noun."""
    return token.pos_ == "NOUN"


def _predicate(act: Act, token: Token) -> Mention | None:
    """As in "he was found dead", "left 12 people dead", "is feared dead"."""
    verb = token.head
    given = clauses.objects(verb)
    if given and verb.lemma_ not in ("be", "remain"):
        harmed: Token | None = given[0]
    else:
        harmed = clauses.subject(verb)
    if harmed is None or _act_of_verb(verb) is not None:
        return None
    doer = clauses.subject(verb) if given else clauses.agent(verb)
    return made(act, token, [clauses.antecedent(harmed)], doer, verb=verb)


def _stands_for_people(token: Token) -> bool:
    """True for "12 dead", "the wounded": a number or an article makes it people."""
    if any(c.dep_ in ("nummod", "quantmod") or is_number(c) for c in token.lefts):
        return True
    return token.i > 0 and (
        is_number(token.nbor(-1)) or token.nbor(-1).lower_ in ("several", "many")
    )


def persons(token: Token) -> Mention | None:
    """As in "two martyrs", "12 fatalities"."""
    act = acts_by_word("persons").get(token.lemma_.lower())
    if (
        act is None
        or token.pos_ not in ("NOUN", "PROPN")
        or token.dep_ in ("compound", "nsubj", "attr")
    ):
        return None
    if not _stands_for_people(token) and not has_determiner(token, "a", "an"):
        return None
    return made(act, token, [token], None)


def verified_victims(token: Token) -> Mention | None:
    """As in "the office has verified 29 victims": counted, and so told as dead."""
    if lemma(token) != "victim":
        return None
    number = any(c.dep_ == "nummod" for c in token.lefts)
    if number and _is_on_a_list(token):
        return made(Act.KILLED, token, [token], None)
    if token.dep_ not in ("dobj", "nsubjpass"):
        return None
    counting = token.head.lemma_.lower() in words("grammar", "acts_counting_victims")
    of_harm = any(c.dep_ in ("prep", "compound", "amod") for c in token.rights)
    if not counting or of_harm or not number:
        return None
    return made(Act.KILLED, token, [token], None)


def _is_on_a_list(victim: Token) -> bool:
    """True for "a list with the names of 29 victims"."""
    if victim.dep_ != "pobj" or victim.head.lower_ not in ("of", "with"):
        return False
    return victim.head.head.lemma_.lower() in ("name", "list", "register")


def lives(token: Token) -> Mention | None:
    """As in "claimed the lives of two men", "two men lost their lives"."""
    if token.lemma_.lower() != "life" or token.dep_ not in (
        "dobj",
        "nsubjpass",
        "conj",
    ):
        return None
    verb = token.head
    if verb.lemma_.lower() not in _LIVES:
        return None
    if verb.lemma_.lower() == "lose" and token.dep_ == "dobj":
        harmed = [s] if (s := clauses.subject(verb)) is not None else []
        return made(Act.KILLED, token, harmed, None, verb=verb)
    harmed = clauses.of_objects(token) or clauses.children(token, "poss")
    if not harmed and _stands_for_people(token):
        harmed = [token]
    return made(Act.KILLED, token, harmed, clauses.subject(verb), verb=verb)


PATTERNS: tuple[Callable[[Token], Mention | None], ...] = (
    bodies.bodies_found,
    tolls.toll,
    lists.among_the_dead,
    hardships.torments,
    transitive,
    lives,
    hardships.losses,
    hardships.own_losses,
    hardships.put_out,
    wounds.wounds,
    wounds.admitted,
    wounds.lost_limbs,
    wounds.blows,
    taken.taken,
    taken.held,
    taken.gone,
    hardships.driven_out,
    hardships.cases,
    state,
    intransitive,
    of_noun,
    that_of,
    persons,
    verified_victims,
)

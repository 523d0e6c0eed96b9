"""Lists of victims: "and", "along with", "including", "among the dead were"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from tasjil.model.acts import Act
from tasjil.read.drafts.draft import Part
from tasjil.read.english.harm.mentions import Mention, VictimPhrase
from tasjil.read.english.text import clauses
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.text.parser import text_of
from tasjil.read.english.text.phrases import (
    breakdown,
    is_name,
    is_number,
    is_person,
    is_plural,
    lemma,
    members,
    phrase,
)

_BESIDE = frozenset(["with", "alongside", "besides"])
_WITH = frozenset(["along", "together", "alongside"])
_AMONG = frozenset(["including", "among", "amongst", "notably"])
_OF_WHOM = frozenset(["whom", "them", "which"])
_ARE_HURT = re.compile(
    r"(?:\s(?:were|was|are|had|have|been|being|also|reported|reportedly|only))+"
    r"\s(?:injured|wounded|hurt)\b(?!\s(?:and|or)\s(?:killed|dead))"
)
_OPENS = frozenset([":", "–", "—", "--"])
_DEAD = words("grammar", "lists_dead")
_SOME = frozenset(["woman", "child", "man", "girl", "boy", "infant", "minor"])
_WOUNDED = frozenset(["wounded", "injured"])
_HURT = frozenset(["wounded", "injured", "injuries", "hurt", "missing", "arrested"])
_TELLING = frozenset(["identify", "name", "count", "list"])
_NAMING = frozenset(["identify", "name", "be", "include", "count", "list"])


def all_victims(heads: list[Token], trigger: Token) -> tuple[VictimPhrase, ...]:
    """Everybody a mention tells of, each phrase once, in the order of the words."""
    found: dict[int, VictimPhrase] = {}
    for head in map(_named_head, heads):
        parts = [VictimPhrase(t, Part.AMONG) for t in breakdown(head)]
        for each in [*_listed(head), *parts, *_beside(head), *_among(head)]:
            found.setdefault(each.head.i, each)
    for each in [*_beside(trigger), *_among(trigger)]:
        found.setdefault(each.head.i, each)
    if trigger.pos_ in ("VERB", "AUX"):
        for each in _stray_parts(trigger):
            found.setdefault(each.head.i, each)
    ordered = [found[i] for i in sorted(found)]
    if trigger.lower_ not in _HURT:
        ordered = [p for p in ordered if not _is_of_the_hurt(p.head)]
    kept = [p for p in ordered if not _describes_a_name(p.head, found)]
    return tuple(_one_by_one(kept))


def _one_by_one(found: list[VictimPhrase]) -> Iterator[VictimPhrase]:
    """As in "four people: the brothers Omar and Idris, and two nurses": four in all.

    "Eleven people, including Omar Halqi, his wife and their sons": eleven in all, too.
    """
    whole: Token | None = None
    included = False
    for each in found:
        listed = whole is not None and _is_list_of(whole, each.head)
        goes_on = included and each.part is Part.MAIN and _is_particular(each.head)
        among = goes_on or (listed and each.part is not Part.AMONG)
        yield replace(each, part=Part.AMONG) if among else each
        included = included or each.part is Part.AMONG
        if whole is None and _is_counted_plural(each.head):
            whole = each.head


def _is_list_of(whole: Token, head: Token) -> bool:
    """True behind a colon, or inside an aside that a dash opens right at the number."""
    marks = [t for t in head.doc[whole.i : head.i] if t.text in _OPENS]
    if len(marks) != 1:
        return False
    return marks[0].text == ":" or marks[0].i <= phrase(whole)[1].i + 1


def _is_counted_plural(head: Token) -> bool:
    """True for people with a number: "four members of the family"."""
    return is_plural(head) and any(c.dep_ == "nummod" for c in head.lefts)


def _is_particular(head: Token) -> bool:
    """True for a name, and for somebody's kin: "his wife"."""
    return is_name(head) or any(c.tag_ == "PRP$" for c in head.lefts)


def _is_of_the_hurt(head: Token) -> bool:
    """True for "35 injured", told beside 5 who were killed, and for "35 hurt men"."""
    if any(c.dep_ == "amod" and c.lower_ in _HURT for c in head.lefts):
        return True
    if _ARE_HURT.match(text_of(head.doc), head.idx + len(head)):
        return True
    behind = head.nbor().lower_ if head.i + 1 < len(head.doc) else ""
    counts = behind in _HURT and (is_number(head) or _is_counted_plural(head))
    return counts or (head.lower_ in _HURT and any(map(is_number, head.lefts)))


def _named_head(head: Token) -> Token:
    """As in "Anton Dravich, candidate for mayor": the name, not the office."""
    if is_name(head):
        return head
    for child in head.lefts:
        beside = child.dep_ in ("nmod", "compound", "nsubj", "nsubjpass")
        if beside and is_name(child) and child.nbor().text == ",":
            return child
    return head


def _describes_a_name(head: Token, found: dict[int, VictimPhrase]) -> bool:
    """True for "mayor of Varesh" right behind "Anton Dravich,": one person, not two."""
    if is_plural(head) or is_name(head) or is_number(head) or head.pos_ == "PRON":
        return False
    first = phrase(head)[0]
    if any(c.dep_ == "poss" for c in head.children) or first.i < 2:
        return False
    comma, before = first.nbor(-1), first.nbor(-2)
    listed = any(c.dep_ == "cc" and c.i < first.i for c in before.children)
    return comma.text == "," and before.i in found and is_name(before) and not listed


def _listed(head: Token) -> Iterator[VictimPhrase]:
    """The head and what "and" or commas list with it."""
    for each in members(head):
        if each == head or (is_person(each) and not clauses.does_the_next(each)):
            yield VictimPhrase(each)


def _beside(token: Token) -> Iterator[VictimPhrase]:
    """As in "along with her four children", "as well as two guards"."""
    near = [g for c in token.children if c.lower_ in _WITH for g in c.children]
    for child in [*token.children, *near]:
        if child.dep_ not in ("prep", "cc", "advmod") or not _is_beside(child):
            continue
        for inner in clauses.children(child, "pobj"):
            if is_person(inner):
                yield from (
                    VictimPhrase(each.head, Part.BESIDE) for each in _listed(inner)
                )


def _is_beside(word: Token) -> bool:
    """True for the words that put more victims beside the ones told."""
    low = word.lower_
    if low in ("alongside", "besides"):
        return True
    if low != "with":
        return False
    before = word.nbor(-1).lower_ if word.i else ""
    return before in _WITH or before not in ("charged", "clashes", "clash", "fighting")


def _among(token: Token) -> Iterator[VictimPhrase]:
    """As in "including three children", "among them a nurse"."""
    for child in token.children:
        if child.lower_ not in _AMONG or child.dep_ not in (
            "prep",
            "acl",
            "advcl",
            "mark",
        ):
            continue
        inside = clauses.children(child, "pobj", "dobj", "pcomp")
        after = [t for t in inside if t.lower_ not in ("them", "whom", "those")]
        for inner in after:
            if is_person(inner):
                yield from (
                    VictimPhrase(each.head, Part.AMONG) for each in _listed(inner)
                )


def _stray_parts(verb: Token) -> Iterator[VictimPhrase]:
    """Parts the parse hangs elsewhere in the clause: "..., among them 3 children"."""
    for token in verb.subtree:
        if token.lower_ == "including" and token.head.i != verb.i:
            above = token.head
            stray = above.pos_ in ("NOUN", "PROPN", "NUM") and not is_person(above)
            for part in _among(above):
                if not stray or lemma(part.head) in _SOME:
                    yield part
        elif (
            token.lower_ in _OF_WHOM
            and token.dep_ == "pobj"
            and token.head.lower_ in ("of", "among")
        ):
            yield from _whom(token)


def parts_in(verb: Token) -> Iterator[VictimPhrase]:
    """Parts told anywhere beside a toll: "..., among them 311 civilians"."""
    for token in verb.doc:
        if token.lower_ in ("them", "whom", "these") and token.head.lower_ == "among":
            after = (t for t in verb.doc[token.i + 1 :] if t.pos_ == "NOUN")
            first = next(after, None)
            if first is not None and is_person(first):
                yield VictimPhrase(first, Part.AMONG)


def _whom(token: Token) -> Iterator[VictimPhrase]:
    """As in "39 of whom were children", "among whom were two nurses"."""
    noun = token.head.head
    if noun.pos_ in ("VERB", "AUX"):
        inside = clauses.children(noun, "attr", *clauses.SUBJECTS)
        named = [t for t in inside if is_person(t) and t.lower_ not in _OF_WHOM]
        yield from (VictimPhrase(t, Part.AMONG) for t in named[:1])
    elif noun.dep_ in clauses.SUBJECTS and noun.head.lemma_ == "be":
        attributes = [t for t in clauses.children(noun.head, "attr") if is_person(t)]
        if attributes and is_number(noun):
            yield VictimPhrase(noun, Part.AMONG)


def among_the_dead(token: Token) -> Mention | None:
    """As in "Among the dead were X and Y", "The dead were identified as X and Y"."""
    act = _word_for_victims(token)
    if act is None:
        return None
    if token.dep_ == "pobj" and token.head.lower_ in ("among", "amongst"):
        return _named_by(token, clauses.clause_verb(token.head), act)
    verb = token.head
    if token.dep_ in clauses.SUBJECTS and verb.lemma_ in _NAMING:
        return _named_by(token, verb, act)
    return None


def _word_for_victims(token: Token) -> Act | None:
    """The act of "the dead", "the victims", "those wounded"; None for other words."""
    base = lemma(token)
    if token.lower_ in ("those", "people", "persons", "civilians"):
        for child in clauses.children(token, "acl"):
            if child.lower_ in ("killed", "murdered", "slain", "executed"):
                return Act.KILLED
            if child.lower_ in _WOUNDED:
                return Act.INJURED
        return None
    if base in _DEAD or token.lower_ in _DEAD:
        return Act.KILLED
    return Act.INJURED if token.lower_ in _WOUNDED and token.dep_ == "pobj" else None


def _subjects(verb: Token) -> tuple[str, ...]:
    """Which subjects can be the dead: never the one who names or identifies them."""
    if verb.lemma_ in _TELLING and not clauses.children(verb, "auxpass"):
        return ("nsubjpass",)
    return tuple(clauses.SUBJECTS)


def _named_by(word: Token, verb: Token, act: Act) -> Mention | None:
    """The people whom a verb names as the dead."""
    inside = [*clauses.children(verb, "attr", "dobj", "oprd", *_subjects(verb))]
    inside += clauses.of_objects(verb, "as")
    own = set(word.subtree)
    named = [t for t in inside if t not in own and t != word and is_person(t)]
    if not named:
        return None
    if not any(
        is_name(e) or e.pos_ in ("NOUN", "PROPN", "NUM")
        for t in named
        for e in members(t)
    ):
        return None
    heads = [h for t in named for h in [*(p.head for p in _listed(t)), *breakdown(t)]]
    found = tuple(VictimPhrase(h, Part.AMONG) for h in dict.fromkeys(heads))
    return Mention(act, word, verb, found, None, of_the_dead=True)

"""Who was harmed, in one phrase: number, names, age, sex, standing, ties."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tasjil.model.persons import AgeGroup, AgeRange, VictimGroup
from tasjil.model.quantity import Quantity
from tasjil.read.english.people.finds import Finds, Span
from tasjil.read.english.people.victim_kinds import sex_of, status_of
from tasjil.read.english.people.victim_names import names_of
from tasjil.read.english.people.victim_numbers import quantity_of
from tasjil.read.english.text.lexicon import people, words
from tasjil.read.english.text.parser import text_of
from tasjil.read.english.text.phrases import (
    PERSONAL,
    counted,
    has_determiner,
    is_name,
    is_number,
    is_people,
    is_plural,
    lemma,
    members,
    phrase,
)
from tasjil.read.english.times.calendar_days import MONTHS

_OF_THEM = frozenset(["them", "whom", "those", "these"])
_MORE = frozenset(
    ["other", "another", "more", "others", "further", "additional", "fellow"]
)


@dataclass(frozen=True, slots=True)
class Victims:
    """The people of one phrase; spans are offsets in the sentence.

    Attributes:
        noun: The noun they are called by, in its dictionary form.
        called: Every noun for people in the phrase or beside it ("mayor", "son").
        partitive: True for "two of them", "one of those": some of people told before.
        owned: True for "his", "their": tied to somebody told of.
        more: True for "others", "another", "more": not the ones told before.
    """

    group: VictimGroup
    quantity: Quantity
    noun: str
    called: frozenset[str]
    spans: dict[str, Span]
    plural: bool
    pronoun: bool
    definite: bool
    more: bool
    partitive: bool
    owned: bool


def read_victims(head: Token, finds: Finds, listed: Sequence[Span] = ()) -> Victims:
    """Everything one phrase tells of its people."""
    first, last = phrase(head)
    first = _behind_a_date(first, head)
    span = first.idx, last.idx + len(last)
    names, name_spans = names_of(head, span, finds, listed)
    quantity, number_span = quantity_of(head, span, names, finds)
    age, age_span = _age(span, name_spans, finds)
    spans: dict[str, Span] = {"victims": span}
    if number_span is not None:
        spans["quantity"] = number_span
    if name_spans:
        spans["names"] = name_spans[0]
    if age_span is not None:
        spans["age"] = age_span
    text = text_of(head.doc)[span[0] : span[1]]
    return Victims(
        group=_group(head, text, names, age),
        quantity=quantity,
        noun=_noun(head, names),
        called=frozenset(w for w in _nouns(head, text) if w in people()),
        spans=spans,
        plural=is_plural(head) or is_plural(counted(head)) or _is_many(quantity),
        pronoun=head.lower_ in PERSONAL and head.lower_ not in ("i", "me"),
        definite=has_determiner(head, "the", "these", "those", "both")
        or _is_owned(head),
        more=_is_more(head),
        owned=any(c.dep_ == "poss" for c in head.lefts),
        partitive=counted(head).lower_ in ("them", "those", "whom"),
    )


def _behind_a_date(first: Token, head: Token) -> Token:
    """Where the people begin in "on 9 March two men" and "in 2019 two men"."""
    for token in head.doc[first.i : head.i]:
        year = token.shape_ == "dddd" and token.text[:2] in ("19", "20")
        if (year or token.lower_ in MONTHS) and is_number(token.nbor()):
            return token.nbor()
    return first


def with_kind(number: Victims, people: Victims) -> Victims:
    """A bare number with what is told of the people it counts."""
    spans = {**people.spans, **number.spans, "victims": people.spans["victims"]}
    return replace(people, quantity=number.quantity, spans=spans, plural=True)


def _noun(head: Token, names: tuple[str, ...]) -> str:
    """What they are called; nothing for a bare name, people for a bare number."""
    if names and is_name(head):
        return ""
    inner = counted(head)
    return "person" if is_number(inner) or is_people(inner) else lemma(inner)


def _is_more(head: Token) -> bool:
    """True for "others", "three more": not for "more than three"."""
    if head.lower_ in ("others", "other", "another"):
        return True
    return any(c.lower_ in _MORE and c.nbor().lower_ != "than" for c in head.lefts)


def _is_owned(head: Token) -> bool:
    """True for "his driver": one person tied to somebody told of."""
    return any(c.tag_ == "PRP$" for c in head.lefts) and not is_plural(head)


def _is_many(quantity: Quantity) -> bool:
    """True where the number is above one."""
    return quantity.highest_stated is not None and quantity.highest_stated > 1


def _group(
    head: Token, text: str, names: tuple[str, ...], age: int | AgeRange | None
) -> VictimGroup:
    """The nouns' word on age, sex, standing and ties."""
    nouns = _nouns(head, text)
    years = age if isinstance(age, int) and age <= 130 else None
    in_years = age if isinstance(age, AgeRange) else None
    return VictimGroup(
        names=names,
        text=text,
        age=years,
        age_range=in_years,
        age_group=_age_group(nouns, years, in_years),
        sex=sex_of(head, nouns, text),
        status=status_of(nouns, years),
        communities=_communities(text),
        relation=_relation(head),
    )


def _nouns(head: Token, text: str) -> list[str]:
    """The words for the people, with other words set beside them by a comma."""
    listed = set(members(head))
    beside = [
        lemma(c)
        for c in head.children
        if c.dep_ in ("appos", "compound", "nmod")
        and c not in listed
        and not _is_some_of(c, head)
    ]
    named = [lemma(head.head)] if head.dep_ == "appos" and is_name(head) else []
    own = re.findall(r"[a-z-]+", text.lower())
    return [lemma(head), *own, *(w.removesuffix("s") for w in own), *beside, *named]


def _is_some_of(beside: Token, head: Token) -> bool:
    """True for "four of them civilians", "the youngest a girl": not all of a number."""
    if beside.dep_ != "appos":
        return False
    if any(t.lower_ in _OF_THEM for t in beside.subtree):
        return True
    return head.tag_ == "NNS" and beside.tag_ == "NN" and has_determiner(beside, "a")


def _age_group(
    nouns: list[str], years: int | None, in_years: AgeRange | None
) -> AgeGroup:
    """Child or adult: years first, then the noun."""
    if years is not None:
        return AgeGroup.CHILD if years < 18 else AgeGroup.ADULT
    if in_years is not None:
        return in_years.group
    if nouns[0] in words("people", "child"):
        return AgeGroup.CHILD
    return AgeGroup.ADULT if nouns[0] in words("people", "adult") else AgeGroup.UNKNOWN


def _communities(text: str) -> tuple[str, ...]:
    """Communities named in the phrase, as written."""
    known = words("communities", "communities")
    return tuple(
        w
        for w in re.findall(r"[^\W\d_]+", text)
        if w.lower().removesuffix("s") in known and w[0].isupper()
    )


def _relation(head: Token) -> str | None:
    """The tie to somebody: "son", "wife of the mayor"."""
    base = lemma(head)
    if base in words("people", "kin") and (
        any(c.dep_ == "poss" for c in head.children)
        or any(c.lower_ == "of" for c in head.rights)
    ):
        return base
    listed = set(members(head))
    for child in head.children:
        beside = child.dep_ == "appos" and child not in listed
        if beside and lemma(child) in words("people", "kin"):
            return lemma(child)
    if head.dep_ == "appos" and lemma(head.head) in words("people", "kin"):
        return lemma(head.head)
    return None


def _age(
    span: Span, names: list[Span], finds: Finds
) -> tuple[int | AgeRange | None, Span | None]:
    """An age inside the phrase, or set right behind it or behind a single name."""
    ends = {span[1], *(end for _, end in names[:1])}
    for age in finds.ages:
        inside = span[0] <= age.start and age.end <= span[1]
        if inside or any(0 <= age.start - end <= 8 for end in ends):
            return age.value, (age.start, age.end)
    return None, None

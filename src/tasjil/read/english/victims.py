"""Who was harmed, in one phrase: number, names, age, sex, standing, ties."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from tasjil.model.persons import AgeGroup, AgeRange, Sex, Status, VictimGroup
from tasjil.model.quantity import Quantity, Unit
from tasjil.read.english.lexicon import people, words
from tasjil.read.english.names import PersonName
from tasjil.read.english.number_words import number
from tasjil.read.english.phrases import (
    PERSONAL,
    SINGULAR,
    asks_how_many,
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
from tasjil.read.english.quantities import find_quantities
from tasjil.read.found import Found

_MEN = frozenset(["he", "him", "himself"])
_WOMEN = frozenset(["she", "her", "herself"])
_NOBODY = frozenset(["nobody", "none"])
_OLD = re.compile(r"[\s-]*(?:year|month|day|week)s?[\s-]*(?:old)?", re.IGNORECASE)
_MORE = frozenset(
    ["other", "another", "more", "others", "further", "additional", "fellow"]
)
_NAMED = frozenset(["named", "called", "identified"])
_NAMING = frozenset(["oprd", "dobj", "pobj", "attr"])
_UNSPECIFIED = frozenset(["number", "family", "couple"])

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finds:
    """What the grammars found in one sentence; offsets are the sentence's own."""

    quantities: Sequence[Found[Quantity]]
    ages: Sequence[Found[int | AgeRange]]
    names: Sequence[Found[PersonName]]


@dataclass(frozen=True, slots=True)
class Victims:
    """The people of one phrase; spans are offsets in the sentence.

    Attributes:
        noun: The noun they are called by, in its dictionary form.
        called: Every noun for people in the phrase or beside it ("mayor", "son").
        partitive: True for "two of them", "one of those": some of people told before.
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


def read_victims(head: Token, finds: Finds, listed: Sequence[Span] = ()) -> Victims:
    """Everything one phrase tells of its people."""
    first, last = phrase(head)
    span = first.idx, last.idx + len(last)
    names, name_spans = _names(head, span, finds, listed)
    quantity, number_span = _quantity(head, span, names, finds)
    age, age_span = _age(span, name_spans, finds)
    spans: dict[str, Span] = {"victims": span}
    if number_span is not None:
        spans["quantity"] = number_span
    if name_spans:
        spans["names"] = name_spans[0]
    if age_span is not None:
        spans["age"] = age_span
    text = head.doc.text[span[0] : span[1]]
    return Victims(
        group=_group(head, text, names, age),
        quantity=quantity,
        noun=_noun(head, names),
        called=frozenset(w for w in _nouns(head, text) if w in people()),
        spans=spans,
        plural=is_plural(head) or is_plural(counted(head)) or _is_many(quantity),
        pronoun=head.lower_ in PERSONAL,
        definite=has_determiner(head, "the", "these", "those", "both")
        or _is_owned(head),
        more=_is_more(head),
        partitive=counted(head).lower_ in ("them", "those", "whom"),
    )


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
    return any(c.tag_ == "PRP$" for c in head.lefts) and not is_plural(head)


def _is_many(quantity: Quantity) -> bool:
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
        sex=_sex(head, nouns),
        status=_status(nouns),
        communities=_communities(text),
        relation=_relation(head),
    )


def _nouns(head: Token, text: str) -> list[str]:
    """The words for the people, with other words set beside them by a comma."""
    listed = set(members(head))
    beside = [
        lemma(c)
        for c in head.children
        if c.dep_ in ("appos", "compound", "nmod") and c not in listed
    ]
    named = [lemma(head.head)] if head.dep_ == "appos" and is_name(head) else []
    own = re.findall(r"[a-z-]+", text.lower())
    return [lemma(head), *own, *(w.removesuffix("s") for w in own), *beside, *named]


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


def _sex(head: Token, nouns: list[str]) -> Sex:
    """The sex a pronoun or a noun tells."""
    if head.lower_ in _MEN:
        return Sex.MAN
    if head.lower_ in _WOMEN:
        return Sex.WOMAN
    women = any(n in words("people", "woman") for n in nouns)
    men = any(n in words("people", "man") for n in nouns)
    if women == men:
        return Sex.UNKNOWN
    return Sex.WOMAN if women else Sex.MAN


def _status(nouns: list[str]) -> Status:
    """The standing a noun tells; a trade's name tells of a civilian."""
    said = set(nouns)
    if said & {"civilian", "civilians"}:
        return Status.CIVILIAN
    if said & words("people", "security"):
        return Status.ARMED_FORCES
    if said & words("people", "fighter"):
        return Status.DIRECT_PARTICIPANT
    if said & (words("people", "civilian") | words("people", "child")):
        return Status.CIVILIAN
    return Status.UNKNOWN


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


def _names(
    head: Token, span: Span, finds: Finds, listed: Sequence[Span]
) -> tuple[tuple[str, ...], list[Span]]:
    """Names in the phrase, set beside it by a comma or "named", or listed behind it."""
    places = [(head, span)]
    if not is_name(head) or is_plural(head):
        places += [(each, _whole(each)) for each in _names_beside(head)]
    found: dict[str, Span] = {}
    for token, where in places:
        for name, at in _name_at(token, where, finds):
            found.setdefault(name, at)
    for start, end in listed:
        text = head.doc.text[start:end]
        if not any(text in name or name in text for name in found):
            found[text] = (start, end)
    return tuple(found), list(found.values())


def _names_beside(head: Token) -> Iterator[Token]:
    """Names set beside a noun: "her husband, Anton", "a man named Anton"."""
    for child in head.children:
        if child.dep_ in ("appos", "oprd") and is_name(child):
            yield from _name_list(child)
        elif child.dep_ == "acl" and child.lower_ in _NAMED:
            for near in (child, *child.children):
                for inner in near.children:
                    if inner.dep_ in _NAMING and is_name(inner):
                        yield from _name_list(inner)


def _whole(token: Token) -> Span:
    first, last = phrase(token)
    return first.idx, last.idx + len(last)


def _name_list(token: Token) -> list[Token]:
    """A name and the names listed with it."""
    found = [token]
    for child in token.children:
        if child.dep_ in ("conj", "appos") and is_name(child):
            found += _name_list(child)
    return found


def _name_at(token: Token, span: Span, finds: Finds) -> list[tuple[str, Span]]:
    """The person's name that holds this token: the fuller of two readings of it."""
    if not is_name(token):
        return []
    own = _run_of_capitals(token)
    for name in finds.names:
        if name.start <= token.idx < name.end:
            at = name.text.find(name.value.name)
            start = name.start + max(at, 0)
            if own and len(own[0][0]) > len(name.value.name):
                return own
            return [(name.value.name, (start, start + len(name.value.name)))]
    return own


def _run_of_capitals(token: Token) -> list[tuple[str, Span]]:
    """A name the grammar did not know: capitals up to the head, titles left out."""
    run = [token]
    while (
        run[0].i > 0 and _joins(run[0].nbor(-1)) and run[0].nbor(-1).sent == token.sent
    ):
        run.insert(0, run[0].nbor(-1))
    while len(run) > 1 and (
        lemma(run[0]) in words("people", "title")
        or not run[0].text[:1].isupper()
        or _is_role(run[0])
    ):
        run.pop(0)
    start, end = run[0].idx, run[-1].idx + len(run[-1])
    text = token.doc.text[start:end]
    return [(text, (start, end))] if re.search(r"[^\W\d_]{2}", text) else []


def _is_role(token: Token) -> bool:
    """True for a trade or a tie written before a name: "Brothers Karim and Idris"."""
    kinds = ("civilian", "security", "fighter", "kin")
    bases = {lemma(token), token.lower_.removesuffix("s")}
    return any(bases & words("people", kind) for kind in kinds)


def _joins(token: Token) -> bool:
    """True for a word that can stand inside a name."""
    return (token.pos_ == "PROPN" and token.text[:1].isupper()) or token.lower_ in (
        "al",
        "de",
        "del",
        "la",
        "bin",
        "ibn",
        "abu",
        "-",
        "y",
    )


def _quantity(
    head: Token, span: Span, names: tuple[str, ...], finds: Finds
) -> tuple[Quantity, Span | None]:
    """How many people the phrase stands for."""
    if asks_how_many(head):
        return Quantity(None, None, head.doc.text[span[0] : span[1]]), span
    if (
        head.lower_ in _NOBODY
        or has_determiner(head, "no")
        or (head.lower_ == "one" and has_determiner(head, "no"))
    ):
        return Quantity(0, 0, head.doc.text[span[0] : span[1]]), span
    said = _said_number(head, span, finds)
    if said is not None:
        return said
    if names and (is_name(head) or not is_plural(head)):
        return Quantity(len(names), len(names), None), None
    unit = Unit.FAMILY if lemma(head) == "family" else Unit.PERSON
    one = head.lower_ in SINGULAR or (
        not is_plural(head) and head.lower_ not in PERSONAL
    )
    if (
        one
        and unit is Unit.PERSON
        and lemma(head) not in words("people", "collective") | _UNSPECIFIED
    ):
        return Quantity(1, 1, None), None
    return Quantity(len(names) or None, None, None, unit), None


def _said_number(head: Token, span: Span, finds: Finds) -> tuple[Quantity, Span] | None:
    """The number that stands in the phrase, before or at its head."""
    inner = counted(head)
    stop = max(head.idx + len(head), inner.idx + len(inner))
    for found in finds.quantities:
        touches = found.end > span[0] and found.start < stop
        if (
            touches
            and found.end <= stop + 1
            and not _is_an_age(found, finds, head.doc.text)
        ):
            value = found.value
            unit = Unit.FAMILY if lemma(counted(head)) == "family" else value.unit
            return Quantity(value.low, value.high, value.text, unit), (
                found.start,
                found.end,
            )
    return _plain_number(head)


def _plain_number(head: Token) -> tuple[Quantity, Span] | None:
    """A number before a noun the number grammar does not know: "111 killings"."""
    for child in (head, *head.lefts):
        if child == head and not is_number(head):
            continue
        value = (
            number(child.lower_) if child.dep_ == "nummod" or child == head else None
        )
        if value is not None:
            first = child.left_edge.idx
            text = child.doc.text[first : child.idx + len(child)]
            bound = find_quantities(f"{text} people")
            read = bound[0].value if bound else Quantity(value, value, text)
            span = (first, child.idx + len(child))
            return Quantity(read.low, read.high, text), span
    return None


def _is_an_age(found: Found[Quantity], finds: Finds, text: str) -> bool:
    """True where the number counts years, months or days."""
    if _OLD.match(text, found.end):
        return True
    return any(a.start < found.end and found.start < a.end for a in finds.ages)


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

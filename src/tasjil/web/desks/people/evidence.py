"""What tells of a person: rows of lists, relatives, and each element's evidence."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.assess.side_by_side import standing_of
from tasjil.assess.standing import settle
from tasjil.assess.support import support
from tasjil.journey.board import ElementSheet, PersonSheet, RecordTold
from tasjil.journey.nearby import Near
from tasjil.model.judgement import ClaimState
from tasjil.model.proof import Element
from tasjil.publish.outside import told
from tasjil.web.page.addresses import way
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.people import age_words, sex_words
from tasjil.web.shown.stands import Stood, stood


@dataclass(frozen=True, slots=True)
class RecordShown:
    """One row of a list, or one name in a report, as it tells of a person."""

    id: str
    list: Markup
    href: str | None
    name: Markup
    others: tuple[Markup, ...]
    sex: Markup
    age: Markup
    died: Markup
    born: Markup | None
    where: Markup
    status: Markup
    cause: Markup
    in_report: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """Somebody whom a record names as a relative."""

    kin: Markup
    name: Markup
    where: Markup


def records_of(request: DeskRequest, found: PersonSheet) -> tuple[RecordShown, ...]:
    """Give every record that tells of a person, rows of lists first."""
    ordered = sorted(found.body.records, key=lambda each: each.claim is not None)
    return tuple(_record(request, each) for each in ordered)


def _record(request: DeskRequest, each: RecordTold) -> RecordShown:
    say, what = voice(request), each.told
    page = ("reading:claim", each.claim) if each.claim else ("lists:list", each.paper)
    return RecordShown(
        id=what.record,
        list=request.t("people.in_report") if each.claim else told(what.list),
        href=way(request.language, *page),
        name=told(what.name) if what.name.strip() else request.t("person.unnamed"),
        others=tuple(map(told, what.other_names)),
        sex=sex_words(request, what.sex),
        age=request.t("AgeGroup.unknown")
        if what.age is None
        else age_words(request, what.age, what.age.group),
        died=say.date(what.died),
        born=say.date(what.born) if what.born else None,
        where=say.listed(say.where(w) for w in what.where[:1])
        or say.say("place.unknown"),
        status=say.word(what.status),
        cause=say.word(what.cause),
        in_report=each.claim is not None,
    )


def relations_of(
    request: DeskRequest, found: PersonSheet, around: Near
) -> tuple[Relation, ...]:
    """Give the relatives whom records name, and the ties that claims tell."""
    return tuple(dict.fromkeys((*_kin(request, found), *_ties(request, found, around))))


def _kin(request: DeskRequest, found: PersonSheet) -> Iterator[Relation]:
    for each in found.body.records:
        where = request.t("people.in_report") if each.claim else told(each.told.list)
        for kin, name in each.told.kin:
            yield Relation(request.t(f"Kin.{kin.value}"), told(name), where)


def _ties(request: DeskRequest, found: PersonSheet, around: Near) -> Iterator[Relation]:
    victim = found.body.victim
    for id in () if victim is None else victim.claims:
        claim = around.held.claims.get(id)
        if claim is not None and claim.victims.relation:
            tie = told(claim.victims.relation)
            yield Relation(request.t("people.tie"), tie, request.t("people.in_report"))


def elements_of(
    request: DeskRequest, found: PersonSheet, around: Near
) -> tuple[Stood, ...]:
    """Give each element: who tells it of this person, and what was found last."""
    victim, held = found.body.victim, around.held
    if victim is None:
        return ()
    own = [held.claims[each] for each in victim.claims if each in held.claims]
    tells = support(standing_of(own, held.states), held.origins or {})
    rejected = [c for c, s in held.states.items() if s is ClaimState.REJECTED]
    settled = settle(held.assessments, (), [victim], frozenset(rejected))
    last = settled.victims.get(victim.id, {})
    numbers = {a: n for n, a in held.assessments}
    return tuple(
        stood(
            request,
            ElementSheet(
                element,
                tells[element].tellers,
                tells[element].claims,
                tells[element].direct,
                numbers.get(last[element]) if element in last else None,
                last.get(element),
            ),
        )
        for element in Element
    )

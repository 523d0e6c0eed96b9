"""Reports of single incidents, and those who pass them on."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from invented.desk import EVENTS, STATUS_OF, Desk, Head
from invented.land import homonym_of, province_of
from invented.people import Person
from invented.statement import Said, Told
from invented.tellers import OUTLETS, TELLERS
from invented.views import EventView, Phrase
from invented.world import Asked, Happened


@dataclass(frozen=True, slots=True)
class Change:
    """What one who passes an incident on gets wrong; nothing where all is right."""

    number: int | None = None
    who: str | None = None
    day: date | None = None
    province: str | None = None


RIGHT = Change()


def first_told(desk: Desk, incident: Happened, first: tuple[str, date]) -> Told:
    """Tell an incident fully, as its first teller has it."""
    teller, day = first
    chance = desk.chance
    chain: tuple[str, ...] = (teller,)
    if teller in ("hospital", "activists", "health") or chance.random() < 0.35:
        carrier = chance.choice(("wire", *OUTLETS))
        chain = chain if carrier == teller else (teller, carrier)
    language = _language(desk, chain[-1])
    head = Head(chain, day, language, incident.place)
    return tell(desk, incident, head, view_of(desk, incident, head))


def pass_on(desk: Desk, incident: Happened, told: Told) -> Told:
    """Let an outlet pass an incident on: word for word, rephrased or in Arabic."""
    chance = desk.chance
    outlet = chance.choice([o for o in OUTLETS if o != told.publisher])
    published = told.published + timedelta(chance.randint(0, 1))
    if TELLERS[outlet].language == told.language and chance.random() < 0.4:
        return desk.copy(told, outlet, published)
    return relay(desk, incident, told, (outlet, published))


def relay(
    desk: Desk,
    incident: Happened,
    told: Told,
    to: tuple[str, date],
    change: Change = RIGHT,
) -> Told:
    """Tell in other words what a report told, with its number and not all parts."""
    outlet, published = to
    chain = (*_chain_of(told), outlet)
    language = TELLERS[outlet].language
    head = Head(chain, published, language, incident.place, told.file)
    view = view_of(desk, incident, head)
    lead = next(s for s in told.says if s.level == "incident" and not s.part_of)
    kept = {r: n for r, n in view.parts.items() if r in _roles(told)}
    view = replace(
        view,
        who=change.who or lead.who,
        number=change.number or lead.number,
        least=lead.least,
        day=change.day or view.day,
        province=change.province or "",
        tell_province=view.tell_province or change.province is not None,
        parts=kept,
        named=view.named if any(s.names for s in told.says) else (),
        doer=view.doer if any(s.asked.doer for s in told.says) else None,
    )
    return tell(desk, incident, head, view)


def second_account(desk: Desk, incident: Happened, told: Told) -> Told:
    """Let somebody else tell it too: early and "at least", or fully."""
    chance = desk.chance
    used = {said.teller for said in told.says}
    tellers = [t for t in ("dcl", "health", "wire", "activists") if t not in used]
    teller = chance.choice(tellers)
    chain = (teller,) if teller in ("dcl", "wire") else (teller, chance.choice(OUTLETS))
    published = incident.day + timedelta(chance.randint(0, 2))
    head = Head(chain, published, _language(desk, chain[-1]), incident.place)
    view = view_of(desk, incident, head)
    if chance.random() < 0.5 and view.number > 3:
        fewer = view.number - chance.randint(1, max(1, view.number // 3))
        who = "people" if view.who in ("soldiers", "fighters") else view.who
        view = replace(view, number=fewer, least=True, parts={}, named=(), who=who)
    return tell(desk, incident, head, view)


def view_of(desk: Desk, incident: Happened, head: Head) -> EventView:
    """Look at an incident as somebody who knows all of it."""
    dead = desk.world.people_in(incident.of("killed"))
    who = _called(desk, dead)
    parts = _parts(desk, incident, dead, who)
    named: tuple[Person, ...] = ()
    if desk.chance.random() < 0.35:
        named = tuple(desk.chance.sample(dead, desk.chance.choice((1, 2))))
    tells_doer = desk.chance.random() < 0.65
    return EventView(
        place=incident.place,
        day=incident.day,
        published=head.published,
        means=incident.means,
        doer=incident.doer if tells_doer else None,
        number=len(dead),
        who=who,
        parts=parts,
        chain=head.chain,
        named=named,
        tell_province=homonym_of(incident.place) is not None,
    )


def tell(desk: Desk, incident: Happened, head: Head, view: EventView) -> Told:
    """Write the report, and keep what each of its numbers says."""
    voice = EVENTS[head.language]
    says = _says(incident, head, view)
    paragraphs = [
        [(phrase, _with_least(says, phrase)) for phrase in lines]
        for lines in voice.event(view, desk.chance)
    ]
    return desk.write(head, voice.headline(view), paragraphs)


def _with_least(says: dict[str, Said], phrase: Phrase) -> dict[str, Said]:
    return {
        role: replace(said, bound="floor", least=True)
        if phrase.least and role == "whole"
        else said
        for role, said in says.items()
    }


def _says(incident: Happened, head: Head, view: EventView) -> dict[str, Said]:
    where = (told_place(view),)
    asked = Asked("killed", (view.day, view.day), where, doer=view.doer)
    fact = f"{incident.id}:killed"

    def said(name: str, number: int, whom: Asked, who: str, **more: object) -> Said:
        return Said(
            id="",
            fact=name,
            level="incident",
            number=number,
            asked=whom,
            chain=head.chain,
            incidents=(incident.id,),
            who=who,
            province=view.province or None,
            **more,
        )

    whole = replace(asked, status=STATUS_OF.get(view.who))
    found = {"whole": said(fact, view.number, whole, view.who)}
    inside = {
        "women": replace(asked, sex="woman", child=False),
        "children": replace(asked, child=True),
        "soldiers": replace(asked, status="armed forces"),
        "fighters": replace(asked, status="direct participant"),
    }
    for role, number in view.parts.items():
        if role in inside:
            name = f"{fact}:{role}"
            found[role] = said(name, number, inside[role], role, part_of=fact)
        else:
            whom = replace(asked, act=role, doer=None)
            found[role] = said(f"{incident.id}:{role}", number, whom, "people")
    if view.named:
        names = tuple(
            p.name_ar if head.language == "ar" else p.name for p in view.named
        )
        one = said(f"{fact}:named", len(names), asked, "people", part_of=fact)
        found["named"] = replace(one, level="individual", names=names, bound="floor")
    return found


def told_place(view: EventView) -> str:
    """Give the place that the words name: the other one where a province is wrong."""
    if not view.province or view.province == province_of(view.place):
        return view.place
    other = homonym_of(view.place)
    return other if other and province_of(other) == view.province else view.place


def _called(desk: Desk, dead: list[Person]) -> str:
    kinds = {each.status for each in dead}
    if kinds == {"civilian"}:
        return desk.chance.choice(("civilians", "civilians", "people"))
    if kinds == {"armed forces"}:
        return "soldiers"
    return "fighters" if kinds == {"direct participant"} else "people"


def _parts(
    desk: Desk, incident: Happened, dead: list[Person], who: str
) -> dict[str, int]:
    """Count what is told beside the whole; who fought is told wherever some did."""
    parts: dict[str, int] = {}
    women = sum(p.sex == "woman" and not p.child for p in dead)
    children = sum(p.child for p in dead)
    if desk.chance.random() < 0.6 and women + children < len(dead):
        parts |= {"women": women, "children": children}
    for role, status in (
        ("soldiers", "armed forces"),
        ("fighters", "direct participant"),
    ):
        some = sum(p.status == status for p in dead)
        if who == "people" and some > 0:
            parts[role] = some
    for act in ("injured", "abducted"):
        parts[act] = len(incident.of(act))
    return {role: number for role, number in parts.items() if number}


def _chain_of(told: Told) -> tuple[str, ...]:
    return told.says[0].chain


def _roles(told: Told) -> set[str]:
    return {s.who for s in told.says} | {s.asked.act for s in told.says}


def _language(desk: Desk, publisher: str) -> str:
    own = TELLERS[publisher].language
    if TELLERS[publisher].kind == "media":
        return own
    return "ar" if desk.chance.random() < 0.35 else "en"

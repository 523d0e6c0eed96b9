"""Plants slips, each of one kind, and keeps where they stand."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from invented.desk import Desk, Head
from invented.incidents import Change, relay, tell, view_of
from invented.land import PROVINCES, homonym_of, province_of
from invented.rounds import pass_total_on
from invented.statement import Said, Told
from invented.tellers import OUTLETS
from invented.totals import (
    Count,
    Wrong,
    divide,
    known,
    language_of,
    later,
    tell_total,
    write_total,
)
from invented.totals import view_of as total_view
from invented.views import Share
from invented.world import FIRST_DAY, Happened


@dataclass(frozen=True, slots=True)
class Planted:
    """One slip: its kind, as `tasjil.model.reconciliation.SlipKind` names it.

    Attributes:
        reports: The report in which it shows first, then what it is held against.
        figures: The numbers that show it.
        note: What is wrong, in words.
    """

    kind: str
    reports: tuple[str, ...]
    figures: tuple[int, ...]
    note: str


HOW_MANY = {"small": 3, "middle": 9, "full": 12}


def plant(desk: Desk, size: str) -> list[Planted]:
    """Plant as many slips as a world of this size has, of different kinds."""
    kinds = list(_KINDS)
    desk.chance.shuffle(kinds)
    made: list[Planted] = []
    used: set[str] = set()
    for kind in (kinds * 2)[: HOW_MANY[size]]:
        found = _KINDS[kind](desk, used)
        if found is not None:
            made.append(found)
            used.update(found.reports)
    return made


def _arithmetic(desk: Desk, used: set[str]) -> Planted | None:
    """The parts of a total, given in full, do not add up to it."""
    count, day = _fresh(desk, "people", ("status",))
    people = known(desk, count, day)
    shares = divide(desk, count, people)
    if not shares:
        return None
    parts = dict(shares[0][1])
    least = min(parts, key=lambda name: parts[name])
    parts[least] += desk.chance.choice((6, 7, 9, 10, 12))
    if parts[least] >= len(people):
        return None
    told = tell_total(desk, count, day, wrong=Wrong(parts=parts))
    if told is None or sum(parts.values()) == len(people):
        return None
    note = f"the parts add to {sum(parts.values())}, not {len(people)}"
    return Planted("arithmetic", (told.file,), (len(people), *parts.values()), note)


def _percentage(desk: Desk, used: set[str]) -> Planted | None:
    count, day = _fresh(desk, "people", ("status",))
    shares = divide(desk, count, people := known(desk, count, day))
    if not shares:
        return None
    part = shares[0][1]["civilians"]
    true = round(100 * part / len(people))
    share = true + desk.chance.choice((-17, -12, 11, 14))
    share = share if 5 < share < 98 else true - 15
    told = tell_total(
        desk, count, day, wrong=Wrong(share=Share("civilians", share, part))
    )
    if told is None:
        return None
    note = f"{part} of {len(people)} are {true} per cent, not {share}"
    return Planted("percentage", (told.file,), (part, len(people), share), note)


def _subset(desk: Desk, used: set[str]) -> Planted | None:
    count, day = _fresh(desk, "civilians", ("sex_age",))
    shares = divide(desk, count, people := known(desk, count, day))
    if not shares:
        return None
    parts = dict(shares[0][1])
    parts["women"] = len(people) + desk.chance.randint(3, 20)
    told = tell_total(desk, count, day, wrong=Wrong(parts=parts))
    if told is None:
        return None
    note = f"{parts['women']} women among {len(people)} people"
    return Planted("subset", (told.file,), (parts["women"], len(people)), note)


def _status(desk: Desk, used: set[str]) -> Planted | None:
    """An outlet makes civilians of people."""
    base = _total(desk, used, "people")
    if base is None:
        return None
    said = _lead(base)
    wrong = replace(said, who="civilians", asked=replace(said.asked, status="civilian"))
    told = pass_total_on(desk, base, change=wrong)
    note = f"{said.number} people became {said.number} civilians"
    return Planted("status", (told.file, base.file), (said.number,), note)


def _number(desk: Desk, used: set[str]) -> Planted | None:
    """An outlet turns two digits round, or drops one."""
    base = _total(desk, used, None)
    if base is None:
        return None
    said = _lead(base)
    number = _mistyped(said.number)
    told = pass_total_on(desk, base, change=replace(said, number=number))
    note = f"{said.number} became {number}"
    return Planted("number", (told.file, base.file), (number, said.number), note)


def _mistyped(number: int) -> int:
    digits = str(number)
    turned = digits[:-2] + digits[-1] + digits[-2]
    if len(digits) > 1 and turned != digits and turned[0] != "0":
        return int(turned)
    return number + 100 if number >= 100 else number * 10 + 1


def _date(desk: Desk, used: set[str]) -> Planted | None:
    """An outlet puts an incident on another day."""
    found = _event(desk, used)
    if found is None:
        return None
    told, incident = found
    day = later(incident.day, desk.chance.choice((2, 3, 4)))
    published = max(later(told.published, 1), later(day, 1))
    outlet = _other_outlet(desk, told)
    made = relay(desk, incident, told, (outlet, published), Change(day=day))
    note = f"{incident.day.isoformat()} became {day.isoformat()}"
    return Planted("date", (made.file, told.file), _numbers(made), note)


def _place(desk: Desk, used: set[str]) -> Planted | None:
    """An outlet puts a village into a province where it does not lie."""
    found = _event(desk, used, homonym=True) or _event(desk, used)
    if found is None:
        return None
    told, incident = found
    other = homonym_of(incident.place)
    own = province_of(incident.place)
    wrong = (
        province_of(other)
        if other
        else desk.chance.choice([each for each in PROVINCES if each != own])
    )
    to = (_other_outlet(desk, told), later(told.published, 1))
    made = relay(desk, incident, told, to, Change(province=wrong))
    note = f"{own} became {wrong}"
    return Planted("place", (made.file, told.file), _numbers(made), note)


def _derived(desk: Desk, used: set[str]) -> Planted | None:
    """An office that counted nothing tells a monitor's figure as from reports."""
    base = _total(desk, used, None)
    if base is None:
        return None
    said = _lead(base)
    published = later(base.published, desk.chance.randint(2, 9))
    days = said.asked.days or (FIRST_DAY, published)
    count = Count(
        "council",
        said.who,
        said.asked.where,
        days[0],
        None if said.running else days[1],
        said.asked.doer,
        "derived",
    )
    head = Head(("council",), published, language_of(desk, "council"), "statement")
    told = write_total(desk, count, head, total_view(count, said.number, head), [])
    note = f"the {said.number} of {said.teller}, told as from reports"
    return Planted("derived", (told.file, base.file), (said.number,), note)


def _circular(desk: Desk, used: set[str]) -> Planted | None:
    """Two papers cite each other for an incident of which nobody else tells."""
    untold = [
        i for i in desk.world.incidents if not i.told and not _is_told(desk, i.id)
    ]
    if not untold:
        return None
    incident = desk.chance.choice(untold)
    made: list[Told] = []
    for nth, chain in enumerate((("post", "herald"), ("herald", "post"))):
        head = Head(chain, later(incident.day, 2 + nth), "en", incident.place)
        view = replace(view_of(desk, incident, head), named=())
        others = {r: n for r, n in view.parts.items() if r in ("injured", "abducted")}
        view = replace(view, parts=others)
        made.append(tell(desk, incident, head, view))
    note = "each cites the other"
    return Planted("circular", (made[0].file, made[1].file), _numbers(made[0]), note)


_KINDS: dict[str, Callable[[Desk, set[str]], Planted | None]] = {
    "arithmetic": _arithmetic,
    "percentage": _percentage,
    "subset": _subset,
    "status": _status,
    "date": _date,
    "place": _place,
    "number": _number,
    "derived": _derived,
    "circular": _circular,
}


def _fresh(desk: Desk, who: str, ways: tuple[str, ...]):
    """Give a count of an office for a statement of its own."""
    teller = desk.chance.choice(("lmg", "dcl", "health"))
    day = later(FIRST_DAY, desk.chance.randint(14, 40))
    return Count(teller, who, divided=ways), day


def _total(desk: Desk, used: set[str], who: str | None) -> Told | None:
    """Give a report of a total that its teller counted, and nobody spoiled."""
    fit = [
        told
        for told in desk.reports
        if told.file not in used
        and told.relays is None
        and told.says
        and (lead := told.says[0]).level == "aggregate"
        and lead.basis in ("documented", "reported")
        and lead.bound == "floor"
        and lead.number >= 12
        and who in (None, lead.who)
        and lead.teller in ("lmg", "dcl", "health")
    ]
    return desk.chance.choice(fit) if fit else None


def _event(
    desk: Desk, used: set[str], homonym: bool = False
) -> tuple[Told, Happened] | None:
    """Give a report of an incident by its first teller, with a number of its own."""
    incidents = {i.id: i for i in desk.world.incidents}
    fit = [
        (told, incidents[told.says[0].incidents[0]])
        for told in desk.reports
        if told.file not in used
        and told.relays is None
        and told.says
        and told.says[0].level == "incident"
        and not told.says[0].least
        and len(told.says[0].chain) < 3
        and told.publisher != "families"
        and (not homonym or homonym_of(told.says[0].asked.where[0]))
    ]
    return desk.chance.choice(fit) if fit else None


def _numbers(told: Told) -> tuple[int, ...]:
    return tuple(said.number for said in told.says)


def _lead(told: Told) -> Said:
    return told.says[0]


def _other_outlet(desk: Desk, told: Told) -> str:
    return desk.chance.choice([o for o in OUTLETS if o not in told.says[0].chain])


def _is_told(desk: Desk, incident: str) -> bool:
    return any(
        incident in said.incidents for told in desk.reports for said in told.says
    )

"""Which totals are told in a world: series, verified, complete, estimated, denied."""

from dataclasses import dataclass, replace

from invented.desk import EVENTS, TOTALS, Desk, Head
from invented.incidents import view_of as event_view
from invented.land import PROVINCES, SPOTS, province_of
from invented.name_lists import list_report
from invented.statement import Said, Told
from invented.tellers import OUTLETS, TELLERS
from invented.totals import (
    EVERYWHERE,
    Count,
    known,
    language_of,
    later,
    said_of,
    tell_total,
    view_of,
    write_total,
)
from invented.world import FIRST_DAY, LAST_DAY, Asked


@dataclass(frozen=True, slots=True)
class Plan:
    """How many reports of each kind a world of this size has."""

    series: int
    other: int
    verified: int
    health: int
    relays: int
    rare: int


PLANS = {
    "small": Plan(series=2, other=1, verified=1, health=1, relays=1, rare=2),
    "middle": Plan(series=4, other=3, verified=2, health=2, relays=3, rare=4),
    "full": Plan(series=7, other=6, verified=3, health=4, relays=7, rare=8),
}


def tell_totals(desk: Desk, size: str) -> None:
    """Write every honest report of a total."""
    plan = PLANS[size]
    made = [*_series(desk, plan.series), *_other(desk, plan.other)]
    made += _verified(desk, plan.verified) + _health(desk, plan.health)
    for told in desk.chance.sample(made, min(plan.relays, len(made))):
        pass_total_on(desk, told)
    rare = [_complete, _two_villages, _estimated, _denied, _corrected, _village_list]
    for nth in range(plan.rare):
        if nth % len(rare) == 0:
            desk.chance.shuffle(rare)
        rare[nth % len(rare)](desk)


def _series(desk: Desk, many: int) -> list[Told]:
    """The running total of the first monitor, from week to week."""
    area = EVERYWHERE if desk.chance.random() < 0.5 else _provinces(desk, 3)
    found: list[Told | None] = []
    mixed = desk.chance.randrange(many)
    for nth in range(many):
        day = later(FIRST_DAY, 6 + nth * max(3, 30 // many) + desk.chance.randint(0, 2))
        who = "people" if nth == mixed else "civilians"
        ways = (
            ("status",) if who == "people" else _maybe(desk, "province", "sex_age", "")
        )
        count = Count("lmg", who, area, divided=ways)
        via = _maybe(desk, "", "wire", "voice")
        found.append(tell_total(desk, count, day, via))
    return [each for each in found if each]


def _other(desk: Desk, many: int) -> list[Told]:
    """The second monitor: by party, in some provinces, or over some days."""
    chance = desk.chance
    found: list[Told | None] = []
    for _ in range(many):
        day = later(FIRST_DAY, chance.randint(10, 38))
        area = chance.choice((EVERYWHERE, _provinces(desk, 2), _provinces(desk, 1)))
        kind = chance.choice(("doer", "days", "plain"))
        count = Count("dcl", "civilians", area)
        if kind == "doer":
            count = replace(count, doer="army")
        elif kind == "days":
            first = later(FIRST_DAY, chance.randint(0, 5))
            last = min(later(first, chance.randint(4, 14)), later(day, -2))
            count = replace(count, first=first, last=last)
        else:
            ways = (
                ("province",) if len(area) > 1 or area == EVERYWHERE else ("sex_age",)
            )
            count = replace(
                count, who="people", divided=chance.choice((ways, ("doer",)))
            )
        found.append(tell_total(desk, count, day, _maybe(desk, "", "masar", "post")))
    return [each for each in found if each]


def _verified(desk: Desk, many: int) -> list[Told]:
    days = sorted(desk.chance.sample(range(16, 44), many))
    counts = [Count("un", "civilians", form="verified") for _ in days]
    told = [
        tell_total(desk, count, later(FIRST_DAY, day))
        for count, day in zip(counts, days, strict=True)
    ]
    return [each for each in told if each]


def _health(desk: Desk, many: int) -> list[Told]:
    days = sorted(desk.chance.sample(range(8, 40), many))
    told = [
        tell_total(
            desk,
            Count("health", "people", divided=_maybe(desk, "status", "sex_age", "")),
            later(FIRST_DAY, day),
            _maybe(desk, "", "wire", "herald"),
        )
        for day in days
    ]
    return [each for each in told if each]


def pass_total_on(
    desk: Desk, told: Told, to: str | None = None, change: Said | None = None
) -> Told:
    """Let an outlet pass a total on in its own words, with another number if it errs.

    Args:
        desk: Where it is written.
        told: The report of the total.
        to: The outlet; one by chance where it is None.
        change: What the outlet makes of the figure; None passes it on rightly.
    """
    lead = next(said for said in told.says if said.level == "aggregate")
    outlet = to or desk.chance.choice([o for o in OUTLETS if o not in lead.chain])
    chain = (*lead.chain, outlet)
    published = later(told.published, desk.chance.randint(0, 1))
    head = Head(chain, published, TELLERS[outlet].language, "count", told.file)
    given = change or lead
    asked = given.asked
    days = asked.days or (FIRST_DAY, LAST_DAY)
    count = Count(
        teller=lead.teller,
        who=given.who,
        where=asked.where,
        first=days[0],
        last=None if lead.running else days[1],
        doer=asked.doer,
        form="verified" if lead.basis == "verified" else "running",
    )
    view = view_of(count, given.number, head)
    voice = TOTALS[head.language]
    phrase = getattr(voice, count.form)(view, desk.chance)
    said = said_of(count, head, view, phrase)
    said = replace(said, fact=lead.fact, until=lead.until, asked=asked)
    return desk.write(head, voice.headline(view), [[(phrase, {"whole": said})]])


def _complete(desk: Desk) -> None:
    """A committee lists everybody killed in one village."""
    incident = desk.chance.choice([i for i in desk.world.incidents if i.told])
    first, last = later(incident.day, -2), later(incident.day, 2)
    asked = Asked("killed", (first, last), (incident.place,))
    number = len(desk.world.harmed(asked))
    count = Count(
        teller="families",
        who="people",
        where=(incident.place,),
        first=first,
        last=last,
        form="complete",
        incidents=(incident.id,),
    )
    published = later(incident.day, desk.chance.randint(6, 12))
    tell_total(desk, count, published, number=number)


def _two_villages(desk: Desk) -> None:
    """One number for two places that were attacked within a few days."""
    pairs = [
        (one, other)
        for one in desk.world.incidents
        for other in desk.world.incidents
        if one.place < other.place
        and province_of(one.place) == province_of(other.place)
        and SPOTS[one.place].level == SPOTS[other.place].level == "village"
        and abs((one.day - other.day).days) <= 4
    ]
    if not pairs:
        return
    one, other = desk.chance.choice(pairs)
    first, last = min(one.day, other.day), max(one.day, other.day)
    where = (one.place, other.place)
    number = len(desk.world.harmed(Asked("killed", (first, last), where)))
    count = Count("wire", "people", where, first, last, form="two_villages")
    via = _maybe(desk, "", "herald", "voice")
    tell_total(desk, count, later(last, 1), via, number=number)


def _estimated(desk: Desk) -> None:
    """The council estimates how many were killed, recorded or not."""
    published = later(LAST_DAY, desk.chance.randint(5, 15))
    count = Count("council", "people", EVERYWHERE, last=LAST_DAY, form="estimated")
    truth = len(desk.world.harmed(count.asked))
    low = max(10, round(truth * desk.chance.uniform(0.8, 0.97), -1))
    high = round(truth * desk.chance.uniform(1.1, 1.4), -1)
    head = Head((count.teller,), published, language_of(desk, "council"), "estimate")
    view = replace(view_of(count, int(low), head), high=int(max(high, low + 10)))
    write_total(desk, count, head, view, [])


def _corrected(desk: Desk) -> None:
    """A monitor lowers its count, and never below what is true."""
    count = Count("lmg", "civilians", last=later(LAST_DAY, 3), form="corrected")
    published = later(LAST_DAY, desk.chance.randint(8, 14))
    number = len(known(desk, count, published))
    truth = len(desk.world.harmed(count.asked))
    before = min(truth, number + desk.chance.randint(2, 6))
    if before == number:
        return
    head = Head(("lmg",), published, language_of(desk, "lmg"), "correction")
    view = replace(view_of(count, number, head), before=before)
    write_total(desk, count, head, view, [])


def _denied(desk: Desk) -> None:
    """The army denies what others tell of it."""
    accused = [i for i in desk.world.incidents if i.told and i.doer == "army"]
    if not accused:
        return
    incident = desk.chance.choice(accused)
    published = later(incident.day, desk.chance.randint(1, 3))
    head = Head(("army", "wire"), published, "en", "denial")
    view = event_view(desk, incident, head)
    voice = EVENTS[head.language]
    phrase = TOTALS[head.language].denied(view, desk.chance)
    desk.write(head, voice.headline(view), [[(phrase, {})]])


def _village_list(desk: Desk) -> None:
    """The names of those killed in one place, one on a line."""
    incident = desk.chance.choice([i for i in desk.world.incidents if i.told])
    list_report(desk, incident, later(incident.day, desk.chance.randint(3, 9)))


def _provinces(desk: Desk, many: int) -> tuple[str, ...]:
    chosen = desk.chance.sample(PROVINCES, many)
    return tuple(p for p in PROVINCES if p in chosen)


def _maybe(desk: Desk, *choices: str) -> tuple[str, ...]:
    chosen = desk.chance.choice(choices)
    return (chosen,) if chosen else ()

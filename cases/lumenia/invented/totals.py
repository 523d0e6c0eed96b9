"""Reports of totals: what each office had counted, over which days and places."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from invented.desk import STATUS_OF, TOTALS, Desk, Head
from invented.land import PROVINCES, province_of
from invented.statement import Said, Told
from invented.tellers import TELLERS
from invented.views import Phrase, Share, TotalView
from invented.world import FIRST_DAY, LAST_DAY, Asked

EVERYWHERE = ("lumenia",)


@dataclass(frozen=True, slots=True)
class Count:
    """One figure an office can give.

    Attributes:
        form: Running, verified, complete, estimated, derived, corrected, two villages.
        last: The last day it covers; None for a count that goes on.
        incidents: Ids of the incidents it tells of alone, as a list of one does.
        divided: By status, province, doer or sex_age; nothing for a bare figure.
    """

    teller: str
    who: str
    where: tuple[str, ...] = EVERYWHERE
    first: date = FIRST_DAY
    last: date | None = None
    doer: str | None = None
    form: str = "running"
    divided: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()

    @property
    def asked(self) -> Asked:
        """Whom it counts, as far as the words say; the day of telling is no limit."""
        days = (self.first, self.last or LAST_DAY)
        status = STATUS_OF.get(self.who)
        return Asked("killed", days, self.where, status, self.doer)


@dataclass(slots=True)
class Wrong:
    """What a report gets wrong in its own sums; nothing where all is right."""

    parts: dict[str, int] | None = None
    share: Share | None = None


def asked_until(count: Count, published: date) -> Asked:
    """Give whom it counts on the day it is told."""
    return replace(count.asked, days=(count.first, count.last or published))


def known(desk: Desk, count: Count, published: date) -> frozenset[str]:
    """Give those whom the teller had counted when it spoke."""
    asked = asked_until(count, published)
    return desk.knowledge.known(count.teller, asked, published)


def tell_total(
    desk: Desk,
    count: Count,
    published: date,
    via: tuple[str, ...] = (),
    wrong: Wrong | None = None,
    number: int | None = None,
) -> Told | None:
    """Tell a figure of an office, itself or through others; None where it is nobody."""
    people = known(desk, count, published)
    many = len(people) if number is None else number
    if many == 0:
        return None
    chain = (count.teller, *via)
    head = Head(chain, published, language_of(desk, chain[-1]), "count")
    view = view_of(count, many, head)
    shares = divide(desk, count, people) if number is None else []
    if wrong is not None and wrong.parts is not None and shares:
        shares = [(shares[0][0], wrong.parts), *shares[1:]]
    return write_total(desk, count, head, view, shares, wrong)


def view_of(count: Count, number: int, head: Head) -> TotalView:
    """Look at a count as the words will tell it."""
    days = (count.first, count.last)
    return TotalView(
        number, count.who, count.where, days, head.published, head.chain, count.doer
    )


def write_total(
    desk: Desk,
    count: Count,
    head: Head,
    view: TotalView,
    shares: list[tuple[str, dict[str, int]]],
    wrong: Wrong | None = None,
) -> Told:
    """Put a total and its divisions into words, and keep what they say."""
    voice, chance = TOTALS[head.language], desk.chance
    view = replace(view, plain=wrong is not None)
    lead = getattr(voice, count.form)(view, chance)
    whole = said_of(count, head, view, lead)
    paragraphs = [[(lead, {"whole": whole})]]
    more: list[tuple[Phrase, dict[str, Said]]] = []
    for way, parts in shares:
        phrase = getattr(voice, f"by_{way}")(parts, view, chance)
        more.append((phrase, parts_of(whole, way, parts)))
    share = share_of(desk, view, shares) if wrong is None else wrong.share
    if share:
        more.append((voice.percentage(share, view, chance), {}))
    return desk.write(head, voice.headline(view), [*paragraphs, more])


def said_of(count: Count, head: Head, view: TotalView, lead: Phrase) -> Said:
    """Keep what the lead sentence says, with the basis its own words give."""
    bounds = {"complete": "exact", "estimated": "neither", "derived": "neither"}
    start, end = count.first, count.last or head.published
    who = f"{count.who}:{','.join(count.where)}:{count.doer}"
    return Said(
        id="",
        fact=f"{count.teller}:{count.form}:{who}:{start}/{end}:{view.number}",
        level="aggregate",
        number=view.number,
        asked=asked_until(count, head.published),
        chain=head.chain,
        bound="exact"
        if count.form == "two_villages"
        else bounds.get(count.form, "floor"),
        basis=lead.basis,
        until=end,
        running=count.last is None,
        least=lead.least,
        stance=lead.stance,
        high=view.high,
        who=count.who,
        incidents=count.incidents,
    )


def parts_of(whole: Said, way: str, parts: dict[str, int]) -> dict[str, Said]:
    """Keep what each part of a division says."""
    found: dict[str, Said] = {}
    for name, number in parts.items():
        asked = {
            "status": replace(whole.asked, status=STATUS_OF.get(name)),
            "province": replace(whole.asked, where=(name,)),
            "doer": replace(whole.asked, doer=name),
            "sex_age": replace(
                whole.asked,
                child=name == "children",
                sex="woman" if name == "women" else None,
            ),
        }[way]
        found[name] = replace(
            whole,
            fact=f"{whole.fact}:{name}:{number}",
            number=number,
            asked=asked,
            part_of=whole.fact,
            least=False,
            high=None,
            who=name if way in ("status", "sex_age") else whole.who,
        )
    return found


def divide(
    desk: Desk, count: Count, people: frozenset[str]
) -> list[tuple[str, dict[str, int]]]:
    """Divide those counted in the ways the report tells; no part is nobody."""
    found = []
    for way in count.divided:
        parts = {name: number for name, number in _ways(desk, way, people) if number}
        if len(parts) > 1 and sum(parts.values()) <= len(people):
            found.append((way, parts))
    return found


def _ways(desk: Desk, way: str, ids: frozenset[str]) -> list[tuple[str, int]]:
    world = desk.world
    people = world.people_in(sorted(ids))
    if way == "status":
        return [
            (who, sum(p.status == STATUS_OF[who] for p in people))
            for who in ("civilians", "soldiers", "fighters")
        ]
    if way == "sex_age":
        women = sum(p.sex == "woman" and not p.child for p in people)
        return [("women", women), ("children", sum(p.child for p in people))]
    died = {p: i for i in world.incidents for p in i.of("killed") if p in ids}
    if way == "province":
        places = [province_of(i.place) for i in died.values()]
        found = [(province, places.count(province)) for province in PROVINCES]
        return sorted(found, key=lambda each: -each[1])
    doers = [i.doer for i in died.values()]
    return [(doer, doers.count(doer)) for doer in ("army", "brigade")]


def share_of(
    desk: Desk, view: TotalView, shares: list[tuple[str, dict[str, int]]]
) -> Share | None:
    """Give a percentage that fits a part told beside it; None for none."""
    for way, parts in shares:
        if way in ("status", "sex_age") and desk.chance.random() < 0.4:
            who = next(iter(parts))
            return Share(who, round(100 * parts[who] / view.number), parts[who])
    return None


def language_of(desk: Desk, publisher: str) -> str:
    """Give the language in which a publisher writes; offices write in both."""
    if TELLERS[publisher].kind == "media":
        return TELLERS[publisher].language
    return "ar" if desk.chance.random() < 0.35 else "en"


def later(day: date, days: int) -> date:
    """Count days on."""
    return day + timedelta(days)

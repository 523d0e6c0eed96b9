"""What one report says happened, in sum: every group of victims counted once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tasjil.model.acts import Act, Level, Stance
from tasjil.model.claim import Claim
from tasjil.model.json import to_json
from tasjil.model.persons import AgeGroup, Sex, Status
from tasjil.model.quantity import CountRange, total
from tasjil.model.report import Report
from tasjil.read.arabic.text.plurals import tells_of_many
from tasjil.read.drafts.nouns import nouns
from tasjil.read.name_forms import each_once, is_among

_A_PAIR = 2
DEATHS = (Act.KILLED, Act.BODIES_FOUND)


@dataclass(frozen=True, slots=True)
class VictimLine:
    """One group of victims as the report tells of it."""

    act: Act
    text: str | None
    names: tuple[str, ...]
    low: int
    high: int | None
    age: int | None
    sex: Sex
    status: Status


@dataclass(frozen=True, slots=True)
class PerpetratorLine:
    """Who is said to have done it."""

    text: str
    stance: str


@dataclass(frozen=True, slots=True)
class AggregateLine:
    """A total the report states, with the one who first told it."""

    act: Act
    low: int | None
    high: int | None
    first_teller: str | None


@dataclass(frozen=True, slots=True)
class Digest:
    """One report in sum; the digest line of DESIGN §8."""

    report: str
    language: str | None
    published: str | None
    killed: CountRange
    injured: CountRange
    victims: tuple[VictimLine, ...] = ()
    perpetrators: tuple[PerpetratorLine, ...] = ()
    places: tuple[str, ...] = ()
    aggregates: tuple[AggregateLine, ...] = field(default=())

    def line(self) -> dict[str, Any]:
        """The digest as plain JSON."""
        plain: dict[str, Any] = to_json(self)
        return plain


def digest(report: Report, claims: Sequence[Claim]) -> Digest:
    """Put a report's claims in sum.

    Subsets, aggregates, denials, fears and history are left out of the ranges. Where
    figures for the same victims differ, the range spans them.
    """
    unsure = (Stance.DENIED, Stance.FEARED)
    told = [c for c in claims if c.stance not in unsure and not c.background]
    events = [c for c in told if c.level is not Level.AGGREGATE]
    deaths = _groups(events, DEATHS)
    injuries = _groups(events, (Act.INJURED,))
    others = tuple(a for a in Act if a not in (*DEATHS, Act.INJURED))
    rest = [g for act in others for g in _groups(events, (act,))]
    lines = [line for g in (*deaths, *injuries, *rest) for line in _lines(g)]
    return Digest(
        report=report.name,
        language=report.language,
        published=report.published,
        killed=_sum(deaths, weighed=_is_weighed(told)),
        injured=_sum(injuries, weighed=_is_weighed(told)),
        victims=tuple(line for line in lines if line.high != 0),
        perpetrators=_perpetrators(told),
        places=tuple(dict.fromkeys(w.name or w.text for c in told for w in c.where)),
        aggregates=_aggregates(told),
    )


def _sum(groups: Sequence["_Group"], *, weighed: bool) -> CountRange:
    """The sum over groups; closed where the report weighs what several tellers said.

    Such a report has looked for the highest figure: its "at least five" is the five
    that they bear out, and whatever more one of them told. People without a number
    ("relatives were killed", another tells) are nobody new beside those counted.
    """
    counted = [g for g in groups if not _is_uncounted(g, groups)] or groups
    span = total(_range(g) for g in counted)
    if span.high is not None or not weighed:
        return span
    highest = sum(max(_highest(g), _range(g).low) for g in counted)
    return CountRange(span.low, max(highest, span.low))


def _is_uncounted(group: "_Group", groups: Sequence["_Group"]) -> bool:
    """True for people in number whom another tells of, and no name or figure counts."""
    if _distinct_named(group) or any(c.quantity.known for c in group.claims):
        return False
    first = groups[0].claims[0]
    places = {w.text for c in group.claims for w in c.where}
    elsewhere = bool(places) and places.isdisjoint(w.text for w in first.where)
    return first not in group.claims and not elsewhere and _is_retold(group)


def _is_retold(group: "_Group") -> bool:
    """True where somebody beside the report itself is quoted for all that is told."""
    return all(c.attribution for c in group.claims)


def _is_weighed(claims: Sequence[Claim]) -> bool:
    """True where the report passes on what two or more tellers say."""
    told = {c.first_teller.text.lower() for c in claims if c.first_teller}
    return len(told) > 1 or any(_are_several(words) for words in told)


def _are_several(words: str) -> bool:
    """True for "several sources": two tellers at the least, whoever they are."""
    return bool(nouns("several tellers") & set(words.split()))


def _highest(group: "_Group") -> int:
    """The highest figure told of a group."""
    return max((c.quantity.highest_stated or 0 for c in group.claims), default=0)


@dataclass(frozen=True, slots=True)
class _Group:
    """The claims about the same victims, and those about some of them."""

    claims: tuple[Claim, ...]
    parts: tuple[Claim, ...]


def _groups(claims: Sequence[Claim], acts: Iterable[Act]) -> list[_Group]:
    """The groups of these acts that are no part of another, in the report's order."""
    wanted = [c for c in claims if c.act in tuple(acts)]
    here = {c.group for c in wanted}
    found: dict[str, list[Claim]] = {}
    parts: dict[str, list[Claim]] = {}
    above = {c.group: c.part_of for c in wanted if c.part_of in here}
    for claim in wanted:
        top = _top(claim.group, above)
        told = found if top == claim.group else parts
        told.setdefault(top, []).append(claim)
    return [_Group(tuple(g), tuple(parts.get(name, ()))) for name, g in found.items()]


def _top(group: str, above: Mapping[str, str | None]) -> str:
    """The whole that holds a group, over every part of a part."""
    seen = {group}
    while (whole := above.get(group)) is not None and whole not in seen:
        group = whole
        seen.add(group)
    return group


def _range(group: _Group) -> CountRange:
    """The fewest and the most people the tellings of one group stand for.

    A figure in the report's own voice sets the low end; what others say lower is what
    it was before. The high end is the highest figure told; it stays open only where
    nothing but "at least" was told, once, and names do not fill it. More named people
    than told raise the floor. "Up to 12" says nothing of the fewest.
    """
    figures = [c for c in group.claims if c.quantity.known]
    named = _distinct_named(group)
    if not figures:
        return CountRange(max(named, _at_least(group)), None)
    lead = figures[0]
    firm = [c for c in figures if not _is_ceiling(c)] or figures
    own = len(lead.attribution) <= 1 and lead.quantity.low is not None
    lows = [c.quantity.low or 0 for c in firm[: 1 if own and firm[0] is lead else None]]
    high = max(c.quantity.highest_stated or 0 for c in figures)
    is_open = len(figures) == 1 and lead.quantity.high is None and named < high
    counted = own and firm[0] is lead and lead.quantity.high != lead.quantity.low
    raised = named <= high and not (counted and (lead.quantity.low or 0) > 1)
    low = max(min(lows), named) if raised else min(lows)
    return CountRange(low, None if is_open else max(high, low))


def _is_ceiling(claim: Claim) -> bool:
    """True for "up to 12": a figure that tells the most and not the fewest."""
    low, high = claim.quantity.low or 0, claim.quantity.high
    return low <= 1 and high is not None and high > _A_PAIR


def _at_least(group: _Group) -> int:
    """Two for words in number without a figure; of nothing more is known."""
    text = (group.claims[0].victims.text or "").lower()
    if tells_of_many(text):
        return 2
    if text.startswith("how many"):
        return 0
    many = text.endswith("s") or any(w in text for w in ("people", "men", "children"))
    return 2 if many else 0


def _distinct_named(group: _Group) -> int:
    """How many of the group are named, each name once."""
    claims = (*group.claims, *group.parts)
    return len(each_once(dict.fromkeys(n for c in claims for n in c.victims.names)))


def _lines(group: _Group) -> list[VictimLine]:
    """A line for each named part, and one for those of the group who are left."""
    whole = _line(group)
    apart = _told_once(
        _line(_Group(tuple(claims), ())) for claims in _named_parts(group)
    )
    known = sum(line.low for line in apart)
    told = {name for line in apart for name in line.names}
    if apart and known > whole.low:
        return apart if told >= set(whole.names) else _each_named(whole)
    if not apart:
        return _filling_parts(group, whole)
    left = replace(
        whole,
        names=tuple(n for n in whole.names if n not in told),
        low=whole.low - known,
        high=None if whole.high is None else max(whole.high - known, whole.low - known),
    )
    return [*([left] if left.high != 0 else []), *apart]


def _each_named(line: VictimLine) -> list[VictimLine]:
    """A line for each person where all of a number are named."""
    if not 1 < len(line.names) == line.low == line.high:
        return [line]
    return [replace(line, text=n, names=(n,), low=1, high=1) for n in line.names]


def _filling_parts(group: _Group, whole: VictimLine) -> list[VictimLine]:
    """A line for each part told elsewhere, where the parts together are the whole."""
    parts: dict[str, list[Claim]] = {}
    for claim in group.parts:
        parts.setdefault(claim.group, []).append(claim)
    lines = [_line(_Group(tuple(each), ())) for each in parts.values()]
    beside = {c.passage for c in group.claims} & {c.passage for c in group.parts}
    full = sum(line.low for line in lines) == whole.low == whole.high
    closed = all(line.low == line.high for line in lines)
    if len(lines) > 1 and full and closed and not beside:
        return lines
    return _each_named(whole)


def _told_once(lines: Iterable[VictimLine]) -> list[VictimLine]:
    """Lines without the people whom a line before names."""
    kept: list[VictimLine] = []
    for line in lines:
        told = [name for other in kept for name in other.names]
        new = tuple(n for n in line.names if not is_among(n, told))
        gone = len(line.names) - len(new)
        if new or not gone:
            low = max(line.low - gone, len(new))
            high = None if line.high is None else max(line.high - gone, low)
            kept.append(replace(line, names=new, low=low, high=high))
    return kept


def _named_parts(group: _Group) -> list[list[Claim]]:
    """The claims of each part of a group that has a name."""
    found: dict[str, list[Claim]] = {}
    for claim in group.parts:
        found.setdefault(claim.group, []).append(claim)
    return [each for each in found.values() if any(c.victims.names for c in each)]


def _line(group: _Group) -> VictimLine:
    """One line for a group: the fullest words, every name once."""
    best = max(group.claims, key=_fullness)
    names = dict.fromkeys(
        n for c in (best, *group.claims, *group.parts) for n in c.victims.names
    )
    span = _range(group)
    return VictimLine(
        act=_act(group),
        text=_words(best),
        names=each_once(names),
        low=span.low,
        high=span.high,
        age=_first((c.victims.age for c in group.claims), None),
        sex=_first((c.victims.sex for c in group.claims), Sex.UNKNOWN),
        status=_first((c.victims.status for c in group.claims), Status.UNKNOWN),
    )


def _words(claim: Claim) -> str | None:
    """The words for the people, with the name where one person's words lack it."""
    text, names = claim.victims.text, claim.victims.names
    if text is None or len(names) != 1 or names[0] in text:
        return text
    return f"{names[0]}, {text}" if " " in text else names[0]


def _act(group: _Group) -> Act:
    """Killed where one telling says so; a body found is kept as that."""
    acts = [c.act for c in group.claims]
    return Act.KILLED if Act.KILLED in acts else acts[0]


def _fullness(claim: Claim) -> tuple[bool, bool, int]:
    """Names before nouns before pronouns."""
    words = claim.victims.text or ""
    return (
        bool(claim.victims.names),
        claim.victims.age_group is not AgeGroup.UNKNOWN,
        min(len(words), 60),
    )


def _first(values: Iterable[Any], unknown: Any) -> Any:
    """The first value that is known."""
    return next((v for v in values if v != unknown), unknown)


def _perpetrators(claims: Sequence[Claim]) -> tuple[PerpetratorLine, ...]:
    """Everybody said to have done it, each once."""
    found: dict[str, PerpetratorLine] = {}
    for claim in claims:
        text = claim.perpetrator.text
        if text is not None:
            found.setdefault(
                text.lower(), PerpetratorLine(text, claim.perpetrator.stance)
            )
    return tuple(found.values())


def _aggregates(claims: Sequence[Claim]) -> tuple[AggregateLine, ...]:
    """Totals, each statement once."""
    found: dict[tuple[Any, ...], AggregateLine] = {}
    for c in claims:
        if c.level is Level.AGGREGATE and c.quantity.known:
            teller = c.first_teller.text if c.first_teller else None
            line = AggregateLine(c.act, c.quantity.low, c.quantity.high, teller)
            found.setdefault((c.act, c.quantity.low, c.quantity.high, teller), line)
    return tuple(found.values())

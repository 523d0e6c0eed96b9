"""Pairs of totals, and why their numbers truly differ."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from random import Random

from invented.statement import Said
from invented.story import Story

HOW_MANY = {"small": 8, "middle": 20, "full": 40}
COUNTED = ("lmg", "dcl", "un", "health")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two totals; b is the larger, or the later where they are equal.

    Attributes:
        kinds: Why they differ, as `DifferenceKind` names it, each with how many people
            it accounts for where that can be told.
        may_also: Kinds that would not be wrong: another office hears of other deaths,
            which no words explain. "period|as_of" is either of the two.
    """

    a: Said
    b: Said
    gap: int
    kinds: Mapping[str, int | None]
    may_also: tuple[str, ...] = ()


def chosen_pairs(story: Story) -> list[Pair]:
    """Choose pairs of totals by chance, and say why each differs."""
    chance = Random(f"pairs {story.seed} {story.size}")
    bad = {
        slip.reports[0]
        for slip in story.slips
        if slip.kind in ("status", "number", "derived", "subset", "percentage")
    }
    wrong_sums = {s.reports[0] for s in story.slips if s.kind == "arithmetic"}
    wholes = [
        said
        for told in story.reports
        for said in told.says
        if said.level == "aggregate"
        and said.part_of is None
        and said.teller in COUNTED
        and said.basis in ("documented", "verified", "reported")
        and told.file not in bad
    ]
    wholes = _as_one(wholes, story)
    found = [_pair(one, two, wrong_sums) for one, two in combinations(wholes, 2)]
    kept = [pair for pair in found if pair.kinds and _tells(pair)]
    chance.shuffle(kept)
    kept.sort(key=lambda pair: len(pair.kinds) > 2)
    return kept[: HOW_MANY[story.size]]


def _tells(pair: Pair) -> bool:
    """Tell whether there is a difference to explain, or none because it is a relay."""
    return pair.gap > 0 or "relay" in pair.kinds


def _as_one(wholes: list[Said], story: Story) -> list[Said]:
    """Give each figure the firmest basis that any telling of it has.

    "Documented" of one who passes a figure on holds for the figure.
    """
    order = ("reported", "documented", "verified")
    firmest: dict[str, str] = {}
    for said in (said for told in story.reports for said in told.says):
        if said.basis in order:
            now = firmest.get(said.fact, "reported")
            firmest[said.fact] = max(now, said.basis, key=order.index)
    return [replace(said, basis=firmest[said.fact]) for said in wholes]


def _pair(one: Said, two: Said, wrong_sums: set[str]) -> Pair:
    a, b = sorted((one, two), key=lambda said: (said.number, said.id))
    gap = b.number - a.number
    if a.fact == b.fact:
        return Pair(a, b, gap, {"relay": 0}, ("basis",) if a.basis != b.basis else ())
    names = _reasons(a, b)
    same = a.teller == b.teller
    alone = same and len(names) == 1
    kinds = {name: gap if alone else None for name in names}
    also = _may_also(a, b, names, same)
    if {a.id.split("#")[0], b.id.split("#")[0]} & wrong_sums:
        also = (*also, "arithmetic")  # a part is wrong, and the whole is not
    return Pair(a, b, gap, kinds, also)


def _reasons(a: Said, b: Said) -> list[str]:
    """Compare the two, scope by scope."""
    names = []
    starts_apart = _days(a)[0] != _days(b)[0]
    if starts_apart:
        names.append("period")
    elif a.running != b.running:
        names.append("period|as_of")
    elif a.running and a.until != b.until:
        names.append("as_of")
    elif not a.running and _days(a) != _days(b):
        names.append("period")
    if set(a.asked.where) != set(b.asked.where):
        names.append("area")
    if a.asked.status != b.asked.status:
        names.append("status")
    if a.asked.doer != b.asked.doer:
        names.append("perpetrator")
    if "verified" in (a.basis, b.basis) and a.basis != b.basis:
        names.append("basis")
    return names


def _may_also(a: Said, b: Said, names: list[str], same: bool) -> tuple[str, ...]:
    found = []
    if a.until != b.until:
        found += ["as_of", "period"]
    if a.basis != b.basis:
        # "Documented" beside a bare figure: the words differ, the counting may not.
        found.append("basis")
    if not same or len(names) > 1:
        found.append("unexplained")
    return tuple(each for each in found if each not in names)


def _days(said: Said) -> tuple[object, object]:
    return said.asked.days or (None, None)

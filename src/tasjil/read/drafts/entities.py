"""People told of in a report: their names, nouns, numbers, places and days."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from tasjil.model.acts import Act, Level
from tasjil.model.persons import Sex
from tasjil.model.places import PlaceLevel, Where
from tasjil.read.drafts.draft import Draft
from tasjil.read.drafts.nouns import nouns
from tasjil.read.name_forms import Key, name_key

_WIDE = frozenset({PlaceLevel.COUNTRY, PlaceLevel.REGION, PlaceLevel.GOVERNORATE})
_KM_A_DEGREE = 111.0
_NEAR_KM = 20.0


@dataclass(slots=True)
class Entity:
    """People told of once or more in a report."""

    id: str
    drafts: list[Draft] = field(default_factory=list)
    names: list[Key] = field(default_factory=list)
    part_of: str | None = None

    def add(self, draft: Draft) -> None:
        """Take in one more telling of the same people."""
        self.drafts.append(draft)
        self.names += [key for name in draft.victims.names if (key := name_key(name))]
        if draft.antecedent and (key := name_key(draft.antecedent[0])):
            self.names.append(key)

    @property
    def is_aggregate(self) -> bool:
        """True where the first telling is a total over a period or an area."""
        return self.first.level is Level.AGGREGATE

    @property
    def acts(self) -> set[Act]:
        """What was done to them."""
        return {d.act for d in self.drafts}

    @property
    def nouns(self) -> set[str]:
        """What they were called."""
        return {d.noun for d in self.drafts if d.noun and not d.pronoun}

    @property
    def last(self) -> int:
        """The sentence that told of them last."""
        return self.drafts[-1].sentence

    @property
    def first(self) -> Draft:
        """The first telling."""
        return self.drafts[0]

    @property
    def fatal(self) -> bool:
        """True where one telling is of their death."""
        return any(d.fatal for d in self.drafts)

    @property
    def figures(self) -> list[Draft]:
        """Tellings with a number of their own."""
        return [d for d in self.drafts if d.quantity.known and not d.pronoun]

    @property
    def most(self) -> int:
        """The highest number told of them."""
        return max((d.quantity.highest_stated or 0 for d in self.figures), default=0)

    @property
    def least(self) -> int:
        """The lowest number told of them."""
        return min((d.quantity.low or 0 for d in self.figures), default=0)

    @property
    def singular(self) -> bool:
        """True for one person."""
        return self.most <= 1 and all(d.singular for d in self.drafts)

    @property
    def sex(self) -> Sex:
        """The first sex told; unknown where none was."""
        told = (d.victims.sex for d in self.drafts if d.victims.sex is not Sex.UNKNOWN)
        return next(told, Sex.UNKNOWN)

    @property
    def is_closed(self) -> bool:
        """True where one figure has an upper end."""
        return any(d.quantity.high is not None for d in self.figures)

    @property
    def is_vague(self) -> bool:
        """True where no telling says how many: "a number of people"."""
        return all(d.is_vague for d in self.drafts)

    @property
    def is_total(self) -> bool:
        """True where the first figure is told for people in general."""
        figures = [d for d in self.figures if (d.quantity.highest_stated or 0) > 1]
        return bool(figures) and figures[0].noun in nouns("total")


def apart(entity: Entity, draft: Draft) -> bool:
    """True where place or day says that this is another event."""
    told = [d for d in entity.drafts if d.where]
    if told and draft.where and all(_elsewhere(d.where, draft.where) for d in told):
        return True
    days = [d.when.edtf for d in entity.drafts if d.when.edtf]
    day = draft.when.edtf
    return bool(days and day and all(_other_day(d, day) for d in days))


def is_wide(where: Where) -> bool:
    """True for a country or a province: places too wide to say where one event was."""
    return where.level in _WIDE


def _elsewhere(a: Sequence[Where], b: Sequence[Where]) -> bool:
    """True where both name listed towns or finer places, none near another."""
    fine_a = [w for w in a if not is_wide(w) and w.place]
    fine_b = [w for w in b if not is_wide(w) and w.place]
    if not fine_a or not fine_b:
        return False
    return all(_far(x, y) for x in fine_a for y in fine_b)


def _far(x: Where, y: Where) -> bool:
    """True for two places that neither contain one another nor lie close together."""
    if x.place == y.place or x.place in y.within or y.place in x.within:
        return False
    if x.lat is None or x.lon is None or y.lat is None or y.lon is None:
        return True
    width = math.cos(math.radians((x.lat + y.lat) / 2))
    north, east = x.lat - y.lat, (x.lon - y.lon) * width
    return math.hypot(north, east) * _KM_A_DEGREE > _NEAR_KM


def _other_day(a: str, b: str) -> bool:
    """True for two single days that differ."""
    return len(a) == len(b) == 10 and a != b

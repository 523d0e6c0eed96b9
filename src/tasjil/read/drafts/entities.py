"""People told of in a report: their names, nouns, numbers, places and days."""

import math
from collections.abc import KeysView, Sequence
from dataclasses import dataclass, field

from tasjil.model.acts import Act, Level, Stance
from tasjil.model.persons import Sex
from tasjil.model.places import PlaceLevel, Where
from tasjil.read.drafts.draft import Draft
from tasjil.read.drafts.nouns import nouns
from tasjil.read.name_forms import Key, name_key

_WIDE = frozenset({PlaceLevel.COUNTRY, PlaceLevel.REGION, PlaceLevel.GOVERNORATE})
_KM_A_DEGREE = 111.0
_NEAR_KM = 20.0


@dataclass(slots=True, eq=False)
class Entity:
    """People told of once or more in a report.

    What all tellings say together is kept up with each of them, so that people told
    of a thousand times are found as fast as those told of once.

    Attributes:
        acts: What was done to them.
        nouns: What they were called.
        called: Every noun used for them or beside them.
        figures: Tellings with a number of their own.
        days: The days told, as EDTF.
        scenes: The places told, one entry for each telling that gave some.
        fatal: True where one telling is of their death.
        is_vague: True where no telling says how many: "a number of people".
        is_closed: True where one figure has an upper end.
        is_doubtful: True where one telling is a denial or history.
    """

    id: str
    drafts: list[Draft] = field(default_factory=list)
    names: list[Key] = field(default_factory=list)
    part_of: str | None = None
    acts: set[Act] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    figures: list[Draft] = field(default_factory=list)
    told: set[tuple[int | None, int | None] | int | None] = field(default_factory=set)
    days: dict[str, None] = field(default_factory=dict)
    scenes: dict[tuple[str, ...], tuple[Where, ...]] = field(default_factory=dict)
    most: int = 0
    least: int = 0
    sex: Sex = Sex.UNKNOWN
    fatal: bool = False
    is_vague: bool = True
    is_closed: bool = False
    is_doubtful: bool = False
    _by_mention: dict[tuple[int, int], list[Draft]] = field(default_factory=dict)
    _one: bool = True
    _total: bool | None = None

    def add(self, draft: Draft) -> None:
        """Take in one more telling of the same people."""
        self.drafts.append(draft)
        self.names += [key for name in draft.victims.names if (key := name_key(name))]
        if draft.antecedent and (key := name_key(draft.antecedent[0])):
            self.names.append(key)
        self._add_words(draft)
        if draft.quantity.known and not draft.pronoun:
            self._add_figure(draft)
        if draft.when.edtf:
            self.days[draft.when.edtf] = None
        if draft.where:
            self.scenes.setdefault(tuple(w.text for w in draft.where), draft.where)

    def _add_words(self, draft: Draft) -> None:
        """Keep what the telling calls them."""
        self.acts.add(draft.act)
        self._by_mention.setdefault(draft.mention, []).append(draft)
        self.called |= draft.called
        if draft.noun and not draft.pronoun:
            self.nouns.add(draft.noun)
        if self.sex is Sex.UNKNOWN:
            self.sex = draft.victims.sex
        self.fatal = self.fatal or draft.fatal
        self.is_vague = self.is_vague and draft.is_vague
        self._one = self._one and draft.singular
        denied = draft.stance is Stance.DENIED
        self.is_doubtful = self.is_doubtful or denied or draft.background

    def _add_figure(self, draft: Draft) -> None:
        """Keep how many the telling says."""
        quantity = draft.quantity
        low, most = quantity.low or 0, quantity.highest_stated or 0
        self.least = min(self.least, low) if self.figures else low
        self.most = max(self.most, most)
        self.is_closed = self.is_closed or quantity.high is not None
        self.told |= {(quantity.low, quantity.high), quantity.highest_stated}
        if self._total is None and most > 1:
            self._total = draft.noun in nouns("total")
        self.figures.append(draft)

    @property
    def mentions(self) -> KeysView[tuple[int, int]]:
        """The verbs that told of them."""
        return self._by_mention.keys()

    def figures_of(self, mention: tuple[int, int]) -> list[Draft]:
        """The numbers that one verb tells of them."""
        told = self.told_by(mention)
        return [d for d in told if d.quantity.known and not d.pronoun]

    def told_by(self, mention: tuple[int, int]) -> Sequence[Draft]:
        """What one verb tells of them."""
        return self._by_mention.get(mention, ())

    @property
    def is_aggregate(self) -> bool:
        """True where the first telling is a total over a period or an area."""
        return self.first.level is Level.AGGREGATE

    @property
    def last(self) -> int:
        """The sentence that told of them last."""
        return self.drafts[-1].sentence

    @property
    def first(self) -> Draft:
        """The first telling."""
        return self.drafts[0]

    @property
    def singular(self) -> bool:
        """True for one person."""
        return self.most <= 1 and self._one

    @property
    def is_total(self) -> bool:
        """True where the first figure is told for people in general."""
        return bool(self._total)


def apart(entity: Entity, draft: Draft) -> bool:
    """True where place, day or doer says that this is another event."""
    if any(_is_of_another_doer(d, draft) for d in entity.drafts[-2:]):
        return True
    scenes = entity.scenes.values()
    if scenes and draft.where and all(_elsewhere(w, draft.where) for w in scenes):
        return True
    day = draft.when.edtf
    return bool(entity.days and day and all(_other_day(d, day) for d in entity.days))


def _is_of_another_doer(told: Draft, draft: Draft) -> bool:
    """True for two numbers of one sentence, each with a doer of its own."""
    one, other = told.spans.get("perpetrator"), draft.spans.get("perpetrator")
    if told.sentence != draft.sentence or one is None or other is None or one == other:
        return False
    return told.quantity != draft.quantity and told.mention != draft.mention


def is_wide(where: Where) -> bool:
    """True for a country or a province: places too wide to say where one event was."""
    return where.level in _WIDE


def _elsewhere(a: Sequence[Where], b: Sequence[Where]) -> bool:
    """True where both name listed towns or finer places, none near another."""
    fine_a = [w for w in a if not is_wide(w) and w.place]
    fine_b = [w for w in b if not is_wide(w) and w.place]
    if not fine_a or not fine_b:
        wide = all(w.place for w in (*a, *b)) and not fine_a and not fine_b
        return wide and all(_outside(x, y) for x in a for y in b)
    return all(_far(x, y) for x in fine_a for y in fine_b)


def _outside(x: Where, y: Where) -> bool:
    """True for two provinces or countries, neither of which holds the other."""
    alone = x.place not in y.within and y.place not in x.within
    regions = PlaceLevel.REGION in (x.level, y.level)
    return x.place != y.place and alone and not (regions and x.level is not y.level)


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

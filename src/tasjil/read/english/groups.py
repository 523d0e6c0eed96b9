"""Whom each phrase tells of: the same victims, others, or some of those told before."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tasjil.model.acts import Level, Stance
from tasjil.model.persons import Sex
from tasjil.model.places import PlaceLevel, Where
from tasjil.read.english.drafts import Draft
from tasjil.read.english.lexicon import words
from tasjil.read.english.mentions import Part

_WIDE = frozenset({PlaceLevel.COUNTRY, PlaceLevel.REGION, PlaceLevel.GOVERNORATE})
_VICTIM = frozenset(
    [
        "victim",
        "deceased",
        "dead",
        "body",
        "corpse",
        "martyr",
        "person",
        "individual",
        "man",
        "woman",
    ]
)
_LOOSE = frozenset(
    ["man", "woman", "child", "member", "boy", "girl", "youth", "youngster"]
)
_SPAN_OF_PRONOUN = 6
_KM_A_DEGREE = 111.0
_NEAR_KM = 20.0


@dataclass(slots=True)
class Entity:
    """People told of once or more in a report."""

    id: str
    drafts: list[Draft] = field(default_factory=list)
    names: list[frozenset[str]] = field(default_factory=list)
    part_of: str | None = None

    def add(self, draft: Draft) -> None:
        """Take in one more telling of the same people."""
        self.drafts.append(draft)
        self.names += [key for name in draft.victims.names if (key := name_key(name))]
        if draft.antecedent and (key := name_key(draft.antecedent)):
            self.names.append(key)

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
    def is_plain_total(self) -> bool:
        """True for people in general, told with a number."""
        return any(d.noun in words("people", "total") for d in self.figures)

    @property
    def is_total(self) -> bool:
        """True where a figure for people in general can hold all other victims."""
        return any(
            d.noun in words("people", "total")
            and not d.more
            and d.part is Part.MAIN
            and (d.quantity.highest_stated or 0) > 1
            for d in self.figures
        )


def name_key(name: str) -> frozenset[str]:
    """The words of a name that identify, in lower case and without joining marks.

    Example:
        >>> sorted(name_key("Dr. Mira al-Sorel"))
        ['alsorel', 'mira']
    """
    low = re.sub(r"\b(al|el|ash|an)[- ](?=\w)", r"\1", name.lower()).replace("'", "")
    found = [w for w in re.findall(r"[^\W\d_]+", low) if len(w) > 1]
    return frozenset(w for w in found if w not in words("people", "title"))


def same_name(a: frozenset[str], b: frozenset[str]) -> bool:
    """True where one name can be a shorter form of the other."""
    shared = a & b
    return bool(shared) and (len(shared) >= 2 or shared in (a, b))


class Groups:
    """Tells the victims of one report apart, draft by draft, in the report's order."""

    def __init__(self) -> None:
        """Start with nobody told of."""
        self.entities: list[Entity] = []

    def take(self, drafts: Sequence[Draft]) -> None:
        """Give every draft its group, and its whole where it is a part of one."""
        mentions: dict[tuple[int, int], list[Draft]] = {}
        for draft in drafts:
            mentions.setdefault(draft.mention, []).append(draft)
        for together in mentions.values():
            self._take_mention(together)
        self._contain()
        for entity in self.entities:
            for draft in entity.drafts:
                draft.group = entity.id
                draft.part_of = entity.part_of if entity.part_of != entity.id else None

    def _take_mention(self, together: list[Draft]) -> None:
        """The victims of one verb: each phrase apart, parts under their whole."""
        whole: Entity | None = None
        taken: list[Entity] = []
        for draft in together:
            entity = self._find(draft, taken) or self._new_for(draft, taken)
            entity.add(draft)
            taken.append(entity)
            if draft.part is Part.AMONG:
                holder = (
                    whole if whole is not None else self._total_before(draft, entity)
                )
                if (
                    holder is not None
                    and holder is not entity
                    and entity.part_of is None
                    and holder.part_of != entity.id
                ):
                    entity.part_of = holder.id
            else:
                whole = entity if draft.part is Part.MAIN else whole

    def _new_for(self, draft: Draft, taken: list[Entity]) -> Entity:
        """People new to the report; one of a list of names is a part of that list."""
        entity = Entity(f"g{len(self.entities) + 1}")
        if draft.victims.names and not draft.plural:
            same = [
                e for e in self.entities if e not in taken and e.fatal == draft.fatal
            ]
            whole = _list_with(same, draft)
            entity.part_of = whole.id if whole is not None else None
        self.entities.append(entity)
        return entity

    def _total_before(self, draft: Draft, but: Entity) -> Entity | None:
        """The latest number of dead that "among the dead" can mean."""
        for entity in reversed(self.entities):
            if (
                entity is not but
                and entity.most > 1
                and entity.fatal == draft.fatal
                and entity.part_of is None
            ) and entity.first.level is not Level.AGGREGATE:
                return entity
        return None

    def _find(self, draft: Draft, taken: list[Entity]) -> Entity | None:
        """The people told of before whom a draft means; None for people new here."""
        open_to = [e for e in self.entities if e not in taken and _same_kind(e, draft)]
        if draft.victims.names and not draft.plural:
            return _by_name(open_to, draft)
        if draft.victims.names:
            return _list_with(open_to, draft) or (
                None if draft.more else _same_figure(open_to, draft)
            )
        if draft.more or draft.stance is Stance.DENIED:
            return None
        if draft.pronoun:
            return _by_pronoun(open_to, draft)
        if draft.level is Level.AGGREGATE:
            return _same_figure(
                [e for e in open_to if e.first.level is Level.AGGREGATE], draft
            )
        open_to = [e for e in open_to if e.first.level is not Level.AGGREGATE]
        if draft.singular:
            return _by_description(open_to, draft)
        return _by_number(open_to, draft)

    def _contain(self) -> None:
        """Put particular victims into the number of the same event that holds them."""
        for act_fatal in (True, False):
            wholes = [
                e
                for e in self.entities
                if e.is_total and e.part_of is None and e.fatal is act_fatal
            ]
            wholes = [e for e in wholes if e.first.level is Level.INCIDENT]
            for whole in wholes:
                self._fill(whole)

    def _fill(self, whole: Entity) -> None:
        """Let particular victims fill the places of a number, as far as it has any."""
        room = (
            whole.most
            if any(d.quantity.high is not None for d in whole.figures)
            else 10**9
        )
        filled = 0
        for entity in self.entities:
            if entity is whole or entity.part_of is not None or entity.is_total:
                continue
            if not _can_hold(whole, entity):
                continue
            size = max(entity.most, 1)
            if filled + size <= room:
                filled += size
                entity.part_of = whole.id


def _same_kind(entity: Entity, draft: Draft) -> bool:
    """Deaths with deaths; another act only for particular persons."""
    if any(d.act is draft.act for d in entity.drafts) or (entity.fatal and draft.fatal):
        return True
    return (
        bool(draft.victims.names)
        or draft.pronoun
        or (draft.definite and draft.singular)
    )


def _by_name(entities: list[Entity], draft: Draft) -> Entity | None:
    """The person of this name; or the unnamed one whom the name now names."""
    keys = [key for name in draft.victims.names if (key := name_key(name))]
    for entity in entities:
        if any(same_name(a, b) for a in keys for b in entity.names) and entity.singular:
            return entity
    for entity in entities:
        if entity.singular and not entity.names and _unnamed_match(entity, draft):
            return entity
    return None


def _list_with(entities: Sequence[Entity], draft: Draft) -> Entity | None:
    """People told of together by name, this one among them."""
    keys = [key for name in draft.victims.names if (key := name_key(name))]
    for entity in entities:
        if not entity.singular and any(
            same_name(a, b) for a in keys for b in entity.names
        ):
            return entity
    return None


def _unnamed_match(entity: Entity, draft: Draft) -> bool:
    """True where "a journalist" told before fits "the journalist Mira Sorel"."""
    apart = entity.drafts[0].more or _apart(entity, draft)
    return bool(entity.nouns & draft.called) and not apart


def _by_pronoun(entities: list[Entity], draft: Draft) -> Entity | None:
    """The last people told of who fit the pronoun."""
    if draft.antecedent:
        key = name_key(draft.antecedent)
        for entity in entities:
            if any(same_name(key, other) for other in entity.names):
                return entity
        return None
    for entity in sorted(entities, key=lambda e: -e.last):
        if draft.sentence - entity.last > _SPAN_OF_PRONOUN:
            break
        if entity.singular != draft.singular:
            continue
        if draft.victims.sex in (Sex.UNKNOWN, entity.sex) or entity.sex is Sex.UNKNOWN:
            return entity
    return None


def _by_description(entities: list[Entity], draft: Draft) -> Entity | None:
    """ "the priest", "his driver", "a policeman" told once more."""
    for entity in sorted(entities, key=lambda e: -e.last):
        if not entity.singular or _apart(entity, draft):
            continue
        named = any(draft.noun in (d.victims.text or "").lower() for d in entity.drafts)
        if draft.noun in entity.nouns or (named and draft.noun):
            if draft.definite or draft.sentence != entity.last:
                return entity
        if (
            draft.definite
            and draft.noun in _VICTIM
            and (
                draft.victims.sex in (Sex.UNKNOWN, entity.sex)
                or entity.sex is Sex.UNKNOWN
            )
        ):
            return entity
    return None


def _by_number(entities: list[Entity], draft: Draft) -> Entity | None:
    """The same number again, "the four", or another figure for the same event."""
    if not draft.quantity.known:
        return _by_noun(entities, draft)
    return _same_figure(entities, draft) or _rival(entities, draft)


def _by_noun(entities: list[Entity], draft: Draft) -> Entity | None:
    """ "the priests", "the victims": people in number, told of before."""
    for entity in sorted(entities, key=lambda e: -e.last):
        if entity.singular and not (entity.most == 0 and draft.noun in entity.nouns):
            continue
        if draft.noun in entity.nouns or (
            draft.noun in words("people", "total") and not _apart(entity, draft)
        ):
            return entity
    return None


def _same_figure(entities: list[Entity], draft: Draft) -> Entity | None:
    """People of the same number and a noun that fits."""
    for entity in sorted(entities, key=lambda e: -e.last):
        for told in entity.figures:
            equal = (told.quantity.low, told.quantity.high) == (
                draft.quantity.low,
                draft.quantity.high,
            )
            near = told.quantity.highest_stated == draft.quantity.highest_stated
            if (
                (equal or (near and _is_general(told, draft)))
                and _fits(entity, draft)
                and not _apart(entity, draft)
            ):
                return entity
    return None


def _is_general(told: Draft, draft: Draft) -> bool:
    """True where either noun is a word for people in general."""
    total = words("people", "total")
    return told.noun in total or draft.noun in total or told.noun == draft.noun


def _fits(entity: Entity, draft: Draft) -> bool:
    """True where the nouns can be words for the same people."""
    total = words("people", "total")
    if draft.noun in entity.nouns or draft.noun in total or not draft.noun:
        return True
    return bool(entity.nouns & total) or not entity.nouns or draft.definite


def _rival(entities: list[Entity], draft: Draft) -> Entity | None:
    """Another figure for the people of the same event, told by somebody else."""
    if draft.part is not Part.MAIN:
        return None
    general = draft.noun in words("people", "total")
    for entity in sorted(entities, key=lambda e: -e.last):
        fits = entity.is_total if general else draft.noun in entity.nouns & _LOOSE
        if fits and entity.part_of is None and not _apart(entity, draft):
            return entity
    return None


def _can_hold(whole: Entity, entity: Entity) -> bool:
    """True where the number of `whole` can include these people."""
    if entity.fatal != whole.fatal or entity.first.level is Level.AGGREGATE:
        return False
    if any(d.stance is Stance.DENIED or d.background for d in entity.drafts):
        return False
    if entity.least > whole.most or not _more_fits(whole, entity):
        return False
    beside = {d.mention for d in whole.drafts}
    if any(d.mention in beside for d in entity.drafts):
        return False
    return not any(_apart(whole, d) for d in entity.drafts)


def _more_fits(whole: Entity, entity: Entity) -> bool:
    """True unless "others" are told of who come on top of the number."""
    first = entity.first
    if not first.more:
        return True
    later = first.sentence > whole.first.sentence
    return later and (bool(first.victims.names) or not entity.is_plain_total)


def _apart(entity: Entity, draft: Draft) -> bool:
    """True where place or day says that this is another event."""
    told = [d for d in entity.drafts if d.where]
    if told and draft.where and all(_elsewhere(d.where, draft.where) for d in told):
        return True
    days = [d.when.edtf for d in entity.drafts if d.when.edtf]
    day = draft.when.edtf
    return bool(days and day and all(_other_day(d, day) for d in days))


def _elsewhere(a: Sequence[Where], b: Sequence[Where]) -> bool:
    """True where both name listed places as fine as a town, and none is near another."""
    fine_a = [w for w in a if w.level not in _WIDE and w.place]
    fine_b = [w for w in b if w.level not in _WIDE and w.place]
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

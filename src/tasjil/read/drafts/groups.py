"""Whom each phrase tells of: the same victims, others, or some of those told before."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from tasjil.model.acts import Act, Level, Stance
from tasjil.model.persons import Status
from tasjil.model.quantity import Unit
from tasjil.read.drafts.dividing import divide
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.drafts.entities import Entity, apart
from tasjil.read.drafts.matching import find, list_with, named_in
from tasjil.read.drafts.nouns import nouns
from tasjil.read.drafts.told_of import NEAR, ToldOf

_CLOSE_BEHIND = 2
_TOGETHER = 40
"""More people than this beside one verb are a list, not those whom a number counts."""

_FAR = 60
"""So many sentences away a number is of another event, but for the report's lead."""

_A_FIGURE = 10


class Groups:
    """Tells the victims of one report apart, draft by draft, in the report's order."""

    def __init__(self) -> None:
        """Start with nobody told of."""
        self.told = ToldOf()

    @property
    def entities(self) -> list[Entity]:
        """Everybody told of, in the order of the first tellings."""
        return self.told.all

    def take(self, drafts: Sequence[Draft]) -> None:
        """Give every draft its group, and its whole where it is a part of one."""
        mentions: dict[tuple[int, int], list[Draft]] = {}
        for draft in drafts:
            mentions.setdefault(draft.mention, []).append(draft)
        for together in mentions.values():
            self._take_mention(together)
        self._put_late(drafts)
        _spread_totals(drafts)
        self._put_places_under_totals()
        divide(self.entities)
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
            others = self.told.near(draft, besides=taken)
            last = self.entities[-1] if draft.goes_beyond and self.entities else None
            linked = self.told.holding(draft.same_as) or self._told_again(draft, others)
            if linked is None and draft.within is not None:
                linked = self._new(draft)
                self._put_under(linked, self.told.holding(draft.within))
            ceiling = whole if _is_ceiling_of(draft, whole) else None
            again = next((e for e in taken if _is_named_again(e, draft)), None)
            found = again or ceiling or linked or last or find(others, draft)
            entity = found or self._new(draft)
            told_again = draft.definite and draft.quantity.known and linked is not None
            if (draft.is_vague or told_again) and entity.drafts and entity.is_aggregate:
                draft.level = Level.AGGREGATE
            if draft.pronoun and draft.antecedent and not entity.drafts:
                name, draft.spans["names"] = draft.antecedent
                draft.victims = replace(draft.victims, names=(name,))
            self.told.add(entity, draft)
            taken.append(entity)
            if draft.part is Part.AMONG:
                self._put_under(entity, whole or self._total_before(draft, taken))
            elif draft.part is Part.MAIN:
                whole = entity

    def _put_late(self, drafts: Sequence[Draft]) -> None:
        """Put parts under a whole that was told after them, where words say so."""
        for draft in drafts:
            part, whole = self.told.holding(draft), self.told.holding(draft.within)
            if part is None or whole is None or part is whole:
                continue
            if part.first is draft and part.part_of != whole.id:
                if whole.part_of == part.id:
                    continue
                part.part_of = whole.id

    def _told_again(self, draft: Draft, others: Sequence[Entity]) -> Entity | None:
        """The people of a total whom "the civilians" or "the 238 deaths" mean."""
        if not draft.definite or draft.victims.names or draft.act is not Act.KILLED:
            return None
        totals = [e for e in others if e.is_aggregate and draft.act in e.acts]
        for entity in reversed(totals):
            number = draft.quantity.highest_stated
            if number is not None and number > 1 and number == entity.most:
                return entity
            status = draft.victims.status
            known = (
                status is not Status.UNKNOWN and entity.first.victims.status is status
            )
            if number is None and draft.plural and known and entity.most:
                return entity
        return None

    def _put_under(self, entity: Entity, whole: Entity | None) -> None:
        """Make people a part of a number, unless that would go round in a circle."""
        if whole is None or whole is entity:
            return
        if entity.part_of is not None and not self._is_of_the_hurt(entity, whole):
            return
        if whole.part_of != entity.id:
            entity.part_of = whole.id
            if whole.is_aggregate and (entity.is_vague or entity.first.of_a_place):
                for draft in entity.drafts:
                    draft.level = Level.AGGREGATE

    def _is_of_the_hurt(self, entity: Entity, whole: Entity) -> bool:
        """True for a part of the injured who, the report tells, is one of the dead."""
        above = self.told.of(entity.part_of or "")
        return above is not None and whole.fatal and not above.fatal

    def _new(self, draft: Draft) -> Entity:
        """People new to the report; one of a list of names is a part of that list."""
        alike = [e for e in self.told.near(draft) if e.fatal == draft.fatal]
        entity = self.told.new()
        if draft.victims.names:
            if draft.plural:
                for one in named_in(alike, draft):
                    one.part_of = one.part_of or entity.id
            else:
                whole = list_with(alike, draft)
                entity.part_of = whole.id if whole is not None else None
        return entity

    def _total_before(self, draft: Draft, taken: Sequence[Entity]) -> Entity | None:
        """The latest number of dead that "among the dead" can mean."""
        for entity in islice(reversed(self.entities), NEAR):
            if not entity.drafts:
                continue
            number = entity.most > 1 and entity.fatal == draft.fatal
            top = entity.part_of is None and entity not in taken
            if number and top and entity.most >= (draft.quantity.low or 1):
                return entity
        return None

    def _put_places_under_totals(self) -> None:
        """Make "30 in Tolmin, 12 in Varesh" parts of the total told beside them."""
        placed: dict[int, list[Entity]] = {}
        for entity in self.entities:
            if entity.first.of_a_place and entity.most:
                placed.setdefault(entity.first.sentence, []).append(entity)
        by_sentence = _by_sentence(self.entities) if placed else {}
        for sentence, parts in placed.items():
            beside = [e for n in (-1, 0, 1) for e in by_sentence.get(sentence + n, ())]
            whole = _total_of(sum(p.most for p in parts), beside)
            for part in parts if whole is not None else ():
                self._put_under(part, whole)

    def _contain(self) -> None:
        """Put particular victims into the number of the same event that holds them."""
        leads: set[bool] = set()
        for whole in self.entities:
            is_lead = whole.fatal not in leads
            if not _is_whole(whole) or (whole.first.more and not is_lead):
                continue
            if whole.part_of is None:
                self._fill(whole, is_lead=is_lead)
            leads.add(whole.fatal)

    def _fill(self, whole: Entity, *, is_lead: bool) -> None:
        """Let particular victims fill the places of a number.

        The number a report leads with takes all particular victims of its event, even
        where more are named than it says: the floor rises then, not the sum.
        """
        room = whole.most if whole.is_closed and not is_lead else 10**9
        highest = {d.mention for d in whole.figures if _is_highest(d, whole)}
        for entity in self.entities:
            far = abs(entity.first.sentence - whole.first.sentence) > _FAR
            if entity.part_of is not None or (far and not is_lead):
                continue
            beside = self._completes(whole, entity)
            apart_told = not highest & entity.mentions
            if not beside and not (
                apart_told and _can_hold(whole, entity, is_lead=is_lead)
            ):
                continue
            size = max(entity.most, 1)
            if size <= room:
                room -= size
                self._put_under(entity, whole)

    def _completes(self, whole: Entity, entity: Entity) -> bool:
        """True for the son in "two people, Omar Halqi and his son": one of two."""
        shared = whole.mentions & entity.mentions if entity is not whole else ()
        return any(
            _told_one_by_one(figure, self._beside(mention, whole), entity)
            for mention in shared
            if len(self.told.together(mention)) <= _TOGETHER
            for figure in whole.figures_of(mention)
        )

    def _beside(self, mention: tuple[int, int], whole: Entity) -> list[Entity]:
        """The others that the same words tell of."""
        return [e for e in self.told.together(mention) if e is not whole]


def _by_sentence(entities: Sequence[Entity]) -> dict[int, list[Entity]]:
    """People by the sentence that tells of them first."""
    found: dict[int, list[Entity]] = {}
    for entity in entities:
        found.setdefault(entity.first.sentence, []).append(entity)
    return found


def _total_of(least: int, beside: Sequence[Entity]) -> Entity | None:
    """A total of at least so many among the people told of side by side."""
    for entity in sorted(beside, key=lambda e: int(e.id[1:])):
        if entity.most >= least and not entity.first.of_a_place:
            return entity if entity.is_total else None
    return None


def _told_one_by_one(figure: Draft, together: Sequence[Entity], entity: Entity) -> bool:
    """True where the others are who the number counts: by name, by tie, or by kind."""
    if entity.first.quantity.unit is Unit.FAMILY:
        return True
    if entity.is_vague and entity.first.plural and not entity.names:
        return figure.noun in nouns("total") and not entity.first.more
    told = [d for e in together for d in e.told_by(figure.mention)]
    rest = [d for d in told if d.part is not Part.BESIDE]
    named = len(figure.victims.names)
    number = sum(d.quantity.highest_stated or 0 for d in rest)
    if named + number != figure.quantity.highest_stated:
        return False
    if named:
        return all(d.victims.names or d.victims.relation for d in rest)
    kinds = nouns("loose") - nouns("total")
    return figure.noun in nouns("total") and all(d.noun in kinds for d in rest)


def _is_named_again(entity: Entity, draft: Draft) -> bool:
    """True for one name that two phrases of the same words hold."""
    names = draft.victims.names
    return len(names) == 1 and any(d.victims.names == names for d in entity.drafts)


def _is_ceiling_of(draft: Draft, whole: Entity | None) -> bool:
    """True for the second number of "at least 11 people and up to 30"."""
    if whole is None or draft.more or draft.quantity.high is None:
        return False
    told = whole.drafts[-1].quantity
    up_to = (draft.quantity.low or 0) <= 1 < draft.quantity.high
    return up_to and told.high is None and (told.low or 0) < draft.quantity.high


def _is_whole(entity: Entity) -> bool:
    """True for a number of people harmed in one event."""
    first = entity.first
    number = entity.most > 1
    asserted = first.stance is not Stance.DENIED and not first.background
    return number and asserted and not entity.is_aggregate


def _can_hold(whole: Entity, entity: Entity, *, is_lead: bool) -> bool:
    """True where the number of `whole` can include these people."""
    if entity is whole or not (
        entity.fatal and whole.fatal or entity.acts == whole.acts
    ):
        return False
    if entity.is_doubtful:
        return False
    if entity.first.level is Level.AGGREGATE or entity.least > whole.most:
        return False
    if all(apart(whole, d) for d in entity.drafts):
        return False
    later = is_lead and entity.first.sentence - whole.first.sentence >= _CLOSE_BEHIND
    if later and (entity.first.more or entity.first.part is Part.BESIDE):
        return True
    return _more_fits(whole, entity) and _noun_fits(whole, entity)


def _is_highest(draft: Draft, whole: Entity) -> bool:
    """True for the figure that stands for the whole, not for some of it."""
    return draft is whole.first or draft.quantity.highest_stated == whole.most


def _noun_fits(whole: Entity, entity: Entity) -> bool:
    """People in general hold all; "three soldiers" hold soldiers and bare names."""
    if whole.nouns & (nouns("total") | nouns("loose")):
        particular = entity.singular or entity.is_vague or bool(entity.names)
        return particular or not entity.is_total
    called = entity.called | entity.nouns
    return entity.singular and (not called or bool(called & whole.nouns))


def _more_fits(whole: Entity, entity: Entity) -> bool:
    """True unless "others" are told of who come on top of the number."""
    first = entity.first
    if not first.more:
        return True
    later = first.sentence > whole.first.sentence
    return later and (bool(first.victims.names) or not entity.is_total)


def _spread_totals(drafts: Sequence[Draft]) -> None:
    """Figures that go on from a total without a day or a place of their own are totals.

    As in "1,018 people were killed since Thursday. The dead include 745 civilians."
    """
    total: Draft | None = None
    for draft in drafts:
        most = draft.quantity.highest_stated or 0
        if draft.level is Level.AGGREGATE and most:
            total = draft
        elif total is not None and (
            _goes_on_from(total, draft, most) or _is_unplaced(total, draft)
        ):
            draft.level = Level.AGGREGATE


def _is_unplaced(total: Draft, draft: Draft) -> bool:
    """True for people without number, day and place, in a report about a total."""
    own = draft.when.edtf is not None or bool(draft.where) or draft.victims.names
    known = own or draft.definite
    return draft.is_vague and draft.plural and not known and draft.act is total.act


def _goes_on_from(total: Draft, draft: Draft, most: int) -> bool:
    """True for a smaller figure of the same act, told close behind a total."""
    near = draft.sentence - total.sentence <= _CLOSE_BEHIND
    smaller = _A_FIGURE <= most <= (total.quantity.highest_stated or 0)
    own = draft.when.edtf is not None or bool(draft.where)
    particular = draft.level is Level.INDIVIDUAL or bool(draft.victims.names)
    same = draft.act is total.act and draft.background == total.background
    return near and smaller and same and not own and not particular

"""Totals and what they are divided into: sums that fit, tolls that hold others."""

import re
from collections.abc import Mapping, Sequence

from tasjil.model.acts import Act, Level
from tasjil.model.persons import Sex, Status
from tasjil.read.drafts.entities import Entity

_CLOSE_BEHIND = 3
_DIGITS = re.compile(r"[0-9][0-9,]*[0-9]")
_LARGE = 30
_ROW = 40
"""So many figures around a total are looked at: the work stays bounded."""

_ROW_REACH = 20
"""So many sentences from a total its row may reach: a table has a line for each."""


def divide(entities: Sequence[Entity]) -> None:
    """Put figures under the total that their words or their sum say they belong to."""
    told: dict[int, list[Entity]] = {}
    for entity in entities:
        told.setdefault(entity.first.sentence, []).append(entity)
    for at, total in enumerate(entities):
        if total.is_aggregate and total.most and Act.KILLED in total.acts:
            _put_sum_under(total, _told_in(told, total, range(_CLOSE_BEHIND + 1)))
            _put_kinds_under(total, _told_in(told, total, range(-1, 2)), entities)
        _put_run_under(total, at, entities)
    _spread_level(entities)


def _told_in(
    told: Mapping[int, list[Entity]], total: Entity, sentences: range
) -> list[Entity]:
    """People first told of so many sentences before or behind a total."""
    return [e for n in sentences for e in told.get(total.first.sentence + n, ())]


def _put_sum_under(total: Entity, near: Sequence[Entity]) -> None:
    """Figures that follow a total and add up to it are its parts."""
    after = [
        e
        for e in near
        if e.most
        and e.part_of in (None, total.id)
        and e is not total
        and e.first.act is total.first.act
    ]
    if len(after) > 1 and sum(e.most for e in after) == total.most:
        for entity in after:
            entity.part_of = total.id


def _put_run_under(total: Entity, at: int, entities: Sequence[Entity]) -> None:
    """Figures told in a row before or behind a total that add up to it are its parts.

    A row of several numbers that makes a large one to the man is no chance.
    """
    if total.most < _LARGE or total.part_of is not None:
        return
    for side in (entities[max(0, at - _ROW) : at][::-1], entities[at + 1 : at + _ROW]):
        for known in ((None,), (None, total.id)):
            run = _run(total, [e for e in side if e.part_of in known and e.most])
            if run:
                _put_all_under(total, run)
                return


def _run(total: Entity, side: Sequence[Entity]) -> list[Entity]:
    """The first of the figures beside a total that add up to it; none where none do."""
    run: list[Entity] = []
    for entity in side:
        far = abs(entity.first.sentence - total.first.sentence) > _ROW_REACH
        if far or entity.first.act is not total.first.act:
            return []
        run.append(entity)
        if len(run) > 1 and sum(e.most for e in run) in (total.most, _written(total)):
            return run
    return []


def _written(total: Entity) -> int | None:
    """The number as it is written: 638 in "some 638"; None for one in words."""
    digits = _DIGITS.search(total.first.quantity.text or "")
    return None if digits is None else int(digits[0].replace(",", ""))


def _put_all_under(total: Entity, run: Sequence[Entity]) -> None:
    """Make figures the parts of a total; all are totals where one of them is."""
    wide = total.is_aggregate or any(e.is_aggregate for e in run)
    for part in run:
        part.part_of = total.id
    for each in (total, *run) if wide else ():
        _widen(each)


def _widen(part: Entity) -> None:
    """A part of a total that has no event of its own is told of as the total is."""
    for draft in part.drafts:
        if not draft.victims.names and draft.level is Level.INCIDENT:
            draft.level = Level.AGGREGATE


def _put_kinds_under(
    total: Entity, near: Sequence[Entity], entities: Sequence[Entity]
) -> None:
    """A toll of everybody holds the civilians and the fighters told beside it."""
    if not _is_of_everybody(total):
        return
    for entity in near:
        smaller = 0 < entity.most < total.most and entity is not total
        kind = entity.first.victims.status is not Status.UNKNOWN
        if not (smaller and kind and entity.is_aggregate):
            continue
        if entity.part_of is None and total.part_of is None:
            entity.part_of = total.id
            for other in entities:
                if other.part_of == entity.id and other.first.of_the_dead:
                    other.part_of = total.id


def _is_of_everybody(total: Entity) -> bool:
    """True for a number of people of whatever status and sex."""
    told = total.first.victims
    return told.status is Status.UNKNOWN and told.sex is Sex.UNKNOWN


def _line(entity: Entity, known: Mapping[str, Entity]) -> list[str]:
    """Whose part it is, and whose part that is, up to the last."""
    line: list[str] = []
    above = entity.part_of
    while above is not None and above not in line:
        line.append(above)
        above = known[above].part_of if above in known else None
    return line


def _spread_level(entities: Sequence[Entity]) -> None:
    """What the words make a part of a total is told of as a total is."""
    known = {e.id: e for e in entities}
    for entity in sorted(entities, key=lambda e: len(_line(e, known))):
        whole = known.get(entity.part_of or "")
        if whole is not None and whole.is_aggregate:
            for draft in entity.drafts:
                if draft.within is not None:
                    draft.level = Level.AGGREGATE

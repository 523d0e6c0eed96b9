"""Gathers a case's lists and linked persons into tables for an estimate."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import msgspec
import numpy as np

from tasjil.count.placebook import PlaceBook
from tasjil.errors import BadValue
from tasjil.estimate.tables import ToldTables
from tasjil.journey.case import Case
from tasjil.journey.count import Held, held_by
from tasjil.journey.estimating.inside import DEADLY, told_dead, told_of_scope
from tasjil.journey.estimating.strata import told_by
from tasjil.journey.estimating.tables import Columns, Labels, tables
from tasjil.journey.estimating.wanted import Stratum, Wanted
from tasjil.journey.linking.case import people_kept
from tasjil.journey.linking.overlaps import drawn_in, labels_of
from tasjil.journey.linking.records import CaseRecords, case_records
from tasjil.link.linking import LinkSettings
from tasjil.link.named import REPORTS
from tasjil.model.json import to_json
from tasjil.register.deeds import Deed
from tasjil.register.register import Register


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """What an estimate of a case is made from.

    Attributes:
        told: The tables; one a draw.
        ids: The id of each list that counts and was imported.
        aside: Lists of the case that do not count.
        people: Counts that are told beside the estimate: who is out of the scope, and
            of whom no record tells a day or a place.
    """

    told: ToldTables
    ids: Mapping[str, str]
    aside: tuple[str, ...]
    people: Mapping[str, Any]


def basis_of(case: Case, register: Register) -> str | None:
    """Digest what tables are made from; None where nothing was linked.

    It is the same where the same was linked to the same persons, and the case counts
    the same: then an estimate that was kept is fresh.
    """
    last = register.last_linking(Deed.LOOK_AT_COUNTS)
    if last is None:
        return None
    told = msgspec.json.encode([last.about["basis"], to_json(case.scope)])
    return "sha256:" + sha256(told).hexdigest()


def gather(case: Case, register: Register, wanted: Wanted) -> Gathered:
    """Make the tables of a case whose persons are linked.

    Raises:
        BadValue: A list is named that the case does not have, or the case does not
            count the dead.
    """
    if DEADLY.isdisjoint(case.scope.acts):
        raise BadValue(
            "expected a case that counts the killed, found one that does not: lists "
            "do not say what became of people, and are taken for lists of the dead; "
            "add the act to [scope] in case.toml"
        )
    held = held_by(register, Deed.LOOK_AT_REPORTS)
    records = case_records(case, register, held)
    names, aside = chosen(records, wanted)
    columns = _columns(case, held, records, names, wanted)
    made = tables(columns, _labels(register, held, records, wanted))
    ids = {each.list: records.papers[each.record] for each in records.told}
    return Gathered(
        made.told,
        {name: ids[name] for name in names if name in ids and name != REPORTS},
        aside,
        {"out_of_scope": dict(made.out), "day_and_place_untold": made.untold},
    )


def chosen(
    records: CaseRecords, wanted: Wanted
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say which lists count, and which do not.

    By default those that were imported do: the names in reports are no list that
    anybody kept, and a report mostly retells one.

    Raises:
        BadValue: A list is named that the case does not have.
    """
    there = sorted({each.list for each in records.told})
    for name in (*wanted.lists, *wanted.without):
        if name not in there:
            raise BadValue(
                f"expected one of the case's lists, {', '.join(there)}, got {name!r}"
            )
    imported = [each for each in there if each != REPORTS]
    named = list(wanted.lists) or imported
    if wanted.reports and REPORTS in there and REPORTS not in named:
        named.append(REPORTS)
    names = tuple(sorted(set(named) - set(wanted.without)))
    return names, tuple(each for each in there if each not in names)


def _columns(
    case: Case,
    held: Held,
    records: CaseRecords,
    names: tuple[str, ...],
    wanted: Wanted,
) -> Columns:
    place = {name: at for at, name in enumerate(names)}
    claims = {record: held.claims[id] for record, id in records.claims.items()}
    on = np.array([place.get(each.list, -1) for each in records.told], np.int64)
    on[~told_dead(records.told, claims)] = -1
    book = PlaceBook.of(held.claims.values(), {each.id: each for each in case.places})
    by = {str(each): told_by(records.told, each) for each in _strata(wanted)}
    return Columns(
        names,
        on,
        told_of_scope(records.told, case.scope, book),
        {name: codes for name, (codes, _) in by.items()},
        {name: values for name, (_, values) in by.items()},
    )


def _strata(wanted: Wanted) -> list[Stratum]:
    return [Stratum(each) for each in wanted.settings.by]


def _labels(
    register: Register, held: Held, records: CaseRecords, wanted: Wanted
) -> Iterable[Labels]:
    """Give the persons of each draw; or the one linkage that the case holds."""
    if wanted.draws:
        drawn = drawn_in(records, held.judgements, LinkSettings())
        return labels_of(drawn, wanted.draws, wanted.settings.seed)
    return [held_as(register, records)]


def held_as(register: Register, records: CaseRecords) -> Labels:
    """Give the person of each record as the case holds it, numbered from 0."""
    kept = people_kept(register, Deed.LOOK_AT_REPORTS).persons
    told = [kept.get(each.record, each.record) for each in records.told]
    _, labels = np.unique(np.array(told, dtype=object), return_inverse=True)
    return labels.astype(np.int32)

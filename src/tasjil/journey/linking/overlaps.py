"""Writes who is on which lists, as a table for estimates: once, or drawn many times."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.journey.case import Case
from tasjil.journey.count import held_by
from tasjil.journey.linking.case import linked_anew
from tasjil.journey.linking.people import People
from tasjil.journey.linking.records import CaseRecords, case_records
from tasjil.journey.opening import Key, open_register
from tasjil.link.linking import Linked, LinkSettings
from tasjil.link.named import as_records
from tasjil.link.persons import (
    DrawSettings,
    Overlap,
    Unseen,
    Wobble,
    draw,
    marks_of,
    overlaps,
    told_of,
    write_overlaps,
)
from tasjil.link.score.weighing import numbers_replaced
from tasjil.model.judgement import Judgement
from tasjil.model.particulars import Particulars
from tasjil.register.deeds import Deed


@dataclass(frozen=True, slots=True)
class Drawn:
    """What whole linkages are drawn from.

    Attributes:
        words: What people said; it holds in every draw.
        said: Of which lists people said whether anybody stands on them twice. Of the
            others it was found, and a draw may think otherwise.
    """

    records: Sequence[Particulars]
    linked: Linked
    words: Sequence[Judgement]
    said: Mapping[str, bool]


def drawn_from(case: Case, key: Key, settings: LinkSettings) -> Drawn:
    """Link a case once more to draw from it; nothing is kept."""
    with open_register(case, key) as register:
        held = held_by(register, Deed.LOOK_AT_REPORTS)
        return drawn_in(case_records(case, register, held), held.judgements, settings)


def drawn_in(
    records: CaseRecords, judgements: Iterable[Judgement], settings: LinkSettings
) -> Drawn:
    """Link the records of a case once more to draw from it; nothing is kept."""
    words = as_records(judgements)
    said = people_said(records.clean)
    return Drawn(records.told, linked_anew(records, words, settings), words, said)


def people_said(clean: Mapping[str, bool | None]) -> dict[str, bool]:
    """Leave out the lists of which nobody said whether anybody stands on them twice.

    Example:
        >>> people_said({"hospital": True, "reports": False, "monitor": None})
        {'hospital': True, 'reports': False}
    """
    return {name: word for name, word in clean.items() if word is not None}


def table_of(people: People) -> str:
    """Write the table of who is on which lists, as `tasjil estimate` reads it."""
    names = tuple(people.lists)
    table = [
        Overlap(tuple(name in each.lists for name in names), each.persons)
        for each in people.overlaps()
    ]
    return write_overlaps(names, [table])


def tables_of(drawn: Drawn, n: int, seed: int) -> str:
    """Write the tables of linkages as likely as the pairs make them, each numbered.

    Args:
        drawn: What they are drawn from.
        n: How many.
        seed: The same seed gives the same tables.
    """
    names = drawn.linked.lists
    place = {name: at for at, name in enumerate(names)}
    lists = np.array([place[each.list] for each in drawn.records], np.int32)
    tables = (overlaps(labels, lists, names) for labels in labels_of(drawn, n, seed))
    return write_overlaps(names, tables, draws=True)


def labels_of(drawn: Drawn, n: int, seed: int) -> Iterator[NDArray[np.int32]]:
    """Draw whole linkages: the person of each record, from 0, (records,)."""
    replaced = numbers_replaced(drawn.linked.model.comparisons)
    return draw(
        drawn.linked.pairs,
        marks_of(drawn.records, drawn.said, _found_clean(drawn), replaced),
        told_of(as_records(drawn.words), [each.record for each in drawn.records]),
        Unseen.of(drawn.records),
        DrawSettings(n, seed, Wobble.of(drawn.linked.calibration.unsure)),
    )


def _found_clean(drawn: Drawn) -> list[str]:
    return sorted(
        name
        for name, clean in drawn.linked.clean.items()
        if clean and name not in drawn.said
    )


def write(text: Iterable[str] | str, path: Path) -> None:
    """Write a table to a file of the user's.

    Raises:
        BadValue: It cannot be written.
    """
    try:
        path.write_text("".join(text), encoding="utf-8", newline="")
    except OSError as wrong:
        raise BadValue(
            f"expected a place to write the table at {path}, found that it cannot be "
            f"written there ({wrong.strerror}); name another"
        ) from None

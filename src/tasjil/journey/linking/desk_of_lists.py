"""Lays lists that are in no case on the desk; answers go to a file the user names."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import numpy as np

from tasjil.capture.listrows import ListRows
from tasjil.errors import BadValue
from tasjil.journey.linking.card import Material
from tasjil.journey.linking.desk import Desk
from tasjil.journey.linking.judgements_file import append_judgement, read_judgements
from tasjil.journey.lists.reading import read_particulars
from tasjil.journey.progress import Progress
from tasjil.link.linking import Linked, LinkSettings, link_records
from tasjil.model.ids import RecordId, UserId
from tasjil.model.judgement import Judgement
from tasjil.model.particulars import Particulars


def desk_of_lists(
    paths: Sequence[Path],
    file: Path,
    by: UserId,
    now: Callable[[], datetime],
    progress: Progress,
    settings: LinkSettings | None = None,
) -> Desk:
    """Link lists by what people said already, and lay them on the desk.

    Args:
        paths: Lists, and folders of lists.
        file: Where judgements are read from, and kept: ids and verdicts, no names.
        by: Who answers.
        now: The clock.
        progress: Told how far it is.
        settings: How to link.

    Raises:
        BadJudgements: The file cannot be read, or does not take an answer.
        BadValue: The lists hold nobody.
    """
    said = read_judgements(file)
    records, lists = read_particulars(paths, progress)
    if not records:
        raise BadValue(
            "expected lists with rows that tell of people, found none; `tasjil columns "
            "LIST` shows what is made of a list"
        )
    progress.begin("Linking", None)
    rows = {each.name: each.understood.rows for each in lists if each.understood}
    held = {each.list for each in records}
    clean = {each.name: each.clean for each in lists if each.name in held}
    linked = link_records(records, clean=clean, judgements=said, settings=settings)
    material = material_of(linked, records, said, cells_of(rows))
    return Desk(material, lambda word: append_judgement(file, word), by, now)


def material_of(
    linked: Linked,
    records: Sequence[Particulars],
    said: tuple[Judgement, ...] = (),
    cells: Callable[[RecordId], Mapping[str, str]] = lambda _: {},
    passage: Callable[[RecordId], str | None] = lambda _: None,
) -> Material:
    """Give what was linked the form that a desk wants.

    Args:
        linked: What linking found.
        records: What was linked.
        said: What people said of records before, oldest first.
        cells: A record as it came.
        passage: A report's words for a record that is somebody named there.
    """
    clean = [linked.clean.get(name, False) for name in linked.lists]
    return Material(
        linked.records,
        {each.record: each for each in records},
        linked.labels.astype(np.int64),
        linked.list_of.astype(np.int64),
        np.array(clean, dtype=np.bool_),
        linked.pairs,
        linked.model.comparisons,
        said,
        cells,
        passage,
    )


def cells_of(
    lists: Mapping[str, ListRows],
) -> Callable[[RecordId], Mapping[str, str]]:
    """Find rows as they came by the ids of their records.

    Args:
        lists: The rows of each list, by the name that its records carry.
    """
    places: dict[str, dict[str, int]] = {}

    def cells(id: RecordId) -> Mapping[str, str]:
        names = [name for name in lists if id.startswith(f"{name}:")]
        if not names:
            return {}
        name = max(names, key=len)
        rows = lists[name]
        if name not in places:
            places[name] = {rows.number(at): at for at in range(len(rows))}
        at = places[name].get(id.removeprefix(f"{name}:"))
        return {} if at is None else rows[at].cells

    return cells

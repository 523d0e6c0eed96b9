"""Links a world's lists and the names in its reports, as the program does."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from invented.answer import Record
from tasjil.journey.case import Case
from tasjil.journey.count import Held, incidents_of
from tasjil.journey.lists.placing import places_of
from tasjil.journey.lists.reading import read_particulars
from tasjil.journey.progress import Silence
from tasjil.link.linking import link_records
from tasjil.link.named import named_records
from tasjil.model.claim import Claim
from tasjil.model.particulars import Particulars
from tasjil.model.report import Report


def persons_of(
    case: Case, folder: Path, reports: Sequence[Report], claims: Sequence[Claim]
) -> dict[Record, Any]:
    """Give the person of every record, as the program links them."""
    rows, _ = read_particulars([folder / "lists"], Silence(), places_of(case))
    by_id = {each.id: each for each in claims}
    held = Held(by_id, {}, {each.id: each for each in reports})
    named = [each.told for each in named_records(by_id, incidents_of(case, held))]
    records = [*(_row(each) for each in rows), *(_name(each) for each in named)]
    found = link_records([*rows, *named], clean={"reports": False} if named else None)
    return dict(zip(_apart(records), found.labels.tolist(), strict=True))


def _row(told: Particulars) -> tuple[str, int | str]:
    list_, _, row = told.record.rpartition(":")
    return f"{list_}.csv", int(row)


def _name(told: Particulars) -> tuple[str, int | str]:
    return "", told.name or ""


def _apart(records: Sequence[tuple[str, int | str]]) -> list[Record]:
    seen: dict[tuple[str, int | str], int] = defaultdict(int)
    apart = []
    for each in records:
        apart.append((*each, seen[each]))
        seen[each] += 1
    return apart

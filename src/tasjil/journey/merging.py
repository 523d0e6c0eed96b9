"""Puts places of a gazetteer beside the rows of places.csv that people wrote."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tasjil.model.places import Place
from tasjil.read.places.folding import folded

COLUMNS = (
    *("id", "name", "name_ar", "level", "parent", "lat", "lon", "geonames"),
    *("variants", "note", "country"),
)
"""The columns of places.csv; others that a case has are kept."""

_CLOSE = 0.1
"""Degrees within which two rows of one name and level are one place."""

Row = dict[str, str]


@dataclass(slots=True)
class Merged:
    """A table of places after something was put into it.

    Attributes:
        columns: Its columns, those that were there first.
        rows: Its rows, those that were there first and in their order.
        added: How many rows are new.
        changed: How many had empty cells that were filled.
        left: How many were there already and stay as they were.
    """

    columns: list[str]
    rows: list[Row] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    left: int = 0


def merge(
    columns: Sequence[str], rows: Iterable[Mapping[str, str]], brought: Sequence[Place]
) -> Merged:
    """Add places, and fill empty cells of those that are there; nothing is overwritten.

    A place is there already where its id is, or its GeoNames number, or its name at its
    level in the same spot. What a person wrote keeps its id, and the places inside it
    are tied to that id.

    Args:
        columns: The columns of the table; empty for a new one.
        rows: Its rows, as they stand in the file.
        brought: Places to put in.
    """
    merged = Merged(list(columns) or list(COLUMNS[:-1]))
    merged.rows = [dict(row) for row in rows]
    known = _Known(merged.rows)
    same = {place.id: found for place in brought if (found := known.row_of(place))}
    ids = {str(id): row["id"] for id, row in same.items()}
    for place in brought:
        told = _cells(place, ids)
        row = same.get(place.id)
        if row is None:
            merged.rows.append(told)
            merged.added += 1
        elif _fill(row, told):
            merged.changed += 1
        else:
            merged.left += 1
    missing = {name for row in merged.rows for name, cell in row.items() if cell}
    merged.columns += [c for c in COLUMNS if c in missing - set(merged.columns)]
    return merged


class _Known:
    """The rows of a table by all that can show them to be a place brought."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.by_id: dict[str, Row] = {}
        self.by_number: dict[str, Row] = {}
        self.by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in rows:
            self.by_id[row.get("id", "")] = row
            if row.get("geonames"):
                self.by_number[row["geonames"]] = row
            for name in {folded(row.get("name", "")), folded(row.get("name_ar", ""))}:
                if name:
                    self.by_name[name, row.get("level", "")].append(row)

    def row_of(self, place: Place) -> Row | None:
        """The row of a place; None where it is new."""
        if place.id in self.by_id:
            return self.by_id[place.id]
        if place.geonames is not None and str(place.geonames) in self.by_number:
            return self.by_number[str(place.geonames)]
        named = self.by_name.get((folded(place.name), place.level.value), [])
        free = [row for row in named if not row.get("geonames") or not place.geonames]
        close = [row for row in free if _is_close(row, place)]
        return close[0] if len(close) == 1 else None


def _is_close(row: Row, place: Place) -> bool:
    """True in the same spot; areas have none, and their name and level are enough."""
    if place.lat is None or place.lon is None:
        return True
    try:
        north, east = float(row["lat"]) - place.lat, float(row["lon"]) - place.lon
    except (KeyError, ValueError):
        return False  # a village somewhere is not shown to be this one
    return abs(north) < _CLOSE and abs(east) < _CLOSE


def _fill(row: Row, told: Row) -> bool:
    """Fill the empty cells of a row, but for its parent, which its author decided."""
    filled = False
    for column, cell in told.items():
        if cell and not (row.get(column) or "").strip() and column != "parent":
            row[column] = cell
            filled = True
    return filled


def _cells(place: Place, ids: Mapping[str, str]) -> Row:
    """A place as a row of the table."""
    parent = place.parent or ""
    return {
        "id": ids.get(place.id, place.id),
        "name": place.name,
        "name_ar": place.name_ar or "",
        "level": place.level.value,
        "parent": ids.get(parent, parent),
        "lat": "" if place.lat is None else str(place.lat),
        "lon": "" if place.lon is None else str(place.lon),
        "geonames": "" if place.geonames is None else str(place.geonames),
        "variants": "|".join(place.variants),
        "note": place.note or "",
        "country": place.country or "",
    }

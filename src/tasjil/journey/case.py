"""Opens a case folder: what it counts, by which rules, who tells, and where."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from tasjil.errors import BadValue, CaseError
from tasjil.model.ids import PlaceId
from tasjil.model.json import from_json
from tasjil.model.places import Place
from tasjil.model.scope import Codebook, Scope
from tasjil.model.sources import Source

TABLES = ("case", "scope", "codebook")
RESERVED = (
    *("register", "site", "releases", "backups", "README.md", "areas.geojson"),
    *("case.toml", "sources.csv", "places.csv"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """One case folder, as its files say it.

    Attributes:
        folder: Where the case lies.
        given: `case.toml` as read, to keep in the register; empty where there is none.
    """

    folder: Path
    id: str
    name: str
    name_ar: str | None = None
    about: str = ""
    about_ar: str = ""
    scope: Scope = Scope()
    codebook: Codebook = Codebook()
    sources: tuple[Source, ...] = ()
    places: tuple[Place, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)

    @property
    def register_folder(self) -> Path:
        """Where the case's register and its keys are kept."""
        return self.folder / "register"

    @property
    def site_folder(self) -> Path:
        """Where the pages are written unless the user says otherwise."""
        return self.folder / "site"

    @property
    def releases_folder(self) -> Path:
        """Where releases are frozen, and the draft of the next one is."""
        return self.folder / "releases"

    @property
    def draft_folder(self) -> Path:
        """What would leave the house with the next release."""
        return self.releases_folder / "draft"

    @property
    def backups_folder(self) -> Path:
        """Where a backup is put that was asked for at a desk."""
        return self.folder / "backups"

    @property
    def inputs(self) -> tuple[Path, ...]:
        """The folders and files to capture from."""
        reports, lists = self.folder / "reports", self.folder / "lists"
        if reports.is_dir():
            return (reports, lists) if lists.is_dir() else (reports,)
        return tuple(
            each
            for each in sorted(self.folder.iterdir())
            if each.name not in RESERVED and not each.name.startswith(".")
        )


def open_case(folder: Path) -> Case:
    """Read `case.toml`, `sources.csv` and `places.csv` of a case folder.

    A folder without `case.toml` is a case that counts everything.

    Raises:
        CaseError: The folder is not there, or one of the files says something that
            cannot be; the message names file, line and key.
    """
    if not folder.is_dir():
        raise CaseError(
            f"expected a case folder at {folder}, found "
            f"{'a file' if folder.exists() else 'nothing'}; "
            "`tasjil new FOLDER` makes one"
        )
    given = _toml(folder / "case.toml")
    about = given.get("case", {})
    places = tuple(_rows(folder / "places.csv", Place, {"variants": "|"}))
    scope = _part(given, "scope", Scope)
    _check_places(folder, places, scope)
    return Case(
        folder=folder,
        id=str(about.get("id", folder.resolve().name)),
        name=str(about.get("name", folder.resolve().name)),
        name_ar=about.get("name_ar"),
        about=str(about.get("about", "")).strip(),
        about_ar=str(about.get("about_ar", "")).strip(),
        scope=scope,
        codebook=_codebook(given),
        sources=tuple(
            _rows(folder / "sources.csv", Source, {"variants": "|", "relays": "|"})
        ),
        places=places,
        given=given,
    )


def _toml(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise CaseError(f"{path} is not valid TOML in UTF-8: {wrong}") from wrong
    except OSError as wrong:
        raise _unreadable(path, wrong) from None
    for name, table in given.items():
        if name not in TABLES or not isinstance(table, dict):
            raise CaseError(
                f"{path}: expected the tables {', '.join(f'[{t}]' for t in TABLES)}, "
                f"found {name!r}"
            )
    for key, value in given.get("case", {}).items():
        if not isinstance(value, str):
            raise CaseError(
                f"{path}, table [case]: expected words between quotation marks for "
                f"{key!r}, found {value!r}"
            )
    return given


def _unreadable(path: Path, wrong: OSError) -> CaseError:
    return CaseError(
        f"{path} cannot be read ({wrong.strerror}); expected a file that you may read"
    )


def _part(given: Mapping[str, Any], name: str, kind: type[Any]) -> Any:
    known = {each.name for each in fields(kind)}
    for key in given.get(name, {}):
        if key not in known:
            raise CaseError(
                f"case.toml, table [{name}]: expected one of "
                f"{', '.join(sorted(known))}, found {key!r}"
            )
    try:
        return from_json(given.get(name, {}), kind)
    except BadValue as wrong:
        raise CaseError(f"case.toml, table [{name}]: {wrong}") from wrong


def _codebook(given: Mapping[str, Any]) -> Codebook:
    """Read the codebook; a vague word it does not name keeps its default floor."""
    asked: Codebook = _part(given, "codebook", Codebook)
    return replace(asked, vague={**Codebook().vague, **asked.vague})


def _rows(path: Path, kind: type[Any], lists: Mapping[str, str]) -> Iterator[Any]:
    """Read each line of a table as a noun; empty cells are not known."""
    if not path.exists():
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines), start=2):
                yield _noun(path, number, row, kind, lists)
    except UnicodeDecodeError as wrong:
        raise CaseError(f"{path} is not UTF-8: {wrong}") from wrong
    except OSError as wrong:
        raise _unreadable(path, wrong) from None
    except csv.Error as wrong:
        raise CaseError(
            f"{path} is not a table: {wrong}; mend it and save it"
        ) from None


def _noun(
    path: Path,
    number: int,
    row: Mapping[str | None, Any],
    kind: type[Any],
    lists: Mapping[str, str],
) -> Any:
    plain: dict[str, Any] = {}
    for name, cell in row.items():
        if name is None:
            raise CaseError(f"{path}, line {number}: more cells than the header has")
        text = (cell or "").strip()
        if name in lists:
            parts = (part.strip() for part in text.split(lists[name]))
            plain[name] = [part for part in parts if part]
        elif text:
            plain[name] = _number(text) if name in ("lat", "lon", "geonames") else text
    try:
        return from_json(plain, kind)
    except BadValue as wrong:
        raise CaseError(f"{path}, line {number}: {wrong}") from wrong


def _number(text: str) -> float | int | str:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def _check_places(folder: Path, places: tuple[Place, ...], scope: Scope) -> None:
    """Refuse a parent or a scope that names a place nobody listed."""
    known: set[PlaceId] = set()
    for place in places:
        if place.id in known:
            raise CaseError(
                f"{folder / 'places.csv'}: the id {place.id!r} stands twice"
            )
        known.add(place.id)
    wanted = {place.parent for place in places if place.parent} | set(scope.where)
    for missing in sorted(wanted - known):
        raise CaseError(
            f"{folder}: the place {missing!r} is named as a parent or in the scope, "
            "but places.csv has no such id"
        )
    _check_no_circle(folder, {place.id: place.parent for place in places})


def _check_no_circle(folder: Path, parents: Mapping[PlaceId, PlaceId | None]) -> None:
    """Refuse places that lie inside each other."""
    for start in parents:
        seen = [start]
        while (above := parents.get(seen[-1])) is not None:
            if above in seen:
                raise CaseError(
                    f"{folder / 'places.csv'}: {' lies in '.join([*seen, above])}; "
                    "correct the parent of one of them"
                )
            seen.append(above)


def as_set(case: Case) -> dict[str, object]:
    """What the register keeps of a case: all that a count or a reading rests on."""
    return {
        "case": case.given.get("case", {"id": case.id}),
        "scope": case.scope,
        "codebook": case.codebook,
        "sources": case.sources,
        "places": case.places,
    }

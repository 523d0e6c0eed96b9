"""GeoNames' alternateNamesV2.txt: what places are called in other languages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tasjil.model.places import Place
from tasjil.read.places.folding import folded
from tasjil.read.places.loading.account import Account

LEAST_CELLS = 4
_LANGUAGES = frozenset(
    ("ar", "en", "fr", "ku", "ckb", "tr", "fa", "he", "de", "es", "so", "am")
)
"""Languages whose spellings reports use; codes such as "wkdt" are no names."""
_PREFERRED, _HISTORIC = 4, 7
_MOST_NAMES = 12


def with_other_names(
    places: Sequence[Place], lines: Iterable[str], account: Account
) -> list[Place]:
    """The places with the names a file of other names has for them.

    The Arabic name that the file prefers becomes the place's Arabic name; spellings
    in languages that reports are read in become variants.

    Args:
        places: Places with their GeoNames numbers.
        lines: The lines of the file, read once.
        account: Where counts and faults are kept.
    """
    wanted = {place.geonames for place in places if place.geonames is not None}
    arabic: dict[int, tuple[bool, str]] = {}
    others: dict[int, list[str]] = defaultdict(list)
    for number, line in enumerate(lines, start=1):
        account.read += 1
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) < LEAST_CELLS or not cells[1].isdecimal():
            found = cells[1] if len(cells) > 1 else str(len(cells))
            account.fault(number, "geonameid", "a number", found)
            continue
        id, language, name = int(cells[1]), cells[2], cells[3].strip()
        if id not in wanted or language not in _LANGUAGES or "|" in name or not name:
            continue
        preferred = _says(cells, _PREFERRED) and not _says(cells, _HISTORIC)
        if language == "ar" and (id not in arabic or preferred > arabic[id][0]):
            arabic[id] = (preferred, name)
        others[id].append(name)
    account.taken = len(others)
    return [_named(place, arabic, others) for place in places]


def _says(cells: Sequence[str], column: int) -> bool:
    return len(cells) > column and cells[column] == "1"


def _named(
    place: Place, arabic: dict[int, tuple[bool, str]], others: dict[int, list[str]]
) -> Place:
    if place.geonames not in others:
        return place
    id = place.geonames
    main = arabic[id][1] if id in arabic else place.name_ar
    known = {folded(place.name), folded(main or "")}
    more: dict[str, str] = {}
    for name in (*others[id], *place.variants, *filter(None, [place.name_ar])):
        key = folded(name)
        if key not in known:
            more.setdefault(key, name)
    return replace(place, name_ar=main, variants=tuple(more.values())[:_MOST_NAMES])

"""The places of one report: what it names anywhere settles each sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tasjil.model.places import Place, Where
from tasjil.read.found import Found
from tasjil.read.places.evidence import Evidence
from tasjil.read.places.finding import Texts, find, find_among, told_countries
from tasjil.read.places.introduced import introduced, mentions
from tasjil.read.places.only_setting import only_setting
from tasjil.read.places.placelist import PlaceList
from tasjil.read.places.settling import AREAS, DOMINANT, FAMOUS
from tasjil.read.places.spot import Spot


class ReportPlaces:
    """Finds the places of a report's sentences, knowing what the whole report names."""

    def __init__(self, text: str, places: PlaceList, evidence: Evidence) -> None:
        """Look once over the whole report; see `Gazetteer.of_report`."""
        texts = Texts.of(text)
        seen = texts.spots(places)
        self._places = places
        self._evidence = told_by_the_whole(texts, seen, places, evidence)
        found = find_among(seen, texts, places, self._evidence)
        self._introduced: Mapping[str, Where] = introduced(text, found)
        named = mentions(text, found, self._introduced)
        self._setting = only_setting(text, named)
        self._named = named

    @property
    def named(self) -> Sequence[Found[Where]]:
        """Every place the report names, where it stands in the report."""
        return self._named

    @property
    def setting(self) -> Found[Where] | None:
        """The one town the report names, or the one site, where it stands there.

        None where it names several, or none but in its dateline.
        """
        return self._setting

    def find(self, text: str) -> list[Found[Where]]:
        """Every place named in a sentence of the report, in order."""
        found = self._find(text)
        if not self._introduced:
            return found
        return mentions(text, found, self._introduced)

    def _find(self, text: str) -> list[Found[Where]]:
        return find(text, self._places, self._evidence)


def told_by_the_whole(
    texts: Texts, seen: Sequence[Spot], places: PlaceList, evidence: Evidence
) -> Evidence:
    """Countries and places of the case that the report names anywhere.

    A place counts where only one bears its name, or where it is too large to be
    mistaken.
    """
    told = set(told_countries(texts, seen, places))
    ids = set()
    for spot in seen:
        named = places.candidates(spot.key)
        if places.is_own(spot.key):
            ids |= {place.id for place in named if len(named) == 1}
        elif _is_unmistakable(spot, named):
            told.add(named[0].country or "")
    return replace(
        evidence,
        report=evidence.report | (told - {""}),
        named=evidence.named | ids,
        common=texts.arabic.with_case_ending(),
    )


def _is_unmistakable(spot: Spot, named: Sequence[Place]) -> bool:
    """True for a city so large that its name tells the country of the report."""
    if not named or not (spot.capitals or spot.cued):
        return False
    first, *others = named
    rival = others and others[0].country != first.country
    alone = not rival or first.population >= DOMINANT * others[0].population
    return first.population >= FAMOUS and first.level not in AREAS and alone

"""The list of places: the case's own before the world's, found in any spelling."""

from collections.abc import Iterable

from tasjil.model.places import Where
from tasjil.read.found import Found
from tasjil.read.places.evidence import Evidence
from tasjil.read.places.finding import find
from tasjil.read.places.placelist import PlaceList
from tasjil.read.places.report_places import ReportPlaces


class Gazetteer(PlaceList):
    """Places by name. A case's own places win over the world file.

    Example:
        >>> from tasjil.model.ids import PlaceId
        >>> from tasjil.model.places import Place, PlaceLevel
        >>> varesh = Place(PlaceId("varesh"), "Varesh", PlaceLevel.TOWN)
        >>> [found] = Gazetteer([varesh], world=False).find("Shells fell near Varesh.")
        >>> found.text, found.value.place, found.value.precision.value
        ('Varesh', 'varesh', 'near')
    """

    def find(self, text: str, *, hints: Iterable[str] = ()) -> list[Found[Where]]:
        """Every place named in the text, in order, without overlaps.

        Args:
            text: The text, in any case and in Latin or Arabic script.
            hints: Ids of places, or ISO codes of countries, that the report or the
                case is about; they settle which of several homonyms is meant.
        """
        return find(text, self, self._evidence(hints))

    def of_report(self, text: str, *, hints: Iterable[str] = ()) -> ReportPlaces:
        """The places of one report: what it names anywhere settles each sentence.

        Args:
            text: The whole report.
            hints: As for `find`: what the case is about.

        Example:
            >>> report = "Shells fell on the village of Kesarun. Two died in Kesarun."
            >>> places = Gazetteer(world=False).of_report(report)
            >>> [found.text for found in places.find("Two died in Kesarun.")]
            ['Kesarun']
        """
        return ReportPlaces(text, self, self._evidence(hints))

    def _evidence(self, hints: Iterable[str]) -> Evidence:
        return Evidence(area=self.own_area() | self.countries(hints))

"""The list of places: the case's own before the world's, found in any spelling."""

from collections.abc import Iterable, Sequence

from tasjil.model.places import Place, Where
from tasjil.read.found import Found


class Gazetteer:
    """Places by name. A case's own places win over the world file."""

    def __init__(self, own: Sequence[Place] = (), *, world: bool = True) -> None:
        """Keep the case's places; the world file is read when first asked for."""
        self._own = {place.id: place for place in own}

    def knows(self, words: str) -> bool:
        """True where the words are the name of a place in the list."""
        return any(words in place.names for place in self._own.values())

    def place(self, id: str) -> Place | None:
        """The place with this id; None where there is none."""
        return next((p for p in self._own.values() if p.id == id), None)

    def find(self, text: str, *, hints: Iterable[str] = ()) -> list[Found[Where]]:
        """Every place named in the text, in order, without overlaps.

        Args:
            text: The text, in any case and in Latin or Arabic script.
            hints: Ids of places, or ISO codes of countries, that the report or the
                case is about; they settle which of several homonyms is meant.
        """
        found = []
        for place in self._own.values():
            start = text.find(place.name)
            if start >= 0:
                where = Where(place.name, place.name, place.level, place=place.id)
                found.append(Found.at(text, start, start + len(place.name), where))
        return sorted(found, key=lambda each: each.start)

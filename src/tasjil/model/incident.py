"""Harm at one time and place: the claims about it, and why they were put together."""

from dataclasses import dataclass

from tasjil.errors import BadValue
from tasjil.model.acts import Act
from tasjil.model.edtf import Edtf
from tasjil.model.ids import ClaimId, IncidentId, PlaceId


@dataclass(frozen=True, slots=True)
class Incident:
    """Holds the ids of its claims, never copies of their values.

    Attributes:
        edtf: The time its claims agree on; None where none was told.
        place: The finest place its claims agree on; None where none was told.
        within: The places that contain it, nearest first.
        place_text: The words for a place that no list of places has.
        reasons: Why these claims are held to be about one incident, in words.
        settled: True where a person confirmed it, False while a machine proposes it.
    """

    id: IncidentId
    act: Act
    claims: tuple[ClaimId, ...]
    edtf: str | None = None
    place: PlaceId | None = None
    within: tuple[PlaceId, ...] = ()
    place_text: str | None = None
    reasons: tuple[str, ...] = ()
    settled: bool = False

    def __post_init__(self) -> None:
        """Refuse an incident that nobody tells of, or at a time that is none."""
        if not self.claims:
            raise BadValue(f"incident {self.id!r} rests on no claim")
        if self.edtf is not None:
            Edtf.parse(self.edtf)


@dataclass(frozen=True, slots=True)
class PartTotal:
    """One number told over several incidents at once: added to none, above them all.

    Attributes:
        claim: "52 were killed in Varesh and Tolmin."
        covers: The incidents whose people it counts, as far as that is certain.
        whole: True where every place it names has an incident here, so that its number
            is told of these and no others. False where it may hold more.
        reasons: Why it covers them, in words.
    """

    claim: ClaimId
    act: Act
    covers: tuple[IncidentId, ...]
    whole: bool
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a total over nothing, or over one incident twice."""
        if not self.covers or len(set(self.covers)) < len(self.covers):
            raise BadValue(f"expected different incidents, got {self.covers}")

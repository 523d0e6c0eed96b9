"""What people found about incidents and victims, as it stands now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tasjil.model.assessment import Assessment
from tasjil.model.ids import IncidentId, VictimId
from tasjil.model.proof import Element, StandardOfProof


@dataclass(frozen=True, slots=True)
class Standings:
    """The newest assessment of each element, by whom or what it is about now.

    An assessment rests on claims, and its incident is the one that holds them now:
    another report that joins the incident takes nothing from it.

    Attributes:
        adrift: Assessments whose claims no longer stand in one incident; they verify
            nothing until a person looks.
    """

    incidents: Mapping[IncidentId, Mapping[Element, Assessment]] = field(
        default_factory=dict
    )
    victims: Mapping[VictimId, Mapping[Element, Assessment]] = field(
        default_factory=dict
    )
    adrift: tuple[Assessment, ...] = ()

    def established(
        self, incident: IncidentId, standard: StandardOfProof
    ) -> Iterator[Assessment]:
        """Give what is verified of an incident at this standard or a stronger one."""
        for found in self.incidents.get(incident, {}).values():
            if found.meets(standard):
                yield found

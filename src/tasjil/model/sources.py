"""Those who tell: people, offices, outlets, monitors, parties to the conflict."""

from dataclasses import dataclass
from enum import StrEnum

from tasjil.errors import BadValue
from tasjil.model.ids import SourceId


class SourceKind(StrEnum):
    """What sort of teller; decides how a claim is read, not whether it is true."""

    WITNESS = "witness"
    RELATIVE = "relative"
    MONITOR = "monitor"
    """A group that watches and counts harm: an observatory, a casualty recorder."""

    UN = "un"
    GOVERNMENT = "government"
    SECURITY = "security"
    """Police, army or other security organs speaking for themselves."""

    MEDICAL = "medical"
    PARTY = "party"
    """A party to the conflict that is not the government."""

    NGO = "ngo"
    MEDIA = "media"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """One who tells, as the case's `sources.csv` lists them.

    Attributes:
        relays: Those whose figures this source passes on. A figure passed on is
            not a second source.
        variants: Other names it goes by, in any script.
    """

    id: SourceId
    name: str
    name_ar: str | None = None
    kind: SourceKind = SourceKind.UNKNOWN
    language: str | None = None
    relays: tuple[SourceId, ...] = ()
    variants: tuple[str, ...] = ()
    url: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a source without a name, or one that relays itself."""
        if not self.name.strip():
            raise BadValue(f"expected a name for source {self.id!r}, got none")
        if self.id in self.relays:
            raise BadValue(f"source {self.id!r} cannot relay itself")

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, the main one first."""
        more = (self.name_ar,) if self.name_ar else ()
        return (self.name, *more, *self.variants)

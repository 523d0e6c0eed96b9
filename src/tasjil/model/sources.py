"""Those who tell: people, offices, outlets, monitors, parties to the conflict."""

from dataclasses import dataclass

from tasjil.errors import BadValue
from tasjil.model.defined import Defined
from tasjil.model.ids import SourceId


class SourceKind(Defined):
    """What sort of teller; decides how a claim is read, not whether it is true."""

    WITNESS = "witness", "Somebody who was there, a survivor or a resident."
    RELATIVE = "relative", "Family of those harmed."
    MONITOR = (
        "monitor",
        "A group that watches and counts harm: an observatory, a casualty recorder.",
    )
    UN = "un", "A body or an official of the United Nations."
    GOVERNMENT = "government", "A ministry, an office or an official of a state."
    SECURITY = (
        "security",
        "Police, army or other security organs speaking for themselves.",
    )
    MEDICAL = "medical", "A hospital, a doctor, an ambulance or rescue service."
    PARTY = "party", "A party to the conflict that is not the government."
    NGO = "ngo", "An organisation, not a state's, that does other work than counting."
    MEDIA = "media", "A newspaper, an agency, a broadcaster or a website of news."
    UNKNOWN = "unknown", "Nobody can tell what sort of teller this is."


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

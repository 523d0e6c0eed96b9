"""One person harmed, named or not: the claims and list records that tell of them."""

from dataclasses import dataclass

from tasjil.errors import BadValue
from tasjil.model.ids import ClaimId, IncidentId, RecordId, VictimId


@dataclass(frozen=True, slots=True)
class Victim:
    """Holds the ids of what tells of a person, never copies of what it says.

    Attributes:
        incidents: Where the person was harmed; abducted in one, killed in another.
        reasons: Why these are held to be one person, in words.
        settled: True where a person confirmed it, False while a machine proposes it.
        mentions: The names in claims that are theirs: ids of single names, for a claim
            can name several people.
    """

    id: VictimId
    claims: tuple[ClaimId, ...] = ()
    records: tuple[RecordId, ...] = ()
    incidents: tuple[IncidentId, ...] = ()
    reasons: tuple[str, ...] = ()
    settled: bool = False
    mentions: tuple[VictimId, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a person nobody tells of, or one told of twice by the same words."""
        if not (self.claims or self.records):
            raise BadValue(f"victim {self.id!r} rests on no claim and no record")
        for ids in (self.claims, self.records, self.incidents):
            if len(set(ids)) < len(ids):
                raise BadValue(f"victim {self.id!r} holds the same id twice: {ids}")

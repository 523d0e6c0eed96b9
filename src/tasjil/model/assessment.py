"""How well one element of the harm is established, by whom, and who signed it too."""

from dataclasses import dataclass, replace

from tasjil.errors import BadValue
from tasjil.model.decision import Signature, check_decision, moment, same_person
from tasjil.model.defined import Defined
from tasjil.model.ids import ClaimId, IncidentId, RecordId, UserId, VictimId
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.quantity import CountRange


class Standing(Defined):
    """Where a finding stands under the standard of proof that is named."""

    ESTABLISHED = "established", "The evidence meets the standard."
    NOT_ESTABLISHED = "not established", "It was weighed and falls short, for now."
    CONTESTED = "contested", "Credible evidence stands on both sides."
    REFUTED = "refuted", "The evidence meets the standard for the contrary."
    PENDING = "pending", "Work goes on; keep it out of every verified figure."


@dataclass(frozen=True, slots=True)
class Dissent:
    """A colleague's word that an assessment is wrong; kept beside it for ever."""

    by: UserId
    at: str
    because: str

    def __post_init__(self) -> None:
        """Refuse a dissent without a person, a time or a reason."""
        check_decision(self.by, self.at, self.because)


@dataclass(frozen=True, slots=True)
class Assessment:
    """A standing for one element of one victim or one incident.

    Attributes:
        finding: What is found, in words or as a value of its list ("civilian").
        number: How many people of an incident the finding is about, as a range; None
            for one victim, and where the number is not what is found.
        claims: The claims it rests on.
        against: Claims that speak against it; weighed, and kept beside it.
        records: The list records it rests on.
        by: Who assessed; nobody signs their own work.
        at: ISO 8601 time with its offset.
        second: The signature of another person; without it nothing is verified.
        direct_evidence: What was seen directly and is no claim and no record, in words
            that name nobody ("two of us saw the graves on 9 March").
    """

    element: Element
    finding: str
    standing: Standing
    standard: StandardOfProof
    by: UserId
    at: str
    because: str
    victim: VictimId | None = None
    incident: IncidentId | None = None
    claims: tuple[ClaimId, ...] = ()
    records: tuple[RecordId, ...] = ()
    second: Signature | None = None
    number: CountRange | None = None
    against: tuple[ClaimId, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    direct_evidence: str | None = None

    def __post_init__(self) -> None:
        """Refuse a finding about nothing, on nothing, or signed by one person twice."""
        check_decision(self.by, self.at, self.because)
        if (self.victim is None) == (self.incident is None):
            raise BadValue("expected one victim or one incident, got neither or both")
        if not self.finding.strip():
            raise BadValue(f"expected what is found about the {self.element}, got none")
        if self.standing is Standing.ESTABLISHED and not (self.claims or self.records):
            raise BadValue(
                f"expected claims or records that establish the {self.element}, "
                "got none; name them, or leave the standing pending"
            )
        self._check_number()
        if self.second is not None:
            self._check_second(self.second)

    def _check_number(self) -> None:
        if self.number is not None and self.incident is None:
            raise BadValue("expected a number of an incident, got one of one victim")
        if set(self.claims) & set(self.against):
            raise BadValue("expected each claim for or against, got one on both sides")

    def _check_second(self, second: Signature) -> None:
        if same_person(second.by, self.by):
            raise BadValue(
                f"{self.by!r} made this assessment and cannot be its second "
                "signature; ask another person to read it"
            )
        if moment(second.at) < moment(self.at):
            raise BadValue(f"signed {second.at}, before it was made {self.at}")

    @property
    def about(self) -> str:
        """Whom or what it is about, in one word: "incident:i-1", "victim:v-1"."""
        if self.victim is not None:
            return f"victim:{self.victim}"
        return f"incident:{self.incident}"

    @property
    def verified(self) -> bool:
        """True where it is established and a second person signed."""
        return self.standing is Standing.ESTABLISHED and self.second is not None

    def meets(self, standard: StandardOfProof) -> bool:
        """True where it is verified at this standard or at a stronger one."""
        return self.verified and self.standard.rank >= standard.rank

    def signed(self, by: UserId, at: str, because: str) -> "Assessment":
        """Give the same assessment with a second signature.

        Raises:
            BadValue: The signer made it, or somebody else has signed already.
        """
        if self.second is not None:
            raise BadValue(f"already signed by {self.second.by!r}; make a new one")
        return replace(self, second=Signature(by, at, because))

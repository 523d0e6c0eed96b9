"""What a case counts, and by which rules."""

from dataclasses import dataclass, field

from tasjil.errors import BadValue
from tasjil.model.acts import Act
from tasjil.model.defined import Defined
from tasjil.model.edtf import Edtf
from tasjil.model.ids import PlaceId, SourceId
from tasjil.model.persons import Status
from tasjil.model.proof import StandardOfProof


class Disagreement(Defined):
    """What to do where sources disagree (Every Casualty, *Standards*, 2016)."""

    RANGE = "range", "Publish the lowest and the highest credible figure."
    PREFER = (
        "prefer a source",
        "Follow the source the codebook ranks first, and say so.",
    )
    MAJORITY = (
        "majority",
        "Follow what most independent first tellers say; where none has most, range.",
    )
    UNKNOWN = "unknown", "Publish the value as unknown or unconfirmed."
    PENDING = "pending", "Keep the incident out of the count until it is settled."
    ASK = "ask the source", "Go back to the source, where that is safe for it."


@dataclass(frozen=True, slots=True)
class Scope:
    """What a case counts: acts, period, area, victims, standard of proof.

    Attributes:
        edtf: The period, as an EDTF interval; None for no limit.
        where: Ids of places; harm in any of them, or in a place inside one, counts.
        victims: Who counts, in words.
    """

    acts: tuple[Act, ...] = tuple(Act)
    edtf: str | None = None
    where: tuple[PlaceId, ...] = ()
    victims: str = "everyone"
    statuses: tuple[Status, ...] = tuple(Status)
    standard: StandardOfProof = StandardOfProof.REASONABLE_GROUNDS

    def __post_init__(self) -> None:
        """Refuse a scope that counts nothing, or in a period that is none."""
        if not self.acts or not self.statuses:
            raise BadValue("expected at least one act and one status to count")
        if self.edtf is not None:
            Edtf.parse(self.edtf)


class Treated(Defined):
    """What tellers of one incident can disagree about; each has a treatment."""

    NUMBER = "number", "How many people."
    STATUS = "status", "Whether they were civilians, fighters or protected."
    SEX = "sex", "Whether they were men or women."
    AGE = "age", "Whether they were children or adults."
    CAUSE = "cause", "What they died of or were harmed by."
    PERPETRATOR = "perpetrator", "Who did it."


class Corroboration(Defined):
    """What it takes before a death can be called established."""

    TWO_OR_DIRECT = (
        "two tellers or direct evidence",
        "Two first tellers who are independent of each other, or a witness, a record, "
        "or evidence that was seen directly.",
    )
    LEFT_OPEN = "left open", "Whoever assesses and whoever signs decide it each time."


@dataclass(frozen=True, slots=True)
class Codebook:
    """The rules that turn words into numbers; published with every figure.

    Attributes:
        disagreement: What is done where tellers disagree, unless `treatment` says.
        treatment: The same for one element: number, status, sex, age, cause or
            perpetrator.
        prefer: Ids of sources, the first before the others; for "prefer a source".
        corroboration: What it takes before a death can be called established.
        vague: The fewest people a vague number stands for (ACLED's floors).
        divide_by_community: Show rows by community; off unless the case's protection
            policy allows it, since such rows can harm.
    """

    version: str = "1"
    disagreement: Disagreement = Disagreement.RANGE
    treatment: dict[Treated, Disagreement] = field(default_factory=dict, hash=False)
    prefer: tuple[SourceId, ...] = ()
    corroboration: Corroboration = Corroboration.TWO_OR_DIRECT
    vague: dict[str, int] = field(
        default_factory=lambda: {
            "a couple": 2,
            "several": 3,
            "tens": 10,
            "dozens": 12,
            "scores": 20,
            "hundreds": 100,
            "thousands": 1000,
        },
        hash=False,
    )
    divide_by_community: bool = False

    def treats(self, element: Treated) -> Disagreement:
        """Say what is done where tellers disagree about this element.

        Example:
            >>> book = Codebook(treatment={Treated.STATUS: Disagreement.MAJORITY})
            >>> book.treats(Treated.STATUS).value, book.treats(Treated.NUMBER).value
            ('majority', 'range')
        """
        return self.treatment.get(element, self.disagreement)

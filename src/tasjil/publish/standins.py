"""What a page may know of a report that is held back: how many, which act, roughly.

Nothing of the report itself is left in a stand-in: no words, no names, no file, no
digest, no publisher, no language, no day, no village. So a page that forgets to ask
whether a report is withheld still has nothing to tell.
"""

from collections.abc import Mapping
from hashlib import sha256

from tasjil.model.claim import Claim, When
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.persons import VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage, Report
from tasjil.model.tally import Origin

WORDS = "The words of this report are withheld to protect a person."
UNREAD = "withheld to protect a person"
WITHHELD = Origin("withheld", "a protected source")
"""The first teller of all that is held back: one, so that it never looks like many."""

READER = "withheld"


def report_id(number: int) -> ReportId:
    """Name the n-th report that is held back."""
    return ReportId(f"sha256:withheld-{number}")


def stand_in_report(number: int) -> Report:
    """Make what stands in the place of a report.

    Example:
        >>> stand_in_report(3).name
        'withheld-3'
    """
    return Report(
        id=report_id(number),
        name=f"withheld-{number}",
        text=WORDS,
        text_digest=f"sha256:{sha256(WORDS.encode()).hexdigest()}",
        media_type="text/plain",
        size=len(WORDS),
    )


def stand_in_ids(claims: Mapping[ReportId, list[Claim]]) -> dict[ClaimId, ClaimId]:
    """Name the claims of reports held back by number, in the order of their words."""
    return {
        claim.id: ClaimId(f"withheld-{n}.{m}")
        for n, held in enumerate(claims.values(), 1)
        for m, claim in enumerate(
            sorted(held, key=lambda each: (each.passage.start, each.id)), 1
        )
    }


def stand_in_claim(
    claim: Claim, name: ClaimId, number: int, when: When, where: tuple[Where, ...]
) -> Claim:
    """Keep of a claim the act, the number, the status and how it is counted.

    Args:
        claim: A claim of a report that is held back.
        name: What to call it.
        number: Which of the reports it is in.
        when: Its time as far as it may be shown.
        where: Its place as far as it may be shown.
    """
    quantity = claim.quantity
    return Claim(
        id=name,
        report=report_id(number),
        act=claim.act,
        level=claim.level,
        passage=Passage.of(WORDS, 0, len(WORDS)),
        reader=READER,
        group=_group(claim.group),
        part_of=None if claim.part_of is None else _group(claim.part_of),
        quantity=Quantity(quantity.low, quantity.high, None, quantity.unit),
        victims=VictimGroup(status=claim.victims.status),
        when=when,
        where=where,
        stance=claim.stance,
        background=claim.background,
    )


def _group(group: str) -> str:
    """Keep which claims tell of the same victims, and nothing that a name could say."""
    return f"g-{sha256(group.encode()).hexdigest()[:8]}"

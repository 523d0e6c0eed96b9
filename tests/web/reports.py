"""Reports and claims for the desks, captured and proposed without reading anything."""

from datetime import UTC, datetime
from hashlib import sha256

from tasjil.journey.opening import Seat
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim, When
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage, Report
from tasjil.register.actions import Reading
from tasjil.register.register import Register

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
READER = "english/9"
TEXT = (
    "Three people were killed in Varesh on Friday, the mayor said.\n"
    "Two others were injured near the bridge. Two others were injured near the mill.\n"
)


def report(text: str = TEXT, name: str = "a.txt", **more: str) -> tuple[Report, bytes]:
    """Make a report and its bytes."""
    data = text.encode()
    id = "sha256:" + sha256(data).hexdigest()
    kept = Report(
        id=ReportId(id),
        name=name,
        text=text,
        text_digest=id,
        size=len(data),
        **{"media_type": "text/plain", **more},
    )
    return kept, data


def claim(report: Report, quote: str, low: int | None, act: Act = Act.KILLED) -> Claim:
    """Make a claim on the first place where these words stand."""
    start = report.text.index(quote)
    return Claim(
        id=ClaimId(f"{report.id[7:15]}.{start}"),
        report=report.id,
        act=act,
        level=Level.INCIDENT,
        passage=Passage.of(report.text, start, start + len(quote)),
        reader=READER,
        group=f"g{start}",
        quantity=Quantity(low, low, quote.split()[0]),
        when=When("2031-05-02", "Friday"),
    )


def seat_of(register: Register) -> Seat:
    """Give a seat of whoever opened it."""
    return Seat(register.user, register=register)


def keep(register: Register, kept: Report, data: bytes, *claims: Claim) -> Report:
    """Capture a report, and propose claims in it."""
    by = register.user
    register.capture(kept, data, by=by, at=NOON)
    register.propose_all([Reading(kept.id, READER, claims)], by=by, at=NOON)
    return kept


def keep_one(register: Register) -> tuple[Report, tuple[Claim, ...]]:
    """Keep the report above, with its two claims."""
    kept, data = report()
    killed = claim(kept, "Three people were killed in Varesh on Friday", 3)
    injured = claim(kept, "Two others were injured near the bridge", 2, Act.INJURED)
    keep(register, kept, data, killed, injured)
    return kept, (killed, injured)

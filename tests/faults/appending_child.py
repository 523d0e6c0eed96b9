"""A program that appends to a register and tells each action after it was kept.

Run by the tests of `test_killed_while_appending.py`, which kill it; never by hand.
Its reports are of the invented country of Lumenia.
"""

import hashlib
import sys
from datetime import UTC, datetime
from pathlib import Path

from tasjil.errors import NoRegister
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.judgement import ClaimJudgement, ClaimState
from tasjil.model.report import Passage, Report
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register

AT = datetime(2031, 5, 4, 12, tzinfo=UTC)
TEXT = "Three people were killed near Alder Bridge. "


def sha256(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def act(register: Register, who: str, number: int) -> None:
    """Capture a report, read it, judge one claim and reject another: four actions."""
    text = f"{who} {number}: {TEXT * 30}"
    report = Report(
        id=ReportId(sha256(text.encode())),
        name=f"{who}-{number}.txt",
        text=text,
        text_digest=sha256(text.encode()),
        media_type="text/plain",
        size=len(text.encode()),
    )
    claims = [
        Claim(
            id=ClaimId(f"{who}-{number}-{each}"),
            report=report.id,
            act=Act.KILLED,
            level=Level.INCIDENT,
            passage=Passage.of(text, each, each + 9),
            reader="english/1",
            group=f"g{each}",
        )
        for each in range(8)
    ]
    program = f"tasjil/{who}"
    register.capture(report, text.encode(), by=program, at=AT)
    tell(register)
    register.propose(report.id, "english/1", claims, by=program, at=AT)
    tell(register)
    judged = (ClaimState.ACCEPTED, ClaimState.REJECTED)
    for claim, state in zip(claims[:2], judged, strict=True):
        register.judge(
            ClaimJudgement(claim.id, state, register.user, AT.isoformat(), "read")
        )
        tell(register)


def tell(register: Register) -> None:
    """Acknowledge: whatever stood in the log before this line must survive."""
    *_, last = register.entries(after=register.counts().entries - 1)
    print(last.seq, last.digest, flush=True)


def main(folder: Path, who: str, first: int, many: int) -> None:
    print("ready", flush=True)
    try:
        register = Register.open(folder, Key())
    except NoRegister:
        register = Register.create(folder, Key(), at=AT)
    with register:
        for number in range(first, first + many):
            act(register, who, number)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))

"""A program that seals and erases people and tells each action after it was kept.

Run by the tests of `test_killed_while_erasing.py`, which kill it; never by hand.
"""

import hashlib
import sys
from datetime import UTC, datetime
from pathlib import Path

from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.ids import ReportId
from tasjil.model.report import Report
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register

AT = datetime(2031, 5, 4, 12, tzinfo=UTC)
WHY = {"by": "lead", "at": AT, "because": "a test"}


def sha256(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def capture(register: Register, number: int) -> ReportId:
    text = f"{number}: three people were killed near Alder Bridge. " * 200
    id = ReportId(sha256(text.encode()))
    report = Report(id, f"{number}.txt", text, id, "text/plain", len(text))
    register.capture(report, text.encode(), by="tasjil/t", at=AT)
    return id


def main(path: Path, first: int) -> None:
    with Register.open(path, Key()) as register:
        print("ready", flush=True)
        for number in range(first, first + 1_000_000):
            report = capture(register, number)
            somebody = Identity(IdentityKind.WITNESS, f"Person {number}")
            who = register.box.seal(somebody, [report], **WHY)
            print("sealed", who, report, flush=True)
            if number % 3:
                register.box.erase(who, with_reports=True, **WHY)
                print("erased", who, report, flush=True)
                register.box.sweep()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

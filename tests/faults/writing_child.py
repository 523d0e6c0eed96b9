"""One of several programs that write to one register at once; run by the tests.

It says "ready", waits for a line, and then appends until its time is over or the store
fails: one entry, then twenty at once, then reports that the others capture too. What
the register acknowledged goes into a file of its own, one line an entry.
"""

import hashlib
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from tasjil.errors import RegisterError
from tasjil.model.ids import ReportId
from tasjil.model.report import Report
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register

AT = datetime(2031, 5, 4, 12, tzinfo=UTC)
BATCH = 20
SHARED = 3
PROGRAM = "tasjil/test"


def report(number: int) -> tuple[Report, bytes]:
    """The same report for every program that makes it by the same number."""
    text = f"Report {number}: three people were killed near Alder Bridge."
    data = text.encode()
    digest = "sha256:" + hashlib.sha256(data).hexdigest()
    name = f"{number}.txt"
    return Report(ReportId(digest), name, text, digest, "text/plain", len(data)), data


def entries(who: str, round: int) -> list[NewEntry]:
    """One entry in even rounds, twenty in odd ones, each with a name of its own."""
    many = BATCH if round % 2 else 1
    names = [f"{who}-{round}-{each}" for each in range(many)]
    return [NewEntry(EntryKind.LIST_IMPORTED, {"list": name}) for name in names]


def main(folder: Path, told: Path, who: str, seconds: float) -> int:
    """Write until the time is over; 1 where the store failed on the way."""
    with Register.open(folder, Key()) as register, told.open("a") as file:
        print("ready", flush=True)
        sys.stdin.readline()
        end, round = time.monotonic() + seconds, 0
        try:
            while time.monotonic() < end:
                for entry in register.append(entries(who, round), PROGRAM, AT):
                    print(entry.seq, entry.digest, entry.told["list"], file=file)
                first = round * SHARED
                shared = [report(each) for each in range(first, first + SHARED)]
                new = register.capture_all(shared, by=PROGRAM, at=AT)
                print("captured", new, file=file, flush=True)
                round += 1
        except RegisterError as failed:
            print(failed, flush=True)
            return 1
    return 0


if __name__ == "__main__":
    folder, told, who, seconds = sys.argv[1:]
    sys.exit(main(Path(folder), Path(told), who, float(seconds)))

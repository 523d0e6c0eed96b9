"""How fast the log takes entries, beside plain SQLite that keeps the same claims.

    python benchmarks/log.py            1,000, 10,000 and 100,000 entries
    python benchmarks/log.py --quick    1,000 and 10,000

Both write to the same disk in the same run, in turn, with the same journal and the
same waits for the disk (WAL, synchronous=FULL), so that their ratio says what the log,
the contents and the derived tables cost, whatever the machine.
"""

import argparse
import resource
import sqlite3
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim, Perpetrator, Teller, When
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.json import to_json
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage, Report
from tasjil.model.sources import SourceKind
from tasjil.register.actions import Reading, read
from tasjil.register.canonical import plain_json
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register

SIZES = (1_000, 10_000, 100_000)
AT = datetime(2031, 5, 4, 12, tzinfo=UTC)
CLAIMS = 9
"""Claims a report; with the entry that says it was read, ten entries."""
REPORTS_AT_ONCE = 100
SINGLES = 1_000
"""How many actions of one entry are timed; each waits for the disk."""
SENTENCE = (
    "On Wednesday three people were killed near Alder Bridge, an observer of the "
    "Lumenia Monitor told the Herald. "
)


def report(number: int) -> tuple[Report, bytes]:
    """A report of the invented country, three thousand characters long."""
    text = f"Report {number}. " + SENTENCE * 28
    data = text.encode()
    digest = "sha256:" + sha256(data).hexdigest()
    made = Report(
        ReportId(digest), f"{number}.txt", text, digest, "text/plain", len(data)
    )
    return made, data


def claims(of: Report) -> tuple[Claim, ...]:
    """Nine claims with every field filled."""
    return tuple(
        Claim(
            id=ClaimId(f"{of.id[7:19]}-{number}"),
            report=of.id,
            act=Act.KILLED,
            level=Level.INCIDENT,
            passage=Passage.of(of.text, number * 109 + 11, number * 109 + 118),
            reader="english/1",
            group=f"g{number}",
            quantity=Quantity(3, 3, "three"),
            when=When("2031-05-07", "On Wednesday"),
            where=(Where("Alder Bridge", "Alder Bridge", lat=1.5, lon=2.25),),
            perpetrator=Perpetrator(),
            attribution=(
                Teller("an observer of the Lumenia Monitor", SourceKind.MONITOR),
                Teller("the Herald", SourceKind.MEDIA),
            ),
            spans={"quantity": (13, 18), "when": (0, 12)},
        )
        for number in range(CLAIMS)
    )


class Stopwatch:
    """Adds up the seconds spent inside `with`, by the clock and by the processor."""

    clock = 0.0
    cpu = 0.0

    def __enter__(self) -> None:
        """Start."""
        self.start = time.perf_counter(), time.process_time()

    def __exit__(self, *error: object) -> None:
        """Stop, and add."""
        self.clock += time.perf_counter() - self.start[0]
        self.cpu += time.process_time() - self.start[1]


Pair = tuple[Stopwatch, Stopwatch]


class Plain:
    """SQLite with one table of claims: no log, no digests, nothing derived."""

    def __init__(self, path: Path) -> None:
        """Make the table."""
        self.file = sqlite3.connect(path, isolation_level=None)
        self.file.execute("PRAGMA journal_mode=WAL")
        self.file.execute("PRAGMA synchronous=FULL")
        self.file.execute("CREATE TABLE claim (id TEXT PRIMARY KEY, report, json)")

    def keep(self, readings: list[Reading]) -> None:
        """Keep readings as one transaction."""
        self.file.execute("BEGIN IMMEDIATE")
        for reading in readings:
            rows = [
                (each.id, each.report, plain_json(to_json(each)))
                for each in reading.claims
            ]
            # One row for "this report was read", as the log has an entry for it.
            rows.append((reading.report, reading.report, reading.reader.encode()))
            self.file.executemany("INSERT INTO claim VALUES (?, ?, ?)", rows)
        self.file.execute("COMMIT")


def in_batches(register: Register, plain: Plain, entries: int) -> Pair:
    """Keep the same readings in both, batch by batch, in turn."""
    ours, theirs = Stopwatch(), Stopwatch()
    reports = entries // (CLAIMS + 1)
    for first in range(0, reports, REPORTS_AT_ONCE):
        made = [report(number) for number in range(first, first + REPORTS_AT_ONCE)]
        register.capture_all(made, by="bench", at=AT)
        readings = [Reading(each.id, "english/1", claims(each)) for each, _ in made]
        with ours:
            register.propose_all(readings, by="bench", at=AT)
        with theirs:
            plain.keep(readings)
    return ours, theirs


def one_by_one(register: Register, plain: Plain) -> Pair:
    """Keep one claim an action, in turn; each waits for the disk."""
    ours, theirs = Stopwatch(), Stopwatch()
    for number in range(SINGLES):
        made, _ = report(number % 100)
        claim = replace(claims(made)[0], id=ClaimId(f"single-{number}"))
        with ours:
            entry = read(Reading(made.id, "english/1", (claim,)))[0]
            register.append([entry], "bench", AT)
        with theirs:
            row = (claim.id, claim.report, plain_json(to_json(claim)))
            plain.file.execute("INSERT INTO claim VALUES (?, ?, ?)", row)
    return ours, theirs


def measure(entries: int, folder: Path) -> None:
    """Print one size's rows."""
    plain = Plain(folder / f"plain-{entries}.sqlite")
    with Register.create(folder / f"register-{entries}", Key(), at=AT) as register:
        batched = in_batches(register, plain, entries)
        print(line("batched", entries, *batched))
        if entries == min(SIZES):
            print(line("single", SINGLES, *one_by_one(register, plain)))
        total = register.counts().entries
        verified, rebuilt = Stopwatch(), Stopwatch()
        with verified:
            register.verify()
        with rebuilt:
            register.rebuild()
    plain.file.close()
    for what, watch in (("verify", verified), ("rebuild", rebuilt)):
        print(f"| {what} | {rates(total, watch)} | | |")


def rates(entries: int, watch: Stopwatch) -> str:
    """Say how many, and entries a second by the clock and by the processor."""
    return f"{entries:,} | {entries / watch.clock:,.0f} | {entries / watch.cpu:,.0f}"


def line(what: str, entries: int, ours: Stopwatch, theirs: Stopwatch) -> str:
    """Say a row: the rates of both, and how many times longer ours took."""
    plain = f"{entries / theirs.clock:,.0f}"
    times = f"{ours.clock / theirs.clock:.1f}"
    return f"| {what} | {rates(entries, ours)} | {plain} | {times} |"


def main() -> None:
    """Measure every size, smallest first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="leave out the largest")
    sizes = SIZES[:-1] if parser.parse_args().quick else SIZES
    print("| | entries | a second | a CPU second | plain SQLite | times as long |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        for entries in sizes:
            measure(entries, Path(folder))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\nMost memory in use at any time: {most:,} MB")


if __name__ == "__main__":
    main()

"""How fast a register takes entries and answers, beside plain SQLite.

    python benchmarks/register.py            10,000, 100,000 and 1,000,000 claims
    python benchmarks/register.py --quick    10,000

Both keep the same claims on the same disk in the same run, in turn, with the same
journal and the same waits for the disk (WAL, synchronous=FULL). The register has its
log, its contents, its derived tables and its signatures, all of it encrypted; plain
SQLite has one table with the index that the question needs. Their ratio says what
that costs, whatever the machine. "A CPU second" counts the processor and not the disk
or the neighbours; verify works in two processes, both are counted.
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
from tasjil.model.ids import ClaimId, PlaceId, ReportId
from tasjil.model.json import to_json
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage, Report
from tasjil.model.sources import SourceKind
from tasjil.register.actions import Reading
from tasjil.register.canonical import plain_json
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register

SIZES = (10_000, 100_000, 1_000_000)
AT = datetime(2031, 5, 4, 12, tzinfo=UTC)
BY = "tasjil/benchmark"
READER = "english/1"
CLAIMS = 10
"""Claims a report; with the report and the reading, twelve entries."""
REPORTS_AT_ONCE = 100
SINGLES = 500
"""How many actions of one entry are timed; each waits for the disk."""
ASKED = 5
"""How many times the tally is asked; the slowest counts."""
SENTENCE = (
    "On Wednesday three people were killed near Alder Bridge, an observer of the "
    "Lumenia Monitor told the Herald. "
)
KEY = Key(passphrase="alder bridge lantern seven")


def report(number: int) -> tuple[Report, bytes]:
    """A report of the invented country, three thousand characters long."""
    text = f"Report {number}. " + SENTENCE * 28
    data = text.encode()
    digest = "sha256:" + sha256(data).hexdigest()
    name = f"{number}.txt"
    made = Report(ReportId(digest), name, text, digest, "text/plain", len(data))
    return made, data


def claims(of: Report, number: int) -> tuple[Claim, ...]:
    """Claims with every field filled, over two acts and fifty places."""
    place = PlaceId(f"place-{number % 50}")
    return tuple(
        Claim(
            id=ClaimId(f"{of.id[7:19]}-{each}"),
            report=of.id,
            act=(Act.KILLED, Act.INJURED)[each % 2],
            level=Level.INCIDENT,
            passage=Passage.of(of.text, each * 109 + 11, each * 109 + 118),
            reader=READER,
            group=f"g{each}",
            quantity=Quantity(3, 3, "three"),
            when=When("2031-05-07", "On Wednesday"),
            where=(Where("Alder Bridge", "Alder Bridge", place=place, lat=1.5),),
            perpetrator=Perpetrator(),
            attribution=(
                Teller("an observer of the Lumenia Monitor", SourceKind.MONITOR),
                Teller("the Herald", SourceKind.MEDIA),
            ),
            spans={"quantity": (13, 18), "when": (0, 12)},
        )
        for each in range(CLAIMS)
    )


class Stopwatch:
    """Adds up the seconds spent inside `with`, by the clock and by the processor."""

    clock = 0.0
    cpu = 0.0

    def __enter__(self) -> None:
        """Start."""
        self.start = time.perf_counter(), processor()

    def __exit__(self, *error: object) -> None:
        """Stop, and add."""
        self.clock += time.perf_counter() - self.start[0]
        self.cpu += processor() - self.start[1]


def processor() -> float:
    """Seconds of the processor that this process and those it started have used."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


Pair = tuple[Stopwatch, Stopwatch]


class Plain:
    """SQLite with one table of claims: no log, no digests, no encryption."""

    def __init__(self, path: Path) -> None:
        """Make the table."""
        self.path = path
        self.file = sqlite3.connect(path, isolation_level=None)
        for statement in (
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",
            "CREATE TABLE claim"
            " (id TEXT PRIMARY KEY, report, state, act, level, place, json)",
            "CREATE INDEX tally ON claim (state, act, level, place)",
        ):
            self.file.execute(statement)

    def keep(self, readings: list[Reading]) -> None:
        """Keep readings as one transaction."""
        self.file.execute("BEGIN IMMEDIATE")
        for reading in readings:
            self.file.executemany(
                "INSERT INTO claim VALUES (?, ?, 'proposed', ?, ?, ?, ?)",
                [
                    (
                        *(each.id, each.report, each.act, each.level),
                        each.where[0].place,
                        plain_json(to_json(each)),
                    )
                    for each in reading.claims
                ],
            )
        self.file.execute("COMMIT")

    def tally(self) -> list[tuple[object, ...]]:
        """Count claims that are alike."""
        alike = "state, act, level, place"
        asked = f"SELECT {alike}, COUNT(*) FROM claim GROUP BY {alike}"
        return self.file.execute(asked).fetchall()


def in_batches(register: Register, plain: Plain, claims_in_all: int) -> Pair:
    """Keep the same readings in both, batch by batch, in turn."""
    ours, theirs = Stopwatch(), Stopwatch()
    reports = claims_in_all // CLAIMS
    for first in range(0, reports, REPORTS_AT_ONCE):
        numbers = range(first, first + REPORTS_AT_ONCE)
        made = {number: report(number) for number in numbers}
        register.capture_all(list(made.values()), by=BY, at=AT)
        readings = [
            Reading(each.id, READER, claims(each, number))
            for number, (each, _) in made.items()
        ]
        with ours:
            register.propose_all(readings, by=BY, at=AT)
        with theirs:
            plain.keep(readings)
    return ours, theirs


def one_by_one(register: Register, plain: Plain) -> Pair:
    """Keep one claim an action, in turn; each waits for the disk."""
    ours, theirs = Stopwatch(), Stopwatch()
    for number in range(SINGLES):
        made, _ = report(number % 100)
        claim = replace(claims(made, 0)[0], id=ClaimId(f"single-{number}"))
        reading = Reading(made.id, READER, (claim,))
        with ours:
            register.propose_all([reading], by=BY, at=AT)
        with theirs:
            plain.keep([reading])
    return ours, theirs


def measure(size: int, folder: Path) -> None:
    """Print one size's rows."""
    plain = Plain(folder / f"plain-{size}.sqlite")
    home = folder / f"register-{size}"
    with Register.create(home, KEY, at=AT) as register:
        batched = in_batches(register, plain, size)
        tell("batched", size + size // CLAIMS, *batched)
        before = register.counts().entries
        single = one_by_one(register, plain)
        tell("single, two entries each", register.counts().entries - before, *single)
        tell("tally, slowest of five", size, *asked(register, plain))
    opened, verified, rebuilt = Stopwatch(), Stopwatch(), Stopwatch()
    with opened:
        register = Register.open(home, KEY)
    with register:
        total = register.counts().entries
        with verified:
            register.verify()
        tell("verify", total, verified)
        with rebuilt:
            register.rebuild()
        tell("rebuild", total, rebuilt)
    tell("open with a passphrase", 1, opened)
    kept = sum(each.stat().st_size for each in home.iterdir())
    ratio = kept / plain.path.stat().st_size
    print(f"\n{kept / total:,.0f} bytes an entry; {ratio:.1f} times plain SQLite\n")
    plain.file.close()


def asked(register: Register, plain: Plain) -> Pair:
    """Ask both how many claims are alike, several times; give the slowest of each."""
    ours, theirs = [], []
    for _ in range(ASKED):
        ours.append(Stopwatch())
        with ours[-1]:
            register.tally_of_claims()
        theirs.append(Stopwatch())
        with theirs[-1]:
            plain.tally()
    slowest = [
        max(watches, key=lambda watch: watch.clock) for watches in (ours, theirs)
    ]
    return slowest[0], slowest[1]


def tell(
    what: str, many: int, ours: Stopwatch, theirs: Stopwatch | None = None
) -> None:
    """Print a row; with plain SQLite beside it, how many times as long ours took."""
    cells = [what, f"{many:,}", f"{ours.clock:,.2f}", f"{many / ours.clock:,.0f}"]
    cells.append(f"{many / ours.cpu:,.0f}")
    if theirs is not None:
        cells.append(f"{many / theirs.clock:,.0f}")
        cells.append(f"{ours.clock / theirs.clock:.1f}")
    print("| " + " | ".join(cells + [""] * (7 - len(cells))) + " |", flush=True)


def main() -> None:
    """Measure every size, smallest first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="the smallest size alone")
    sizes = SIZES[:1] if parser.parse_args().quick else SIZES
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        for size in sizes:
            print(f"{size:,} claims\n")
            print("| | many | seconds | a second | a CPU second | plain | times |")
            print("|---|---|---|---|---|---|---|")
            measure(size, Path(folder))
    here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    other = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(
        f"Most memory at any time: {here:,} MB, and {other:,} MB in the second process"
    )


if __name__ == "__main__":
    main()

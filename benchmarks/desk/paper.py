"""The paper of the case: reports in English, and claims on their sentences."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim, Teller, When
from tasjil.model.ids import ClaimId, PlaceId, ReportId
from tasjil.model.places import PlaceLevel, Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage, Report
from tasjil.model.sources import SourceKind
from tasjil.register.actions import Reading
from tasjil.register.register import Register

AT = datetime(2031, 12, 4, 12, tzinfo=UTC)
BY = "tasjil/benchmark"
READER = "english/1"
AT_ONCE = 200
FIRST_DAY = date(2031, 1, 1)
DISTRICTS, VILLAGES = 40, 800
ACTS = (Act.KILLED, Act.KILLED, Act.INJURED, Act.DETAINED)
CASE = """\
[case]
id = "desk"
name = "A large case"
[scope]
acts = ["killed", "injured", "detained"]
edtf = "2031"
where = ["lumenia"]
"""
SOURCES = """\
id,name,name_ar,kind,language,relays,variants,url,note
herald,Varesh Herald,,media,en,,,,
lmg,Lumenia Monitoring Group,,monitor,en,,,,
"""


def places_of(village: int) -> tuple[PlaceId, ...]:
    """Give a village and what is around it, the finest first."""
    district = village % DISTRICTS
    names = (f"village-{village}", f"district-{district}", "lumenia")
    return tuple(PlaceId(each) for each in names)


def write_folder(folder: Path) -> None:
    """Write the case's own files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    (folder / "sources.csv").write_text(SOURCES, encoding="utf-8")
    rows = ["id,name,name_ar,level,parent,lat,lon,geonames,variants,note"]
    rows.append("lumenia,Lumenia,,country,,,,,,")
    for n in range(DISTRICTS):
        rows.append(f"district-{n},District {n},,district,lumenia,,,,,")
    for n in range(VILLAGES):
        rows.append(f"village-{n},Village {n},,village,district-{n % DISTRICTS},,,,,")
    (folder / "places.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def fill(register: Register, reports: int, each: int) -> list[ClaimId]:
    """Capture reports and propose their claims; give the claims' ids."""
    ids: list[ClaimId] = []
    for first in range(0, reports, AT_ONCE):
        numbers = range(first, min(reports, first + AT_ONCE))
        made = [_report(number, each) for number in numbers]
        register.capture_all([told[:2] for told in made], by=BY, at=AT)
        readings = [Reading(told[0].id, READER, _claims(*told)) for told in made]
        register.propose_all(readings, by=BY, at=AT)
        ids += [claim.id for reading in readings for claim in reading.claims]
    return ids


def _report(number: int, each: int) -> tuple[Report, bytes, list[tuple[int, int]]]:
    lines, spans, start = [f"Report {number}."], [], len(f"Report {number}. ")
    for nth in range(each):
        day = FIRST_DAY + timedelta(days=(number * each + nth) // 6 % 365)
        line = (
            f"{2 + nth % 7} people were killed near Village {number % VILLAGES} on "
            f"{day:%d %B}, an observer of the Lumenia Monitoring Group said."
        )
        spans.append((start, start + len(line)))
        lines.append(line)
        start += len(line) + 1
    text = " ".join(lines)
    data = text.encode()
    digest = "sha256:" + sha256(data).hexdigest()
    return (
        Report(
            ReportId(digest),
            f"{number}.txt",
            text,
            digest,
            "text/plain",
            len(data),
            publisher="Varesh Herald",
            published="2031-12-01",
            language="en",
        ),
        data,
        spans,
    )


def _claims(
    report: Report, data: bytes, spans: list[tuple[int, int]]
) -> tuple[Claim, ...]:
    number = int(report.name.removesuffix(".txt"))
    village, *around = places_of(number % VILLAGES)
    where = Where(
        f"Village {number % VILLAGES}",
        f"Village {number % VILLAGES}",
        PlaceLevel.VILLAGE,
        place=village,
        within=tuple(around),
    )
    return tuple(
        Claim(
            id=ClaimId(f"c-{report.id[7:23]}{nth:04d}"),
            report=report.id,
            act=ACTS[nth % len(ACTS)],
            level=Level.INCIDENT,
            passage=Passage.of(report.text, start, end),
            reader=READER,
            group=f"g{nth}",
            quantity=Quantity(2 + nth % 7, 2 + nth % 7, str(2 + nth % 7)),
            when=When("2031-05-07", "on 7 May"),
            where=(where,),
            attribution=(
                Teller(
                    "an observer of the Lumenia Monitoring Group", SourceKind.MONITOR
                ),
                Teller("Varesh Herald", SourceKind.MEDIA),
            ),
        )
        for nth, (start, end) in enumerate(spans)
    )

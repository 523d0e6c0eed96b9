"""An invented case in the invented country Lumenia, and the site made of it."""

from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

import pytest

from tasjil.model.acts import Act, Level, PerpetratorStance, Stance
from tasjil.model.causes import Cause
from tasjil.model.claim import Claim, Perpetrator, Teller, When
from tasjil.model.ids import ClaimId, FigureId, IncidentId, PlaceId, ReportId, SourceId
from tasjil.model.incident import Incident
from tasjil.model.judgement import ClaimState
from tasjil.model.persons import AgeGroup, Status, VictimGroup
from tasjil.model.places import Place, PlaceLevel, Where
from tasjil.model.quantity import CountRange, Quantity
from tasjil.model.reconciliation import (
    BoundKind,
    BoundRange,
    Difference,
    DifferenceKind,
    DifferencePart,
    Reconciliation,
    Slip,
    SlipKind,
    StatedScope,
)
from tasjil.model.report import Passage, Report
from tasjil.model.scope import Codebook, Scope
from tasjil.model.sources import Source, SourceKind
from tasjil.model.tally import (
    AggregateStatement,
    Basis,
    Figure,
    IncidentCount,
    Origin,
    Row,
    Series,
    SeriesPoint,
    Tally,
)
from tasjil.publish.languages import Bilingual
from tasjil.publish.site import write_site
from tasjil.publish.view import Failure, LogHead, SiteView, Unread

K = Act.KILLED
WIDE, FINE = PlaceLevel.GOVERNORATE, PlaceLevel.VILLAGE

PLACES = (
    ("lumenia", "Lumenia", "لومينيا", PlaceLevel.COUNTRY, None, None),
    ("asteria", "Asteria", "أستيريا", WIDE, "lumenia", (10.6, -30.3)),
    ("kelm", "Kelm", "كلم", WIDE, "lumenia", None),
    ("velmar-district", "Velmar district", "منطقة فلمار", PlaceLevel.DISTRICT,
     "asteria", None),
    ("velmar", "Velmar", "فلمار", PlaceLevel.CITY, "velmar-district", (10.5, -30.2)),
    ("tolen", "Tolen", "تولن", FINE, "velmar-district", (10.62, -30.05)),
    ("oster", "Oster Mill", "طاحونة أوستر", FINE, "velmar-district", (10.41, -30.33)),
    ("harn", "Harn", "هارن", PlaceLevel.TOWN, "kelm", (10.15, -30.45)),
    ("sill", "Sill", "سيل", FINE, "kelm", None),
)  # fmt: skip

SOURCES = (
    ("observatory", "Lumenian Observatory", "المرصد اللوميني", SourceKind.MONITOR, ()),
    ("ministry", "Ministry of the Interior", "وزارة الداخلية",
     SourceKind.GOVERNMENT, ()),
    ("un-lumenia", "UN Office in Lumenia", "مكتب الأمم المتحدة في لومينيا",
     SourceKind.UN, ()),
    ("gazette", "Velmar Gazette", "جريدة فلمار", SourceKind.MEDIA, ("observatory",)),
    ("wire", "Harbour Wire", "برقية المرفأ", SourceKind.MEDIA,
     ("observatory", "ministry")),
    ("radio", "Radio Kelm", "راديو كلم", SourceKind.MEDIA, ("wire",)),
)  # fmt: skip

NAMES = {key: SourceId(key) for key, *_ in SOURCES}


@dataclass
class Writing:
    """Puts together reports and claims, each claim on words of its report."""

    reports: dict[ReportId, Report] = field(default_factory=dict)
    claims: dict[ReportId, tuple[Claim, ...]] = field(default_factory=dict)
    origins: dict[ClaimId, Origin] = field(default_factory=dict)

    def report(self, name: str, text: str, **header: str) -> ReportId:
        digest = sha256(text.encode()).hexdigest()
        made = ReportId(f"sha256:{digest}")
        self.reports[made] = Report(
            id=made,
            name=name,
            text=text,
            text_digest=f"sha256:{digest}",
            media_type="text/plain",
            size=len(text.encode()),
            obtained=f"file {name}",
            **{"language": "en", **header},
        )
        self.claims[made] = ()
        return made

    def claim(
        self,
        report: ReportId,
        quote: str,
        teller: str,
        number: Quantity,
        **more: object,
    ) -> ClaimId:
        text = self.reports[report].text
        start = text.index(quote)
        n = len(self.claims[report])
        made = ClaimId(f"{report[7:15]}.{n}")
        values = {"act": K, "level": Level.INCIDENT, "group": f"g{n}", **more}
        claim = Claim(
            id=made,
            report=report,
            passage=Passage.of(text, start, start + len(quote)),
            reader="english/1",
            quantity=number,
            **values,
        )
        self.claims[report] = (*self.claims[report], claim)
        known = next((s for s in SOURCES if s[0] == teller), None)
        self.origins[made] = Origin(
            key=teller,
            name=known[1] if known else teller,
            kind=known[3] if known else SourceKind.WITNESS,
            source=NAMES.get(teller),
            because="it is quoted first",
        )
        return made


def exact(n: int, text: str) -> Quantity:
    return Quantity(n, n, text)


def at(place: str, text: str) -> tuple[Where, ...]:
    return (Where(text=text, name=text, place=PlaceId(place)),)


def places() -> dict[PlaceId, Place]:
    return {
        PlaceId(key): Place(
            id=PlaceId(key),
            name=name,
            name_ar=name_ar,
            level=level,
            parent=PlaceId(parent) if parent else None,
            lat=where[0] if where else None,
            lon=where[1] if where else None,
        )
        for key, name, name_ar, level, parent, where in PLACES
    }


def sources() -> dict[SourceId, Source]:
    return {
        NAMES[key]: Source(
            id=NAMES[key],
            name=name,
            name_ar=name_ar,
            kind=kind,
            language="en",
            relays=tuple(NAMES[r] for r in relays),
            url=f"https://{key}.example",
        )
        for key, name, name_ar, kind, relays in SOURCES
    }


TOLEN = (
    "The Lumenian Observatory said on Sunday that 13 people, including three children, "
    "were killed in the village of Tolen on 7 May.\n\nA resident who asked not to be "
    "named said she counted “at least nine bodies” by the mill road. The Ministry of "
    "the Interior said four gunmen were killed there.\n\nSince 6 May more than 1,200 "
    "people have been killed in Asteria and Kelm, the Observatory said."
)
RELAY = (
    "Thirteen killed in Tolen, monitor says.\n\nAt least 13 people were killed in "
    "Tolen on 7 May, according to the Lumenian Observatory, which put the total "
    "since 6 May at 1,200."
)
OSTER = (
    "Entire families were killed at Oster Mill on 8 May, witnesses told Radio Kelm. "
    "It is not known how many died.\n\nTwo drivers were shot dead in Harn on 9 May."
)
UN = (
    "The UN Office in Lumenia has so far verified the killing of 111 civilians in "
    "Asteria between 6 and 12 May. It believes the true number to be significantly "
    "higher."
)
LATER = (
    "The Observatory raised its count to 1,350 killed on Monday. The Ministry of the "
    "Interior counts 74 dead."
)
ARABIC = (
    "قال المرصد اللوميني في 12 أيار/مايو إن 1,350 شخصاً قُتلوا في أستيريا وكلم "
    "منذ 6 أيار/مايو، وإن الحصيلة مرشحة للارتفاع."
)


def tolen_claims(w: Writing) -> dict[str, ClaimId]:
    gazette = w.report(
        "gazette-tolen.txt", TOLEN, title="Thirteen dead in Tolen",
        publisher="Velmar Gazette", published="2031-05-08",
        url="https://gazette.example/tolen", wording="written for the test case",
    )  # fmt: skip
    wire = w.report(
        "wire-tolen.html", RELAY, title="Monitor: 13 killed in Tolen",
        publisher="Harbour Wire", published="2031-05-09",
    )  # fmt: skip
    seen = {"when": When("2031-05-07", "on 7 May"), "where": at("tolen", "Tolen")}
    teller = (Teller("The Lumenian Observatory", SourceKind.MONITOR),
              Teller("Velmar Gazette", SourceKind.MEDIA))  # fmt: skip
    first = w.claim(
        gazette, "13 people, including three children, were killed in the village of "
        "Tolen on 7 May", "observatory", exact(13, "13 people"), attribution=teller,
        victims=VictimGroup(text="13 people"), cause=Cause.SMALL_ARMS, **seen,
    )  # fmt: skip
    w.claim(
        gazette, "including three children", "observatory", exact(3, "three children"),
        part_of="g0", attribution=teller,
        victims=VictimGroup(text="three children", age_group=AgeGroup.CHILD), **seen,
    )  # fmt: skip
    bodies = w.claim(
        gazette, "A resident who asked not to be named said she counted “at least nine "
        "bodies”", "a resident of the mill road", Quantity(9, None, "at least nine"),
        stance=Stance.WITNESSED, **seen,
    )  # fmt: skip
    gunmen = w.claim(
        gazette, "four gunmen were killed there", "ministry", exact(4, "four gunmen"),
        victims=VictimGroup(text="four gunmen", status=Status.DIRECT_PARTICIPANT),
        perpetrator=Perpetrator("security forces", PerpetratorStance.CLAIMED), **seen,
    )  # fmt: skip
    relay = w.claim(
        wire, "At least 13 people were killed in Tolen on 7 May", "observatory",
        Quantity(13, None, "At least 13"), **seen,
    )  # fmt: skip
    level = {"level": Level.AGGREGATE}
    total = w.claim(
        gazette, "more than 1,200 people have been killed in Asteria and Kelm",
        "observatory", Quantity(1201, None, "more than 1,200"), **level,
    )  # fmt: skip
    relayed = w.claim(
        wire, "the total since 6 May at 1,200", "observatory", exact(1200, "1,200"),
        **level,
    )  # fmt: skip
    return {"first": first, "bodies": bodies, "gunmen": gunmen, "relay": relay,
            "total": total, "relayed": relayed}  # fmt: skip


def other_claims(w: Writing) -> dict[str, ClaimId]:
    radio = w.report(
        "radio-oster.txt", OSTER, title="Families killed at Oster Mill",
        publisher="Radio Kelm", published="2031-05-10",
    )  # fmt: skip
    un = w.report(
        "un.pdf", UN, title="Briefing on Asteria", publisher="UN Office in Lumenia",
        published="2031-05-13", url="https://un-lumenia.example/briefing",
    )  # fmt: skip
    families = w.claim(
        radio, "Entire families were killed at Oster Mill on 8 May", "witnesses",
        Quantity(None, None, None), when=When("2031-05-08", "on 8 May"),
        where=at("oster", "Oster Mill"),
    )  # fmt: skip
    drivers = w.claim(
        radio, "Two drivers were shot dead in Harn on 9 May", "radio",
        exact(2, "Two drivers"), when=When("2031-05-09/2031-05-10", "on 9 May"),
        where=at("harn", "Harn"), cause=Cause.SMALL_ARMS,
    )  # fmt: skip
    later = w.report(
        "wire-later.html", LATER, title="Counts diverge", publisher="Harbour Wire",
        published="2031-05-12",
    )  # fmt: skip
    wide = {"level": Level.AGGREGATE}
    raised = w.claim(later, "raised its count to 1,350 killed", "observatory",
                     exact(1350, "1,350"), **wide)  # fmt: skip
    dead = w.claim(later, "counts 74 dead", "ministry", exact(74, "74"), **wide)
    verified = w.claim(
        un, "verified the killing of 111 civilians in Asteria between 6 and 12 May",
        "un-lumenia", exact(111, "111"), level=Level.AGGREGATE, stance=Stance.VERIFIED,
    )  # fmt: skip
    return {"families": families, "drivers": drivers, "verified": verified,
            "raised": raised, "dead": dead}  # fmt: skip


def statement(
    n: int, teller: str, low: int, high: int | None, published: str, *claims: ClaimId
) -> AggregateStatement:
    name = next(s[1] for s in SOURCES if s[0] == teller)
    return AggregateStatement(
        id=FigureId(f"total-{n}"), act=K, low=low, high=high, first_teller=name,
        teller_key=teller, basis=Basis.DOCUMENTED, published=published,
        edtf=f"2031-05-06/{published}", where=("Asteria", "Kelm"), status="civilian",
        relayed_by=("Harbour Wire",) if n == 1 else (), claims=claims,
        figure_text="more than 1,200" if n == 1 else None,
    )  # fmt: skip


def tally(c: dict[str, ClaimId]) -> Tally:
    counts = (
        IncidentCount(IncidentId("i-tolen"), 9, 13, CountRange(4, None),
                      (c["bodies"],), (c["first"],), accepted=CountRange(13, 13)),
        IncidentCount(IncidentId("i-oster"), 0, None, CountRange(0, None)),
        IncidentCount(IncidentId("i-harn"), 2, 2, CountRange(2, 2),
                      (c["drivers"],), (c["drivers"],)),
        IncidentCount(IncidentId("i-sill"), 4, 4, CountRange(4, 4)),
    )  # fmt: skip

    def row(key: str, value: str, low: int, high: int, *ids: str) -> Row:
        incidents = tuple(IncidentId(each) for each in ids)
        return Row(
            FigureId(f"killed:{key}:{value}"), value, value, low, high, incidents
        )

    by = {
        "place": (row("place", "tolen", 9, 13, "i-tolen"),
                  row("place", "harn", 2, 2, "i-harn"),
                  row("place", "unknown", 4, 4, "i-sill")),
        "day": (row("day", "2031-05-07", 9, 13, "i-tolen"),),
        "status": (row("status", "unknown", 15, 19, "i-tolen", "i-harn"),),
    }  # fmt: skip
    figure = Figure(
        FigureId("killed"), K, CountRange(0, 0), 15, 19, CountRange(10, None),
        CountRange(13, 13), False, counts, by,
        ("1 incident: no number: floor and ceiling hold only those certain by name",),
    )  # fmt: skip
    statements = (
        statement(1, "observatory", 1201, None, "2031-05-08", c["total"], c["relayed"]),
        statement(2, "observatory", 1350, 1350, "2031-05-12", c["raised"]),
        statement(3, "un-lumenia", 111, 111, "2031-05-13", c["verified"]),
        statement(4, "ministry", 74, 74, "2031-05-10", c["dead"]),
    )
    lines = {"observatory": (0, 1), "un-lumenia": (2,), "ministry": (3,)}
    series = tuple(
        Series(FigureId(f"s-{key}"), statements[ns[0]].first_teller, key, K,
               tuple(_point(statements[n]) for n in ns))
        for key, ns in lines.items()
    )  # fmt: skip
    return Tally((figure,), statements, series)


def _point(s: AggregateStatement) -> SeriesPoint:
    return SeriesPoint(s.published, s.low, s.high, s.id, s.claims[0], s.status)


def stated(c: ClaimId, bound: BoundKind, given: AggregateStatement) -> StatedScope:
    return StatedScope(
        given.id, c, given.first_teller, given.teller_key, given.low, given.high, bound,
        given.basis, given.edtf, given.where, "civilians", given.status,
        given.perpetrator, given.published, given.published,
    )  # fmt: skip


def reconciliation(c: dict[str, ClaimId], tally: Tally) -> Reconciliation:
    kinds = (BoundKind.FLOOR, BoundKind.FLOOR, BoundKind.FLOOR, BoundKind.EXACT)
    first = [statement.claims[0] for statement in tally.aggregates]
    scopes = tuple(
        stated(first[n], kind, tally.aggregates[n]) for n, kind in enumerate(kinds)
    )
    scopes = (
        replace(scopes[0], superseded_by=scopes[1].statement),
        replace(scopes[1], edtf=None, where=("Tolen",), status="unknown"),
        *scopes[2:],
    )
    parts = (
        DifferencePart(DifferenceKind.BASIS, "verified one by one", None, (first[2],)),
        DifferencePart(DifferenceKind.AS_OF, "counted a day later", 9, (first[1],)),
    )
    return Reconciliation(
        BoundRange(1350, None, (first[1],)),
        BoundRange(111, None, (first[2],)),
        {"verified": BoundRange(111, None, (first[2],))},
        scopes,
        ((first[1], first[3]),),
        (Difference(first[2], first[1], 1239, parts),),
        tally.series,
        (Slip(first[0], SlipKind.ARITHMETIC, "the parts add to 958, not 1,018"),),
    )


def incidents(c: dict[str, ClaimId]) -> tuple[Incident, ...]:
    inside = (PlaceId("velmar-district"), PlaceId("asteria"))
    return (
        Incident(IncidentId("i-tolen"), K,
                 (c["first"], c["bodies"], c["gunmen"], c["relay"]), "2031-05-07",
                 PlaceId("tolen"), inside, reasons=("same place and same day",)),
        Incident(IncidentId("i-oster"), K, (c["families"],), "2031-05-08",
                 PlaceId("oster"), inside),
        Incident(IncidentId("i-harn"), K, (c["drivers"],), "2031-05-09/2031-05-10",
                 PlaceId("harn"), (PlaceId("kelm"),), settled=True),
        Incident(IncidentId("i-sill"), K, (c["gunmen"],), None, PlaceId("sill")),
        Incident(IncidentId("i-wide"), K, (c["drivers"],), None,
                 PlaceId("velmar-district")),
        Incident(IncidentId("i-somewhere"), K, (c["bodies"],), None, None,
                 place_text="on the mill road"),
    )  # fmt: skip


def make_view() -> SiteView:
    writing = Writing()
    claims = {**tolen_claims(writing), **other_claims(writing)}
    arabic = writing.report(
        "observatory-ar.txt", ARABIC, title="المرصد: 1,350 قتيلاً", language="ar",
        publisher="المرصد اللوميني", published="2031-05-12",
    )  # fmt: skip
    counted = tally(claims)
    return SiteView(
        case="lumenia-spring",
        name=Bilingual("Lumenia, spring 2031", "لومينيا، ربيع 2031"),
        about=Bilingual(
            "An invented case in an invented country; nobody in it ever lived.",
            "حالة مختلقة في بلد مختلق؛ لم يعش أحد ممن فيها.",
        ),
        scope=Scope(acts=(K,), edtf="2031-05-06/2031-05-20",
                    where=(PlaceId("asteria"), PlaceId("kelm"))),
        codebook=Codebook(),
        places=places(),
        sources=sources(),
        reports=writing.reports,
        claims=writing.claims,
        tally=counted,
        reconciliation=reconciliation(claims, counted),
        incidents=incidents(claims),
        origins=writing.origins,
        states={claims["first"]: ClaimState.ACCEPTED,
                claims["gunmen"]: ClaimState.REJECTED},
        generated="2031-06-01T09:00:00+00:00",
        program="tasjil 0.1.0",
        log=LogHead("sha256:" + "ab" * 32, 1234),
        failures=(Failure("scan.pdf", "it holds images and no text: run OCR first"),),
        unread=(Unread(arabic, "no reader for ar yet"),),
        areas={PlaceId("lumenia"): {"type": "Polygon", "coordinates": [
            [[-31, 9.8], [-29.6, 9.9], [-29.7, 11], [-30.8, 11.1], [-31, 9.8]]]}},
        areas_source="drawn for the test case",
    )  # fmt: skip


@pytest.fixture(scope="session")
def lumenia() -> SiteView:
    return make_view()


@pytest.fixture(scope="session")
def site(lumenia: SiteView, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("published") / "site"
    write_site(lumenia, out)
    return out


@pytest.fixture(scope="session")
def nothing(lumenia: SiteView) -> SiteView:
    """A case that was opened today: no report, no claim, no incident."""
    return replace(
        lumenia, reports={}, claims={}, origins={}, states={}, incidents=(),
        tally=Tally(()), failures=(), unread=(), sources={}, log=None, areas={},
        areas_source=None,
    )  # fmt: skip

"""In the coast case, outlets that pass a figure on add no independent source."""

from pathlib import Path

import pytest

from tasjil.assess import independent_tellers, origins
from tasjil.journey.case import open_case
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim, Teller, When
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage, Report

CASE = Path(__file__).parents[2] / "cases" / "coast-2025"

RELAYS = [
    # outlet, whose figure it passes on, the figure, told on, passed on
    ("LBC Group", "sohr", 830, "2025-03-09", "2025-03-09"),
    ("Pledge Times", "sohr", 1018, "2025-03-08", "2025-03-09"),
    ("Shafaq News", "sohr", 1383, "2025-03-12", "2025-03-12"),
    ("Rudaw", "sohr", 1700, "2025-09-22", "2025-09-23"),
    ("News Finale", "snhr", 803, "2025-03-11", "2025-03-12"),
    ("Halazon", "snhr", 1334, "2025-04-09", "2025-04-10"),
    ("Shaam Network", "snhr", 1562, "2025-04-09", "2025-04-10"),
    ("SyriacPress", "coi", 1400, "2025-08-14", "2025-08-14"),
    ("ANF English", "amnesty", 100, "2025-04-03", "2025-04-03"),
]


@pytest.fixture(scope="module")
def sources():
    return open_case(CASE).sources


def told(nth, publisher, number, published, teller=None):
    """Make one report with one total in it."""
    report = f"sha256:{nth}"
    quote = f"{number} people were killed, writes number {nth}"
    claim = Claim(
        id=f"c{nth}",
        report=report,
        act=Act.KILLED,
        level=Level.AGGREGATE,
        passage=Passage(0, len(quote), quote),
        reader="test/1",
        group="g1",
        quantity=Quantity(number, number, str(number)),
        when=When("2025-03"),
        attribution=(Teller(teller),) if teller else (),
    )
    header = {"publisher": publisher, "published": published}
    return claim, Report(report, report, "text", "sha256:0", "text/plain", 4, **header)


@pytest.mark.parametrize(("outlet", "origin", "number", "first", "then"), RELAYS)
@pytest.mark.parametrize("names_it", [True, False])
def test_a_relay_adds_no_independent_source(  # noqa: PLR0913
    sources, outlet, origin, number, first, then, names_it
):
    name = next(source.name for source in sources if source.id == origin)
    pairs = [
        told(1, name, number, first),
        told(2, outlet, number, then, name if names_it else None),
    ]
    claims = [claim for claim, _ in pairs]
    found = origins(claims, {report.id: report for _, report in pairs}, sources)
    assert [each.key for each in independent_tellers(claims, found)] == [origin]


def test_every_outlet_that_relays_passes_on_a_listed_source(sources):
    listed = {source.id for source in sources}
    for source in sources:
        assert set(source.relays) <= listed

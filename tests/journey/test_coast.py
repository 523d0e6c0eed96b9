"""The coast case: what each English report says, and what the tally makes of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasjil.assess.independence import independent_tellers
from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.count import Counted
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim
from tasjil.model.tally import Figure

CASE = Path(__file__).parents[2] / "cases" / "coast-2025"

GROWING = (311, 524, 745, 830, 1018, 1225, 1311, 1383, 1476, 1614, 1676, 1700)
"""What one monitor told from 8 March to September 2025, civilians and all."""

TOTAL, EVENT = Level.AGGREGATE, Level.INCIDENT

# report, fewest, most, level, first teller, time: as the words of the report give them
TOLD = [
    ("07-amaraia-al-mayadeen-30", 31, None, EVENT, "almayadeen", "2025-03-07"),
    ("07-devdiscourse-ap-69", 69, 69, EVENT, "sohr", "2025-03-06/2025-03-07"),
    ("07-lbc-afp-52", 52, 52, EVENT, "sohr", None),
    ("07-voa-reuters-al-mukhtariya.", 38, 38, EVENT, "sohr", "2025-03-07"),
    ("07-voa-reuters-al-mukhtariya.", 24, None, EVENT, "activists", "2025-03-07"),
    ("08-lbc-afp-311-civ", 524, 524, TOTAL, "sohr", "2025-03-06/2025-03-08"),
    ("08-lbc-afp-311-civ", 311, 311, TOTAL, "sohr", "2025-03-06/2025-03-08"),
    ("08-lbc-afp-311-civ", 213, 213, TOTAL, "sohr", "2025-03-06/2025-03-08"),
    ("08-news-247-baniyas", 60, 60, TOTAL, "sohr", None),
    ("08-news-247-tuwaym", 31, 31, EVENT, "sohr", None),
    ("08-newsproact", 1018, 1018, TOTAL, "sohr", "2025-03-06/2025-03-08"),
    ("08-newsproact", 745, 745, TOTAL, "sohr", "2025-03-06/2025-03-08"),
    ("08-pledgetimes", 745, None, TOTAL, "sohr", "2025-03-06/2025-03-08"),
    ("08-pledgetimes", 1018, 1018, TOTAL, "sohr", "2025-03-06/2025-03-08"),
    ("08-pledgetimes", 213, 213, TOTAL, "sohr", "2025-03-06/2025-03-08"),
    ("09-lbc-afp-830-civ", 830, 830, TOTAL, "sohr", "2025-03-06/2025-03-09"),
    ("09-lbc-afp-830-civ", 1311, 1311, TOTAL, "sohr", "2025-03-06/2025-03-09"),
    ("11-newsfinale", 803, 803, TOTAL, "snhr", "2025-03-06/2025-03-10"),
    ("11-newsfinale", 420, 420, TOTAL, "snhr", "2025-03-06/2025-03-10"),
    ("11-newsfinale", 39, 39, TOTAL, "snhr", "2025-03-06/2025-03-10"),
    ("11-shafaq-sohr-1225.", 1225, None, TOTAL, "sohr", "2025-03-06/2025-03-11"),
    ("11-shafaq-sohr-1225.", 12, 12, TOTAL, "sohr", "2025-03-06/2025-03-11"),
    ("11-un-geneva-ohchr-111.", 111, 111, TOTAL, "ohchr", "2025-03-06/2025-03-11"),
    ("12-shafaq", 1383, 1383, TOTAL, "sohr", "2025-03-06/2025-03-12"),
    ("12-shafaq", 683, 683, TOTAL, "sohr", "2025-03-06/2025-03-12"),
    ("13-shafaq", 1476, 1476, TOTAL, "sohr", "2025-03-06/2025-03-13"),
    ("13-shafaq", 735, 735, TOTAL, "sohr", "2025-03-06/2025-03-13"),
    ("22-bss-afp", 1614, None, TOTAL, "sohr", "2025-03-06/2025-03-22"),
    ("enikos-cnn", 84, None, EVENT, "cnn", "2025-03-07/2025-03-08"),
    ("scavh-coast-1700", 1700, 1700, TOTAL, "scavh", "2025-03-06/2025-03-31"),
    ("anf-amnesty-baniyas.", 101, None, EVENT, "amnesty", "2025-03-08/2025-03-09"),
    ("anf-amnesty-baniyas.", 32, 32, EVENT, "amnesty", "2025-03-08/2025-03-09"),
    ("rasad-760", 760, None, TOTAL, "rasad", "2025-03-06/.."),
    ("rasad-scm-1169", 1169, 1169, TOTAL, "scm", "2025-03-06/2025-04-10"),
    ("rasad-scm-1169", 103, 103, TOTAL, "scm", "2025-03-06/2025-04-10"),
    ("rasad-sohr-1676", 1676, 1676, TOTAL, "sohr", "2025-03-06/2025-04-10"),
    ("rasad-sohr-1676", 866, 866, TOTAL, "sohr", "2025-03-06/2025-04-10"),
    ("daily8-bbc-900", 810, 990, TOTAL, "rights-groups", "2025-03"),
    ("daily8-reuters-1479", 1479, 1479, TOTAL, "reuters", "2025-03-07/2025-03-09"),
    ("rusafa-60", 60, 60, EVENT, "reuters", "2025-03-08"),
    ("rusafa-60", 6, None, EVENT, "reuters", "2025-03-08"),
    ("committee-1426", 1426, 1426, TOTAL, "natcom", "2025-03-07/2025-03-09"),
    ("committee-1426", 90, 90, TOTAL, "natcom", "2025-03-07/2025-03-09"),
    ("committee-238", 238, 238, TOTAL, "natcom", "2025-03-06/.."),
    ("march-2644", 2644, 2644, TOTAL, "sohr", "2025-03"),
    ("march-2644", 2069, 2069, TOTAL, "sohr", "2025-03"),
    ("coi-1400.", 1260, 1540, TOTAL, "coi", "2025-01-01/.."),
    ("hrw-200", 200, None, TOTAL, "hrw", "2025-03-06/2025-03-31"),
    ("rudaw-sohr-1700", 1530, 1870, TOTAL, "sohr", "2025-03-06/.."),
    ("bakherad", 149, None, EVENT, "cradle", "2025-03-07"),
    ("ohchr-929.", 929, 929, TOTAL, "ohchr", None),
    ("scavh-al-mukhtariya", 148, 148, EVENT, "scavh", "2025-03-07"),
]

RELAYS = [
    # two reports of one figure; the first teller that both go back to
    ("08-lbc-afp-311-civ", "08-newsproact", "sohr"),
    ("08-newsproact", "08-pledgetimes", "sohr"),
    ("09-lbc-afp-830-civ", "11-shafaq-sohr-1225.", "sohr"),
    ("12-shafaq", "13-shafaq", "sohr"),
    ("22-bss-afp", "rasad-sohr-1676", "sohr"),
    ("committee-1426", "committee-238", "natcom"),
]


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Counted:
    """The coast case, built once from a copy of its own."""
    folder = tmp_path_factory.mktemp("case") / "coast-2025"
    shutil.copytree(CASE, folder, ignore=shutil.ignore_patterns("register", "site"))
    return build_case(open_case(folder), Key(), None, Silence()).counted


def claims_in(coast: Counted, name: str) -> Iterator[Claim]:
    """The claims of the report whose file's name holds these words."""
    found = {r.id for r in coast.reports.values() if name in r.name}
    assert len(found) == 1, name
    return (c for c in coast.evidence.claims.values() if c.report in found)


@pytest.mark.parametrize(("report", "low", "high", "level", "teller", "edtf"), TOLD)
def test_a_report_says_what_its_words_say(  # noqa: PLR0913
    coast: Counted,
    report: str,
    low: int,
    high: int | None,
    level: Level,
    teller: str,
    edtf: str | None,
) -> None:
    told = {
        (c.level, coast.evidence.origins[c.id].key, c.when.edtf)
        for c in claims_in(coast, report)
        if (c.quantity.low, c.quantity.high) == (low, high)
    }
    assert told == {(level, teller, edtf)}


@pytest.mark.parametrize(("one", "other", "teller"), RELAYS)
def test_outlets_that_pass_a_monitor_on_are_one_teller(
    coast: Counted, one: str, other: str, teller: str
) -> None:
    claims = [
        c
        for name in (one, other)
        for c in claims_in(coast, name)
        if c.act is Act.KILLED and c.quantity.known
    ]
    found = independent_tellers(claims, coast.evidence.origins)
    assert [each.key for each in found] == [teller]


def test_the_totals_of_one_monitor_are_one_growing_series(coast: Counted) -> None:
    [series] = [
        each
        for each in coast.tally.series
        if each.teller_key == "sohr" and each.act is Act.KILLED
    ]
    for number in GROWING:
        assert any(
            point.low is not None
            and (point.low <= number <= (point.high or point.low + 1))
            for point in series.points
        ), number
    told = {p.low: p.status for p in series.points}
    assert told[524] == told[1018] == told[1311] == "unknown"
    assert told[311] == told[745] == told[830] == told[1225] == "civilian"


def figures(coast: Counted) -> Iterator[Figure]:
    """All figures of the tally."""
    yield from coast.tally.figures


def test_no_total_stands_behind_any_figure(coast: Counted) -> None:
    totals = {c for each in coast.tally.aggregates for c in each.claims}
    totals |= {
        c.id for c in coast.evidence.claims.values() if c.level is Level.AGGREGATE
    }
    for figure in figures(coast):
        for incident in figure.incidents:
            assert not totals & {*incident.floor_claims, *incident.ceiling_claims}
        for rows in figure.by.values():
            for row in rows:
                assert not totals & set(row.claims)


def test_no_figure_is_above_what_was_told_of_single_incidents(coast: Counted) -> None:
    for figure in figures(coast):
        told = [
            c.quantity.high or c.quantity.low or 0
            for c in coast.evidence.claims.values()
            if c.act is figure.act and c.level is not Level.AGGREGATE
        ]
        assert figure.floor <= (figure.ceiling or 0) <= sum(told)

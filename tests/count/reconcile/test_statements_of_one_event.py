"""A week of violence in Lumenia as a monitor, a network and the UN stated it."""

import pytest

from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile.differences import differences
from tasjil.count.reconcile.scopes import totals
from tasjil.count.reconcile.slips import slips
from tasjil.model.acts import Stance
from tasjil.model.persons import AgeGroup, Sex, Status, VictimGroup
from tasjil.model.sources import SourceKind

PERSONS = VictimGroup(text="people")
CIVILIANS = VictimGroup(text="civilians", status=Status.CIVILIAN)
SOLDIERS = VictimGroup(text="soldiers", status=Status.ARMED_FORCES)
FIGHTERS = VictimGroup(text="fighters", status=Status.DIRECT_PARTICIPANT)
CHILDREN = VictimGroup(text="children", age_group=AgeGroup.CHILD)
WOMEN = VictimGroup(text="women", sex=Sex.WOMAN)
BOTH = ("north", "south")

# report, publisher, stated on, first teller
REPORTS = {
    "monday": ("Lumen Wire", "2030-03-08", "Lumenian Observatory"),
    "tuesday": ("Lumen Wire", "2030-03-09", "Lumenian Observatory"),
    "thursday": ("Harbour Post", "2030-03-11", "Lumenian Observatory"),
    "friday": ("Harbour Post", "2030-03-12", "Lumenian Observatory"),
    "mission": ("UN Office in Lumenia", "2030-03-11", "UN Office in Lumenia"),
    "network": ("Lumen Wire", "2030-04-09", "Lumenian Network"),
    "paper": ("Harbour Post", "2030-04-09", "Lumenian Network"),
}
DAYS = {
    "monday": "2030-03-06/2030-03-08",
    "tuesday": "2030-03-06/2030-03-09",
    "thursday": "2030-03-06/2030-03-11",
    "friday": "2030-03-06/2030-03-12",
    "mission": "2030-03-06/2030-03-11",
    "network": "2030-03",
    "paper": "2030-03",
}
# report, number, victims, place; indented parts are told of the number above them
TOLD = (
    ("monday", 524, PERSONS, BOTH),
    ("monday", 311, CIVILIANS, BOTH, "part"),
    ("monday", 213, FIGHTERS, BOTH, "part"),
    ("tuesday", 1311, PERSONS, BOTH),
    ("tuesday", 830, CIVILIANS, BOTH, "part"),
    ("tuesday", 231, SOLDIERS, BOTH, "part"),
    ("tuesday", 250, FIGHTERS, BOTH, "part"),
    ("thursday", 1225, CIVILIANS, BOTH),
    ("thursday", 842, CIVILIANS, "north", "part"),
    ("thursday", 383, CIVILIANS, "south", "part"),
    ("friday", 1383, CIVILIANS, BOTH),
    ("mission", 111, CIVILIANS, BOTH),
    ("network", 1562, PERSONS, "lumenia"),
    ("network", 1334, PERSONS, BOTH, "part"),
    ("network", 102, CHILDREN, "lumenia", "part"),
    ("network", 99, WOMEN, "lumenia", "part"),
    ("paper", 1334, CIVILIANS, BOTH),
)


@pytest.fixture
def event(lumenia):
    for report, (publisher, stated, _) in REPORTS.items():
        lumenia.report(report, publisher, stated)
    for nth, (report, number, victims, place, *part) in enumerate(TOLD):
        publisher, _, teller = REPORTS[report]
        names = dict.fromkeys((teller, publisher))
        verified = report == "mission"
        lumenia.total(
            report,
            number,
            place,
            id=f"{report}-{number}",
            day=DAYS[report],
            group=f"{report}-{nth}" if part else report,
            part_of=report if part else None,
            victims=victims,
            tellers=tuple((name, SourceKind.UNKNOWN) for name in names),
            stance=Stance.VERIFIED if verified else Stance.STATED,
            quote=f"{teller}: {'verified ' if verified else ''}{number} {victims.text}",
        )
    return lumenia


def reasons(event, one, other):
    """Say why two claims differ: the gap, and each reason with its size."""
    evidence = event.evidence()
    book = PlaceBook.of(evidence.claims.values(), {})
    stated = totals(event.tally(), evidence, book)
    (found,) = differences(stated, evidence, book, [(one, other)])
    return found.gap, [(part.kind.value, part.size) for part in found.parts]


@pytest.mark.parametrize(
    ("one", "other", "gap", "kinds"),
    [
        ("monday-524", "tuesday-1311", 787, [("as_of", 787)]),
        ("tuesday-1311", "thursday-1225", 86, [("status", 481), ("as_of", -395)]),
        ("monday-524", "friday-1383", 859, [("status", -213), ("as_of", 1072)]),
        ("thursday-1225", "friday-1383", 158, [("as_of", 158)]),
        ("mission-111", "thursday-1225", 1114, [("basis", None)]),
        ("network-1562", "network-1334", 228, [("area", 228)]),
        (
            "network-1562",
            "tuesday-1311",
            251,
            [("area", 228), ("period", None)],
        ),
    ],
)
def test_two_totals_of_the_week_differ_for_these_reasons(event, one, other, gap, kinds):
    assert reasons(event, one, other) == (gap, kinds)


def test_only_the_paper_that_made_civilians_of_people_slipped(event):
    evidence = event.evidence()
    book = PlaceBook.of(evidence.claims.values(), {})
    (slip,) = slips(evidence, book, {})
    assert (slip.kind.value, slip.claim) == ("status", "paper-1334")
    assert slip.text == (
        "Harbour Post says that 1,334 were civilians, Lumen Wire says persons: one of "
        "them may have it wrong"
    )

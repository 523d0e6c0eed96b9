"""Lumenia: an invented country whose reports the tests of the count are made from."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tasjil.assess import origins
from tasjil.count import Evidence, tally
from tasjil.count.reconcile.door import reconcile
from tasjil.link import propose_incidents
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim, Teller, When
from tasjil.model.persons import VictimGroup
from tasjil.model.places import Place, PlaceLevel, Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage, Report
from tasjil.model.scope import Codebook, Scope
from tasjil.model.sources import Source, SourceKind

sys.path.insert(0, str(Path(__file__).parent))

PLACES = {
    place.id: place
    for place in (
        Place("lumenia", "Lumenia", PlaceLevel.COUNTRY),
        Place("north", "North Province", PlaceLevel.GOVERNORATE, "lumenia"),
        Place("south", "South Province", PlaceLevel.GOVERNORATE, "lumenia"),
        Place("varesh", "Varesh", PlaceLevel.VILLAGE, "north"),
        Place("tolmin", "Tolmin Bridge", PlaceLevel.VILLAGE, "north"),
        Place("osk", "Osk", PlaceLevel.VILLAGE, "south"),
        Place("coast", "Lumenian coast", PlaceLevel.REGION, "lumenia"),
        Place("harbour", "Harbour City", PlaceLevel.CITY, "south"),
    )
}

SOURCES = (
    Source("obs", "Lumenian Observatory", kind=SourceKind.MONITOR),
    Source("un", "UN Office in Lumenia", kind=SourceKind.UN),
    Source("wire", "Lumen Wire", kind=SourceKind.MEDIA, relays=("obs",)),
    Source("post", "Harbour Post", kind=SourceKind.MEDIA, relays=("wire", "obs")),
)


def where(place):
    """Give the place as a reader would, with all that holds it."""
    known = PLACES[place]
    within = []
    parent = known.parent
    while parent:
        within.append(parent)
        parent = PLACES[parent].parent
    return Where(
        known.name, known.name, known.level, place=known.id, within=tuple(within)
    )


class Lumenia:
    """Claims and reports by the few things a test cares about."""

    places = PLACES
    scope = Scope(acts=(Act.KILLED,), edtf="2030-03", where=("north", "south"))
    places = PLACES

    def __init__(self):
        self.claims = {}
        self.reports = {}
        self.states = {}

    def report(self, name, publisher="Lumen Wire", published="2030-03-10"):
        """Add a report, and give its id."""
        self.reports[f"sha256:{name}"] = Report(
            f"sha256:{name}",
            f"{name}.md",
            f"The text of {name}.",
            "sha256:0",
            "text/markdown",
            9,
            publisher=publisher,
            published=published,
        )
        return f"sha256:{name}"

    def tell(self, report, number, place="varesh", day="2030-03-07", **more):
        """Add a claim; `number` is an int, a (low, high) pair or None."""
        if f"sha256:{report}" not in self.reports:
            self.report(report)
        low, high = number if isinstance(number, tuple) else (number, number)
        nth = len(self.claims)
        quote = more.pop(
            "quote",
            (
                f"{number} people were killed that morning in paragraph {nth} of what "
                f"report {report} says about them"
            ),
        )
        start = more.pop("start", 100 * nth)
        tellers = more.pop("tellers", ())
        text = more.pop("text", str(number))
        victims = more.pop("victims", VictimGroup(names=more.pop("names", ())))
        places = (place,) if isinstance(place, str) else place or ()
        claim = Claim(
            id=more.pop("id", f"{report}-{nth}"),
            report=f"sha256:{report}",
            act=more.pop("act", Act.KILLED),
            level=more.pop("level", Level.INCIDENT),
            passage=Passage(start, start + len(quote), quote),
            reader="test/1",
            group=more.pop("group", f"own-{nth}"),
            quantity=Quantity(low, high, text),
            victims=victims,
            when=When(day),
            where=tuple(where(each) for each in places),
            attribution=tuple(Teller(name, kind) for name, kind in tellers),
            **more,
        )
        self.claims[claim.id] = claim
        return claim

    def total(self, report, number, place=("north", "south"), **more):
        """Add an aggregate claim."""
        period = more.pop("day", "2030-03-06/2030-03-10")
        return self.tell(report, number, place, period, level=Level.AGGREGATE, **more)

    def relay(self, report, name, publisher="Harbour Post", **header):
        """Copy every claim of a report under another publisher, word for word."""
        self.report(name, publisher, **header)
        for claim in list(self.claims.values()):
            if claim.report == f"sha256:{report}":
                copy = replace(claim, id=f"{name}-{claim.id}", report=f"sha256:{name}")
                self.claims[copy.id] = copy

    def incidents(self):
        """Put the claims together."""
        return propose_incidents(self.claims.values(), self.states)

    def evidence(self):
        """Give everything told."""
        told = origins(self.claims.values(), self.reports, SOURCES)
        return Evidence(self.claims, self.reports, self.states, told)

    def tally(self, scope=None, codebook=None):
        """Count."""
        return tally(
            scope or self.scope,
            codebook or Codebook(),
            self.incidents(),
            self.evidence(),
            PLACES,
        )

    def reconciled(self, scope=None, relays=None):
        """Hold all totals against each other."""
        kept, evidence = scope or self.scope, self.evidence()
        return reconcile(kept, self.tally(scope), evidence, PLACES, relays)

    def killed(self, **more):
        """Count the killed."""
        return self.tally(**more).figures[0]


@pytest.fixture
def lumenia():
    """Give a country without reports."""
    return Lumenia()


@pytest.fixture(scope="session")
def new_lumenia():
    """Give the way to make countries, for tests that make many."""
    return Lumenia

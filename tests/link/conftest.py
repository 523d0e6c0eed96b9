"""Claims from Lumenia, an invented country, for putting incidents together."""

import pytest

from tasjil.link import propose_incidents
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim, When
from tasjil.model.judgement import Judgement, PairKind
from tasjil.model.persons import VictimGroup
from tasjil.model.places import PlaceLevel, Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage
from tasjil.model.tally import Origin

NORTH = Where(
    "the north", "North Province", PlaceLevel.GOVERNORATE, place="north", within=("lu",)
)
VARESH = Where(
    "Varesh", "Varesh", PlaceLevel.VILLAGE, place="varesh", within=("north", "lu")
)
TOLMIN = Where(
    "Tolmin", "Tolmin", PlaceLevel.VILLAGE, place="tolmin", within=("north", "lu")
)
CITY = Where("Harbour City", "Harbour City", PlaceLevel.CITY, place="harbour")
HILLS = Where(
    "Hill district", "Hills", PlaceLevel.DISTRICT, place="hills", within=("north", "lu")
)
OSTREL = Where(
    "Ostrel", "Ostrel", PlaceLevel.VILLAGE, place="ostrel", within=("hills", "north")
)
SENN = Where(
    "Senn", "Senn", PlaceLevel.VILLAGE, place="senn", within=("hills", "north")
)
PLACES = {
    each.place: each for each in (VARESH, TOLMIN, NORTH, CITY, HILLS, OSTREL, SENN)
}


class Told:
    """Claims by the few things a test cares about."""

    def __init__(self):
        self.claims = []
        self.origins = {}
        self.states = {}
        self.words = []
        self.published = {}

    def tell(self, report, number, place="varesh", day="2030-03-07", **more):
        """Add a claim; a place that is not in the list is told in words."""
        low, high = number if isinstance(number, tuple) else (number, number)
        nth = len(self.claims)
        quote = more.pop(
            "quote", f"Report {report} speaks of {number} dead, line {nth}"
        )
        start = more.pop("start", 100 * nth)
        names = more.pop("names", ())
        teller = more.pop("teller", None)
        wheres = (place,) if isinstance(place, str) else place or ()
        claim = Claim(
            id=more.pop("id", f"{report}-{nth}"),
            report=f"sha256:{report}",
            act=more.pop("act", Act.KILLED),
            level=more.pop("level", Level.INCIDENT),
            passage=Passage(start, start + len(quote), quote),
            reader="test/1",
            group=more.pop("group", f"own-{nth}"),
            quantity=Quantity(low, high, str(number)),
            victims=more.pop("victims", VictimGroup(names=names)),
            when=When(day),
            where=tuple(PLACES.get(each, Where(each)) for each in wheres),
            **more,
        )
        self.claims.append(claim)
        if teller is not None:
            self.origins[claim.id] = Origin(teller, teller)
        return claim

    def say(self, one, other, verdict, by="salma"):
        """Let a person say something about two claims."""
        at = f"2030-04-01T09:00:{len(self.words):02}Z"
        word = Judgement(
            PairKind.CLAIMS, one.id, other.id, verdict, by, at, "the same mill"
        )
        self.words.append(word)

    def incidents(self):
        """Give the incidents, with all that is known."""
        return propose_incidents(
            self.claims, self.states, self.origins, self.words, self.published
        )

    def together(self):
        """Give the incidents as sets of claim ids."""
        return {frozenset(each.claims) for each in self.incidents()}


@pytest.fixture
def told():
    """Give a country of which nothing is told yet."""
    return Told()


@pytest.fixture(scope="session")
def new_told():
    """Give the way to make several."""
    return Told

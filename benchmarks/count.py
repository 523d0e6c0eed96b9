"""How long a count takes, and one more judgement, as claims grow a hundredfold.

Run it with `python3 run.py bench count`; the script itself takes the sizes you want.

Claims are made up from a fixed seed: ten for each incident, in villages of Lumenia
over ten years; a fifth are parts of another, a tenth name somebody, some tell of a
province or a month only. Beside it the naive way, in the same run: a plain sum of the
highest figure for each incident over dicts of the same claims, with rows by place, day
and status, which gives no floor, finds nothing told twice and opens to no words.
Seconds are those of the processor, so that a busy machine measures the same.
"""

import random
import resource
import sys
from collections import defaultdict
from time import process_time

from tasjil.count import Count, Evidence
from tasjil.count.ground import Ground
from tasjil.model.acts import Act, Level, PerpetratorStance
from tasjil.model.causes import Cause
from tasjil.model.claim import Claim, Perpetrator, When
from tasjil.model.incident import Incident
from tasjil.model.judgement import ClaimState
from tasjil.model.persons import AgeGroup, Sex, Status, VictimGroup
from tasjil.model.places import Place, PlaceLevel, Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage
from tasjil.model.scope import Codebook, Scope
from tasjil.model.tally import Origin

SIZES = (10_000, 100_000, 1_000_000)
TELLERS = [Origin(f"s{nth}", f"Source {nth}") for nth in range(30)]
PARTIES = [Perpetrator(f"Party {nth}", PerpetratorStance.ALLEGED) for nth in range(12)]
PASSAGE = Passage(0, 12, "were killed.")
NAMES = [f"Ilan{nth % 97} Dor{nth % 89}" for nth in range(3_000)]
PROVINCES = 14
JUDGED = 25


class World:
    """Claims, incidents and places of one size."""

    def __init__(self, size: int) -> None:
        """Make them."""
        self.chance = random.Random(1948)
        self.villages = max(10, size // 60)
        self.places = {"lu": Place("lu", "Lumenia", PlaceLevel.COUNTRY)}
        for nth in range(PROVINCES):
            id_ = f"p{nth}"
            self.places[id_] = Place(id_, id_, PlaceLevel.GOVERNORATE, "lu")
        self.claims: dict[str, Claim] = {}
        self.origins: dict[str, Origin] = {}
        self.incidents = [self.incident(nth) for nth in range(size // 10)]
        self.scope = Scope(acts=(Act.KILLED, Act.INJURED), edtf="2021/2029")
        self.states = dict.fromkeys(self.claims, ClaimState.PROPOSED)

    def incident(self, nth: int) -> Incident:
        """Make an incident that ten claims tell of."""
        chance = self.chance
        place, edtf = self.where(), self.when()
        act = chance.choice([Act.KILLED, Act.KILLED, Act.INJURED])
        number = chance.choice([1, 1, 2, 3, 5, 8, 13])
        ids = [self.claim(nth, told, act, place, edtf, number) for told in range(10)]
        return Incident(f"i{nth}", act, tuple(ids), edtf, place.place, place.within)

    def where(self) -> Where:
        """Draw a village, or now and then a province."""
        village = self.chance.randrange(self.villages)
        province = f"p{village % PROVINCES}"
        if self.chance.random() < 0.04:
            level = PlaceLevel.GOVERNORATE
            return Where(province, province, level, place=province, within=("lu",))
        name, level = f"v{village}", PlaceLevel.VILLAGE
        return Where(name, name, level, place=name, within=(province, "lu"))

    def when(self) -> str | None:
        """Draw a day, now and then a month, or none."""
        chance = self.chance
        month = f"{chance.randrange(2020, 2030)}-{chance.randrange(1, 13):02}"
        day = f"{month}-{chance.randrange(1, 29):02}"
        return chance.choices([day, month, None], [96, 3, 1])[0]

    def claim(self, nth: int, told: int, act: Act, place, edtf, number: int) -> str:
        """Make a claim; a fifth tell of a part of the victims."""
        chance = self.chance
        part = told > 0 and chance.random() < 0.2
        id_ = f"c{nth}-{told}"
        number = max(1, number + chance.choice([0, 0, 0, 1, -1]))
        number = chance.randrange(1, number + 1) if part else number
        named = chance.random() < 0.1
        self.claims[id_] = Claim(
            id=id_,
            report=f"r{nth // 3}-{told % 7}",
            act=act,
            level=Level.INCIDENT,
            passage=PASSAGE,
            reader="made/1",
            group=f"g{nth}-{told}" if part else f"g{nth}",
            part_of=f"g{nth}" if part else None,
            quantity=Quantity(number, None if told == 3 else number, None),
            victims=VictimGroup(
                names=(chance.choice(NAMES),) if named else (),
                status=chance.choice([Status.CIVILIAN, Status.UNKNOWN]),
                sex=chance.choice(list(Sex)) if part else Sex.UNKNOWN,
                age_group=chance.choice(list(AgeGroup)) if part else AgeGroup.UNKNOWN,
            ),
            when=When(edtf),
            where=(place,),
            cause=chance.choice([Cause.UNKNOWN, Cause.SMALL_ARMS]),
            perpetrator=PARTIES[nth % 12] if told % 2 else Perpetrator(),
        )
        self.origins[id_] = chance.choice(TELLERS)
        return id_


def naive(world: World) -> tuple[dict, dict]:
    """Add up the highest figure of each incident, as a spreadsheet would."""
    told = [
        {
            "incident": incident.id,
            "act": str(incident.act),
            "number": world.claims[claim].quantity.highest_stated or 0,
            "place": incident.place,
            "day": incident.edtf,
            "status": str(world.claims[claim].victims.status),
        }
        for incident in world.incidents
        for claim in incident.claims
    ]
    start = process_time()
    most: dict[str, dict] = {}
    for row in told:
        kept = most.get(row["incident"])
        if kept is None or row["number"] > kept["number"]:
            most[row["incident"]] = row
    rows: dict[tuple[str, str], int] = defaultdict(int)
    for row in most.values():
        rows["act", row["act"]] += row["number"]
        for name in ("place", "day", "status"):
            rows[name, row[name]] += row["number"]
    return rows, {"seconds": process_time() - start}


def measure(size: int) -> dict[str, float]:
    world = World(size)
    plain = naive(world)[1]["seconds"]
    start = process_time()
    evidence = Evidence(world.claims, {}, world.states, world.origins)
    ground = Ground.of(world.scope, Codebook(), world.incidents, evidence, world.places)
    prepared = process_time()
    count = Count.on(ground)
    counted = process_time()
    times = []
    for nth in range(JUDGED):
        claim = world.chance.choice(list(world.claims))
        state = (ClaimState.REJECTED, ClaimState.ACCEPTED)[nth % 2]
        begin = process_time()
        count = count.judged(claim, state)
        times.append(process_time() - begin)
    return {
        "prepare": prepared - start,
        "count": counted - prepared,
        "judged": sorted(times)[len(times) // 2],
        "slowest": max(times),
        "naive": plain,
    }


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    print(
        f"{'claims':>9} {'prepare s':>9} {'count s':>8} {'naive s':>8} {'ratio':>6}"
        f" {'judged ms':>9} {'slowest':>8} {'count us/claim':>14}"
    )
    for size in sizes:
        took = measure(size)
        print(
            f"{size:9,} {took['prepare']:9.2f} {took['count']:8.2f}"
            f" {took['naive']:8.2f} {took['count'] / took['naive']:6.1f}"
            f" {took['judged'] * 1000:9.1f} {took['slowest'] * 1000:8.1f}"
            f" {took['count'] / size * 1e6:14.2f}"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:,.0f} MB")


if __name__ == "__main__":
    main()

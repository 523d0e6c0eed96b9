"""How long linking and finding first tellers take, as claims grow tenfold.

Run it with `python3 run.py bench linking`; the script itself takes the sizes you want.

The claims are made up from a fixed seed: villages of Lumenia, thirty days, a third of
the claims passed on by a second outlet, a tenth of them totals. Seconds are those of
the processor, so that a busy machine measures the same.
"""

import random
import resource
import sys
from dataclasses import replace
from time import process_time

from tasjil.assess import origins
from tasjil.link import propose_incidents
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim, Teller, When
from tasjil.model.persons import Status, VictimGroup
from tasjil.model.places import PlaceLevel, Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage, Report
from tasjil.model.sources import Source, SourceKind

SIZES = (1_000, 10_000, 100_000)
WORDS = [f"word{nth}" for nth in range(400)]
SOURCES = (
    Source("obs", "Lumenian Observatory", kind=SourceKind.MONITOR),
    Source("wire", "Lumen Wire", kind=SourceKind.MEDIA, relays=("obs",)),
)


def make(size: int) -> tuple[dict[str, Claim], dict[str, Report]]:
    chance = random.Random(1948)
    claims: dict[str, Claim] = {}
    reports: dict[str, Report] = {}
    while len(claims) < size:
        claim = one(chance, len(claims), size)
        claims[claim.id] = claim
        reports.setdefault(claim.report, report(claim.report, chance))
        if chance.random() < 0.33:
            copy = replace(claim, id=f"{claim.id}x", report=f"{claim.report}x")
            claims[copy.id] = copy
            reports.setdefault(copy.report, report(copy.report, chance))
    return claims, reports


def one(chance: random.Random, nth: int, size: int) -> Claim:
    words = " ".join(chance.choices(WORDS, k=12))
    number = chance.choice([1, 1, 2, 3, 5, 8, 13])
    quote = f"{number} people were killed, {words}"
    total = chance.random() < 0.1
    village = chance.randrange(max(10, size // 60))
    day = f"2030-03-{chance.randrange(1, 31):02}"
    return Claim(
        id=f"c{nth}",
        report=f"sha256:{nth // 4}",
        act=chance.choice([Act.KILLED, Act.KILLED, Act.INJURED]),
        level=Level.AGGREGATE if total else Level.INCIDENT,
        passage=Passage(nth, nth + len(quote), quote),
        reader="made/1",
        group=f"g{nth}",
        quantity=Quantity(nth if total else number, None if total else number, None),
        victims=VictimGroup(status=chance.choice(list(Status))),
        when=When(chance.choice([day, day, day, "2030-03", None])),
        where=(place(village, chance.random()),),
        attribution=(Teller(chance.choice(["Lumenian Observatory", "two activists"])),),
    )


def place(village: int, chance: float) -> Where:
    province = f"p{village % 7}"
    if chance < 0.1:
        level = PlaceLevel.GOVERNORATE
        return Where(province, province, level, place=province, within=("lu",))
    name, level = f"village {village}", PlaceLevel.VILLAGE
    return Where(name, name, level, place=f"v{village}", within=(province, "lu"))


def report(id_: str, chance: random.Random) -> Report:
    publisher = chance.choice(["Lumen Wire", "Harbour Post", "Daily Quay"])
    published = f"2030-03-{chance.randrange(1, 31):02}"
    header = {"publisher": publisher, "published": published}
    return Report(id_, id_, "text", "sha256:0", "text/plain", 4, **header)


def measure(size: int) -> tuple[float, float, int]:
    claims, reports = make(size)
    start = process_time()
    incidents = propose_incidents(claims.values())
    linked = process_time()
    origins(claims.values(), reports, SOURCES)
    assessed = process_time()
    return linked - start, assessed - linked, len(incidents)


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    print(f"{'claims':>9} {'link s':>8} {'assess s':>8} {'us/claim':>9}")
    for size in sizes:
        link, assess, incidents = measure(size)
        each = (link + assess) / size * 1e6
        print(f"{size:9,} {link:8.2f} {assess:8.2f} {each:9.0f}", end="")
        print(f"   {incidents:,} incidents")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:,.0f} MB")


if __name__ == "__main__":
    main()

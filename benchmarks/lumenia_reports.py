"""Writes a case of any size in the invented country of Lumenia, for benchmarks."""

import random
from pathlib import Path

TOWNS = ("Varesh", "Ostrel", "Hollin", "Tarnow Bridge", "Kessary", "Old Mirel")
WHO = ("farmers", "civilians", "market traders", "soldiers", "students", "nurses")
HOW = (
    "{n} {who} were killed in {town} on {day} when shells fell, {teller} said.",
    "Gunmen shot dead {n} {who} near {town} on {day}, according to {teller}.",
    "At least {n} {who} died in {town} on {day}, {teller} said, among them two women.",
    "{teller} said that {n} bodies were found outside {town} on {day}.",
)
TOTAL = "{teller} has documented the killing of {n} civilians in Northmark since 1 May."
FILL = (
    "Residents said that the road to the river had been closed since the morning. "
    "The council met in the evening and asked for the bridge to be repaired. "
    "Prices of flour rose again, and the school will stay shut until next week. "
)
TELLERS = ("the Lumenia Monitoring Group", "the district hospital", "two residents")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def write_case(folder: Path, reports: int, seed: int = 1) -> None:
    """Write a case with this many reports; the same seed writes the same bytes."""
    chance = random.Random(seed)
    (folder / "reports").mkdir(parents=True)
    (folder / "case.toml").write_text('[case]\nid = "northmark"\nname = "Northmark"\n')
    rows = ["id,name,level,parent", "lumenia,Lumenia,country,"]
    rows.append("northmark,Northmark,governorate,lumenia")
    rows += [
        f"{name.lower().replace(' ', '-')},{name},town,northmark" for name in TOWNS
    ]
    (folder / "places.csv").write_text("\n".join(rows) + "\n")
    for number in range(reports):
        path = folder / "reports" / f"{number:06}.txt"
        path.write_text(one_report(chance, number), encoding="utf-8")


def one_report(chance: random.Random, number: int) -> str:
    """Write one report of some 150 words, of which two sentences tell of harm."""
    day = 1 + number % 28
    told = chance.choice(HOW).format(
        n=chance.randint(2, 40),
        who=chance.choice(WHO),
        town=chance.choice(TOWNS),
        day=chance.choice(DAYS),
        teller=chance.choice(TELLERS),
    )
    total = TOTAL.format(teller=TELLERS[0].capitalize(), n=100 + number)
    head = f"Publisher: Varesh Herald {number % 40}\nDate: 2031-05-{day:02}\n\n"
    return f"{head}{told[0].upper()}{told[1:]} {FILL * 2}\n\n{total} {FILL}\n"

"""Two small lists of one invented country, with people who stand on both."""

import csv
from pathlib import Path

HEADERS = ("id", "name", "sex", "age", "died", "place")
GIVEN = ("Daren", "Taro", "Sela", "Mirin", "Osken", "Halev", "Ruda", "Ivena", "Peltor")
FATHERS = ("Iven", "Gorlan", "Tesk", "Belim", "Zared", "Kolm", "Nestor")
FAMILIES = ("Vell", "Orethan", "Dorrim", "Kelvak", "Sorint", "Palvar", "Demlin")
PLACES = ("Sorin", "Oreth", "Kelve", "Zareth")


def two_lists(folder: Path, people: int = 60) -> tuple[Path, Path]:
    """Write a hospital's list and a monitor's; the monitor leaves fathers out.

    Everybody stands on the first; all but every third stand on the second, a day or
    two off and under another spelling of the family's name.
    """
    hospital, monitor = [], []
    for n in range(people):
        given, father = GIVEN[n % 9], FATHERS[n * 5 % 7]
        family = FAMILIES[(n // 9 + n) % 7]
        sex, age, day = "mf"[n % 9 in (2, 6, 7)], 7 + n * 13 % 60, 1 + n * 11 % 28
        place = PLACES[n * 3 % 4]
        died = f"2031-05-{day:02}"
        hospital.append((n + 1, f"{given} {father} {family}", sex, age, died, place))
        if n % 3:
            later = f"2031-05-{min(28, day + n % 2):02}"
            spelled = family.replace("k", "q") if n % 2 else family
            other = age + n % 4 // 3
            monitor.append((n + 101, f"{given} {spelled}", sex, other, later, place))
    folder.mkdir(parents=True, exist_ok=True)
    return _written(folder / "hospital.csv", hospital), _written(
        folder / "monitor.csv", monitor
    )


def _written(path: Path, rows: list[tuple[object, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        writer.writerows(rows)
    return path

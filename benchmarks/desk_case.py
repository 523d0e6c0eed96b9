"""Makes a large case for the desks in minutes, and times every question of the board.

    python benchmarks/desk_case.py                  10,000 reports, 100,000 claims
    python benchmarks/desk_case.py --large          and ten times that
    python benchmarks/desk_case.py --keep FOLDER    leave the case there

Reports and claims go through the register's own verbs. The board is not counted but
made up, row by row in the form in which a count lays it out: incidents of six claims,
people with a name of three parts in Latin or Arabic letters or both, days over a year,
places in three levels. So the times of asking are those of a case of that size; the
time of counting one is `benchmarks/count.py`'s to say. Nobody in it lived.
"""

import argparse
import os
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from desk import board as made_board
from desk import paper
from desk.names import Names

from tasjil.journey import board
from tasjil.journey.board import IncidentFilter, IncidentSort, Page, PersonFilter
from tasjil.journey.case import open_case
from tasjil.model.acts import Act
from tasjil.model.ids import FigureId, PlaceId
from tasjil.model.missing import Part
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register

SIZES = ((10_000, 100_000, 50_000), (100_000, 1_000_000, 500_000))
"""Reports, claims, people."""

KEY = Key(passphrase="alder bridge lantern seven")
ASKED = 40
"""How many times each question is asked, each time about something else."""

Question = Callable[[Register, int], object]


def make(folder: Path, reports: int, claims: int, people: int, seed: int = 7) -> Path:
    """Make a case with its register and its board, and give its folder.

    Args:
        folder: Where; made if it is not there.
        reports: How many reports, each with `claims / reports` claims.
        claims: How many claims.
        people: How many persons on the board.
        seed: The same seed makes the same case.
    """
    paper.write_folder(folder)
    case = open_case(folder)
    with Register.create(case.register_folder, KEY, at=paper.AT) as register:
        ids = paper.fill(register, reports, claims // reports)
        made_board.fill(register, ids, people, seed)
    return folder


def questions(names: Names) -> dict[str, Question]:
    """Give every question, each about the nth of what there is."""
    incident, person, claim = (
        made_board.incident_id,
        made_board.person_id,
        made_board.claim_of,
    )
    place = PlaceId("district-7")
    return {
        "standing of the board": lambda r, n: board.standing_of_board(r),
        "incidents, first page": lambda r, n: board.incidents(r),
        "incidents, page 150": lambda r, n: board.incidents(r, page=Page(150 + n)),
        "incidents of an act": lambda r, n: board.incidents(
            r, IncidentFilter(act=Act.INJURED), IncidentSort.NEWEST
        ),
        "incidents of a place": lambda r, n: board.incidents(
            r, IncidentFilter(place=PlaceId(f"village-{n * 7}"))
        ),
        "incidents of a week": lambda r, n: board.incidents(
            r, IncidentFilter(since="2031-05-04", until="2031-05-10", place=place)
        ),
        "incidents, what is missing": lambda r, n: board.incidents(
            r, IncidentFilter(needs=Part.PERPETRATOR, unjudged=True, act=Act.KILLED)
        ),
        "one incident": lambda r, n: board.incident(r, incident(n * 31)),
        "incident of a claim": lambda r, n: board.incident_of(r, claim(r, n * 31)),
        "people, first page": lambda r, n: board.people(r),
        "people of a place": lambda r, n: board.people(
            r, wanted=PersonFilter(place=PlaceId(f"village-{n * 7}"))
        ),
        "people of a week": lambda r, n: board.people(
            r, wanted=PersonFilter(since="2031-05-04", until="2031-05-10")
        ),
        "doubtful people": lambda r, n: board.people(
            r, wanted=PersonFilter(doubtful=True, place=place)
        ),
        "one person": lambda r, n: board.person(r, person(n * 31)),
        "search, three parts": lambda r, n: board.people(r, names.latin(n * 997)),
        "search, in Arabic": lambda r, n: board.people(r, names.arabic(n * 991)),
        "search, two parts": lambda r, n: board.people(
            r, " ".join(names.latin(n * 997).split()[1:])
        ),
        "search, a common name": lambda r, n: board.people(r, names.given(n % 5)),
        "search, a letter off": lambda r, n: board.people(r, names.misspelt(n * 983)),
        "search, in a place": lambda r, n: board.people(
            r, names.given(n % 5), PersonFilter(place=PlaceId(f"village-{n * 7}"))
        ),
        "tally": lambda r, n: board.tally(r),
        "cells": lambda r, n: board.cells(r, "place", Act.KILLED, Page(1 + n % 3)),
        "figure": lambda r, n: board.figure(r, FigureId("killed"), Page(1 + n)),
        "missing": lambda r, n: board.missing(r),
        "sources": lambda r, n: board.sources(r),
        "reconciliation": lambda r, n: board.reconciliation(r),
        "words of a page": lambda r, n: list(
            r.claims_of([claim(r, n * 50 + each) for each in range(50)])
        ),
    }


def timed(question: Question, register: Register) -> tuple[float, float, float]:
    """Give the median, the 95th percentile, and the processor's 95th: milliseconds."""
    clock, processor = [], []
    for n in range(ASKED):
        start, used = time.perf_counter(), time.process_time()
        question(register, n)
        clock.append(1000 * (time.perf_counter() - start))
        processor.append(1000 * (time.process_time() - used))
    clock.sort()
    processor.sort()
    return clock[ASKED // 2], clock[int(ASKED * 0.95)], processor[int(ASKED * 0.95)]


def measure(folder: Path, size: tuple[int, int, int]) -> None:
    """Make a case of one size and print how long each question takes."""
    start = time.perf_counter()
    make(folder, *size)
    took = time.perf_counter() - start
    print(f"\n{size[0]:,} reports, {size[1]:,} claims, {size[2]:,} people")
    print(f"made in {took:,.0f} s")
    ask(folder)


def ask(folder: Path) -> None:
    """Print how long each question takes in a case that was made."""
    case = open_case(folder)
    names = Names(7)
    with Register.open(case.register_folder, KEY) as register:
        print(f"{'':<30}{'median':>10}{'95th':>10}{'cpu 95th':>10}  ms")
        for name, question in questions(names).items():
            figures = "".join(f"{each:>10.1f}" for each in timed(question, register))
            print(f"{name:<30}{figures}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:,.0f} MB (making the case included)")


def main() -> None:
    """Measure."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--large", action="store_true")
    asked.add_argument("--keep", type=Path)
    asked.add_argument("--ask", type=Path, help="a case that was kept")
    given = asked.parse_args()
    if given.ask is not None:
        ask(given.ask)
        return
    with tempfile.TemporaryDirectory() as scratch:
        os.environ.setdefault("XDG_DATA_HOME", scratch)
        home = given.keep or Path(scratch)
        for size in SIZES[: 2 if given.large else 1]:
            measure(home / f"case-{size[0]}", size)


if __name__ == "__main__":
    main()

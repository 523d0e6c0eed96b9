"""Times every page of the desks in a large case, and counts what each asks the store.

    python benchmarks/desks.py                  10,000 reports, 100,000 claims
    python benchmarks/desks.py --large          and ten times that
    python benchmarks/desks.py --keep FOLDER    leave the cases there
    python benchmarks/desks.py --ask CASE       a case that was kept

The case is `benchmarks/desk_case.py`'s. Pages are asked for by somebody who has signed
in, in the process of the server and without a network: what is timed is all that the
server does for a page, from its door to its last byte. Each page is asked for again and
again, each time about something else, with nothing kept warm between two of them but
what a server keeps. Each size is asked for in a process of its own, so that its memory
is the memory of a server and not that of making the case.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import desk_case
from desk import board as made_board
from desk.names import Names

from tasjil.journey.case import open_case
from tasjil.journey.opening import sit_down
from tasjil.register.register import Register
from tasjil.web.site.settings import configure

ASKED = 40
"""How many times each page is asked for."""

MOST, MOST_OF_A_SEARCH, MOST_MEMORY = 300, 500, 500
"""What the issue allows: milliseconds, milliseconds, megabytes."""


@dataclass(frozen=True, slots=True)
class Ids:
    """What pages are about: forty of each."""

    reports: list[str]
    claims: list[str]
    names: Names


Address = Callable[[Ids, int], str]


def _incident(n: int) -> str:
    return made_board.incident_id(n * 31)


def _person(n: int) -> str:
    return made_board.person_id(n * 31)


PAGES: dict[str, Address] = {
    "home": lambda ids, n: "",
    "strip of every page": lambda ids, n: "home/strip",
    "jobs": lambda ids, n: "home/jobs",
    "inbox": lambda ids, n: "inbox/",
    "reading": lambda ids, n: "reading/",
    "reading, all of a month": lambda ids, n: (
        f"reading/?show=all&since=2031-0{1 + n % 9}-01"
    ),
    "reading, accepted": lambda ids, n: "reading/?show=accepted",
    "a report": lambda ids, n: f"reading/report/{ids.reports[n]}",
    "a claim": lambda ids, n: f"reading/claim/{ids.claims[n]}",
    "incidents": lambda ids, n: f"incidents/?part={1 + n}",
    "incidents of an act": lambda ids, n: "incidents/?act=injured&sort=newest",
    "incidents of a place": lambda ids, n: f"incidents/?place=Village+{n * 7}",
    "an incident": lambda ids, n: f"incidents/{_incident(n)}/",
    "news of an incident": lambda ids, n: f"incidents/{_incident(n)}/news?position=1-0",
    "a join beforehand": lambda ids, n: (
        f"incidents/{_incident(n)}/join?with={_incident(n + 1)}"
    ),
    "match": lambda ids, n: "match/",
    "people": lambda ids, n: f"people/?part={1 + n}",
    "people of a place": lambda ids, n: f"people/?place=Village+{n * 7}",
    "people, doubtful": lambda ids, n: "people/?doubtful=1",
    "unnamed places": lambda ids, n: "people/unnamed",
    "a person": lambda ids, n: f"people/{_person(n)}/",
    "proof": lambda ids, n: "proof/",
    "proof of an incident": lambda ids, n: f"proof/incident/{_incident(n)}/",
    "proof of a person": lambda ids, n: f"proof/person/{_person(n)}/",
    "counts": lambda ids, n: "counts/",
    "counts by place": lambda ids, n: "counts/by/killed/place",
    "a figure": lambda ids, n: f"counts/figure/killed?part={1 + n}",
    "reconcile": lambda ids, n: "counts/reconcile",
    "what is missing": lambda ids, n: "counts/missing",
    "lists": lambda ids, n: "lists/",
    "estimates": lambda ids, n: "estimates/",
    "sources": lambda ids, n: "sources/",
    "publishing": lambda ids, n: "publishing/",
    "log": lambda ids, n: "log/",
    "log, every kind": lambda ids, n: "log/?kind=all",
    "log of one person": lambda ids, n: "log/?by=lead&kind=all",
    "an entry of the log": lambda ids, n: f"log/entry/{1 + n * 200}",
    "users": lambda ids, n: "users/",
    "account": lambda ids, n: "entrance/account",
}

SEARCHES: dict[str, Address] = {
    "search, three parts": lambda ids, n: ids.names.latin(n * 997),
    "search, in Arabic": lambda ids, n: ids.names.arabic(n * 991),
    "search, a common name": lambda ids, n: ids.names.given(n % 5),
    "search, a letter off": lambda ids, n: ids.names.misspelt(n * 983),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a page took: milliseconds, questions to the store, how it answered."""

    median: float
    slow: float
    processor: float
    asked: int
    status: int


def ids_of(register: Register) -> Ids:
    """Choose what pages are about."""
    claims = [made_board.claim_of(register, n * 31) for n in range(ASKED)]
    reports = [str(register.shelf.report_of(each)) for each in claims]
    return Ids(reports, [str(each) for each in claims], Names(7))


@contextmanager
def counted(heard: list[int]) -> Iterator[None]:
    """Count what is asked of the store meanwhile."""
    from django.db import connections

    def hears(run, sql, params, many, context):
        heard[-1] += 1
        return run(sql, params, many, context)

    heard.append(0)
    with ExitStack() as stack:
        for each in connections:
            stack.enter_context(connections[each].execute_wrapper(hears))
        yield


def timed(ask: Callable[[int], int]) -> Told:
    """Ask for one page again and again."""
    clock, processor, heard, status = [], [], [], 0
    ask(ASKED - 1)
    for n in range(ASKED):
        with counted(heard):
            start, used = time.perf_counter(), time.process_time()
            status = max(status, ask(n))
            clock.append(1000 * (time.perf_counter() - start))
            processor.append(1000 * (time.process_time() - used))
    clock.sort()
    processor.sort()
    late = int(ASKED * 0.95)
    return Told(clock[ASKED // 2], clock[late], processor[late], max(heard), status)


def ask(folder: Path) -> None:
    """Print how long each page takes in a case that was made."""
    configure(ALLOWED_HOSTS=["testserver"])
    from django.test import Client

    from tasjil.web.entrance.guard import COOKIE
    from tasjil.web.seats.house import HOUSE
    from tasjil.web.seats.seated import SEATS

    HOUSE.settle(folder)
    case = open_case(folder)
    seat = sit_down(case, desk_case.KEY)
    ids = ids_of(seat.register)
    client = Client()
    client.cookies[COOKIE] = SEATS.sit(seat, "a benchmark")

    def opens(address: Address) -> Callable[[int], int]:
        return lambda n: client.get(f"/en/{address(ids, n)}").status_code

    def finds(name: Address) -> Callable[[int], int]:
        form = "/en/people/search"
        return lambda n: client.post(form, {"name": name(ids, n)}).status_code

    heads = ("median", "95th", "cpu 95th", "queries")
    print(f"{'':<28}" + "".join(f"{each:>10}" for each in heads))
    for name, address in PAGES.items():
        _line(name, timed(opens(address)), MOST)
    for name, address in SEARCHES.items():
        _line(name, timed(finds(address)), MOST_OF_A_SEARCH)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at its highest {peak:,.0f} MB of {MOST_MEMORY} MB")


def _line(name: str, told: Told, most: int) -> None:
    """Print one page; one that is slower than it may be is marked."""
    marks = "" if told.slow <= most else f"  over {most} ms"
    if told.status >= 400:
        marks += f"  answered {told.status}"
    times = f"{told.median:>10.1f}{told.slow:>10.1f}{told.processor:>10.1f}"
    print(f"{name:<28}{times}{told.asked:>10}{marks}", flush=True)


def measure(folder: Path, size: tuple[int, int, int]) -> None:
    """Make a case of one size, and ask for its pages in a process of its own."""
    print(f"\n{size[0]:,} reports, {size[1]:,} claims, {size[2]:,} people", flush=True)
    if not folder.exists():
        desk_case.make(folder, *size)
    subprocess.run([sys.executable, __file__, "--ask", str(folder)], check=True)


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
        for size in desk_case.SIZES[: 2 if given.large else 1]:
            measure(home / f"case-{size[0]}", size)


if __name__ == "__main__":
    main()

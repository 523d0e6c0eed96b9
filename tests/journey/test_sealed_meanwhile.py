"""Somebody is sealed or erased while a build writes pages, and no page shows them.

The people and places are of Lumenia, which does not exist.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lumenia import REPORTS, lumenia

from tasjil.errors import PagesOutdated
from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence
from tasjil.model.identity import Identity, IdentityKind

WHY = {
    "by": "lead",
    "at": datetime(2031, 6, 1, 9, tzinfo=UTC),
    "because": "she lives beside the checkpoint",
}
WITNESS = Identity(IdentityKind.WITNESS, "Ysolde Quillane")
TELLING = "cooperage"
INTERVIEW = {
    "interview.txt": (
        "Publisher: Varesh Herald\nDate: 2031-05-23\n\n"
        "Seven farmers were shot dead by soldiers in Ostrel on 17 May, a teacher who "
        f"hid behind the {TELLING} said.\n"
    )
}


class AColleague(Silence):
    """Acts on the register in the middle of each writing, as another program can."""

    def __init__(self, acts: list[Callable[[], None]]) -> None:
        self.acts, self.writing, self.notes = acts, False, []

    def begin(self, what, total):
        self.writing = what == "Writing pages"

    def step(self, count=1):
        if self.writing and self.acts:
            self.writing = False
            self.acts.pop(0)()

    def note(self, line):
        self.notes.append(line)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lumenia(tmp_path / "varesh", REPORTS | INTERVIEW)


@pytest.fixture
def seals(folder, box_of_case):
    """Seal the witness of the report of this name."""

    def seals(name: str) -> None:
        with box_of_case(folder) as (register, box):
            about = [r.id for r in register.reports() if r.name.endswith(name)]
            box.seal(WITNESS, about, **WHY)

    return seals


def built_beside(folder: Path, colleague: AColleague):
    return build_case(open_case(folder), Key(), None, colleague)


def pages(folder: Path) -> dict[str, str]:
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*.html")
    }


def showing(folder: Path, word: str) -> list[str]:
    return [name for name, html in pages(folder).items() if word in html]


def test_no_page_shows_who_was_sealed_while_pages_were_written(folder, seals):
    beside = AColleague([lambda: seals("interview.txt")])
    built = built_beside(folder, beside)
    assert built.site == folder / "site"
    assert showing(folder, TELLING) == []
    assert showing(folder, "withheld to protect a person")
    assert [note for note in beside.notes if "making them again" in note]


def test_without_anybody_sealed_the_pages_are_made_once(folder):
    beside = AColleague([])
    built_beside(folder, beside)
    assert showing(folder, TELLING)
    assert beside.notes == []


def test_no_page_shows_a_report_that_was_erased_while_pages_were_written(
    folder, box_of_case
):
    def erases() -> None:
        with box_of_case(folder) as (register, box):
            about = [
                r.id for r in register.reports() if r.name.endswith("interview.txt")
            ]
            box.erase(None, about, **WHY)

    built = built_beside(folder, AColleague([erases]))
    assert built.reports == len(REPORTS)
    assert showing(folder, TELLING) == []


def test_after_three_times_the_pages_that_were_there_stay(folder, seals):
    build_case(open_case(folder), Key(), None, Silence())
    before = pages(folder)
    names = ["herald.txt", "tally.txt", "interview.txt"]
    beside = AColleague([lambda name=name: seals(name) for name in names])
    with pytest.raises(PagesOutdated, match="3 times; no page was changed") as raised:
        built_beside(folder, beside)
    assert pages(folder) == before
    assert [p.name for p in folder.iterdir() if "tasjil-new" in p.name] == []
    assert "Quillane" not in str(raised.value)
    build_case(open_case(folder), Key(), None, Silence())
    assert showing(folder, TELLING) == []

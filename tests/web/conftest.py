"""A case on this process's server, copied from one that is made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasjil.journey.case import Case, open_case
from tasjil.web.desks.reading.exposure import EXPOSURES
from tasjil.web.seats.lockout import LOCKOUT
from tasjil.web.seats.seated import SEATS
from tasjil.web.site.settings import configure
from web.desks import Browser, make_case, settle


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty case with its team; nobody writes in it."""
    configure(ALLOWED_HOSTS=["testserver", "localhost", "127.0.0.1"])
    folder = tmp_path_factory.mktemp("pattern") / "lumenia"
    make_case(folder)
    return folder


@pytest.fixture
def case(pattern: Path, tmp_path: Path) -> Iterator[Case]:
    """A copy of the empty case, shown by this process's server."""
    folder = tmp_path / "lumenia"
    shutil.copytree(pattern, folder)
    found = open_case(folder)
    settle(found)
    LOCKOUT._wrong.clear()
    EXPOSURES._of.clear()
    yield found
    SEATS.clear()


@pytest.fixture
def browser(case: Case):
    """Open a browser for somebody, signed in."""

    def opened(user: str) -> Browser:
        made = Browser(user)
        made.sit(case)
        return made

    return opened

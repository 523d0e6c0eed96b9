"""What all tests share: a register in a test is a real file, opened for real."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parent))

from authority import Authority  # noqa: E402
from language_model import ServedModel  # noqa: E402
from postgres import Server  # noqa: E402


@pytest.fixture(scope="session", autouse=True)
def registers_are_real(django_db_blocker: Any) -> Iterator[None]:
    """Let registers be opened: each test makes its own file in a folder of its own.

    pytest-django forbids databases outside its own fixtures, which guard one shared
    test database. There is none here.
    """
    if django_db_blocker is None:
        yield
        return
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for the tests that are about one, whatever store is set."""
    with Server() as started:
        yield started


@pytest.fixture(scope="session", autouse=True)
def keys_of_this_machine(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the machine's keys, which open the registers of tests, apart.

    In the environment, so that the programs that tests start find them too.
    """
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("machine"))


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A PostgreSQL server that a test may kill."""
    with Server() as started:
        yield started


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """A time authority of the invented country."""
    return Authority.made(tmp_path_factory.mktemp("authority") / "clock")


@pytest.fixture
def model() -> Iterator[ServedModel]:
    """A language model on this machine that answers what a test tells it to."""
    with ServedModel() as served:
        yield served

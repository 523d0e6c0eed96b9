"""Cases of Lumenia for the tests of the journey."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from lumenia import lumenia  # noqa: E402

from tasjil.journey.build import Built, build_case  # noqa: E402
from tasjil.journey.case import open_case  # noqa: E402
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence  # noqa: E402
from tasjil.register.box.sealed_box import SealedBox  # noqa: E402
from tasjil.register.register import Register  # noqa: E402


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case folder that was never built."""
    return lumenia(tmp_path / "varesh")


@pytest.fixture
def build() -> Callable[[Path], Built]:
    """Build a case folder as the command does."""
    return lambda case: build_case(open_case(case), Key(), None, Silence())


@pytest.fixture
def box_of_case() -> Callable[[Path], AbstractContextManager[tuple[Register, Any]]]:
    """Open a case's register with its sealed box, as its lead."""

    @contextmanager
    def opened(folder: Path) -> Iterator[tuple[Register, SealedBox]]:
        with Register.open(open_case(folder).register_folder, Key()) as register:
            yield register, register.box

    return opened

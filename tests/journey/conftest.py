"""Cases of Lumenia for the tests of the journey."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from lumenia import lumenia  # noqa: E402

from tasjil.journey.build import Built, build_case  # noqa: E402
from tasjil.journey.case import open_case  # noqa: E402
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence  # noqa: E402


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case folder that was never built."""
    return lumenia(tmp_path / "varesh")


@pytest.fixture
def build() -> Callable[[Path], Built]:
    """Build a case folder as the command does."""
    return lambda case: build_case(open_case(case), Key(), None, Silence())

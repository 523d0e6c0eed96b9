"""After two hundred answers persons are measurably better than before."""

import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"
sys.path += [str(BENCHMARKS), str(BENCHMARKS / "made_lists")]

from making.lists import Size, make, write  # noqa: E402
from making.sources import PROFILES  # noqa: E402
from reviewing import Scored, read, reviewed  # noqa: E402


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five lists of four thousand rows, written without sight of how linking works."""
    folder = tmp_path_factory.mktemp("made")
    write(make(PROFILES["mixed"], Size(4_000), 1), folder)
    return folder


@pytest.fixture(scope="module")
def chosen(made: Path) -> list[Scored]:
    return list(reviewed(*read(made)))


@pytest.mark.slow
def test_answers_with_two_slips_in_a_hundred_make_persons_better(
    chosen: list[Scored],
) -> None:
    before, after = chosen[0], chosen[-1]
    assert after.answers == 200
    assert 1 - after.f1 < 0.85 * (1 - before.f1)
    assert after.overlap < before.overlap


@pytest.mark.slow
def test_chosen_pairs_teach_more_than_pairs_drawn_by_chance(
    made: Path, chosen: list[Scored]
) -> None:
    drawn = list(reviewed(*read(made), by_chance=True))[-1]
    assert chosen[-1].f1 > drawn.f1
    assert chosen[-1].turned > 2 * drawn.turned

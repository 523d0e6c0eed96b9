"""Texts made to be slow: four times the text takes about four times the work."""

import time

import pytest

from tasjil.read.places.gazetteer import Gazetteer

WORDS = [
    "سوق ",
    "كفر زهلون ",
    "دمشق وحلب ",
    "قرى وقرمود ",
    "Damascus, Aleppo, ",
    "on the Damascus-Aleppo road ",
    "in Qesarun and ",
    "Deir al-",
    "- كفر زهلون: 3\n",
]


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    made = Gazetteer()
    made.of_report("Two died in Damascus, دمشق.")
    return made


def work(gazetteer: Gazetteer, text: str) -> float:
    """The least processor time of three looks at a report."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        gazetteer.of_report(text)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.slow
@pytest.mark.parametrize("word", WORDS)
def test_four_times_the_text_is_not_sixteen_times_the_work(
    world: Gazetteer, word: str
) -> None:
    short, long = work(world, word * 1_000), work(world, word * 4_000)
    assert long < 9 * short + 0.05


@pytest.mark.parametrize("word", WORDS)
def test_what_repeats_itself_is_read(world: Gazetteer, word: str) -> None:
    text = word * 200
    for found in world.of_report(text).find(text):
        assert text[found.start : found.end] == found.text

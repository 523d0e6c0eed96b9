"""Many worlds, each answered by the program and scored."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from invented.program import answer_of
from invented.scores import Scores
from invented.scoring import score
from invented.story import make_story


@dataclass(frozen=True, slots=True)
class Job:
    """One world to score the program on.

    Attributes:
        honest: True for a world without slips.
        perfect: True for claims as the truth has them, so that no fault is a reading
            fault.
        linked: True to have lists and names linked too, which takes longer.
    """

    seed: int
    size: str = "small"
    honest: bool = False
    perfect: bool = False
    linked: bool = False


def score_all(jobs: Iterable[Job], cores: int = 1) -> Scores:
    """Score worlds, several at once where there are cores; the order is kept."""
    total = Scores()
    if cores == 1:
        for job in jobs:
            total.add(score_one(job))
        return total
    with ProcessPoolExecutor(cores, get_context("spawn")) as pool:
        for each in pool.map(score_one, jobs):
            total.add(each)
    return total


def score_one(job: Job) -> Scores:
    """Score the program on one world; its faults name the seed."""
    story = make_story(job.seed, job.size, honest=job.honest)
    answer = answer_of(story, perfect=job.perfect, linked=job.linked)
    found = score(story, answer)
    found.faults = [f"seed {job.seed}, {fault}" for fault in found.faults]
    return found


def table(scores: Scores) -> list[str]:
    """Give a line for everything asked."""
    return [
        f"{name:28} {scores.percent(name):6.1f} %  "
        f"({scores.right[name]} of {scores.asked[name]})"
        for name in sorted(scores.asked)
    ]

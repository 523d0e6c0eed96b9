"""How much better persons are after 50, 100 and 200 answers, chosen and by chance.

    python benchmarks/reviewing.py FOLDER [--slips 0.02] [--by-chance]

FOLDER holds lists (.csv) and truth.csv (list,id,person), as made_lists/generate.py
writes them. Answers are taken from the truth; a share of them is wrong, as people's
are. Prints after each round: pair F1, error of the table of overlaps, persons.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tasjil.journey.linking.desk_of_lists import material_of
from tasjil.journey.lists.reading import read_particulars
from tasjil.journey.progress import Silence
from tasjil.link.linking import Linked, link_records
from tasjil.link.review.choosing import choose
from tasjil.link.review.standing import Standing
from tasjil.model.ids import UserId
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.model.particulars import Particulars

ROUNDS = (50, 50, 100)
AT = "2031-06-01T09:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Scored:
    """How good persons are, against the truth.

    Attributes:
        answers: How many answers were given before.
        f1: Of pairs.
        overlap: Error of the table of overlaps, as a share of the true persons.
        turned: Answers that said otherwise than what stood.
    """

    answers: int
    f1: float
    overlap: float
    turned: int


def reviewed(
    records: list[Particulars],
    truth: Mapping[str, str],
    *,
    slips: float = 0.02,
    by_chance: bool = False,
    seed: int = 5,
) -> Iterator[Scored]:
    """Answer round after round, and link again after each.

    Args:
        records: Of all lists.
        truth: Who each record is.
        slips: Share of answers that are wrong.
        by_chance: Ask about pairs drawn by chance, as the baseline.
        seed: Of slips and of chance.
    """
    chance = np.random.default_rng(seed)
    said: list[Judgement] = []
    asked: set[tuple[int, int]] = set()
    turned = 0
    linked = link_records(records)
    yield Scored(0, *scores(linked, truth), turned)
    for many in ROUNDS:
        chosen = _by_chance if by_chance else _chosen
        for left, right in chosen(linked, records, asked, many, chance):
            asked.add((left, right))
            one, other = linked.records[left], linked.records[right]
            same = (truth[one] == truth[other]) != (chance.random() < slips)
            turned += same != (linked.labels[left] == linked.labels[right])
            said.append(_word(one, other, same))
        linked = link_records(records, judgements=said)
        yield Scored(len(said), *scores(linked, truth), turned)


def _chosen(
    linked: Linked,
    records: list[Particulars],
    asked: set[tuple[int, int]],
    many: int,
    _: np.random.Generator,
) -> list[tuple[int, int]]:
    laid = material_of(linked, records)
    now = Standing(laid.pairs, laid.labels, laid.list_of, laid.clean)
    return [(each.left, each.right) for each in choose(now, asked, many)]


def _by_chance(
    linked: Linked,
    _: list[Particulars],
    asked: set[tuple[int, int]],
    many: int,
    chance: np.random.Generator,
) -> list[tuple[int, int]]:
    left, right = linked.pairs.left.tolist(), linked.pairs.right.tolist()
    free = sorted(set(zip(left, right, strict=True)) - asked)
    return [free[at] for at in chance.permutation(len(free))[:many]]


def _word(one: str, other: str, same: bool) -> Judgement:
    verdict = Verdict.SAME if same else Verdict.DIFFERENT
    by = UserId("reviewer")
    return Judgement(PairKind.RECORDS, one, other, verdict, by, AT, "told by the truth")


def scores(linked: Linked, truth: Mapping[str, str]) -> tuple[float, float]:
    """Give F1 over pairs and the error of the table of overlaps."""
    said, true = linked.labels.tolist(), [truth[each] for each in linked.records]
    both = _pairs(Counter(zip(said, true, strict=True)))
    f1 = 2 * both / (_pairs(Counter(said)) + _pairs(Counter(true)))
    lists = linked.list_of.tolist()
    found, real = _overlaps(said, lists), _overlaps(true, lists)
    apart = sum(abs(found[cell] - real[cell]) for cell in found | real)
    return f1, apart / real.total()


def _pairs(sizes: Counter) -> int:
    return sum(many * (many - 1) // 2 for many in sizes.values())


def _overlaps(persons: list, lists: list[int]) -> Counter:
    on = defaultdict(set)
    for person, each in zip(persons, lists, strict=True):
        on[person].add(each)
    return Counter(tuple(sorted(cell)) for cell in on.values())


def read(folder: Path) -> tuple[list[Particulars], dict[str, str]]:
    """Read the lists of a folder and their truth."""
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        rows = [(r["list"], r["id"], r["person"]) for r in csv.DictReader(file)]
    lists = [folder / f"{name}.csv" for name in sorted({list for list, _, _ in rows})]
    records, _ = read_particulars(lists, Silence())
    truth = {f"{list}:{id}": person for list, id, person in rows}
    return [each for each in records if each.record in truth], truth


def main() -> None:
    """Read the command line and print a line a round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--slips", type=float, default=0.02)
    parser.add_argument("--by-chance", action="store_true")
    given = parser.parse_args()
    records, truth = read(given.folder)
    for each in reviewed(records, truth, slips=given.slips, by_chance=given.by_chance):
        print(
            f"{each.answers:4} answers  F1 {100 * each.f1:.2f}  overlap error "
            f"{100 * each.overlap:.2f} %  otherwise than it stood {each.turned}",
            flush=True,
        )


if __name__ == "__main__":
    main()

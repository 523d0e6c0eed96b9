"""One list with repeats, linked by tasjil and by Splink with its own comparisons.

    python benchmarks/one_list.py [--records 10000] [--seeds 1 2 3]

The list is German names and births (german_list/generate.py), in two names and three
parts of a birth. Splink is used as its examples for one list do: its comparisons for
names and births, pairs that share the given name, the family or the birth, u from pairs
at random, m by expectation and maximisation over two blocks. Its pairs are taken at a
probability of 0.5; beside it stands the threshold that is best, which nobody could know
without the truth. Pairs of all who are put together are counted for tasjil.
"""

import argparse
import logging
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import numpy as np
import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE / "german_list"), str(HERE / "linkers")]

from told import prepare, records_of  # noqa: E402

from generate import Row, rows, write  # noqa: E402
from tasjil.link.linking import link_records  # noqa: E402

MADE = list[tuple[int, Row]]
AT_RANDOM = 1_000_000
THRESHOLDS = np.round(np.arange(0.02, 1, 0.02), 2)


def by_tasjil(made: MADE) -> tuple[float, float, float]:
    """Give precision, recall and F1 of pairs."""
    with tempfile.TemporaryDirectory() as place:
        write(made, Path(place))
        prepare(Path(place))
        records = records_of(Path(place))
    linked = link_records(records)
    who = [made[int(record.split(":")[1]) - 1][0] for record in linked.records]
    labels = linked.labels.tolist()
    right = pairs_in(zip(who, labels, strict=True))
    return rates(right, pairs_in(labels), pairs_in(who))


def pairs_in(groups: Iterator[object] | list[int]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(groups).values())


def rates(right: float, said: float, true: float) -> tuple[float, float, float]:
    return right / max(said, 1), right / true, 2 * right / (said + true)


def by_splink(made: MADE, seed: int) -> list[tuple[float, tuple[float, float, float]]]:
    """Give the rates at every threshold."""
    cells = [row for _, row in made]
    table = pa.table(
        {
            "unique_id": range(len(cells)),
            "given": [row[0] or None for row in cells],
            "second": [row[1] or None for row in cells],
            "family": [row[2] or None for row in cells],
            "born": [f"{row[4]}-{int(row[5]):02}-{int(row[6]):02}" for row in cells],
        }
    )
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.NameComparison("given"),
            cl.JaroWinklerAtThresholds("second"),
            cl.NameComparison("family"),
            cl.DateOfBirthComparison("born", input_is_string=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on(each) for each in ("given", "family", "born")
        ],
    )
    api = DuckDBAPI()
    linker = Linker(api.register(table), settings, log_level=None)
    teach = linker.training
    sure = [block_on("born", "family"), block_on("born", "given")]
    teach.estimate_probability_two_random_records_match(sure, recall=0.6)
    teach.estimate_u_using_random_sampling(max_pairs=AT_RANDOM, seed=seed)
    for rule in (("born",), ("given", "family")):
        teach.estimate_parameters_using_expectation_maximisation(block_on(*rule))
    found = linker.inference.predict(threshold_match_probability=0.01)
    told = found.as_duckdbpyrelation().fetchnumpy()
    people = np.array([number for number, _ in made])
    same = people[told["unique_id_l"]] == people[told["unique_id_r"]]
    likely, true = told["match_probability"], pairs_in(people.tolist())
    return [
        (float(least), rates(same[kept].sum(), kept.sum(), true))
        for least in THRESHOLDS
        for kept in (likely >= least,)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2])
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    print(f"{'seed':>4} {'linker':20} {'P':>6} {'R':>6} {'F1':>6} {'seconds':>8}")
    for seed in asked.seeds:
        made = rows(asked.records, seed)
        began = perf_counter()
        line(seed, "tasjil", by_tasjil(made), perf_counter() - began)
        began = perf_counter()
        each = by_splink(made, seed)
        took = perf_counter() - began
        line(seed, "Splink at 0.5", dict(each)[0.5], took)
        best, found = max(each, key=lambda one: one[1][2])
        line(seed, f"Splink, best ({best})", found, took)


def line(
    seed: int, linker: str, found: tuple[float, float, float], seconds: float
) -> None:
    told = " ".join(f"{100 * each:6.2f}" for each in found)
    print(f"{seed:4} {linker:20} {told} {seconds:8.1f}", flush=True)


if __name__ == "__main__":
    main()

"""Links the lists of a folder with Splink, its own comparisons and its tutorial's ways.

Names are folded to ASCII; first and last word compared as Splink compares names, dates,
sex, place and number from its library; blocked by equality on two things; trained as
its tutorial does; clustered at a probability of 0.95.
"""

import logging
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from told import as_table, ascii_of, begin, begun, finish, records_of, step

BLOCKED = (
    ("first", "last"),
    ("last", "died"),
    ("first", "died"),
    ("first", "place"),
    ("last", "place"),
    ("number",),
)


def settings(filled: set[str]) -> SettingsCreator:
    compared = [
        cl.NameComparison("first"),
        cl.NameComparison("last"),
        cl.JaroWinklerAtThresholds("middle", [0.9, 0.7]),
        cl.AbsoluteDateDifferenceAtThresholds(
            "died",
            input_is_string=True,
            metrics=["day", "day", "month"],
            thresholds=[1, 7, 1],
        ),
        cl.ExactMatch("sex"),
        cl.ExactMatch("place").configure(term_frequency_adjustments=True),
        cl.LevenshteinAtThresholds("number", 1),
    ]
    kept = [
        each
        for each in compared
        if set(each.create_comparison_dict("duckdb")["output_column_name"].split())
        & filled
    ]
    rules = [block_on(*columns) for columns in BLOCKED if set(columns) <= filled]
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=kept,
        blocking_rules_to_generate_predictions=rules,
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )


def main(fold: Callable[[str], str] = ascii_of) -> None:
    logging.disable(logging.CRITICAL)
    folder = Path(sys.argv[1])
    records = records_of(folder)
    ids = [each.record for each in records]
    begun()
    began = begin()
    columns = as_table(records, fold)
    filled = {name for name, column in columns.items() if any(column)}
    api = DuckDBAPI()
    linker = Linker(api.register(pa.table(columns)), settings(filled))
    sure = [block_on("first", "last", "died"), block_on("first", "last", "place")]
    sure = [rule for rule in sure if "died" in filled or "place" in filled]
    step("laid out")
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (("first", "last"), ("died", "place"), ("last", "died")):
        if set(rule) <= filled:
            linker.training.estimate_parameters_using_expectation_maximisation(
                block_on(*rule)
            )
    step("trained")
    found = linker.inference.predict(threshold_match_probability=0.5)
    step("pairs weighed")
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(found, 0.95)
    told = clusters.as_duckdbpyrelation().select("unique_id, cluster_id").fetchnumpy()
    who = dict(
        zip(told["unique_id"].tolist(), told["cluster_id"].tolist(), strict=True)
    )
    finish(folder, began, ids, (who[nth] for nth in range(len(ids))))


if __name__ == "__main__":
    main()

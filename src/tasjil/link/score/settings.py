"""Comparisons and their weights as settings of Splink, for DuckDB and for Spark."""

from collections.abc import Mapping, Sequence
from typing import Any

from tasjil.link.compare.levels import Comparison
from tasjil.link.score.model import LevelWeight

RAREST = 0.00002
"""Share of records below which a value weighs no more for being rarer.

A spelling borne by one record may be a slip of a common one.
"""


def splink_settings(
    comparisons: Sequence[Comparison],
    weights: Mapping[str, tuple[LevelWeight, ...]],
    *,
    dialect: str = "duckdb",
    rarest: float = RAREST,
) -> Any:
    """Make Splink's settings.

    Weights are evidence alone: the prior is even, and is added where it is known.

    Args:
        comparisons: What is compared.
        weights: For each comparison its levels, in the same order.
        dialect: The database's, as Splink names it; conditions are translated.
        rarest: Frequencies below it are taken as it.
    """
    from splink import SettingsCreator
    from splink import comparison_level_library as library

    def condition(sql: str) -> str:
        level = library.CustomLevel(sql, base_dialect_str="duckdb")
        made: dict[str, Any] = level.create_level_dict(dialect)
        return str(made["sql_condition"])

    def levels(each: Comparison) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = [
            {"sql_condition": condition(each.unknown), "is_null_level": True}
        ]
        for level, weight in zip(each.levels, weights[each.name], strict=True):
            made: dict[str, Any] = {
                "sql_condition": condition(level.sql) if level.sql else "ELSE",
                "label_for_charts": level.label,
                "m_probability": weight.m,
                "u_probability": weight.u,
            }
            if level.term:
                made |= {
                    "tf_adjustment_column": level.term,
                    "tf_minimum_u_value": rarest,
                    "disable_tf_exact_match_detection": True,
                }
            found.append(made)
        return found

    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="row",
        comparisons=[
            {"output_column_name": each.name, "comparison_levels": levels(each)}
            for each in comparisons
        ],
        blocking_rules_to_generate_predictions=[],
        retain_matching_columns=False,
        probability_two_random_records_match=0.5,
    )

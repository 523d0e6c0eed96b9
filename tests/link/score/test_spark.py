"""Spark weighs pairs as DuckDB does, and refuses to send people's names in clear."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from tasjil.errors import NoSpark
from tasjil.link.block import block_keys
from tasjil.link.compare.columns import prepare
from tasjil.link.compare.comparing import comparisons
from tasjil.link.score.duckdb_door import opened
from tasjil.link.score.scoring import built_in, score
from tasjil.link.score.spark_door import columns_for, local_session
from tasjil.model.particulars import IdKind, Particulars
from tasjil.model.persons import AgeRange, Sex
from tasjil.model.places import Where

pytestmark = [pytest.mark.spark, pytest.mark.slow]

NAMES = (
    ("Daren Ilas Vell", "دارن إيلاس فيل"),
    ("Salma Daren Tornay", "سلمى دارن تورناي"),
    ("Ilan Samir Haddad", "ايلان سمير الحداد"),
    ("Abu Daren Vell", "أبو دارن فيل"),
    ("Tornay Salma", "تورناي"),
)


def record(nth: int) -> Particulars:
    latin, arabic = NAMES[nth % len(NAMES)]
    return Particulars(
        f"a:{nth}",
        ("hospital", "registry")[nth % 2],
        name=(latin, arabic)[nth // 5 % 2],
        sex=(Sex.MAN, Sex.WOMAN, Sex.UNKNOWN)[nth % 3],
        age=AgeRange(20 + nth % 7, 20 + nth % 7, "") if nth % 4 else None,
        died=f"2031-03-{1 + nth % 28:02}" if nth % 6 else "2031-03",
        where=(Where(f"Varesh quarter {nth % 3}"), Where("Varesh")),
        ids=((IdKind.NATIONAL, f"10020{nth % 9:04}"),) if nth % 3 else (),
    )


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    found = local_session(threads=1)
    yield found
    found.stop()


@pytest.mark.filterwarnings("ignore")
def test_spark_gives_the_pairs_and_weights_that_duckdb_gives(session: Any) -> None:
    table = prepare([record(nth) for nth in range(60)])
    filled = {name for name in table.column_names if table[name].null_count < 60}
    compared = comparisons(filled)
    blocks, weights = block_keys(table), built_in(compared)
    with opened(table) as api:
        here = score(api, blocks.pairs(), compared, weights, -20.0)
        there = score(api, blocks.pairs(), compared, weights, -20.0, session)
    assert len(here) > 100
    assert here.left.tolist() == there.left.tolist()
    assert here.right.tolist() == there.right.tolist()
    assert np.abs(here.bits - there.bits).max() < 1e-6
    assert (here.levels == there.levels).all()


def test_what_is_compared_leaves_the_machine_and_no_id_of_a_record() -> None:
    table = prepare([record(nth) for nth in range(60)])
    sent = columns_for(comparisons(set(table.column_names)), table)
    assert {"row", "given_1", "died_low", "place_1"} <= set(sent)
    assert "list" not in sent
    for name in sent:
        assert not set(table[name].to_pylist()) & {NAMES[0][0], "a:0"}


def test_a_spark_that_encrypts_nothing_is_refused(session: Any) -> None:
    class Open:
        """Another session's settings, as Spark gives them."""

        class sparkContext:  # noqa: N801
            @staticmethod
            def getConf() -> dict[str, str]:  # noqa: N802
                return {"spark.authenticate": "true"}

    from tasjil.link.score.spark_door import OnSpark

    table = prepare([record(0)])
    with pytest.raises(NoSpark, match="spark.io.encryption.enabled"):
        OnSpark(Open(), table, (), {})

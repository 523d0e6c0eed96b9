"""The door to Spark: the same comparisons and weights, on many machines."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tasjil.errors import NoSpark
from tasjil.link.compare.levels import Comparison
from tasjil.link.score.frequencies import register_frequencies, terms
from tasjil.link.score.model import LevelWeight
from tasjil.link.score.settings import splink_settings

FRONT = "uk.gov.moj.dash.linkage.JaroWinklerSimilarity"
"""Class in Splink's jar; SQL for Spark calls it jarowinkler_similarity."""

LOCAL = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "4",
}
"""On one machine nothing listens to others."""

ENCRYPTED = {
    "spark.authenticate": "true",
    "spark.network.crypto.enabled": "true",
    "spark.io.encryption.enabled": "true",
}
"""Without these Spark sends rows between machines, and spills them, as they are."""


def jar() -> Path:
    """Give Splink's file of measures that Spark must load (`spark.jars`)."""
    try:
        from splink.backends.spark import similarity_jar_location
    except ImportError:
        raise _missing() from None
    return Path(similarity_jar_location())


def local_session(threads: int = 2) -> Any:
    """Start Spark on this machine alone, encrypting what it spills.

    Args:
        threads: How many.

    Raises:
        NoSpark: The extra `spark` is not installed.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise _missing() from None
    making = SparkSession.builder.master(f"local[{threads}]").appName("tasjil")
    for name, value in (LOCAL | ENCRYPTED | {"spark.jars": str(jar())}).items():
        making = making.config(name, value)
    session = making.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    return session


class OnSpark:
    """Weighs pairs on Spark; what is compared goes there once, ids of records never."""

    def __init__(
        self,
        session: Any,
        records: pa.Table,
        comparisons: Sequence[Comparison],
        weights: Mapping[str, tuple[LevelWeight, ...]],
    ) -> None:
        """Send the columns that are compared.

        Args:
            session: A SparkSession that loads `jar()`.
            records: From `compare.prepare`.
            comparisons: What is compared.
            weights: Of each comparison.

        Raises:
            NoSpark: The session encrypts nothing, or has not loaded the jar.
        """
        from splink import Linker
        from splink.backends.spark import SparkAPI

        _must_encrypt(session)
        self._session = session
        door: Any = SparkAPI
        self._api = door(spark_session=session, break_lineage_method="persist")
        _name_the_measure(session)
        needed = columns_for(comparisons, records)
        told = self._api.register(session.createDataFrame(records.select(needed)))
        settings = splink_settings(comparisons, weights, dialect="spark")
        self._linker = Linker(told, settings, log_level=None)
        register_frequencies(
            self._linker,
            lambda made: self._api.register(session.createDataFrame(made)),
            records.select(terms(comparisons)),
        )

    def weigh(
        self, left: NDArray[np.int32], right: NDArray[np.int32], at_least: float
    ) -> pa.Table:
        """Weigh pairs; give those of some weight: row_l, row_r, match_weight."""
        asked = pa.table({"join_key_l": left, "join_key_r": right})
        asked = asked.append_column("match_key", pa.repeat("0", len(left)))
        sent = self._api.register(self._session.createDataFrame(asked))
        self._linker.table_management.register_blocked_pairs_for_predict(sent)
        made = self._linker.inference.predict(
            threshold_match_weight=at_least, warning_mode="never"
        )
        found = made.as_spark_dataframe().select("row_l", "row_r", "match_weight")
        weighed: pa.Table = found.toArrow()
        found.unpersist()
        return weighed


def columns_for(comparisons: Sequence[Comparison], records: pa.Table) -> list[str]:
    """Name the columns that leave the machine: what conditions and frequencies use."""
    used = {"row"}
    for each in comparisons:
        used |= each.columns | {level.term for level in each.levels if level.term}
    return [name for name in records.column_names if name in used]


def _must_encrypt(session: Any) -> None:
    told = session.sparkContext.getConf()
    open_ = [name for name in ENCRYPTED if told.get(name, "false") != "true"]
    if open_:
        raise NoSpark(
            f"expected a Spark that encrypts; {', '.join(open_)} is not true. Set it "
            "where the session is started (docs/spark.md)"
        )


def _name_the_measure(session: Any) -> None:
    """Give Jaro and Winkler's measure the name that translated SQL calls it by."""
    from pyspark.errors import AnalysisException
    from pyspark.sql.types import DoubleType

    try:
        session.udf.registerJavaFunction("jarowinkler_similarity", FRONT, DoubleType())
    except AnalysisException:
        raise NoSpark(
            f"expected Spark to load {jar().name}, which comes with Splink; put its "
            "path into spark.jars where the session is started (docs/spark.md)"
        ) from None


def _missing() -> NoSpark:
    return NoSpark(
        "expected the extra `spark`, found no PySpark: pip install 'tasjil[spark]'; "
        "it needs Java 17 or newer too"
    )

"""What a linking leaves behind, so that records can be added without doing it anew."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tasjil.link.pairs import Pairs
from tasjil.link.persons.clustering import Measure
from tasjil.link.persons.doubts import Doubtful
from tasjil.link.score.calibration import Calibration
from tasjil.link.score.model import Model
from tasjil.model.particulars import Particulars


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """A linking with all that its next one can start from; it holds names.

    Attributes:
        told: The records, in the order of their ids; positions are in it.
        table: The same, laid out for comparing.
        filled: Columns that told something when the model was learned.
        said: For each list whether people said that it is clean.
        found: For each other list whether it was found to be clean.
        model: How pairs are weighed.
        calibration: From weights to probabilities.
        measure: By what records are put together.
        pairs: What was compared and is not hopeless.
        labels: The person of each record, numbered by first record, (n,) int32.
        certainty: How likely each record's person is exactly as it stands, (n,).
        doubtful: What people should look at, the least certain first.
        taught: Whether people's answers moved the probabilities that these persons
            were put together by.
    """

    told: tuple[Particulars, ...]
    table: pa.Table
    filled: frozenset[str]
    said: dict[str, bool]
    found: dict[str, bool]
    model: Model
    calibration: Calibration
    measure: Measure
    pairs: Pairs
    labels: NDArray[np.int32]
    certainty: NDArray[np.float64]
    doubtful: tuple[Doubtful, ...] = ()
    taught: bool = False

    @property
    def likely(self) -> list[str]:
        """The lists found to be clean."""
        return [name for name, clean in self.found.items() if clean]

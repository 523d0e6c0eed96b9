"""Whether a table holds an estimate at all: empty cells can leave it without one."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import TasjilError

INSIDE = 1e-6
"""HiGHS is off by less than 1e-7; the answers are 0 or far above."""


class NoAnswer(TasjilError):
    """The solver of linear programmes gave no answer to whether an estimate exists."""


def exists(design: NDArray[np.float64], counts: NDArray[Any]) -> bool:
    """Tell whether a Poisson log-linear model has a most likely value on a table.

    It has one where the margins are those of some table with no empty cell: the
    largest s with `design' z = design' counts` and every z >= s is above 0
    (Fienberg & Rinaldo 2012, Annals of Statistics 40, 996-1023). That depends only
    on which cells are empty, so 1 stands for every count above 0.

    Args:
        design: (C, P), the cells that take part.
        counts: (C,).

    Raises:
        NoAnswer: The solver fails.

    Example:
        Nobody is on both of two lists: no independent lists are like that.

        >>> import numpy as np
        >>> design = np.array([[1.0, 1, 0], [1, 0, 1], [1, 1, 1]])
        >>> exists(design, np.array([5, 5, 0])), exists(design, np.array([5, 5, 1]))
        (False, True)
    """
    some = (np.asarray(counts) > 0).astype(float)
    if some.all():
        return True
    # z = s + what is above it, so that only bounds are left beside the margins.
    columns = np.column_stack([design.T, design.sum(0)])
    return _largest(columns, design.T @ some) > INSIDE


def identified(design: NDArray[np.float64]) -> bool:
    """Tell whether the cells tell all coefficients apart: full column rank.

    Args:
        design: (C, P), the cells that take part.
    """
    if design.shape[0] < design.shape[1]:
        return False
    return bool(np.linalg.matrix_rank(design) == design.shape[1])


@dataclass(slots=True)
class Known:
    """Answers for one design, each asked once: tables that are drawn anew repeat.

    Attributes:
        design: All cells and terms, (C, P).
    """

    design: NDArray[np.float64]
    _found: dict[bytes, bool] = field(default_factory=dict)

    def exists(
        self, counts: NDArray[Any], used: NDArray[np.bool_], terms: NDArray[np.bool_]
    ) -> bool:
        """Tell whether the model of these terms has an estimate on these cells."""
        empty = counts > 0
        key = b"e" + np.packbits(np.concatenate([empty, used, terms])).tobytes()
        if key not in self._found:
            part = self.design[used][:, terms]
            self._found[key] = exists(part, counts[used])
        return self._found[key]

    def identified(self, used: NDArray[np.bool_], terms: NDArray[np.bool_]) -> bool:
        """Tell whether these cells tell these terms apart."""
        key = b"i" + np.packbits(np.concatenate([used, terms])).tobytes()
        if key not in self._found:
            self._found[key] = identified(self.design[used][:, terms])
        return self._found[key]


def _largest(columns: NDArray[np.float64], margins: NDArray[np.float64]) -> float:
    """Make the last variable, at most 1, as large as the margins allow."""
    # HiGHS takes a while to load, and most tables never ask it.
    import highspy

    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 1)):
        solver.setOptionValue(option, value)
    solver.passModel(_programme(highspy, columns, margins))
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise NoAnswer(
            "expected the linear programme of the margins to have an answer, got "
            f"{solver.getModelStatus()}; please report this table"
        )
    return float(-solver.getInfo().objective_function_value)


def _programme(
    highspy: Any, columns: NDArray[np.float64], margins: NDArray[np.float64]
) -> Any:
    rows, many = columns.shape
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = many, rows
    cost = np.zeros(many)
    cost[-1] = -1
    model.col_cost_ = cost
    model.col_lower_ = np.zeros(many)
    upper = np.full(many, np.inf)
    upper[-1] = 1
    model.col_upper_ = upper
    model.row_lower_ = model.row_upper_ = margins
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    where = [np.flatnonzero(row) for row in columns]
    sizes = np.cumsum([0, *(len(each) for each in where)])
    matrix.start_ = sizes.astype(np.int32)
    matrix.index_ = np.concatenate(where).astype(np.int32)
    matrix.value_ = np.concatenate(
        [row[each] for row, each in zip(columns, where, strict=True)]
    )
    return model

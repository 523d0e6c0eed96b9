"""The one door to HiGHS: fewest and most people over cells, under bounds on sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

TOLERANCE = 1e-6
"""People. What HiGHS calls feasible is off by less; ends are rounded outwards by it."""

Cells = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Line:
    """One bound on a sum: low <= people in these cells <= high.

    Attributes:
        cells: Indices of the cells, shape (k,).
    """

    cells: Cells
    low: float = 0.0
    high: float = np.inf


@dataclass(frozen=True, slots=True)
class Solved:
    """The best value, and how hard each line holds it.

    Attributes:
        duals: How far the value moves with each line's bound, shape (lines,).
        people: How many each cell holds at the best, shape (cells,).
    """

    value: float
    duals: NDArray[np.float64]
    people: NDArray[np.float64]

    def chosen(self) -> list[int]:
        """Give the cells that hold anybody."""
        return [int(nth) for nth in np.flatnonzero(self.people > 0.5)]


def solve(
    costs: NDArray[np.float64], lines: Sequence[Line], *, whole: bool = False
) -> Solved | None:
    """Make the sum of costs over cells as small as the lines allow.

    Args:
        costs: What one person in each cell costs, shape (cells,).
        lines: The bounds.
        whole: Cells hold 0 or 1; slower.

    Returns:
        None where the lines cannot all hold. A value without end is minus infinity.

    Example:
        >>> line = Line(np.array([0, 1]), low=3)
        >>> solve(np.array([1.0, 1.0]), [line]).value
        3.0
    """
    # HiGHS takes a quarter of a second to load, and most verbs never ask it.
    import highspy

    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 1)):
        solver.setOptionValue(option, value)
    solver.passModel(_model(highspy, costs, lines, whole))
    solver.run()
    status = solver.getModelStatus()
    unbounded = highspy.HighsModelStatus
    if status in (unbounded.kUnbounded, unbounded.kUnboundedOrInfeasible):
        return Solved(-np.inf, np.zeros(len(lines)), np.zeros(len(costs)))
    if status != unbounded.kOptimal:
        return None
    found = solver.getSolution()
    duals = np.zeros(len(lines)) if whole else np.array(found.row_dual, dtype=float)
    people = np.array(found.col_value, dtype=float)
    return Solved(float(solver.getInfo().objective_function_value), duals, people)


def _model(
    highspy: Any, costs: NDArray[np.float64], lines: Sequence[Line], whole: bool
) -> Any:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(costs), len(lines)
    model.col_cost_ = costs
    model.col_lower_ = np.zeros(len(costs))
    model.col_upper_ = np.full(len(costs), 1.0 if whole else np.inf)
    model.row_lower_ = np.array([each.low for each in lines], dtype=float)
    model.row_upper_ = np.array([each.high for each in lines], dtype=float)
    sizes = [len(each.cells) for each in lines]
    index = np.concatenate([each.cells for each in lines]) if lines else np.zeros(0)
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    matrix.index_ = index.astype(np.int32)
    matrix.value_ = np.ones(len(index))
    if whole:
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(costs)
    return model

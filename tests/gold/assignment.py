"""Which of two lists go together, one to one, so that the whole fits best."""

from collections.abc import Sequence


def best_pairs(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pair rows with columns so that the sum of their worth is the highest.

    Kuhn and Munkres's method, as shortest augmenting paths. What is worth nothing is
    not paired.

    Args:
        worth: One row for each of the first list; at least 0, and 0 for never.

    Example:
        >>> best_pairs([[5.0, 6.0], [0.0, 5.0]])
        [(0, 0), (1, 1)]
    """
    if not worth or not worth[0]:
        return []
    if len(worth) > len(worth[0]):
        turned = [list(column) for column in zip(*worth, strict=True)]
        return sorted((row, column) for column, row in best_pairs(turned))
    holder = _holders(worth)
    pairs = sorted((row - 1, column) for column, row in enumerate(holder) if row)
    return [(r, c - 1) for r, c in pairs if c and worth[r][c - 1] > 0]


def _holders(worth: Sequence[Sequence[float]]) -> list[int]:
    """For each column from 1 the row, from 1, that has it; 0 for none."""
    rows, columns = len(worth), len(worth[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    holder = [0] * (columns + 1)
    for row in range(1, rows + 1):
        holder[0], column = row, 0
        least, before = [float("inf")] * (columns + 1), [0] * (columns + 1)
        seen = [False] * (columns + 1)
        while holder[column]:
            seen[column] = True
            held = holder[column]
            for other in (c for c in range(1, columns + 1) if not seen[c]):
                cost = -worth[held - 1][other - 1] - of_row[held] - of_column[other]
                if cost < least[other]:
                    least[other], before[other] = cost, column
            open_ = [c for c in range(1, columns + 1) if not seen[c]]
            nearest = min(open_, key=least.__getitem__)
            step = least[nearest]
            for c in range(columns + 1):
                if seen[c]:
                    of_row[holder[c]] += step
                    of_column[c] -= step
                else:
                    least[c] -= step
            column = nearest
        while column:
            holder[column] = holder[before[column]]
            column = before[column]
    return holder

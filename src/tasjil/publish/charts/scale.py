"""Turns numbers and days into positions, with round steps for the axis."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values to positions."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Give the position of a value.

        Example:
            >>> Scale(0, 10, 100, 200)(5)
            150.0
        """
        width = (self.high - self.low) or 1
        return self.start + (value - self.low) / width * (self.end - self.start)


def round_steps(highest: float, about: int = 4) -> list[int]:
    """Give round numbers from 0 to at least the highest.

    Example:
        >>> round_steps(1676)
        [0, 500, 1000, 1500, 2000]
        >>> round_steps(3)
        [0, 1, 2, 3]
    """
    step = 1
    for power in range(12):
        for digit in (1, 2, 5):
            step = digit * 10**power
            if step * about >= highest:
                top = -(-int(highest) // step) * step or step
                return list(range(0, top + step, step))
    return [0, int(highest)]


def day_ticks(first: date, last: date, most: int = 6) -> list[date]:
    """Choose days for the axis: every day, week, month or year, as they fit.

    Example:
        >>> [d.day for d in day_ticks(date(2025, 3, 7), date(2025, 3, 12))]
        [7, 8, 9, 10, 11, 12]
    """
    days = (last - first).days
    if days < most:
        return [first + timedelta(days=n) for n in range(days + 1)]
    for step in (2, 7, 14):
        if days / step < most:
            return [first + timedelta(days=n) for n in range(0, days + 1, step)]
    return _firsts(first, last, most)


def _firsts(first: date, last: date, most: int) -> list[date]:
    """Choose first days of months, as far apart as keeps them few."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((s for s in (1, 2, 3, 6, 12) if months / s <= most), None)
    if step is None:
        step = 12 * -(-months // (12 * most))
    start = first.year * 12 + first.month - 1
    found = [start + n for n in range(months + 1) if (start + n) % step == 0]
    ticks = [date(m // 12, m % 12 + 1, 1) for m in found if m // 12 <= 9999]
    return [day for day in ticks if first <= day <= last] or [first]


def tick_place(x: float, words: str, width: float) -> float:
    """Keep the words under a tick inside the drawing.

    Example:
        >>> tick_place(100, "7 May", 340), tick_place(338, "7 May", 340)
        (100, 322.0)
    """
    half = len(words) * 3.2 + 2
    return min(max(x, half), width - half)


def spread(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Move labels apart so that none covers another, as little as it takes.

    Example:
        >>> spread([10, 12, 40], 10, 0, 100)
        [10, 20, 40]
    """
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    placed = [min(max(wanted[n], low), high) for n in order]
    for here, after in pairwise(range(len(placed))):
        placed[after] = max(placed[after], placed[here] + gap)
    if placed and placed[-1] > high:
        placed[-1] = high
        for after, here in pairwise(reversed(range(len(placed)))):
            placed[here] = min(placed[here], placed[after] - gap)
    result = [0.0] * len(wanted)
    for n, value in zip(order, placed, strict=True):
        result[n] = value
    return result

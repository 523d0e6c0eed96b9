"""What one incident adds: the figure of each report, and the span of them all."""

from dataclasses import dataclass

import numpy as np

from tasjil.count.algebra.lines import Lines
from tasjil.count.algebra.numbers import Numbers
from tasjil.count.algebra.runs import UNTOLD, Bools, Ints, Runs
from tasjil.count.incidents.named import named_people


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of several incidents, one row for each that somebody tells of.

    Attributes:
        incident: Which incident each row is about.
        plain: The span of what was told.
        filled: The same, with the people who are named.
        sets_low: Of each line, whether it sets the low end.
        sets_top: Of each line, whether it sets the high end.
        disagree: Whether two of its tellings give different figures.
    """

    incident: Ints
    plain: Numbers
    filled: Numbers
    sets_low: Bools
    sets_top: Bools
    disagree: Bools


def count_lines(lines: Lines, named: Ints | None = None) -> Figures:
    """Count each incident over the lines given.

    Floor: the larger of the lowest figure and the people certainly named. Ceiling: the
    highest figure stated. An incident without any number has no ceiling, and no floor
    but its names.

    Args:
        lines: Lines that nobody rejected.
        named: How many people are named in each incident, where that is known.
    """
    tellings = lines.tellings
    figures = report_figures(lines, tellings)
    incidents = Runs.of(tellings.first(lines.incident))
    counts = _speaks(lines, tellings, figures, incidents)
    kept = Numbers(
        np.where(counts, figures.low, UNTOLD),
        np.where(counts, figures.top, UNTOLD),
        figures.is_open & counts,
    )
    plain = kept.either(incidents)
    number = incidents.numbers()
    told = counts & figures.known
    known = lines.numbers.known
    low, top = (
        told & (kept.low == plain.low[number]),
        told & (kept.top == plain.top[number]),
    )
    of_line = lines.telling
    incident = incidents.first(tellings.first(lines.incident))
    people = named_people(lines, incident) if named is None else named
    apart = told & ((kept.low != plain.low[number]) | (kept.top != plain.top[number]))
    return Figures(
        incident,
        plain,
        plain.filled(people),
        low[of_line] & known,
        top[of_line] & known,
        incidents.some(apart),
    )


def report_figures(lines: Lines, tellings: Runs) -> Numbers:
    """Add up the groups of victims that each report tells of; parts add nothing."""
    groups = Runs.of(lines.incident, lines.report, lines.root)
    numbers = lines.numbers
    whole = lines.is_whole
    counted = whole & numbers.known
    wholes = _only(numbers, counted, counted).either(groups)
    parts = _only(numbers, ~whole, ~whole).widest_part(groups)
    numbered = groups.some(counted)
    group = Numbers(
        np.where(numbered, wholes.low, parts.low),
        np.where(numbered, wholes.top, parts.top),
        np.where(numbered, wholes.is_open, parts.is_open),
    )
    starts = np.searchsorted(groups.starts, tellings.starts)
    return group.both(Runs(starts, len(groups)))


def _only(numbers: Numbers, kept: Bools, is_open: Bools) -> Numbers:
    """Take the others for untold."""
    return Numbers(
        np.where(kept, numbers.low, UNTOLD),
        np.where(kept, numbers.top, UNTOLD),
        numbers.is_open & is_open,
    )


def _speaks(lines: Lines, tellings: Runs, figures: Numbers, incidents: Runs) -> Bools:
    """Tell which reports' figures are taken for the incident's.

    A report that tells of single people only ("her son") gives no figure for an
    incident that others number as a whole, so it cannot pull the floor down.
    """
    is_event = lines.coded.is_event[lines.claim]
    whole = lines.is_whole
    has_whole = tellings.some(whole)[lines.telling]
    events = tellings.some(is_event & (whole | ~has_whole)) & figures.known
    number = incidents.numbers()
    some_event = incidents.some(events)[number]
    some_known = incidents.some(figures.known)[number]
    return np.where(some_event, events, figures.known | ~some_known)

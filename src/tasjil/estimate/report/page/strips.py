"""Chains as strips under one another: their traces, and how their draws rank."""

from collections.abc import Sequence

from markupsafe import Markup

from tasjil.estimate.report.page.drawing import INK, Field, both, box, line, words
from tasjil.estimate.report.page.elements import element, joined
from tasjil.estimate.report.page.outside import drawn
from tasjil.estimate.report.page.scale import Bend, Scale, fitted
from tasjil.estimate.saying import number

TALL, GAP = 54, 24
LEFT = 64


def trace_strips(
    traces: Sequence[Sequence[float]], names: Sequence[str], title: str
) -> Markup:
    """Draw N along each chain, all on one scale."""
    if not any(len(each) > 1 for each in traces):
        return Markup("")
    return both(lambda field: _traces(field, traces, names), title)


def rank_strips(
    ranks: Sequence[Sequence[int]], names: Sequence[str], title: str
) -> Markup:
    """Draw for each chain how many of its draws lie in each bin of all ranks.

    Vehtari, Gelman, Simpson, Carpenter & Bürkner 2021, Bayesian Analysis 16.
    """
    if not any(sum(each) for each in ranks):
        return Markup("")
    return both(lambda field: _ranks(field, ranks, names), title)


def bin_strip(
    prior: Sequence[float],
    posterior: Sequence[float],
    edges: Sequence[float],
    title: str,
) -> Markup:
    """Draw prior against posterior over bins of N, each bin equally wide."""
    if not posterior:
        return Markup("")
    return both(lambda field: _bins(field, prior, posterior, edges), title)


def _traces(
    field: Field, traces: Sequence[Sequence[float]], names: Sequence[str]
) -> tuple[Markup, float]:
    known = [value for each in traces for value in each]
    low, high = min(known), max(known)
    bend = fitted(known, 0, 1).bend
    pieces = []
    for k, values in enumerate(traces):
        top = k * (TALL + GAP) + 18
        up = Scale(low, high, top + TALL, top, bend)
        across = Scale(0, max(len(values) - 1, 1), LEFT, field.width - 8)
        points = " ".join(f"{across(i):.1f},{up(v):.1f}" for i, v in enumerate(values))
        look = {"fill": "none", "stroke": INK, "stroke_width": 1}
        pieces += [
            _frame(field, top, names[k]),
            words(LEFT - 6, top + 10, number(round(high)), "end"),
            words(LEFT - 6, top + TALL, number(round(low)), "end"),
            element("polyline", points=points, **look),
        ]
    return joined(pieces), len(traces) * (TALL + GAP) + 8.0


def _ranks(
    field: Field, ranks: Sequence[Sequence[int]], names: Sequence[str]
) -> tuple[Markup, float]:
    most = max(max(each, default=0) for each in ranks) or 1
    pieces = []
    for k, counts in enumerate(ranks):
        top = k * (TALL + GAP) + 18
        pieces.append(_frame(field, top, names[k]))
        wide = (field.width - 8 - LEFT) / max(len(counts), 1)
        for b, count in enumerate(counts):
            tall = TALL * count / most
            pieces.append(box(LEFT + b * wide, top + TALL - tall, wide - 1, tall, 0.55))
        even = top + TALL - TALL * sum(counts) / max(len(counts), 1) / most
        pieces.append(_dashed(field, even))
    return joined(pieces), len(ranks) * (TALL + GAP) + 8.0


def _bins(
    field: Field,
    prior: Sequence[float],
    posterior: Sequence[float],
    edges: Sequence[float],
) -> tuple[Markup, float]:
    top, tall, left = 10.0, 150.0, 12.0
    most = max((*prior, *posterior)) or 1
    wide = (field.width - 24) / len(posterior)
    up = Scale(0, most, top + tall, top, Bend.STRAIGHT)
    pieces, steps = [], []
    for k, (before, after) in enumerate(zip(prior, posterior, strict=True)):
        x = left + k * wide
        pieces.append(box(x, up(after), wide - 1, top + tall - up(after), 0.35))
        steps.append(f"{x:.1f},{up(before):.1f} {x + wide:.1f},{up(before):.1f}")
    look = {"stroke": INK, "stroke_width": 2, "stroke_dasharray": "6 4"}
    pieces.append(element("polyline", points=" ".join(steps), fill="none", **look))
    pieces.append(line(left, top + tall, field.width - 12, top + tall))
    every = max(1, len(edges) // field.ticks)
    for k in range(0, len(edges), every):
        at = min(max(left + k * wide, 26), field.width - 26)
        text = number(round(edges[k]))
        pieces.append(words(at, top + tall + 18, text, "middle"))
    return joined(pieces), top + tall + 28


def _frame(field: Field, top: float, name: str) -> Markup:
    under = line(LEFT, top + TALL, field.width - 8, top + TALL, stroke_opacity=0.3)
    return joined((words(LEFT, top - 5, drawn(name)), under))


def _dashed(field: Field, y: float) -> Markup:
    return line(LEFT, y, field.width - 8, y, stroke_dasharray="6 4", stroke_width=1.5)

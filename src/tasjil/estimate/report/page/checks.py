"""The sections of the checks: fit, chains, prior against posterior; and the run."""

from collections.abc import Iterator

from markupsafe import Markup

from tasjil.estimate.report.page.elements import element, table
from tasjil.estimate.report.page.rows import Row, interval_rows
from tasjil.estimate.report.page.scale import Bend
from tasjil.estimate.report.page.section import figure, section
from tasjil.estimate.report.page.strips import bin_strip, rank_strips, trace_strips
from tasjil.estimate.report.page.tell import Telling
from tasjil.estimate.report.parts import Chains, Expected, Fit, Learnt
from tasjil.estimate.saying import number, percent
from tasjil.model.estimate import Interval

MOST = 40
"""Overlaps that one drawing shows."""


def fits(tell: Telling) -> Iterator[Markup]:
    """Show seen overlaps against those the models expect."""
    if tell.report.fits:
        title = tell.word("fit.title")
        parts = (part for fit in tell.report.fits for part in _fit(tell, fit))
        words = element("p", tell.word("fit.caption"))
        yield section(title, "fit", words, *parts)


def chains(tell: Telling) -> Iterator[Markup]:
    """Show traces and ranks of chains."""
    if tell.report.chains:
        title = tell.word("chains.title")
        parts = (part for each in tell.report.chains for part in _chains(tell, each))
        yield section(title, "chains", *parts)


def learnt(tell: Telling) -> Iterator[Markup]:
    """Show what was believed of N before and after."""
    if tell.report.learnt:
        title = tell.word("learnt.title")
        parts = (_learnt(tell, each) for each in tell.report.learnt)
        yield section(title, "learnt", *parts)


def run(tell: Telling) -> Markup:
    """Say seed, data, versions, settings: what makes the numbers again."""
    report = tell.report
    lines = [each for each in tell.say.run(report) if _may_tell(tell, each)]
    if len(lines) < len(tell.say.run(report)):
        lines.append(tell.word("hidden_digest"))
    heads = (tell.word("table.setting"), tell.word("table.value"))
    rows = (
        (_left(name), _left(_plain(value)))
        for name, value in (report.settings or {}).items()
        if name != "limits"
    )
    title = tell.word("run.settings")
    summary = element("summary", title)
    return section(
        tell.word("run.title"),
        "run",
        element("p", tell.word("run.words")),
        element("ul", *(element("li", tell.html(each)) for each in lines)),
        element("details", summary, table(title, heads, rows)),
    )


def _may_tell(tell: Telling, line: str) -> bool:
    """Hold the digest back where small numbers are: who tries all of them finds it."""
    hidden = any(tell.hides(each.people) for each in tell.report.patterns)
    return not (hidden and tell.report.data in line)


def _fit(tell: Telling, fit: Fit) -> Iterator[Markup]:
    yield element("h3", tell.html(tell.say.fit(fit)))
    told = [each for each in _told(tell, fit) if not tell.hides(each[1].seen)][:MOST]
    if told:
        title = tell.word("fit.bars", method=tell.say.method(fit.method))
        rows = [_expected(tell, *each) for each in told]
        drawing = interval_rows(rows, title, bend=Bend.ROOT)
        caption = tell.word("intervals.sqrt")
        say = tell.say.word
        heads = ("", say("table.seen"), say("table.expected"), tell.word("table.p"))
        cells = (_cells(tell, *each) for each in told)
        reads = element("summary", tell.word("reads"))
        shown = element("details", reads, table(title, heads, cells))
        yield figure(drawing, f"{title}. {caption}", shown)


def _told(tell: Telling, fit: Fit) -> Iterator[tuple[str, Expected]]:
    """Name people on so many lists, on both of two, and on exactly some."""
    for nth, each in enumerate(fit.times, start=1):
        yield tell.say.word("fits.times", n=nth), each
    for each in fit.overlaps:
        yield tell.word("and").join(each.lists), each
    for each in sorted(fit.patterns, key=lambda each: -abs(each.z)):
        yield "= " + tell.word("and").join(each.lists), each


def _expected(tell: Telling, name: str, each: Expected) -> Row:
    ends = Interval(each.expected, each.expected, each.low, each.high, 0.95)
    return Row(name, ends, tell.people(each.seen), seen=tell.rounded(each.seen))


def _cells(tell: Telling, name: str, each: Expected) -> tuple[object, ...]:
    ends = f"{number(each.expected)} [{number(each.low)}–{number(each.high)}]"
    z = f"{each.z:+.1f}" if tell.exact else ""
    return tell.html(name), tell.people(each.seen), _left(ends), _left(z)


def _chains(tell: Telling, each: Chains) -> Iterator[Markup]:
    yield element("p", tell.html(tell.say.chains(each)))
    names = [tell.word("chains.chain", k=k + 1) for k in range(len(each.traces))]
    method = tell.say.method(each.method)
    words = tell.word("chains.trace", method=method)
    yield figure(trace_strips(each.traces, names, words), words)
    words = tell.word("chains.ranks", method=method)
    yield figure(rank_strips(each.ranks, names, words), words)


def _learnt(tell: Telling, each: Learnt) -> Markup:
    words = tell.word("learnt.caption", method=tell.say.method(each.method))
    drawing = bin_strip(each.prior, each.posterior, each.edges, words)
    heads = ("N", tell.word("learnt.prior"), tell.word("learnt.posterior"))
    rows = (
        (_left(f"{number(round(a))}–{number(round(b))}"), percent(p), percent(q))
        for a, b, p, q in zip(
            each.edges[:-1], each.edges[1:], each.prior, each.posterior, strict=True
        )
    )
    reads = element("summary", tell.word("reads"))
    shown = table(tell.word("learnt.title"), heads, rows)
    return figure(drawing, words, element("details", reads, shown))


def _left(text: object) -> Markup:
    return element("bdi", text, dir="ltr")


def _plain(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(str(each) for each in value)
    return "" if value is None else str(value)

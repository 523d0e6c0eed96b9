"""A report as plain lines for a terminal, readable without colours."""

import unicodedata
from collections.abc import Iterator, Sequence

from tasjil.estimate.report.parts import StratumShown, Varied
from tasjil.estimate.report.say import Sayer
from tasjil.estimate.report.value import Outcome, Report
from tasjil.estimate.report.verdict import is_bound
from tasjil.estimate.saying import Language, number, percent
from tasjil.model.estimate import Estimate, Refusal

PATTERNS = 15
"""Patterns that are told one by one, the largest; the page and JSON have all."""
PAIRS = 21
STRATA = 60
FAR = 3.0
"""Patterns farther from the model than so many standard deviations are told."""


def report_lines(report: Report, language: Language = Language.EN) -> list[str]:
    """Write a report in lines, the verdict first.

    Args:
        report: What was found.
        language: In which it is told.
    """
    say = Sayer(language)
    parts: list[tuple[str, list[str]]] = [
        ("verdict", list(say.verdict(report))),
        ("methods", list(_methods(report, say))),
        ("identification", [say.warning()]),
        ("varied", list(_varied(report, say))),
        ("strata", list(_strata(report.strata, say))),
        ("whole", list(_outcomes(report.whole, say))),
        ("draws", list(_strata(report.draws, say))),
        ("lists", list(_lists(report, say))),
        ("overlaps", list(_overlaps(report, say))),
        ("patterns", list(_patterns(report, say))),
        ("coverage", list(say.coverage(report))),
        ("missing", list(_missing(report, say))),
        ("findings", [say.finding(each) for each in report.findings]),
        ("fits", list(_fits(report, say))),
        ("chains", [say.chains(each) for each in report.chains]),
        ("run", list(say.run(report))),
    ]
    lines = [say.word("title.report"), "", say.documented(report)]
    for title, told in parts:
        if told:
            lines += ["", say.word(f"title.{title}"), *(f"  {each}" for each in told)]
    return lines


def columns(rows: Sequence[Sequence[str]], left: int = 1) -> list[str]:
    """Set rows in columns: the first ones to the left, numbers to the right.

    Example:
        >>> columns([("list", "people"), ("Ministry", "12")])
        ['list      people', 'Ministry      12']
    """
    if not rows:
        return []
    wide = [max(_width(row[k]) for row in rows) for k in range(len(rows[0]))]
    return ["  ".join(_cells(row, wide, left)).rstrip() for row in rows]


def _cells(row: Sequence[str], wide: Sequence[int], left: int) -> Iterator[str]:
    for k, (cell, width) in enumerate(zip(row, wide, strict=True)):
        gap = " " * (width - _width(cell))
        yield cell + gap if k < left else gap + cell


def _width(text: str) -> int:
    """Count the cells of a terminal that a text takes."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


def _methods(report: Report, say: Sayer) -> Iterator[str]:
    yield from _outcomes(report.outcomes, say)
    aside = [_row(each, say) for each in report.set_aside]
    if aside:
        yield say.word("table.aside") + ":"
        yield from (f"  {each}" for each in columns(aside))
    for each in report.outcomes:
        yield f"{say.method(each.method)}: {say.assumes(each.method)}"


def _outcomes(outcomes: Sequence[Outcome], say: Sayer) -> Iterator[str]:
    numbers = [each for each in outcomes if isinstance(each, Estimate)]
    if numbers:
        heads = ("", *(say.word(f"table.{head}") for head in ("middle", "from", "to")))
        yield from columns([heads, *(_row(each, say) for each in numbers)])
    for each in outcomes:
        if isinstance(each, Refusal):
            why = say.refusal(each)
            yield f"{say.method(each.method)} {say.word('table.refuses')}: {why}"


def _row(found: Estimate, say: Sayer) -> tuple[str, str, str, str]:
    name = say.method(found.method)
    if is_bound(found):
        name = f"{name} ({say.word('table.at_least')})"
    ends = (found.N.median, found.N.low, found.N.high)
    low, middle, high = (number(round(each)) for each in ends)
    return name, low, middle, high


def _varied(report: Report, say: Sayer) -> Iterator[str]:
    if not report.varied:
        return
    heads = ("changed", "middle", "from", "to", "moves", "width")
    rows = [("", *(say.word(f"table.{head}") for head in heads), "")]
    rows += [_varied_row(each, say) for each in report.varied]
    yield from columns(rows, left=2)


def _varied_row(each: Varied, say: Sayer) -> tuple[str, ...]:
    start = (say.method(each.method), say.varied(each))
    if each.N is None:
        return (*start, say.word("table.refuses"), "", "", "", "", "")
    ends = (each.N.median, each.N.low, each.N.high)
    return (
        *start,
        *(number(round(end)) for end in ends),
        "" if each.moves is None else f"{each.moves:.1f}",
        "" if each.width is None else f"{each.width:.1f}",
        say.word("table.decides") if each.decides else "",
    )


def _strata(strata: Sequence[StratumShown], say: Sayer) -> Iterator[str]:
    rows = [
        (stratum.name, number(stratum.n), *_row(each, say))
        for stratum in strata[:STRATA]
        for each in stratum.outcomes
        if isinstance(each, Estimate)
    ]
    yield from columns(rows)
    for stratum in strata[:STRATA]:
        for each in stratum.outcomes:
            if isinstance(each, Refusal):
                name = f"{stratum.name}: {say.method(each.method)}"
                yield f"{name} {say.word('table.refuses')}: {say.refusal(each)}"
    if len(strata) > STRATA:
        yield say.word("table.more", n=len(strata) - STRATA)


def _lists(report: Report, say: Sayer) -> list[str]:
    heads = tuple(say.word(f"table.{head}") for head in ("list", "size", "alone"))
    rows = [(each.name, number(each.size), number(each.alone)) for each in report.lists]
    return columns([heads, *rows])


def _overlaps(report: Report, say: Sayer) -> list[str]:
    heads = tuple(say.word(f"table.{head}") for head in ("both", "of_a", "of_b"))
    rows = [
        (
            f"{each.a} + {each.b}",
            number(each.both),
            _share(each.of_a),
            _share(each.of_b),
        )
        for each in report.overlaps[:PAIRS]
    ]
    more = len(report.overlaps) - PAIRS
    told = columns([("", *heads), *rows])
    return [*told, say.word("table.more", n=more)] if more > 0 else told


def _share(share: float | None) -> str:
    return "" if share is None else percent(share)


def _patterns(report: Report, say: Sayer) -> list[str]:
    shown, rest = report.patterns[:PATTERNS], report.patterns[PATTERNS:]
    rows = [(number(each.people), " + ".join(each.lists)) for each in shown]
    told = columns([(say.word("table.people"), say.word("table.on")), *rows], left=2)
    if rest:
        people = sum(each.people for each in rest)
        told.append(say.word("table.rest", n=len(rest), people=people))
    return told


def _fits(report: Report, say: Sayer) -> Iterator[str]:
    for fit in report.fits:
        yield say.fit(fit)
        for nth, each in enumerate(fit.times, start=1):
            yield f"  {say.times(nth, each)}"
        for each in fit.patterns:
            if abs(each.z) > FAR:
                yield f"  {say.expected(each)}"


def _missing(report: Report, say: Sayer) -> Iterator[str]:
    gaps = sorted(report.missing, key=lambda gap: -gap.missing)
    yield from (say.missing(each) for each in gaps[:PATTERNS])
    if len(gaps) > PATTERNS:
        yield say.word("table.more", n=len(gaps) - PATTERNS)
    if gaps and (report.settings or {}).get("by"):
        yield say.word("missing.random")

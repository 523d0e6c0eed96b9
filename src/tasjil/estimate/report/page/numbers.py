"""The sections of what each method gives, why it refuses, and what moves it."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from tasjil.estimate.report.page.elements import element, joined, table
from tasjil.estimate.report.page.rows import Marks, Row, interval_rows, is_log
from tasjil.estimate.report.page.section import figure, section
from tasjil.estimate.report.page.tell import Telling, span
from tasjil.estimate.report.parts import StratumShown, Varied
from tasjil.estimate.report.value import Outcome
from tasjil.estimate.report.verdict import is_bound
from tasjil.estimate.saying import number
from tasjil.model.estimate import Estimate, Interval, Method, Refusal


def verdict(tell: Telling) -> Markup:
    """Say what may be said, what no data can show, and how many are documented."""
    tag = element("p", tell.word("tag"), class_="state")
    said = tell.sentences(tell.say.verdict(tell.report))
    warning = tell.html(tell.say.warning())
    return section(
        tell.say.word("title.verdict"),
        "verdict",
        tag,
        element("div", said, class_="lead"),
        tell.sentences(tell.documented()),
        element("h3", tell.say.word("title.identification")),
        element("p", warning, class_="note"),
    )


def methods(tell: Telling) -> Markup:
    """Show each method's interval; those that refuse stand in the same drawing."""
    report = tell.report
    found = report.verdict
    band = None
    if found.low is not None and found.high is not None:
        band = (found.low, found.high)
    at = tell.rounded(report.n) or None
    label = tell.word("documented", n=tell.people(report.n))
    marks = Marks(at, label, band)
    rows = [_row(tell, each) for each in report.outcomes]
    title = tell.word("intervals.title")
    caption = tell.word("intervals.caption")
    if is_log(rows, marks):
        caption = f"{caption} {tell.word('intervals.log')}"
    drawing = interval_rows(rows, title, marks)
    return section(
        title, "methods", figure(drawing, caption, _table(tell, title)), _assume(tell)
    )


def refusals(tell: Telling) -> Markup:
    """Say every refusal with its reason, as large as the estimates."""
    refused = [each for each in tell.report.outcomes if isinstance(each, Refusal)]
    title = tell.word("refusals.title")
    if not refused:
        return section(title, "refusals", element("p", tell.word("refusals.none")))
    told = (_pair(tell.say.method(each.method), tell.outcome(each)) for each in refused)
    return section(
        title,
        "refusals",
        element("p", tell.word("refusals.words")),
        element("dl", *told, class_="facts"),
    )


def moves(tell: Telling) -> Markup:
    """Show what moves each number: deltas, priors, classes, each list left out."""
    varied = tell.report.varied
    title = tell.word("moves.title")
    if not varied:
        return section(title, "moves", element("p", tell.word("moves.none")))
    rows = list(_varied_rows(tell))
    caption = tell.word("moves.caption")
    if is_log(rows):
        caption = f"{caption} {tell.word('intervals.log')}"
    heads = ("method", "outcome")
    say = tell.say.word
    more = (say("table.changed"), say("table.moves"), say("table.width"), "")
    shown = table(
        title,
        (tell.word(f"table.{heads[0]}"), more[0], tell.word(f"table.{heads[1]}"))
        + more[1:],
        (_varied_cells(tell, each) for each in varied),
    )
    whole = element("details", element("summary", tell.word("reads")), shown)
    return section(title, "moves", figure(interval_rows(rows, title), caption, whole))


def strata(tell: Telling) -> Iterator[Markup]:
    """Show the strata, and the draws of a linkage, each with its interval."""
    for name, shown in (("strata", tell.report.strata), ("draws", tell.report.draws)):
        if shown:
            yield _parts(tell, name, shown)
    if tell.report.whole:
        told = (
            _pair(tell.say.method(each.method), tell.outcome(each))
            for each in tell.report.whole
        )
        title = tell.say.word("title.whole")
        yield section(title, "whole", element("dl", *told, class_="facts"))


def _parts(tell: Telling, name: str, shown: Sequence[StratumShown]) -> Markup:
    title = tell.word(f"{name}.title")
    drawings = []
    for method in dict.fromkeys(o.method for each in shown for o in each.outcomes):
        rows = [_part_row(tell, each, method) for each in shown]
        heading = tell.say.method(method)
        drawings.append(element("h3", heading))
        drawings.append(figure(interval_rows(rows, f"{title}: {heading}")))
    heads = (
        tell.word("table.name"),
        tell.word("table.people"),
        tell.word("table.method"),
        tell.word("table.outcome"),
    )
    cells = (
        (
            Markup("<bdi>{}</bdi>").format(tell.html(each.name)),
            tell.people(each.n),
            tell.say.method(outcome.method),
            _hidden(tell) if tell.hides(each.n) else tell.outcome(outcome),
        )
        for each in shown
        for outcome in each.outcomes
    )
    words = element("p", tell.word(f"{name}.caption"))
    reads = element("summary", tell.word("reads"))
    whole = element("details", reads, table(title, heads, cells))
    return section(title, name, words, *drawings, whole)


def _hidden(tell: Telling) -> str:
    return tell.word("few.stratum", few=10)


def _part_row(tell: Telling, each: StratumShown, method: Method) -> Row:
    found = next((o for o in each.outcomes if o.method is method), None)
    if tell.hides(each.n):
        return Row(each.name, None, tell.people(each.n))
    return Row(each.name) if found is None else _row(tell, found, each.name)


def _row(tell: Telling, found: Outcome, name: str | None = None) -> Row:
    named = name or tell.say.method(found.method)
    if isinstance(found, Estimate):
        bound = is_bound(found)
        note = span(found.N)
        if bound:
            note = f"{tell.word('at_least')} {number(round(found.N.low))}"
        return Row(named, found.N, note, open=bound)
    aside = _aside(tell, found.method) if name is None else None
    if aside is not None:
        note = tell.word("set_aside", why=tell.why(found))
        return Row(named, aside, note, aside=True)
    return Row(named, None, tell.word("no_number", why=tell.why(found)))


def _aside(tell: Telling, method: Method) -> Interval | None:
    kept = (each.N for each in tell.report.set_aside if each.method is method)
    return next(kept, None)


def _table(tell: Telling, caption: str) -> Markup:
    heads = (tell.word("table.method"), tell.word("table.outcome"))
    rows: list[tuple[object, object]] = [
        (tell.say.method(each.method), tell.outcome(each))
        for each in tell.report.outcomes
    ]
    aside = tell.say.word("table.aside")
    rows += [
        (f"{tell.say.method(each.method)} ({aside})", tell.interval(each.N))
        for each in tell.report.set_aside
    ]
    return table(caption, heads, rows)


def _assume(tell: Telling) -> Markup:
    told = (
        _pair(tell.say.method(each.method), tell.html(tell.say.assumes(each.method)))
        for each in tell.report.outcomes
    )
    title = element("h3", tell.word("assumptions.title"))
    return joined((title, element("dl", *told, class_="facts")))


def _varied_rows(tell: Telling) -> Iterator[Row]:
    kept = [each for each in tell.report.outcomes if isinstance(each, Estimate)]
    asked = {each.method: each.N for each in (*kept, *tell.report.set_aside)}
    for method in dict.fromkeys(each.method for each in tell.report.varied):
        name = f"{tell.say.method(method)}, {tell.word('moves.asked')}"
        if method in asked:
            yield Row(name, asked[method], span(asked[method]), strong=True)
        for each in tell.report.varied:
            if each.method is method:
                yield _varied_row(tell, each)


def _varied_row(tell: Telling, each: Varied) -> Row:
    name = tell.say.varied(each)
    if each.N is None:
        return Row(name, None, tell.say.word("table.refuses"))
    return Row(name, each.N, span(each.N), aside=each.decides)


def _varied_cells(tell: Telling, each: Varied) -> tuple[object, ...]:
    say = tell.say.word
    outcome = say("table.refuses") if each.N is None else tell.interval(each.N)
    return (
        tell.say.method(each.method),
        tell.html(tell.say.varied(each)),
        outcome,
        "" if each.moves is None else f"{each.moves:.1f}",
        "" if each.width is None else f"{each.width:.1f}",
        say("table.decides") if each.decides else "",
    )


def _pair(name: object, words: object) -> Markup:
    return element("div", element("dt", name), element("dd", words))

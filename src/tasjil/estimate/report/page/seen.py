"""The sections of what the table shows before any method: lists, overlaps, gaps."""

from collections.abc import Iterator

from markupsafe import Markup

from tasjil.estimate.report.page.elements import element, table
from tasjil.estimate.report.page.outside import told
from tasjil.estimate.report.page.section import figure, section
from tasjil.estimate.report.page.sizes import Size, list_sizes
from tasjil.estimate.report.page.tell import Telling
from tasjil.estimate.report.page.upset import GROUPS, Group, overlap_picture
from tasjil.estimate.report.parts import Odd, OverlapShown
from tasjil.estimate.saying import percent

ROWS = 100
"""Rows of a table of pairs or of gaps; more hide what matters."""


def lists(tell: Telling) -> Markup:
    """Show the size of every list, and how much they have in common."""
    title = tell.word("sizes.title")
    sizes = [
        Size(
            each.name,
            tell.rounded(each.size),
            tell.rounded(each.alone),
            tell.people(each.size),
        )
        for each in tell.report.lists
    ]
    say = tell.say.word
    heads = (say("table.list"), say("table.size"), say("table.alone"))
    rows = (
        (told(each.name), tell.people(each.size), tell.people(each.alone))
        for each in tell.report.lists
    )
    drawing = list_sizes(sizes, title)
    shown = figure(drawing, tell.word("sizes.caption"), table(title, heads, rows))
    return section(title, "lists", shown, tell.sentences(_coverage(tell)))


def overlaps(tell: Telling) -> Markup:
    """Show who is on exactly which lists, and every two lists."""
    report = tell.report
    title = tell.word("overlap.title")
    groups = [
        Group(each.lists, tell.rounded(each.people), tell.people(each.people))
        for each in report.patterns
    ]
    names = [each.name for each in report.lists]
    drawing = overlap_picture(names, groups, title)
    rest = report.patterns[GROUPS:]
    caption = tell.word("overlap.caption")
    if rest:
        people = tell.people(sum(each.people for each in rest))
        caption += " " + tell.word("overlap.rest", n=len(rest), people=people)
    heads = (tell.say.word("table.on"), tell.say.word("table.people"))
    rows = (
        (tell.names(each.lists), tell.people(each.people))
        for each in report.patterns[:GROUPS]
    )
    reads = element("summary", tell.word("reads"))
    details = element("details", reads, table(title, heads, rows))
    rounded = () if tell.exact else (element("p", tell.word("few.rounded")),)
    return section(
        title, "overlaps", figure(drawing, caption, details), *rounded, _pairs(tell)
    )


def gaps(tell: Telling) -> Iterator[Markup]:
    """Show what is not known of people, and what is odd about the table."""
    report = tell.report
    if report.missing:
        title = tell.word("missing.title")
        say = tell.say.word
        heads = (
            tell.word("missing.about"),
            say("table.on"),
            say("table.people"),
            tell.word("missing.missing"),
        )
        most = sorted(report.missing, key=lambda gap: -gap.missing)[:ROWS]
        rows = (
            (
                told(each.about),
                tell.names(each.lists),
                tell.people(each.people),
                tell.people(each.missing),
            )
            for each in most
        )
        words = (say("missing.random"),) if (report.settings or {}).get("by") else ()
        yield section(
            title, "missing", table(title, heads, rows), tell.sentences(words)
        )
    if report.findings:
        items = (element("li", tell.html(_odd(tell, each))) for each in report.findings)
        title = tell.say.word("title.findings")
        yield section(title, "findings", element("ul", *items))


def _coverage(tell: Telling) -> tuple[str, ...]:
    """Leave out the sentence with exact numbers where they may not be told."""
    lines = tell.say.coverage(tell.report)
    return lines if tell.exact else (lines[0], *lines[2:])


def _odd(tell: Telling, odd: Odd) -> str:
    key = f"finding.{odd.kind.replace(' ', '_')}"
    if tell.exact or odd.people is None or key not in tell.say.word:
        return tell.say.finding(odd)
    return tell.say.word(key, lists=odd.lists, people=tell.people(odd.people))


def _pairs(tell: Telling) -> Markup:
    title = tell.word("overlap.pairs")
    say = tell.say.word
    heads = ("", say("table.both"), say("table.of_a"), say("table.of_b"))
    rows = (
        (
            tell.names((each.a, each.b)),
            tell.people(each.both),
            _share(tell, each, each.of_a),
            _share(tell, each, each.of_b),
        )
        for each in tell.report.overlaps[:ROWS]
    )
    summary = element("summary", title)
    return element("details", summary, table(title, heads, rows))


def _share(tell: Telling, each: OverlapShown, share: float | None) -> str:
    """Say a share; one of few people would tell how few."""
    if share is None or tell.hides(each.both):
        return ""
    return percent(share) if tell.exact else percent(round(share, 1))

"""Estimates that were kept, as they are shown in a terminal and to programs."""

from collections.abc import Iterator, Sequence
from typing import Any

from tasjil.cli.counted import many
from tasjil.cli.terminal import say
from tasjil.estimate.report import Report
from tasjil.journey.estimating.again import Again
from tasjil.journey.estimating.case import Listed, Made
from tasjil.journey.estimating.wanted import Wanted
from tasjil.model.json import to_json


def made_lines(made: Made, wanted: Wanted) -> Iterator[str]:
    """Say from what a case was estimated, line by line."""
    told = made.gathered.told
    yield f"Lists that count: {', '.join(told.lists)}."
    if made.gathered.aside:
        yield (
            f"Left aside: {', '.join(made.gathered.aside)}. Names in reports count as "
            "a list with --with-reports."
        )
    yield (
        "Everybody on a list is taken to have been killed: lists do not say what "
        "became of people."
    )
    out = made.gathered.people["out_of_scope"]
    left = [f"{what} {share:.0f}" for what, share in out.items() if share >= 0.5]
    if left:
        yield f"Persons outside the case's scope, left out: {', '.join(left)}."
    if wanted.draws:
        yield (
            f"Linkages drawn: {wanted.draws}. Each is as likely as the records make "
            "it, and doubt about who is one person is part of every interval."
        )
    else:
        yield "The linkage that stands is taken as if it were certain (--draws 0)."


def verdict_words(report: Report) -> str:
    """Say a verdict in a few words.

    Example:
        >>> from tasjil.estimate.report import Kind, Verdict
        >>> from types import SimpleNamespace
        >>> found = Verdict(Kind.INTERVAL, 489.2, 581.7)
        >>> verdict_words(SimpleNamespace(verdict=found))
        '489 to 582 in all'
    """
    found = report.verdict
    if found.low is None:
        return "no number"
    if found.high is None:
        return f"{found.low:,.0f} or more in all"
    return f"{found.low:,.0f} to {found.high:,.0f} in all"


def show_kept(listed: Sequence[Listed]) -> None:
    """Print every estimate, oldest first, each in a line or two."""
    if not listed:
        say("No estimate is kept. To make one: tasjil estimate CASE")
    for each in listed:
        say(_line(each))
        if each.kept.because:
            say(f"    because: {each.kept.because}")
        if each.kept.withdrawn is not None:
            say("    withdrawn by {}: {}".format(*each.kept.withdrawn))


def _line(each: Listed) -> str:
    kept, report = each.kept, each.report
    told = "its tables went with an erased list"
    if report is not None:
        told = f"{verdict_words(report)}, {report.n:,} documented"
    state = {True: "fresh", False: "the data have changed since", None: ""}[each.fresh]
    after = f" ({state})" if state else ""
    return f"{kept.id}: {kept.at[:16].replace('T', ' ')}, {kept.by}: {told}{after}"


def kept_json(each: Listed) -> dict[str, Any]:
    """Put a kept estimate into plain JSON."""
    kept, report = each.kept, each.report
    return {
        "id": kept.id,
        "office": kept.office or None,
        "at": kept.at,
        "by": kept.by,
        "because": kept.because or None,
        "data": kept.data,
        "fresh": each.fresh,
        "n": None if report is None else report.n,
        "verdict": None if report is None else to_json(report.verdict),
        "outcomes": [] if report is None else [to_json(e) for e in report.outcomes],
        "withdrawn": (
            None
            if kept.withdrawn is None
            else dict(zip(("by", "because"), kept.withdrawn, strict=True))
        ),
    }


def show_again(done: Again) -> None:
    """Print whether a kept estimate came out the same."""
    if done.same:
        say(f"Estimate {done.kept.id}: every number is the same to the last digit.")
    else:
        say(
            f"Estimate {done.kept.id}: the numbers differ, first in "
            f"{'; '.join(done.differs)}."
        )
    if done.stopped:
        say("One of the two runs was ended early: they cannot be held together.")
    for name, (then, now) in done.versions.items():
        say(f"{name} was {then or 'absent'} then, and is {now} now.")
    if done.fresh is False:
        say(
            "The case's data have changed since: this tells of the tables as they "
            "were. To estimate what it holds now: tasjil estimate CASE"
        )
    documented = many(done.report.n, "person", "persons")
    say(f"Now: {verdict_words(done.report)}, {documented} documented.")


def again_json(done: Again) -> dict[str, Any]:
    """Put the comparison of two runs into plain JSON."""
    return {
        "id": done.kept.id,
        "same": done.same,
        "differs": list(done.differs),
        "versions": {name: list(each) for name, each in done.versions.items()},
        "fresh": done.fresh,
        "stopped": done.stopped,
        "outcomes": [to_json(each) for each in done.report.outcomes],
    }

"""How to check that these pages say what the register says."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.publish.edition import Edition
from tasjil.publish.outside import told
from tasjil.publish.page import Page, Part, parts
from tasjil.publish.view import Failure


@dataclass(frozen=True, slots=True)
class Integrity:
    """What the integrity page shows."""

    about: Markup
    about_language: str
    generated: Markup
    program: Markup
    log_digest: str | None
    log_entries: int
    case: str
    outlines_by: Markup | None


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A report that waits for a reader."""

    href: str
    title: Markup
    reason: Markup


@dataclass(frozen=True, slots=True)
class Reading:
    """What could not become a report, and what waits for a reader."""

    failures: tuple[tuple[Markup, Markup], ...]
    part: Part


def pages(edition: Edition) -> Iterator[Page]:
    """Make the integrity page and the page of what was not read."""
    say = edition.say
    context = _integrity(edition)
    title = say("integrity.title")
    yield Page("integrity.html", "integrity.html", title, "integrity", context)
    failures = tuple(_failure(each) for each in edition.index.view.failures)
    for part in parts("reading.html", _unread(edition)):
        reading = Reading(failures if part.number == 1 else (), part)
        yield Page(part.path, "reading.html", say("reading.title"), "reports", reading)


def _failure(failure: Failure) -> tuple[Markup, Markup]:
    return told(failure.name), told(failure.reason)


def _unread(edition: Edition) -> list[UnreadRow]:
    return [
        UnreadRow(
            href=edition.to_report(each.report),
            title=edition.report_title(each.report),
            reason=edition.explained(each.reason),
        )
        for each in edition.index.view.unread
        if each.report in edition.index.cards
    ]


def _integrity(edition: Edition) -> Integrity:
    view = edition.index.view
    about, language = view.about.said_in(edition.language)
    return Integrity(
        about=told(about),
        about_language=language.value,
        generated=edition.date(view.generated[:10]),
        program=told(view.program),
        log_digest=view.log.digest if view.log else None,
        log_entries=view.log.entries if view.log else 0,
        case=view.case,
        outlines_by=told(view.areas_source) if view.areas_source else None,
    )

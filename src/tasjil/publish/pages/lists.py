"""The lists of a case: how many stand on which, and how surely that is known."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.publish.charts.reliability import reliability_curve
from tasjil.publish.edition import Edition
from tasjil.publish.lists import FEW, ListShown, ListsShown, about
from tasjil.publish.outside import told
from tasjil.publish.page import Page


@dataclass(frozen=True, slots=True)
class ListRow:
    """One list, with its number of records in words."""

    name: Markup
    records: Markup
    clean: Markup


@dataclass(frozen=True, slots=True)
class OverlapRow:
    """Which lists, and about how many persons stand on exactly these."""

    on: tuple[bool, ...]
    persons: Markup


@dataclass(frozen=True, slots=True)
class Lists:
    """What the page of lists shows."""

    rows: tuple[ListRow, ...]
    names: tuple[Markup, ...]
    overlaps: tuple[OverlapRow, ...]
    facts: tuple[tuple[Markup, Markup], ...]
    curve: Markup


def pages(edition: Edition) -> Iterator[Page]:
    """Make the page, where the case has lists."""
    shown = edition.index.view.lists
    if shown is None:
        return
    names = tuple(_name(edition, each) for each in shown.lists)
    context = Lists(
        rows=tuple(
            ListRow(name, _people(edition, each.records), _clean(edition, each))
            for name, each in zip(names, shown.lists, strict=True)
        ),
        names=names,
        overlaps=tuple(
            OverlapRow(
                tuple(n in each.on for n in range(len(names))),
                _people(edition, each.persons),
            )
            for each in shown.overlaps
        ),
        facts=tuple(_facts(edition, shown)),
        curve=reliability_curve(
            shown.reliability,
            edition.say("lists.curve"),
            edition.say("lists.curve_said"),
            edition.say("lists.curve_held"),
        ),
    )
    yield Page("lists.html", "lists.html", edition.say("nav.lists"), "lists", context)


def _name(edition: Edition, each: ListShown) -> Markup:
    return edition.say("lists.reports") if each.name is None else told(each.name)


def _clean(edition: Edition, each: ListShown) -> Markup:
    return edition.say(
        {
            True: "lists.clean",
            False: "lists.not_clean",
            None: "lists.clean_unknown",
        }[each.clean]
    )


def _people(edition: Edition, count: int) -> Markup:
    rounded = about(count)
    if rounded is None:
        return edition.say("lists.few", few=FEW)
    return (
        edition.say("lists.none")
        if rounded == 0
        else edition.say("lists.about", about=rounded)
    )


def _facts(edition: Edition, shown: ListsShown) -> Iterator[tuple[Markup, Markup]]:
    say = edition.say
    for key, count in (
        ("persons", shown.persons),
        ("proposed", shown.proposed),
        ("confirmed", shown.confirmed),
        ("doubtful", shown.doubtful),
    ):
        yield say(f"lists.{key}"), _people(edition, count)
    words = "lists.words_said" if shown.words else "lists.words_none"
    yield say("lists.words"), say(words, n=shown.words)
    left_out = "lists.left_out_some" if shown.left_out else "lists.left_out_none"
    yield say("lists.left_out"), say(left_out)

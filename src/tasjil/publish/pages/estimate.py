"""The estimate of a case, beside its tally and never added to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.model.acts import Act
from tasjil.model.ids import FigureId
from tasjil.publish.edition import Edition
from tasjil.publish.page import Page
from tasjil.publish.pages.overview import measures
from tasjil.publish.rows import Measure

ADDRESS = "estimate.html"


@dataclass(frozen=True, slots=True)
class Beside:
    """The four numbers of the count, in people, beside which the estimate stands."""

    question: Markup
    href: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class EstimatePage:
    """What the page of the estimate shows.

    Attributes:
        beside: The tally; of those killed, as the lists are.
        report: Everything the estimate says of itself, as finished HTML.
        run: The run's id in the register; nothing where it has none.
        stale: Lists or links have changed since.
    """

    beside: tuple[Beside, ...]
    report: Markup
    made: Markup
    run: str
    stale: bool


def pages(edition: Edition) -> Iterator[Page]:
    """Make the page, where somebody estimated the case."""
    shown = edition.index.view.estimate
    if shown is None:
        return
    context = EstimatePage(
        beside=tuple(_beside(edition)),
        report=Markup(shown.fragments[edition.language.value]),  # noqa: S704
        made=edition.date(shown.made_at[:10]),
        run=shown.run,
        stale=not shown.fresh,
    )
    title = edition.say("nav.estimate")
    yield Page(ADDRESS, "estimate.html", title, "estimate", context)


def _beside(edition: Edition) -> Iterator[Beside]:
    for figure in edition.index.view.tally.figures:
        if figure.act is Act.KILLED:
            yield Beside(
                edition.say(f"question.{figure.act.value}"),
                edition.to_figure(FigureId(figure.id)),
                measures(edition, figure),
            )

"""Writes the site: static pages in English and Arabic that open from a folder."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import chain
from pathlib import Path

from tasjil.model.languages import Language
from tasjil.publish.edition import Edition
from tasjil.publish.index import Index
from tasjil.publish.page import Page
from tasjil.publish.pages import (
    estimate,
    figure,
    incident,
    incidents,
    integrity,
    lists,
    methods,
    overview,
    reconcile,
    report,
    source,
    totals,
)
from tasjil.publish.render import Frame, render, render_landing
from tasjil.publish.swap import swapped_in
from tasjil.publish.view import SiteView

Progress = Callable[[int, int], None]
"""Called with the incidents and reports written so far, and how many there are."""

ASSETS = ("site.css",)

_FOLDERS = ("incident", "report", "source", "figure", "total", "place")


def write_site(
    view: SiteView,
    out: Path,
    progress: Progress | None = None,
    look: Callable[[], None] | None = None,
) -> None:
    """Write every page of a case; the same view gives the same bytes.

    Pages are made one by one and written into a folder beside `out`, which takes the
    place of `out` when the last page is there. `out` is replaced only where it is
    empty or was written by an earlier build.

    Args:
        view: All that the pages show.
        out: Their folder.
        progress: Told how far it is.
        look: Called before the pages take their place; what it raises keeps them out.

    Raises:
        PublishError: `out` holds something else; the message says what to do.
    """
    index = Index(view)
    editions = [Edition.of(index, language) for language in Language]
    frames = {edition.language: Frame.of(edition) for edition in editions}
    with swapped_in(out, look) as folder:
        _prepare(folder, editions)
        for edition, page in _all_pages(editions, progress):
            html = render(page, edition, frames[edition.language])
            _write(folder / edition.language / page.path, html)


def _prepare(folder: Path, editions: list[Edition]) -> None:
    """Make the folders, the style sheet and the page that offers the languages."""
    for edition in editions:
        for name in _FOLDERS:
            (folder / edition.language / name).mkdir(parents=True)
    (folder / "assets").mkdir()
    for name in ASSETS:
        asset = files("tasjil.publish").joinpath("assets", name)
        (folder / "assets" / name).write_bytes(asset.read_bytes())
    _write(folder / "index.html", render_landing(editions))


def _all_pages(
    editions: list[Edition], progress: Progress | None
) -> Iterator[tuple[Edition, Page]]:
    """Yield each page once a language, without holding more than one."""
    for edition in editions:
        for page in _standing_pages(edition):
            yield edition, page
    yield from _pages_of_things(editions, progress)


def _standing_pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages that every case has, and one for each figure and source."""
    return chain(
        overview.pages(edition),
        incidents.pages(edition),
        figure.pages(edition),
        totals.pages(edition),
        reconcile.pages(edition),
        report.list_pages(edition),
        source.pages(edition),
        lists.pages(edition),
        estimate.pages(edition),
        methods.pages(edition),
        integrity.pages(edition),
    )


def _pages_of_things(
    editions: list[Edition], progress: Progress | None
) -> Iterator[tuple[Edition, Page]]:
    """Yield incidents and reports; a report's text is fetched once, then let go."""
    index = editions[0].index
    done, total = 0, len(index.incidents) + len(index.cards)
    for incident_id in index.incidents:
        for edition in editions:
            yield from ((edition, p) for p in incident.pages(edition, incident_id))
        done = _tell(progress, done + 1, total)
    for report_id in index.cards:
        fetched = index.view.reports[report_id]
        for edition in editions:
            yield from ((edition, p) for p in report.pages(edition, fetched))
        done = _tell(progress, done + 1, total)


def _tell(progress: Progress | None, done: int, total: int) -> int:
    if progress is not None:
        progress(done, total)
    return done


def _write(path: Path, html: str) -> None:
    path.write_text(html, encoding="utf-8", newline="\n")

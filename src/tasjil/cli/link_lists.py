"""`tasjil link LIST...`: lists that are in no case are linked, and nothing is kept."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tasjil.cli.link_asked import Asked, AtDesk, show, write_overlaps
from tasjil.cli.terminal import SOME_FAILED, bars, say
from tasjil.errors import BadValue
from tasjil.journey.linking.desk_of_lists import desk_of_lists
from tasjil.journey.linking.files import keep_model, link_files
from tasjil.journey.linking.overlaps import Drawn
from tasjil.model.ids import UserId


def link_lists(paths: Sequence[Path], asked: Asked) -> int:
    """Link lists and print who is whom; 1 where a list could not be read."""
    with bars() as shown:
        done = link_files(paths, asked.settings, shown, asked.said())
    if asked.model is not None:
        keep_model(done.linked.model, asked.model)
    drawn = Drawn(done.records, done.linked, done.judgements, done.said)
    write_overlaps(done.people, asked, lambda: drawn)
    show(done.people, asked)
    for each in done.failures:
        say(f"Not read: {each.name}: {each.failure}")
    return SOME_FAILED if done.failures else 0


def review_lists(
    paths: Sequence[Path], asked: Asked, at_desk: AtDesk, user: str | None
) -> int:
    """Ask about pairs of lists, and keep the answers in the file that was named."""
    if asked.judgements is None:
        raise BadValue(
            "expected --judgements FILE.csv, to keep what you say of lists that are in "
            "no case, found none; name one: it holds ids and verdicts, and no names"
        )
    by = UserId(user or "reviewer")
    with bars() as shown:
        desk = desk_of_lists(
            paths,
            asked.judgements,
            by,
            lambda: datetime.now(UTC),
            shown,
            asked.settings,
        )
    return at_desk.sit(desk, clear=True)

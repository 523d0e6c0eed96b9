"""Writes a case's pages, and again where somebody was sealed or erased meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tasjil.errors import PagesOutdated
from tasjil.journey.case import Case
from tasjil.journey.count import Counted, count_register
from tasjil.journey.estimating.shown import estimate_shown
from tasjil.journey.linking.shown import lists_shown
from tasjil.journey.opening import Key, open_register
from tasjil.journey.progress import Progress
from tasjil.journey.protect import Shown, shown_to_all
from tasjil.journey.site import write_pages
from tasjil.publish.lists import ListsShown
from tasjil.publish.view import EstimateShown, LogHead, SiteView
from tasjil.register.register import Register

TIMES = 3
"""How often pages are made before somebody is asked to come back later."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a register held at one moment, and what of it pages may show.

    Attributes:
        lists: Its lists and how they were linked; None where it has none.
        estimate: The last one of how many nobody documented; None where none stands.
    """

    counted: Counted
    public: Shown
    log: LogHead
    lists: ListsShown | None = None
    estimate: EstimateShown | None = None


def seen_in(case: Case, register: Register) -> Seen:
    """Count what a register holds now."""
    counted, head = count_register(case, register), register.head()
    public = shown_to_all(case, counted)
    log = LogHead(head.digest, head.size)
    estimate = estimate_shown(case, register)
    return Seen(counted, public, log, lists_shown(register), estimate)


def publish(
    case: Case,
    key: Key,
    seen: Seen,
    view: Callable[[Seen], SiteView],
    out: Path,
    progress: Progress,
) -> Seen:
    """Write the pages, and make them again while they would show too much.

    Args:
        case: The case.
        key: Opens its register again, to look.
        seen: What the register held when it was counted.
        view: What the pages show of it.
        out: Their folder.
        progress: Told how far it is.

    Returns:
        What the pages show.

    Raises:
        PagesOutdated: Somebody was sealed or erased each time; `out` is unchanged.
    """
    for _ in range(TIMES):
        look = partial(still_so, case, key, seen.counted)
        try:
            write_pages(view(seen), out, progress, look)
        except PagesOutdated as wrong:
            progress.note(f"{wrong}; making them again")
            with open_register(case, key) as register:
                seen = seen_in(case, register)
        else:
            return seen
    raise PagesOutdated(
        "expected to write pages while nobody is sealed or erased, found that somebody "
        f"was, {TIMES} times; no page was changed, and all that was captured and read "
        "is kept. Build again when your colleagues have finished"
    )


def still_so(case: Case, key: Key, counted: Counted) -> None:
    """Check that every report may still be shown as it was counted.

    Raises:
        PagesOutdated: One is withheld or gone since.
    """
    shown = counted.reports.keys()
    with open_register(case, key) as register:
        held = (register.box.withheld() & shown) - counted.withheld
        gone = shown - register.known_digests()
    if held or gone:
        raise PagesOutdated(
            "expected pages that show what may be shown, found reports that were "
            f"withheld or erased while they were made: {len(held | gone)}"
        )

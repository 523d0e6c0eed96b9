"""`tasjil estimate CASE`: a case's lists are estimated, and what came of it is kept."""

from datetime import UTC, datetime
from pathlib import Path

from tasjil.cli.estimate_asked import Asked
from tasjil.cli.estimate_of_case import OfCase
from tasjil.cli.estimate_progress import watched
from tasjil.cli.estimate_table import deliver
from tasjil.cli.show_kept_estimates import (
    again_json,
    kept_json,
    made_lines,
    show_again,
    show_kept,
)
from tasjil.cli.terminal import bars, put, say
from tasjil.cli.unlock import key_for
from tasjil.errors import BadValue
from tasjil.estimate.watch import Watch
from tasjil.journey.case import Case, open_case
from tasjil.journey.estimating.again import again
from tasjil.journey.estimating.case import (
    Deciding,
    Made,
    estimate_case,
    estimates_of,
    withdraw_estimate,
)
from tasjil.journey.estimating.nothing import NO_LISTS, refusals
from tasjil.journey.estimating.wanted import Wanted
from tasjil.journey.opening import Key
from tasjil.model.json import to_json


def estimate_folder(folder: Path, asked: Asked, of_case: OfCase) -> int:
    """Do what was asked of a case; a refusal is a result."""
    case = open_case(folder)
    key = key_for(case, of_case.user)
    if of_case.kept:
        return _list(case, key, asked)
    if of_case.again is not None:
        return _again(case, key, asked, of_case.again)
    if of_case.withdraw is not None:
        return _withdraw(case, key, of_case.withdraw, of_case.because)
    return _estimate(case, key, asked, of_case)


def _estimate(case: Case, key: Key, asked: Asked, of_case: OfCase) -> int:
    wanted = Wanted(
        asked.settings,
        of_case.draws,
        asked.lists or (),
        of_case.without,
        of_case.reports,
    )
    deciding = Deciding(datetime.now(UTC), of_case.because)
    with bars() as shown, watched(asked) as watch:

        def begin_estimating() -> Watch:
            shown.stop()
            return watch

        made = estimate_case(case, key, wanted, deciding, shown, begin_estimating)
    return _tell(made, asked, wanted)


def _tell(made: Made | None, asked: Asked, wanted: Wanted) -> int:
    if made is None:
        if asked.as_json:
            plain = [to_json(each) for each in refusals(wanted.settings.methods)]
            put(plain[0] if asked.one else plain)
        else:
            say(NO_LISTS)
        return 0
    if not asked.as_json:
        for line in made_lines(made, wanted):
            say(line)
    deliver(made.report, asked)
    if not asked.as_json:
        say(
            f"Kept as estimate {made.id}, beside the count and never added to it. To "
            f"run it anew: tasjil estimate CASE --again {made.id}"
        )
    return 0


def _list(case: Case, key: Key, asked: Asked) -> int:
    listed = estimates_of(case, key)
    if asked.as_json:
        for each in listed:
            put(kept_json(each))
    else:
        show_kept(listed)
    return 0


def _again(case: Case, key: Key, asked: Asked, id: str) -> int:
    with watched(asked) as watch:
        done = again(case, key, id, watch)
    if asked.as_json:
        put(again_json(done))
    else:
        show_again(done)
    return 0


def _withdraw(case: Case, key: Key, id: str, because: str | None) -> int:
    if not (because or "").strip():
        raise BadValue('expected why it is taken back, with --because "...", got none')
    withdraw_estimate(case, key, id, str(because), datetime.now(UTC))
    say(f"Estimate {id} is withdrawn; it stays readable with your reason.")
    return 0

"""`tasjil link CASE`: a case is linked, and people say who is one and who is two."""

from datetime import UTC, datetime

from tasjil.cli.link_asked import Asked, AtDesk, show, write_overlaps
from tasjil.cli.show_explained import (
    explained_json,
    history_json,
    show_explained,
    show_history,
)
from tasjil.cli.show_link import record_lines, show_changes
from tasjil.cli.terminal import bars, put, say
from tasjil.errors import BadValue
from tasjil.journey.case import Case
from tasjil.journey.linking.case import link_case as link_and_keep
from tasjil.journey.linking.desk_of_case import desk_of_case
from tasjil.journey.linking.explaining import explain as explain_pair
from tasjil.journey.linking.explaining import history as history_of
from tasjil.journey.linking.files import keep_model
from tasjil.journey.linking.judging import Judged, Said
from tasjil.journey.linking.judging import judge as judge_pair
from tasjil.journey.linking.judging import undo as take_back
from tasjil.journey.linking.overlaps import drawn_from
from tasjil.journey.opening import Key
from tasjil.link.named import as_records
from tasjil.model.judgement import Verdict

DRAWN_ANEW = (
    "To draw, all records of the case are compared once more; nothing of that is kept. "
    "Where the case was last linked by going on, its persons can differ in some from "
    "those that are drawn."
)


def link_case(case: Case, key: Key, asked: Asked) -> int:
    """Link a case, keep the outcome, and print who is whom."""
    settings = asked.settings
    with bars() as shown:
        done = link_and_keep(case, key, datetime.now(UTC), shown, settings)
    if done is None:
        say(
            "There is nothing to link: the case has no list (put some into lists/), "
            "and no two of its reports name anybody."
        )
        return 0
    if asked.model is not None and done.model is not None:
        keep_model(done.model, asked.model)
    if asked.overlaps is not None and asked.draws:
        say(DRAWN_ANEW)
    write_overlaps(done.people, asked, lambda: drawn_from(case, key, settings))
    show(done.people, asked)
    if not asked.as_json:
        show_changes(done)
    return 0


def review_case(case: Case, key: Key, at_desk: AtDesk) -> int:
    """Ask about pairs of a case, and keep each answer in its register."""
    with (
        bars() as shown,
        desk_of_case(case, key, lambda: datetime.now(UTC), shown) as desk,
    ):
        shown.stop()
        return at_desk.sit(desk, clear=False)


def judge(
    case: Case, key: Key, said: tuple[str, str, str], because: str | None, as_json: bool
) -> int:
    """Keep a word on two records, and print whom they tell of now."""
    one, other, typed = said
    fits = [each for each in Verdict if each.value == typed.strip().casefold()]
    if not fits or because is None:
        known = ", ".join(f'"{each.value}"' for each in Verdict)
        raise BadValue(
            f"expected --judge A B with one of {known}, and your reason with "
            f"--because; got {typed!r} and {'no' if because is None else 'a'} reason"
        )
    word = Said(one, other, fits[0], because)
    with bars() as shown:
        done = judge_pair(case, key, word, datetime.now(UTC), shown)
    return _show_judged(done, as_json)


def undo(
    case: Case,
    key: Key,
    pair: tuple[str, str] | None,
    because: str | None,
    as_json: bool,
) -> int:
    """Take a word back, and print whom its records tell of now."""
    with bars() as shown:
        why = because or "said by mistake"
        done = take_back(case, key, pair, why, datetime.now(UTC), shown)
    return _show_judged(done, as_json)


def _show_judged(done: Judged, as_json: bool) -> int:
    """Print whom the records of the words tell of now."""
    if done.linked is None:
        say("The word is kept; there is nothing to link.")
        return 0
    about = [id for word in as_records(done.said) for id in word.pair]
    for each in record_lines(done.linked.people, about):
        if as_json:
            put(each)
        else:
            sure = f"{100 * each['certainty']:.0f} % certain"
            say(f"{each['record']} tells of {each['person']} ({sure})")
    if not as_json:
        show_changes(done.linked)
        say("To take it back: tasjil link CASE --undo")
    return 0


def explain(case: Case, key: Key, pair: tuple[str, str], as_json: bool) -> int:
    """Print why two records are one person, or two."""
    told = explain_pair(case, key, pair)
    if as_json:
        put(explained_json(told))
    else:
        show_explained(told)
    return 0


def history(case: Case, key: Key, person: str, as_json: bool) -> int:
    """Print how a person came to be whom they are."""
    told = history_of(case, key, person)
    if as_json:
        put(history_json(told))
    else:
        show_history(told)
    return 0

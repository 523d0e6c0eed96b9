"""`tasjil link`: which records of lists, and which names in reports, are one person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli.arguments import As, Json
from tasjil.cli.show_explained import (
    explained_json,
    history_json,
    show_explained,
    show_history,
)
from tasjil.cli.show_link import record_lines, show_changes, show_people
from tasjil.cli.terminal import SOME_FAILED, bars, put, say
from tasjil.cli.unlock import key_for
from tasjil.errors import BadValue
from tasjil.journey.case import Case, open_case
from tasjil.journey.link import link_case
from tasjil.journey.link_explain import explain as explain_pair
from tasjil.journey.link_explain import history as history_of
from tasjil.journey.link_files import keep_model, link_files, model_in
from tasjil.journey.link_judging import Judged, Said
from tasjil.journey.link_judging import judge as judge_pair
from tasjil.journey.link_judging import undo as take_back
from tasjil.journey.opening import Key
from tasjil.journey.overlaps import Drawn, drawn_from, table_of, tables_of, write
from tasjil.journey.people import People
from tasjil.link.linking import LinkSettings
from tasjil.link.named import as_records
from tasjil.model.judgement import Verdict

Targets = Annotated[
    list[Path],
    typer.Argument(
        metavar="CASE | LIST...",
        help="A case folder, or lists of victims (.csv, .xlsx).",
        show_default=False,
    ),
]
Overlaps = Annotated[
    Path | None,
    typer.Option(
        "--overlaps",
        metavar="FILE.csv",
        help="Write how many persons stand on which lists, as `tasjil estimate` reads.",
    ),
]
Draws = Annotated[
    int,
    typer.Option(
        "--draws",
        min=0,
        metavar="N",
        help="With --overlaps: N tables, each of a linkage that is as likely.",
    ),
]
Seed = Annotated[int, typer.Option("--seed", help="What chance is drawn from.")]
ModelFile = Annotated[
    Path | None,
    typer.Option(
        "--model",
        metavar="FILE",
        help="How records are weighed: taken from this file, or kept there if new.",
    ),
]
Judge = Annotated[
    tuple[str, str, str] | None,
    typer.Option(
        "--judge",
        metavar='A B same|different|"cannot tell"',
        help="Say whether two records are one person; needs --because.",
        show_default=False,
    ),
]
Why = Annotated[
    str | None,
    typer.Option("--because", help="Why, in your words.", show_default=False),
]
Explain = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--explain",
        metavar="A B",
        help="Say why two records are, or are not, one person.",
        show_default=False,
    ),
]
Undo = Annotated[
    bool,
    typer.Option(
        "--undo", help="Take back your last word, or with --pair the one on these two."
    ),
]
Pair = Annotated[
    tuple[str, str] | None,
    typer.Option("--pair", metavar="A B", help="Which two, for --undo."),
]
HistoryOf = Annotated[
    str | None,
    typer.Option(
        "--history",
        metavar="PERSON",
        help="Tell how a person came to be whom they are.",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """How a person wants records linked, and what of it they want written.

    Attributes:
        overlaps: The file for the table of overlaps.
        draws: How many linkages to draw for it; 0 for the one that is held.
        model: The file that says how records are weighed.
    """

    overlaps: Path | None
    draws: int
    seed: int
    model: Path | None
    as_json: bool

    def __post_init__(self) -> None:
        """Refuse draws that go nowhere."""
        if self.draws and self.overlaps is None:
            raise BadValue(
                "expected --overlaps FILE.csv with --draws, found no file; name one"
            )

    @property
    def settings(self) -> LinkSettings:
        """How records are linked."""
        model = None if self.model is None else model_in(self.model)
        return LinkSettings(seed=self.seed, model=model)


def link(  # noqa: PLR0913 - each option of the command is one
    targets: Targets,
    overlaps: Overlaps = None,
    draws: Draws = 0,
    seed: Seed = 1,
    model: ModelFile = None,
    judge: Judge = None,
    because: Why = None,
    explain: Explain = None,
    undo: Undo = False,
    pair: Pair = None,
    history: HistoryOf = None,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Link records of lists that tell of one person, in a case or outside any.

    For a case, the names in its reports are linked too, what people said goes before,
    and the outcome is kept: `tasjil build` does the same. For lists alone nothing is
    kept. With --json one line a record says whom it tells of, how certain that is, and
    whether a person should look.
    """
    asked = Asked(overlaps, draws, seed, model, as_json)
    words = [judge is not None, explain is not None, undo, history is not None]
    if sum(words) > 1:
        raise BadValue(
            "expected one of --judge, --explain, --undo and --history, found several; "
            "take them one after the other"
        )
    if not _is_case(targets):
        if any(words):
            raise BadValue(
                "expected a case folder, whose register keeps what people say, found "
                "lists; `tasjil new CASE` makes one"
            )
        return _link_lists(targets, asked)
    case = open_case(targets[0])
    key = key_for(case, user)
    if judge is not None:
        return _judge(case, key, judge, because, as_json)
    if undo:
        return _undo(case, key, pair, because, as_json)
    if explain is not None:
        return _explain(case, key, explain, as_json)
    if history is not None:
        return _history(case, key, history, as_json)
    return _link_case(case, key, asked)


def _is_case(targets: Sequence[Path]) -> bool:
    folders = [each for each in targets if each.is_dir()]
    if folders and len(targets) > 1:
        raise BadValue(
            "expected one case folder, or lists alone, found a folder among others; "
            "name the lists in it one by one"
        )
    return bool(folders)


def _link_lists(paths: Sequence[Path], asked: Asked) -> int:
    with bars() as shown:
        done = link_files(paths, asked.settings, shown)
    if asked.model is not None:
        keep_model(done.linked.model, asked.model)
    drawn = Drawn(done.records, done.linked, done.judgements)
    _write_overlaps(done.people, asked, lambda: drawn)
    _show(done.people, asked)
    for each in done.failures:
        say(f"Not read: {each.name}: {each.failure}")
    return SOME_FAILED if done.failures else 0


def _link_case(case: Case, key: Key, asked: Asked) -> int:
    settings = asked.settings
    with bars() as shown:
        done = link_case(case, key, datetime.now(UTC), shown, settings)
    if done is None:
        say(
            "There is nothing to link: the case has no list (put some into lists/), "
            "and no two of its reports name anybody."
        )
        return 0
    if asked.model is not None and done.model is not None:
        keep_model(done.model, asked.model)
    _write_overlaps(done.people, asked, lambda: drawn_from(case, key, settings))
    _show(done.people, asked)
    if not asked.as_json:
        show_changes(done)
    return 0


def _write_overlaps(people: People, asked: Asked, drawn: Callable[[], Drawn]) -> None:
    """Write the table of overlaps, where one was asked for."""
    if asked.overlaps is None:
        return
    if asked.draws:
        text = tables_of(drawn(), asked.draws, asked.seed)
    else:
        text = table_of(people)
    write(text, asked.overlaps)
    say(f"Who is on which lists: {asked.overlaps}")


def _show(people: People, asked: Asked) -> None:
    if asked.as_json:
        for each in record_lines(people):
            put(each)
    else:
        show_people(people)


def _judge(
    case: Case, key: Key, said: tuple[str, str, str], because: str | None, as_json: bool
) -> int:
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


def _undo(
    case: Case,
    key: Key,
    pair: tuple[str, str] | None,
    because: str | None,
    as_json: bool,
) -> int:
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


def _explain(case: Case, key: Key, pair: tuple[str, str], as_json: bool) -> int:
    told = explain_pair(case, key, pair)
    if as_json:
        put(explained_json(told))
    else:
        show_explained(told)
    return 0


def _history(case: Case, key: Key, person: str, as_json: bool) -> int:
    told = history_of(case, key, person)
    if as_json:
        put(history_json(told))
    else:
        show_history(told)
    return 0

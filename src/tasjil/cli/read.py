"""`tasjil read`: what reports claim, without keeping anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer

from tasjil.cli.arguments import As, Json
from tasjil.cli.show_claims import show_claims, show_digest, thrown_away
from tasjil.cli.show_comparison import show_comparison
from tasjil.cli.terminal import SOME_FAILED, bars, put, say
from tasjil.cli.unlock import key_for
from tasjil.errors import BadValue
from tasjil.journey.ask_reader import BUILT_IN, ask_reader
from tasjil.journey.case import Case, open_case
from tasjil.journey.compare_files import NotCompared, compare_files
from tasjil.journey.never_sent import never_sent
from tasjil.journey.read_files import FileRead, read_files
from tasjil.read.digest import digest
from tasjil.read.door import Reader
from tasjil.read.language_model.reader import LanguageModelReader
from tasjil.read.lines import claim_line, comparison_line

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH...", help="Files, or folders to walk.", show_default=False
    ),
]
Digest = Annotated[
    bool, typer.Option("--digest", help="One line a report: what it says, in sum.")
]
CaseOption = Annotated[
    Path | None,
    typer.Option("--case", help="Read with this case's places, sources and codebook."),
]
ReaderOption = Annotated[
    str,
    typer.Option(
        "--reader",
        metavar="NAME",
        help="Who reads: built-in (the reader of each language), english, or the "
        "settings file of a language model (.toml; see docs/language-model.md).",
    ),
]
Compare = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--compare",
        metavar="A B",
        help="Have two readers read, and show where they differ. Named as --reader.",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked for.

    Attributes:
        case: The case to read for.
        user: Who they are, where a register has to be asked what is sealed.
    """

    paths: Sequence[Path]
    case: Case | None
    user: str | None
    digested: bool
    as_json: bool


def read(
    paths: Paths,
    digested: Digest = False,
    case: CaseOption = None,
    reader: ReaderOption = BUILT_IN,
    compare: Compare = None,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Say what reports claim: one claim a line, each on its exact words.

    Reads .txt .md .html .pdf .docx .eml and keeps nothing. A file that cannot be
    captured is named with its reason, the rest goes on, and the exit status is 1.
    Nothing is sent anywhere, unless you name the settings file of a language model
    that is elsewhere and that file says yes to it.
    """
    opened = None if case is None else open_case(case)
    asked = Asked(paths, opened, user, digested, as_json)
    if compare is None:
        [one] = _readers((reader,), asked)
        return _read(asked, one)
    if digested or reader != BUILT_IN:
        raise BadValue(
            "expected --compare without --digest and --reader, found them together; "
            "leave out the others"
        )
    one, other = _readers(compare, asked)
    return _compare(asked, (one, other))


def _readers(names: Sequence[str], asked: Asked) -> list[Reader | None]:
    """Find the readers; say what will be sent before anything is."""

    @cache
    def held_back() -> frozenset[str]:
        return never_sent(asked.paths, asked.case, lambda c: key_for(c, asked.user))

    found = [ask_reader(name, held_back) for name in names]
    for each in found:
        if isinstance(each, LanguageModelReader):
            say(each.disclosure)
    return found


def _read(asked: Asked, reader: Reader | None) -> int:
    failed = False
    with bars() as shown:
        for each in read_files(asked.paths, asked.case, shown, reader):
            failed = failed or each.failure is not None
            if each.problem:
                say(f"{each.name}: {each.problem}")
            if each.dropped:
                say(f"{each.name}: {thrown_away(each.dropped)}")
            if each.report is None:
                continue
            if asked.as_json:
                for plain in lines(each, asked.digested):
                    put(plain)
            elif asked.digested:
                show_digest(digest(each.report, each.claims))
            else:
                show_claims(each.report, each.claims)
    return SOME_FAILED if failed else 0


def _compare(asked: Asked, readers: tuple[Reader | None, Reader | None]) -> int:
    failed = False
    with bars() as shown:
        for each in compare_files(asked.paths, readers, asked.case, shown):
            if isinstance(each, NotCompared):
                failed = failed or each.is_failure
                say(f"{each.name}: {each.reason}")
            elif asked.as_json:
                put(comparison_line(each.report, each.found, each.a, each.b))
            else:
                show_comparison(each)
    return SOME_FAILED if failed else 0


def lines(each: FileRead, digested: bool) -> Iterator[dict[str, Any]]:
    """Give the JSON lines of one report."""
    if each.report is None:
        return
    if digested:
        yield digest(each.report, each.claims).line()
        return
    for claim in each.claims:
        yield claim_line(each.report, claim)

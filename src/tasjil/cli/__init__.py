"""One file a verb: what a person types."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from importlib import import_module
from keyword import iskeyword
from typing import Any

import typer

from tasjil import __version__
from tasjil.cli.terminal import guarded, speakable, stopped
from tasjil.register.memory import never_written_out

FOR_YOU_ALONE = 0o077
"""No file that a verb makes can be read by another user of the machine."""

VERBS = {
    "new": "Make a case folder that explains itself.",
    "places": "Bring a gazetteer into a case: GeoNames, OCHA p-codes.",
    "columns": "Say what the columns of a list mean, and save it.",
    "build": "Capture, read, count, and write the pages: the main job.",
    "read": "Say what reports claim, and keep nothing.",
    "count": "Count: floor, verified, ceiling, reported.",
    "missing": "Say what is not known yet, and what to check first.",
    "what-if": "Count without a source, or by another rule; keep nothing.",
    "reconcile": "Say why totals differ, and what all of them allow together.",
    "trace": "Walk from a figure to the words it rests on.",
    "judge": "Accept or reject what the reader proposed.",
    "link": "Say which records of lists tell of one person.",
    "estimate": "Infer how many nobody documented; or say why it cannot be known.",
    "join": "Say that two incidents are one.",
    "split": "Say that claims of one incident tell of another.",
    "assess": "Say how well an element of an incident is established.",
    "sign": "Stand behind another person's assessment.",
    "dissent": "Say that another person's assessment is wrong.",
    "assessments": "List what people found, who signed, and who dissents.",
    "agreement": "Say how far people agree who judged the same.",
    "sources": "Say who tells, whom they pass on, and who cites in a ring.",
    "seal": "Keep safe who somebody is, and hold back their reports.",
    "unseal": "Read who a person in the sealed box is; it stands in the log.",
    "box": "List the people in the sealed box, by reference alone.",
    "grant": "Say who may open the sealed box.",
    "consent": "Keep what a person agreed to.",
    "withdraw": "A person takes their consent back.",
    "erase": "Destroy what could harm somebody.",
    "users": "Say who works on a case.",
    "user": "Let somebody in, give them other work, let them go.",
    "ask": "Ask a second person for leave.",
    "requests": "List who waits for leave.",
    "approve": "Give another person the leave they asked for.",
    "release": "Say what would leave the house, and publish it when two agree.",
    "export": "Make a bundle of our log for another office.",
    "import": "Take in a bundle of another office.",
    "offices": "Say who we are, and which other offices are known here.",
    "open-questions": "List what two offices' logs leave for a person to settle.",
    "verify": "Check that the log is whole.",
    "checkpoint": "Print the signed page that holds you to the log.",
    "timestamp": "Let a time authority sign that the log was there.",
    "export-log": "Write the log for a stranger to check.",
    "rebuild": "Make the tables again from the log.",
    "backup": "Copy a case into one encrypted file to keep elsewhere.",
    "check-backup": "See that a backup opens, and is whole.",
    "restore": "Make a case's register from a backup.",
    "rekey": "Give a register other keys, after somebody left.",
    "passphrase": "Change what opens a register.",
    "serve": "Show a case's pages on this machine, and on no other.",
}
HELP = """Casualty recording: from what was said to a count that can be defended.

A case is a folder: reports/ (.txt .md .html .pdf .docx .eml), lists/ (.csv .xlsx;
their records are linked with one another and with the victims that reports name, and
a build says how many persons they tell of, beside the count), case.toml (what it
counts), sources.csv (who tells, and whom they relay), places.csv (what lies in what).

Start with `tasjil new CASE`, put reports into CASE/reports, then `tasjil build CASE`.
Everything is kept in CASE/register, encrypted; nothing is sent anywhere unless you
ask for it. The first build asks for a passphrase; TASJIL_PASSPHRASE_FILE names a file
that holds it.

Exit status: 0 done; 1 done, but some files failed or the log is not whole;
2 cannot start, the message says why; 70 a fault of the program.
"""


def main() -> None:
    """Run the command line and leave with its status."""
    os.umask(FOR_YOU_ALONE)
    never_written_out()
    speakable()
    asked = sys.argv[1:2]
    try:
        verbs = application(load=[name for name in VERBS if name in asked])
    except KeyboardInterrupt:
        sys.exit(stopped())
    verbs()


def application(load: Iterable[str]) -> typer.Typer:
    """Put the command line together.

    Args:
        load: The verbs to load; the rest are there by name and summary only, so that
            help and small verbs come at once.
    """
    made = typer.Typer(
        name="tasjil",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help=HELP,
    )
    made.callback()(_options)
    wanted = set(load)
    for name, summary in VERBS.items():
        if name in wanted:
            verb = loaded(name)
            if isinstance(verb, dict):
                made.add_typer(_group(verb), name=name, help=summary)
            else:
                made.command(name)(_leaving_with_its_status(verb))
        else:
            made.command(name, help=summary)(_not_loaded)
    return made


def loaded(name: str) -> Any:
    """Load a verb from its file: what it does, or the verbs typed after it by name."""
    file = file_of(name)
    return getattr(import_module(f"tasjil.cli.{file}"), file)


def file_of(verb: str) -> str:
    """Name the file of a verb, which cannot be called `import`.

    Example:
        >>> file_of("export-log"), file_of("import")
        ('export_log', 'import_')
    """
    file = verb.replace("-", "_")
    return f"{file}_" if iskeyword(file) else file


def _group(verbs: Mapping[str, Callable[..., int]]) -> typer.Typer:
    """Put verbs together that are typed after a common one: tasjil user add."""
    made = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    for name, verb in verbs.items():
        made.command(name)(_leaving_with_its_status(verb))
    return made


def _leaving_with_its_status(verb: Callable[..., int]) -> Callable[..., None]:
    @wraps(verb)
    def run(**given: Any) -> None:
        raise typer.Exit(guarded(lambda: verb(**given)))

    return run


def _not_loaded() -> None:
    """Stand for a verb in the list of verbs."""


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"tasjil {__version__}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Say the version."
    ),
) -> None:
    pass

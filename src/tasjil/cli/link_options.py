"""What can be asked of `tasjil link`, option by option."""

from pathlib import Path
from typing import Annotated

import typer

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


Review = Annotated[
    bool,
    typer.Option("--review", help="Ask you about doubtful pairs, one key an answer."),
]
Questions = Annotated[
    int,
    typer.Option(
        "--questions",
        min=0,
        metavar="N",
        help="Write the next N pairs to ask about as JSON, for another program.",
    ),
]
Arabic = Annotated[bool, typer.Option("--arabic", help="With --review: ask in Arabic.")]
Judgements = Annotated[
    Path | None,
    typer.Option(
        "--judgements",
        metavar="FILE.csv",
        help="For lists alone: what people said of pairs; ids and verdicts, no names.",
    ),
]
Memory = Annotated[
    float | None,
    typer.Option(
        "--memory", metavar="GB", help="The memory that linking may take, in GB."
    ),
]
Spill = Annotated[
    Path | None,
    typer.Option(
        "--spill",
        metavar="FOLDER",
        help="Where to put, encrypted, what memory does not hold. Without it nothing "
        "is written.",
    ),
]

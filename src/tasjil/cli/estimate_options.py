"""What can be asked of `tasjil estimate`, option by option."""

from pathlib import Path
from typing import Annotated

import typer

Target = Annotated[
    Path | None,
    typer.Argument(
        metavar="TABLE.csv | CASE",
        help="A table: one column a list (0 or 1), and `count`; or without `count` one "
        "row a person. Or a case folder.",
        show_default=False,
    ),
]
Methods = Annotated[
    str,
    typer.Option(
        "--method",
        metavar="M",
        help="loglinear, dga, lcmcr, sparse, chao, coverage, two-lists, doubly-robust; "
        "several with commas; or all that the table is for.",
    ),
]
Delta = Annotated[
    float,
    typer.Option(
        "--delta",
        metavar="D",
        help="dga: the prior's people in each cell of the full table.",
    ),
]
Classes = Annotated[
    int,
    typer.Option(
        "--classes", metavar="K", help="lcmcr: the most kinds of people, 2 or more."
    ),
]
Seed = Annotated[
    int,
    typer.Option(
        "--seed", help="Where chance begins: the same gives the same numbers."
    ),
]
Chains = Annotated[
    int,
    typer.Option("--chains", metavar="N", help="lcmcr: how many chains, 4 or more."),
]
Samples = Annotated[
    int,
    typer.Option(
        "--samples", metavar="N", help="lcmcr: go on to so many effective samples."
    ),
]
Minutes = Annotated[
    float | None,
    typer.Option(
        "--minutes",
        metavar="M",
        help="lcmcr: stop after so long and say what it is worth; without it the work "
        "is bounded by count.",
    ),
]
Level = Annotated[
    float, typer.Option("--level", metavar="L", help="The share of every interval.")
]
By = Annotated[
    list[str] | None,
    typer.Option(
        "--by",
        metavar="COLUMN",
        help="Estimate each stratum of this column, and add them; may be repeated.",
        show_default=False,
    ),
]
Imputations = Annotated[
    int,
    typer.Option(
        "--imputations",
        metavar="N",
        help="With --by: how often missing values are drawn.",
    ),
]
Lists = Annotated[
    str | None,
    typer.Option(
        "--lists",
        metavar="A,B,C",
        help="Which columns are the lists; others are left out, or tell of the people.",
        show_default=False,
    ),
]
LeftOut = Annotated[
    bool,
    typer.Option(
        "--left-out/--no-left-out", help="Estimate again without each of the lists."
    ),
]
Priors = Annotated[
    bool,
    typer.Option("--priors/--no-priors", help="Estimate again with other priors."),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=VALUE",
        help="Refuse from another limit on; it is told beside the number. "
        "See --limits.",
        show_default=False,
    ),
]
ShowLimits = Annotated[
    bool, typer.Option("--limits", help="List the limits with their sources, and end.")
]
Full = Annotated[
    bool,
    typer.Option("--report", help="With --json: the whole report as one object."),
]
Page = Annotated[
    Path | None,
    typer.Option(
        "--page", metavar="OUT.html", help="Write the report as a page with pictures."
    ),
]
Save = Annotated[
    Path | None,
    typer.Option("--save", metavar="FILE.npz", help="lcmcr: keep the chains here."),
]
Resume = Annotated[
    Path | None,
    typer.Option(
        "--resume", metavar="FILE.npz", help="lcmcr: go on from these chains."
    ),
]
Arabic = Annotated[bool, typer.Option("--arabic", help="Report in Arabic.")]
Simulate = Annotated[
    bool,
    typer.Option(
        "--simulate",
        help="Draw populations of a known size, like the table or as the next options "
        "say, and tell how often each method's interval holds the truth.",
    ),
]
Population = Annotated[
    int | None,
    typer.Option(
        "--population",
        min=1,
        metavar="N",
        help="With --simulate: how many there are.",
        show_default=False,
    ),
]
ListOf = Annotated[
    list[float] | None,
    typer.Option(
        "--list",
        metavar="P",
        help="With --simulate: the chance to be on a list; once for each, named A, B, "
        "C ... or by --lists.",
        show_default=False,
    ),
]
Spread = Annotated[
    float,
    typer.Option(
        "--heterogeneity",
        metavar="SD",
        help="With --simulate: how much people differ in being listed, 0 to 5 (logit).",
    ),
]
Depends = Annotated[
    list[str] | None,
    typer.Option(
        "--dependence",
        metavar="A+B=ODDS",
        help="With --simulate: two lists that make each other likelier, or less.",
        show_default=False,
    ),
]
Relays = Annotated[
    list[str] | None,
    typer.Option(
        "--relay",
        metavar="A>B=SHARE",
        help="With --simulate: list B copies a share of A.",
        show_default=False,
    ),
]
Runs = Annotated[
    int,
    typer.Option(
        "--runs", min=1, metavar="N", help="With --simulate: how many populations."
    ),
]

"""`tasjil estimate`: how many there were, with those nobody documented; or why not."""

from pathlib import Path

from tasjil.cli import estimate_case_options as of_a
from tasjil.cli import estimate_options as of
from tasjil.cli.arguments import As, Json
from tasjil.cli.estimate_asked import Asked, limits_of, methods_of, parted
from tasjil.cli.estimate_of_case import OfCase
from tasjil.cli.estimate_table import estimate_table
from tasjil.cli.show_estimate import show_limits
from tasjil.errors import BadValue
from tasjil.estimate import EstimateSettings, Language
from tasjil.estimate.settings import SEED
from tasjil.journey.estimating.wanted import DRAWS


def estimate(  # noqa: PLR0913 - each option of the command is one
    target: of.Target = None,
    method: of.Methods = "all",
    delta: of.Delta = 0.5,
    classes: of.Classes = 10,
    seed: of.Seed = SEED,
    chains: of.Chains = 4,
    samples: of.Samples = 400,
    minutes: of.Minutes = None,
    level: of.Level = 0.95,
    by: of.By = None,
    imputations: of.Imputations = 10,
    lists: of.Lists = None,
    left_out: of.LeftOut = True,
    priors: of.Priors = True,
    limit: of.Limit = None,
    limits: of.ShowLimits = False,
    report: of.Full = False,
    page: of.Page = None,
    save: of.Save = None,
    resume: of.Resume = None,
    arabic: of.Arabic = False,
    draws: of_a.Draws = DRAWS,
    without: of_a.Without = None,
    with_reports: of_a.WithReports = False,
    because: of_a.Why = None,
    kept: of_a.Kept = False,
    again: of_a.AgainId = None,
    withdraw: of_a.Withdraw = None,
    user: As = None,
    simulate: of.Simulate = False,
    population: of.Population = None,
    list_: of.ListOf = None,
    heterogeneity: of.Spread = 0.0,
    dependence: of.Depends = None,
    relay: of.Relays = None,
    runs: of.Runs = 500,
    as_json: Json = False,
) -> int:
    """Infer from overlaps of lists how many people are on none of them.

    At least three lists are needed that share people. Every method is run unless you
    name one, and what is told is the spread over them: no single number is the answer.
    A method that the lists cannot bear refuses and says why; that is a result too, and
    the exit status is 0. An estimate is never added to a documented count.

    With --json one object for a method that you name, or a list of them; with --report
    one object with everything: overlaps, coverage, what moves the number, the verdict.

    Of a case, its imported lists are estimated as its records were linked, over draws
    of that linking; what comes of it is kept in its register with the tables, settings
    and seed, and stands beside the count.
    """
    if limits:
        return show_limits(as_json)
    settings = EstimateSettings(
        methods=methods_of(method),
        delta=delta,
        classes=classes,
        seed=seed,
        chains=chains,
        samples=samples,
        minutes=minutes,
        level=level,
        by=tuple(by or ()),
        imputations=imputations,
        left_out=left_out,
        priors=priors,
        limits=limits_of(limit),
    )
    language = Language.AR if arabic else Language.EN
    named = None if lists is None else parted(lists)
    asked = Asked(settings, named, as_json, report, page, save, resume, language)
    if simulate:
        # what draws populations is loaded only where somebody wants them
        from tasjil.cli.estimate_simulate import World, estimate_simulated

        chances, depends = tuple(list_ or ()), tuple(dependence or ())
        relays = tuple(relay or ())
        world = World(population, chances, heterogeneity, depends, relays, runs)
        return estimate_simulated(target, world, asked)
    of_case = OfCase(
        draws,
        tuple(without or ()),
        with_reports,
        because,
        kept,
        again,
        withdraw,
        user,
    )
    return _estimate(target, asked, of_case)


def _estimate(target: Path | None, asked: Asked, of_case: OfCase) -> int:
    if target is None:
        raise BadValue(
            "expected a table of overlaps (tasjil estimate TABLE.csv) or a case "
            "folder, found none; `tasjil link LIST... --overlaps TABLE.csv` makes one"
        )
    if target.is_dir():
        # The register and linking are heavy, and a table needs neither.
        from tasjil.cli.estimate_case import estimate_folder

        return estimate_folder(target, asked, of_case)
    if of_case != OfCase(user=of_case.user):
        raise BadValue(
            "expected a case folder with --draws, --without, --with-reports, "
            "--because, --kept, --again or --withdraw, found a table; leave the option "
            "out"
        )
    return estimate_table(target, asked)

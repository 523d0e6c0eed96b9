"""`tasjil estimate --simulate`: what estimates are worth, where the truth is known."""

from dataclasses import dataclass
from pathlib import Path

from tasjil.cli.estimate_asked import Asked
from tasjil.cli.estimate_progress import watched
from tasjil.cli.terminal import line, put
from tasjil.errors import BadValue
from tasjil.estimate import Step, Watch, read_table
from tasjil.estimate.report.text import columns
from tasjil.estimate.simulate import (
    USUAL,
    Design,
    Study,
    Watched,
    design_like,
    header,
    row,
    sentences,
    simulate,
)
from tasjil.model.estimate import Method


@dataclass(frozen=True, slots=True)
class World:
    """The populations that a person wants drawn.

    Attributes:
        population: How many there are; None where a table says.
        chances: To be on each list.
        spread: How much people differ in being listed.
        depends: Odds ratios: A+B=3.
        relays: Copies: A>B=0.5.
        runs: How many populations.
    """

    population: int | None = None
    chances: tuple[float, ...] = ()
    spread: float = 0.0
    depends: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()
    runs: int = 500


def estimate_simulated(table: Path | None, world: World, asked: Asked) -> int:
    """Draw populations, like a table or as described, and tell how methods do."""
    design = _design(table, world, asked)
    with watched(asked) as watch:
        study = simulate(
            design,
            asked.settings.methods or USUAL,
            world.runs,
            asked.settings.seed,
            asked.settings,
            _told(watch),
        )
    if asked.as_json:
        put(study.plain())
    else:
        _show(study, asked)
    return 0


def _design(table: Path | None, world: World, asked: Asked) -> Design:
    if table is not None:
        if world.chances or world.depends or world.relays or world.spread:
            raise BadValue(
                "expected a table, or --list with what depends on what, found both: a "
                "table says itself how its lists depend"
            )
        told = read_table(table, asked.lists)
        return design_like(told.tables()[0], world.population)
    if world.population is None or len(world.chances) < 2:
        raise BadValue(
            "expected --population and --list for each list (--population 5000 "
            "--list .3 --list .2 --list .1), or a table to draw like; found too little"
        )
    return Design.of(
        world.population,
        world.chances,
        asked.lists,
        world.spread,
        world.depends,
        world.relays,
    )


def _told(watch: Watch) -> Watched:
    def progress(method: Method, done: int, of: int) -> None:
        words = f"{done:,} of {of:,} populations"
        watch.progress(Step("populations", done, of, words, method))

    return Watched(progress, watch.stop)


def _show(study: Study, asked: Asked) -> None:
    rows = [header(asked.language), *(row(each) for each in study.methods)]
    for each in columns(rows):
        line(each)
    line("")
    for each in sentences(study, asked.language):
        line(each)

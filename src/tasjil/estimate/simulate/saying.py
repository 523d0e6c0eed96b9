"""A study in words: a table a person reads, in English or in Arabic."""

from tasjil.estimate.saying import Language, Phrases
from tasjil.estimate.saying.phrases import number, percent
from tasjil.estimate.simulate.study import MethodStudy, Share, Study

ROOM = "tasjil.estimate.simulate"


def header(language: Language = Language.EN) -> list[str]:
    """Give the names of the columns of a study."""
    say = Phrases(ROOM, language)
    names = ("method", "coverage", "bias", "width", "rmse", "refused")
    return [say(f"column.{name}") for name in names]


def row(study: MethodStudy) -> list[str]:
    """Give the cells of one method."""
    off = "-" if study.off is None else percent(study.off)
    return [
        str(study.method),
        _share(study.coverage),
        _share(study.bias, signed=True),
        _share(study.width),
        off,
        percent(study.share_refused),
    ]


def sentences(study: Study, language: Language = Language.EN) -> list[str]:
    """Say what was drawn, what came of it, and what it does not show."""
    say = Phrases(ROOM, language)
    design = study.design
    done = max((each.runs for each in study.methods), default=0)
    told = [
        say(
            "drawn",
            n=done,
            population=design.population,
            lists=design.lists,
            documented=number(study.documented),
        )
    ]
    told += [
        say("depends", one=each.one, other=each.other, odds=each.odds)
        for each in design.dependences
    ]
    told += [
        say("copies", one=each.copied, other=each.copier, share=percent(each.share))
        for each in design.relays
    ]
    if design.spread:
        told.append(say("spread", sd=design.spread))
    if len(design.groups) > 1:
        told.append(say("groups", n=len(design.groups)))
    told += [
        say("misses", method=str(each.method), share=percent(each.coverage.value))
        for each in study.methods
        if each.coverage and each.coverage.value + 2 * each.coverage.error < study.level
    ]
    if study.stopped:
        told.append(say("stopped", asked=study.asked))
    return [*told, say("warning")]


def _share(share: Share | None, signed: bool = False) -> str:
    if share is None:
        return "-"
    sign = "+" if signed and share.value > 0 else ""
    value, error = 100 * share.value, 100 * share.error
    return f"{sign}{value:.1f}% ± {error:.1f}"

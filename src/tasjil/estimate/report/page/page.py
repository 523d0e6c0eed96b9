"""A report as HTML: a fragment for a site, or one file that stands alone."""

from importlib.resources import files

from markupsafe import Markup

from tasjil.estimate.report.page import checks, numbers, seen
from tasjil.estimate.report.page.elements import element, joined
from tasjil.estimate.report.page.tell import Telling
from tasjil.estimate.report.value import Report
from tasjil.estimate.saying import Language
from tasjil.model.estimate import Refusal

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"
"""What a browser may do with the page: show it, and nothing else."""


def fragment(
    report: Report, language: Language = Language.EN, exact: bool = True
) -> str:
    """Write a report as sections of HTML, for a page that has a heading.

    Drawings take their colour from the words around them. A style sheet shows one of
    the classes `chart wide` and `chart narrow`.

    Args:
        report: What was found.
        language: In which it is told.
        exact: Tell numbers of people as they are. On a published page they are not:
            they are rounded to tens, and below ten nobody is told how few.
    """
    tell = Telling(report, Language(language), exact)
    return str(
        joined(
            (
                numbers.verdict(tell),
                numbers.methods(tell),
                numbers.refusals(tell),
                numbers.moves(tell),
                *numbers.strata(tell),
                seen.lists(tell),
                seen.overlaps(tell),
                *seen.gaps(tell),
                *checks.fits(tell),
                *checks.chains(tell),
                *checks.learnt(tell),
                checks.run(tell),
            )
        )
    )


def lead(report: Report, language: Language = Language.EN, exact: bool = True) -> str:
    """Write what may be said in a sentence or two, for a page that leads to more.

    Args:
        report: What was found.
        language: In which it is told.
        exact: As of `fragment`; the words of a verdict hold no documented number.
    """
    tell = Telling(report, Language(language), exact)
    refused = sum(isinstance(each, Refusal) for each in report.outcomes)
    lines = [tell.word("tag") + ".", tell.say.verdict(report)[0]]
    if refused:
        lines.append(tell.word("lead.refused", n=refused))
    return str(tell.sentences(lines))


def page(report: Report, language: Language = Language.EN) -> str:
    """Write a report as one HTML file that needs no other and asks no network.

    Args:
        report: What was found.
        language: In which it is told.
    """
    spoken = Language(language)
    title = Telling(report, spoken, True).say.word("title.report")
    head = element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup('<meta http-equiv="Content-Security-Policy" content="{}">').format(
            POLICY
        ),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="color-scheme" content="light dark">'),
        element("title", title),
        Markup("<style>{}</style>").format(_sheet()),
    )
    inside = Markup(fragment(report, spoken))  # noqa: S704
    main = element("main", element("h1", title), inside)
    html = element(
        "html", head, element("body", main), lang=spoken.value, dir=spoken.direction
    )
    return f"<!doctype html>\n{html}\n"


def _sheet() -> Markup:
    source = files("tasjil.estimate.report.page").joinpath("page.css")
    return Markup(source.read_text(encoding="utf-8"))  # noqa: S704

"""Turns a page and its context into HTML; nothing from outside gets past escaping."""

from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tasjil.model.hidden_signs import visible
from tasjil.model.languages import Language
from tasjil.publish.edition import Edition
from tasjil.publish.outside import told
from tasjil.publish.page import Page
from tasjil.publish.phrases import number

# file: stands beside 'self' because not every browser counts a file opened from disk
# as its own origin; a page served over the web can never load from file:.
POLICY = (
    "default-src 'none'; style-src 'self' file:; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'"
)

SECTIONS = (
    ("overview", "index.html"),
    ("incidents", "incidents.html"),
    ("totals", "totals.html"),
    ("reconcile", "reconcile.html"),
    ("reports", "reports.html"),
    ("sources", "sources.html"),
    ("lists", "lists.html"),
    ("estimate", "estimate.html"),
    ("methods", "methods.html"),
    ("integrity", "integrity.html"),
)
"""The navigation: a section and where it begins."""
LISTS = ("lists", "lists.html")
"""A section of those cases alone that have lists."""
ESTIMATE = ("estimate", "estimate.html")
"""A section of those cases alone that somebody estimated."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page of a language."""

    language: Language
    case: Markup
    case_language: str
    generated: Markup
    program: str
    sections: tuple[tuple[str, str], ...] = SECTIONS

    @classmethod
    def of(cls, edition: Edition) -> "Frame":
        """Make the frame of an edition."""
        view = edition.index.view
        absent = {LISTS} if view.lists is None else set()
        absent |= {ESTIMATE} if view.estimate is None else set()
        name, language = view.name.said_in(edition.language)
        return cls(
            language=edition.language,
            case=told(name),
            case_language=language.value,
            generated=edition.date(view.generated[:10]),
            program=view.program,
            sections=tuple(each for each in SECTIONS if each not in absent),
        )


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Make the Jinja environment: escaping on, unknown names refused."""
    made = Environment(
        loader=PackageLoader("tasjil.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["policy"] = POLICY
    return made


def render(page: Page, edition: Edition, frame: Frame) -> str:
    """Write one page as HTML."""
    template = environment().get_template(page.template)
    return template.render(
        page=page, c=page.context, t=edition.say, frame=frame, up=page.up
    )


def render_landing(editions: list[Edition]) -> str:
    """Write the first page of all, where a reader chooses a language."""
    frames = [Frame.of(edition) for edition in editions]
    pairs = list(zip(editions, frames, strict=True))
    return environment().get_template("landing.html").render(pairs=pairs)


def _finalize(value: object) -> object:
    """Show hidden characters in plain text; mark the thousands of numbers."""
    if isinstance(value, int):
        return number(value)
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value

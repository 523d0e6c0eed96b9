"""Methods and codebook: how the numbers are made and what every word means."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.model.acts import Act, Level, PerpetratorStance, Stance
from tasjil.model.causes import Cause
from tasjil.model.defined import Defined
from tasjil.model.judgement import ClaimState
from tasjil.model.languages import Language
from tasjil.model.persons import AgeGroup, Sex, Status
from tasjil.model.places import PlaceLevel
from tasjil.model.proof import StandardOfProof
from tasjil.model.reconciliation import BoundKind, DifferenceKind, SlipKind
from tasjil.model.scope import Corroboration, Disagreement
from tasjil.model.sources import SourceKind
from tasjil.model.tally import Basis
from tasjil.publish.edition import Edition
from tasjil.publish.outside import told
from tasjil.publish.page import Page
from tasjil.publish.pages.overview import scope_words
from tasjil.publish.phrases import definitions

DEFINED: tuple[type[Defined], ...] = (
    Level,
    Act,
    Basis,
    ClaimState,
    Status,
    Sex,
    AgeGroup,
    Stance,
    PerpetratorStance,
    SourceKind,
    Cause,
    StandardOfProof,
    Disagreement,
    Corroboration,
    BoundKind,
    DifferenceKind,
    SlipKind,
    PlaceLevel,
)
"""The lists of the model that the codebook explains, in this order."""


@dataclass(frozen=True, slots=True)
class Term:
    """A value of a list and its definition."""

    name: Markup
    value: str
    definition: Markup


@dataclass(frozen=True, slots=True)
class TermList:
    """One list of the codebook."""

    anchor: str
    name: Markup
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Methods:
    """What the methods page shows."""

    scope: tuple[tuple[Markup, Markup], ...]
    statuses: Markup
    version: str
    disagreement: Markup
    standard: Markup
    vague: tuple[tuple[Markup, int], ...]
    readers: tuple[str, ...]
    lists: tuple[TermList, ...]
    contact: Markup | None


def pages(edition: Edition) -> Iterator[Page]:
    """Make the methods page of one language."""
    view, say = edition.index.view, edition.say
    codebook, contact = view.codebook, view.contact
    context = Methods(
        scope=scope_words(edition),
        statuses=edition.listed(edition.word(each) for each in view.scope.statuses),
        version=codebook.version,
        disagreement=edition.word(codebook.disagreement),
        standard=edition.word(view.scope.standard),
        vague=tuple((_vague(edition, w), n) for w, n in codebook.vague.items()),
        readers=tuple(sorted(edition.index.readers)),
        lists=tuple(_terms(edition, kind) for kind in DEFINED),
        contact=told(contact.said_in(edition.language)[0]) if contact else None,
    )
    yield Page("methods.html", "methods.html", say("methods.title"), "methods", context)


def _vague(edition: Edition, word: str) -> Markup:
    key = f"vague.{word}"
    return edition.say(key) if edition.say.has(key) else told(word)


def _terms(edition: Edition, kind: type[Defined]) -> TermList:
    name = kind.__name__
    terms = tuple(
        Term(
            name=edition.word(value),
            value=value.value,
            definition=_definition(edition, name, value),
        )
        for value in kind
    )
    return TermList(f"list-{name}", edition.say(f"list.{name}"), terms)


def _definition(edition: Edition, name: str, value: Defined) -> Markup:
    """Define a value: the model's own words, or their translation."""
    if edition.language is Language.EN:
        return told(value.definition)
    return Markup(definitions(edition.language)[f"{name}.{value.value}"])

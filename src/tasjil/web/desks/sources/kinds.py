"""The values that people choose from on these pages, in the words of their language."""

from markupsafe import Markup

from tasjil.model.defined import Defined
from tasjil.model.identity import IdentityKind
from tasjil.model.sources import SourceKind
from tasjil.model.standards.consent import ConsentMeans, ConsentUse
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice

PROTECT = frozenset({SourceKind.WITNESS, SourceKind.RELATIVE})
"""Single people: whoever is told of as these may be at risk for having told."""

KEYS: dict[type[Defined], str] = {
    IdentityKind: "who",
    ConsentUse: "use",
    ConsentMeans: "how",
}


def words_of(request: DeskRequest, value: Defined) -> Markup:
    """Say one value."""
    if isinstance(value, SourceKind):
        return voice(request).word(value)
    return request.t(f"sources.{KEYS[type(value)]}_{value.name.lower()}")


def choices_of(
    request: DeskRequest, kind: type[Defined]
) -> tuple[tuple[str, Markup], ...]:
    """Give all values of a kind with their words."""
    return tuple((str(each), words_of(request, each)) for each in kind)

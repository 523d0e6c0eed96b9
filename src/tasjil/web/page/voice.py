"""How a page of the desks says dates, numbers, places, tellers and reasons."""

import threading
from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.journey.site import areas_of
from tasjil.model.languages import Language
from tasjil.model.tally import Tally
from tasjil.publish.edition import Edition
from tasjil.publish.index import Index
from tasjil.publish.languages import Bilingual
from tasjil.publish.view import SiteView
from tasjil.web.page.request import DeskRequest


class Voices:
    """The voices of the case that this server shows, made again when its files change.

    A voice is an edition of the published pages that holds no report and no claim: so
    a page here says a date or a place in the very words of a page there.
    """

    def __init__(self) -> None:
        """Begin without a case."""
        self._made: tuple[Case, dict[Language, Edition]] | None = None
        self._lock = threading.Lock()

    def of(self, case: Case, language: Language) -> Edition:
        """Give the voice of a case in a language."""
        with self._lock:
            if self._made is None or self._made[0] is not case:
                index = Index(_places_and_sources(case))
                made = {each: Edition.of(index, each) for each in Language}
                self._made = case, made
            return self._made[1][language]


VOICES = Voices()
"""Those of this server."""


def voice(request: DeskRequest) -> Edition:
    """Give the voice of the page that was asked for."""
    return VOICES.of(request.case, request.language)


def _places_and_sources(case: Case) -> SiteView:
    areas, areas_source = areas_of(case)
    return SiteView(
        case=case.id,
        name=Bilingual(case.name, case.name_ar),
        about=Bilingual(""),
        scope=case.scope,
        codebook=case.codebook,
        places={each.id: each for each in case.places},
        sources={each.id: each for each in case.sources},
        reports={},
        claims={},
        tally=Tally(()),
        incidents=(),
        origins={},
        generated=datetime.now(UTC).isoformat(timespec="seconds"),
        program="",
        areas=areas,
        areas_source=areas_source,
    )

"""Addresses of pages; they hold ids and never a name."""

from django.http import HttpResponseRedirect
from django.urls import NoReverseMatch, reverse

from tasjil.model.languages import Language
from tasjil.web.page.request import DeskRequest


class LanguageInPath:
    """The first part of an address: en or ar."""

    regex = "en|ar"

    def to_python(self, value: str) -> Language:
        """Read it."""
        return Language(value)

    def to_url(self, value: Language | str) -> str:
        """Write it."""
        return str(value)


def href(language: Language, page: str, *ids: object) -> str:
    """Give the address of a page, as "reading:report" and the ids it needs."""
    return reverse(page, args=[language, *ids])


def way(language: Language, page: str, *ids: object) -> str | None:
    """Give the address of a page where there is such a page; None where there is none.

    So a desk leads to another one that may not be there.
    """
    try:
        return href(language, page, *ids)
    except NoReverseMatch:
        return None


def twin(request: DeskRequest) -> str:
    """Give the address of the same page in the other language."""
    rest = request.path.split("/", 2)[2] if request.path.count("/") > 1 else ""
    return f"/{request.language.other}/{rest}"


def go(request: DeskRequest, page: str, *ids: object) -> HttpResponseRedirect:
    """Send somebody on after something was done, so that reloading repeats nothing."""
    response = HttpResponseRedirect(href(request.language, page, *ids))
    response.status_code = 303
    return response

"""Finds out which language a page is asked for in."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from tasjil.model.languages import Language
from tasjil.web.page.words import words_in

COOKIE = "tasjil-language"


class LanguageOfPath:
    """Reads the language off the address, or else off what was chosen last."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand before the views."""
        self._answer = answer

    def __call__(self, request: Any) -> HttpResponse:
        """Set the language, and remember it where a page was read in it."""
        first = request.path.split("/", 2)[1]
        named = first in set(Language)
        language = Language(first) if named else chosen(request)
        request.language, request.t = language, words_in(language)
        request.is_part = request.headers.get("HX-Request") == "true"
        response = self._answer(request)
        response.headers["Content-Language"] = language.value
        if named and request.COOKIES.get(COOKIE) != language.value:
            response.set_cookie(
                COOKIE, language.value, httponly=True, samesite="Strict"
            )
        return response

    def process_view(
        self, request: HttpRequest, view: Any, ids: Any, named: dict[str, Any]
    ) -> None:
        """Take the language out of what the view is called with."""
        named.pop("language", None)


def chosen(request: HttpRequest) -> Language:
    """Give the language chosen before, or the browser's, or English."""
    told = request.COOKIES.get(COOKIE, "")
    if told in set(Language):
        return Language(told)
    wished = request.headers.get("Accept-Language", "").lower()
    return Language.AR if wished.startswith("ar") else Language.EN

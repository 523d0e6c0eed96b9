"""What people are told where something cannot be done; nothing of it names anybody."""

import sys
import traceback
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse

from tasjil.errors import (
    BoxClosed,
    CannotUnlock,
    Erased,
    NotAllowed,
    NotInRegister,
    RegisterError,
    TasjilError,
)
from tasjil.web.page.render import render, render_part

STATUS: tuple[tuple[type[TasjilError], int], ...] = (
    (NotAllowed, 403),
    (BoxClosed, 403),
    (NotInRegister, 404),
    (Erased, 410),
    (CannotUnlock, 403),
    (RegisterError, 409),
    (TasjilError, 400),
)
"""The first that fits says it."""


class Errors:
    """Turns what was refused into a page that says what to do."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand around the views."""
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self._answer(request)

    def process_exception(self, request: Any, wrong: Exception) -> HttpResponse | None:
        """Say what was wrong; a fault of the program is told without any data."""
        if isinstance(wrong, TasjilError):
            status = next(code for kind, code in STATUS if isinstance(wrong, kind))
            return refused(request, str(wrong), status)
        if isinstance(wrong, Http404):
            return refused(request, str(request.t("error.no_page")), 404)
        if isinstance(wrong, SuspiciousOperation):
            return refused(request, str(request.t("error.odd_request")), 400)
        print(told_without_data(wrong), file=sys.stderr)
        return refused(request, str(request.t("error.fault")), 500)


def refused(request: Any, words: str, status: int) -> HttpResponse:
    """Show the words, as a page or in the place of the part that was asked for."""
    if request.is_part:
        return render_part(request, "error.html", "told", status=status, words=words)
    return render(request, "error.html", status=status, words=words, code=status)


def told_without_data(wrong: BaseException) -> str:
    """Say where the program broke, and of what kind, with no value in it."""
    steps = traceback.extract_tb(wrong.__traceback__)
    places = " < ".join(
        f"{PurePath(each.filename).stem}:{each.lineno}" for each in reversed(steps[-6:])
    )
    return f"tasjil: a page broke ({type(wrong).__name__} at {places})"


def forged(request: Any, reason: str = "") -> HttpResponse:
    """Refuse a form that did not come from a page of ours, or from one of yesterday."""
    return refused(request, str(request.t("error.form")), 403)


def no_page(request: Any, exception: Exception) -> HttpResponse:
    """Say that there is no such page."""
    return refused(request, str(request.t("error.no_page")), 404)


def odd(request: Any, exception: Exception) -> HttpResponse:
    """Refuse a request that no browser of ours would make."""
    return refused(request, str(request.t("error.odd_request")), 400)

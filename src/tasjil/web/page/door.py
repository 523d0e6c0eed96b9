"""The door of every page: who may come in, and what they are told where not."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol

from django.http import HttpResponseNotAllowed
from django.http.response import HttpResponseBase

from tasjil.register.deeds import Deed
from tasjil.web.page.request import DeskRequest

View = Callable[..., HttpResponseBase]

LOOK = ("GET", "HEAD")
POST = ("POST",)


class Guarded(Protocol):
    """A view that says who may open it.

    Attributes:
        deeds: What one has to be allowed, each of them; empty for all who sat down.
        methods: How it may be asked.
        own: Whether leave to do so with one's own records alone is enough.
    """

    deeds: tuple[Deed, ...]
    methods: tuple[str, ...]
    own: bool

    def __call__(
        self, request: DeskRequest, *ids: Any, **named: Any
    ) -> HttpResponseBase:
        """Answer."""


def page(
    *deeds: Deed, methods: tuple[str, ...] = LOOK, own: bool = False
) -> Callable[[View], Guarded]:
    """Let a view be opened by those who may do all of these, and by these methods.

    Whoever has not sat down never gets here: the entrance turns them away before.

    Args:
        deeds: What one has to be allowed.
        methods: GET shows and changes nothing; POST does something.
        own: Whoever may do them with their own records alone comes in too; the view
            asks the register for no others.
    """

    def guarded(view: View) -> Guarded:
        @wraps(view)
        def answer(request: DeskRequest, *ids: Any, **named: Any) -> HttpResponseBase:
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            for deed in deeds:
                if not own or not request.seat.register.may(deed):
                    request.seat.register.must(deed)
            return view(request, *ids, **named)

        answer.deeds = deeds  # type: ignore[attr-defined]
        answer.methods = methods  # type: ignore[attr-defined]
        answer.own = own  # type: ignore[attr-defined]
        return answer  # type: ignore[return-value]

    return guarded


def open_to_all(view: View) -> View:
    """Mark a view that one need not have sat down for."""
    view.is_open = True  # type: ignore[attr-defined]
    return view


def act(*deeds: Deed, own: bool = False) -> Callable[[View], Guarded]:
    """Let a view be posted to: something is done there, never by a link."""
    return page(*deeds, methods=POST, own=own)

"""What every answer tells the browser: keep nothing, ask nobody else for anything."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]

TOO_LARGE = (
    "expected at most {most} MB in one go, found more; send fewer files at once, or a "
    "smaller one"
)

OTHER_NAME = (
    "expected this server's own name in the address, found another; use the address "
    "that you were given, or let the operator add the name to TASJIL_HOSTS"
)


class SafeHeaders:
    """Refuses what is too large before it is read, and keeps pages out of caches."""

    def __init__(self, answer: Answer) -> None:
        """Stand before everything else."""
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the headers that every page has."""
        try:
            # Else a name that somebody points at this machine would be served too.
            request.get_host()
        except DisallowedHost:
            return HttpResponse(OTHER_NAME, status=400, content_type="text/plain")
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        told = request.META.get("CONTENT_LENGTH") or "0"
        if not told.isdigit() or int(told) > most:
            words = TOO_LARGE.format(most=most // 1024 // 1024)
            return HttpResponse(words, status=413, content_type="text/plain")
        response = self._answer(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["Permissions-Policy"] = (
            "camera=(), microphone=(), geolocation=()"
        )
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

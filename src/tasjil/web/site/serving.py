"""Serves the desks: on this machine alone, or to an office behind a proxy."""

import logging
import os
import signal
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.urls import get_resolver
from waitress.server import create_server
from whitenoise import WhiteNoise

from tasjil.errors import PublishError
from tasjil.web.seats.house import HOUSE
from tasjil.web.seats.seated import SEATS
from tasjil.web.site.settings import LARGEST, configure
from tasjil.web.site.working import begin_working

HOSTS = "TASJIL_HOSTS"
"""Names by which a browser may call the server, apart by commas; for an office."""

THREADS = 4


def application() -> Callable[..., Any]:
    """Make the site, with its pictures, styles and scripts from the package."""
    site = WhiteNoise(WSGIHandler(), max_age=3600, allow_all_origins=False)
    for package in ("tasjil.publish", "tasjil.web"):
        site.add_files(str(files(package) / "assets"), prefix="assets/")
    return site  # type: ignore[no-any-return]


def desk_server(folder: Path, port: int, behind_proxy: bool = False) -> Any:
    """Make a server of the desks of a case, on the loopback address only.

    Args:
        folder: The case's; made by the first page where it is not there.
        port: 0 for any that is free.
        behind_proxy: A proxy on this machine speaks TLS for us.

    Raises:
        PublishError: The port is taken.
    """
    hosts = [each for each in os.environ.get(HOSTS, "").split(",") if each.strip()]
    local = ["localhost", "127.0.0.1", "[::1]"]
    more: dict[str, Any] = {"ALLOWED_HOSTS": [*local, *map(str.strip, hosts)]}
    if behind_proxy:
        more["SECURE_PROXY_SSL_HEADER"] = ("HTTP_X_FORWARDED_PROTO", "https")
        more["CSRF_COOKIE_SECURE"] = True
        more["SECURE_HSTS_SECONDS"] = 31_536_000
    configure(**more)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    # Pages are loaded now, so that whoever opens the first one does not wait for it.
    get_resolver().url_patterns  # noqa: B018
    HOUSE.settle(folder)
    trusted = {"trusted_proxy": "127.0.0.1"} if behind_proxy else {}
    if behind_proxy:
        trusted["trusted_proxy_headers"] = "x-forwarded-for x-forwarded-proto"
    try:
        return create_server(
            application(),
            host="127.0.0.1",
            port=port,
            threads=THREADS,
            ident="",
            max_request_body_size=LARGEST,
            # Nothing of a request or a page is ever put into a temporary file.
            inbuf_overflow=LARGEST * 2,
            outbuf_overflow=LARGEST * 4,
            clear_untrusted_proxy_headers=True,
            **trusted,
        )
    except OSError as wrong:
        raise PublishError(
            f"port {port} cannot be used ({wrong.strerror}); try --port 0"
        ) from wrong


def _as_if_interrupted(number: int, frame: Any) -> None:
    """End as after Ctrl-C: a service manager asks this way."""
    raise KeyboardInterrupt


def serve_until_stopped(server: Any) -> None:
    """Serve, with a worker beside it; at the end it stops, and every register closes.

    A job that the worker is at is given back, and waits for the next time.
    """
    # It warns of each request that waits a moment for a thread.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    supervisor = begin_working()
    signal.signal(signal.SIGTERM, _as_if_interrupted)
    try:
        server.run()
    finally:
        server.close()
        SEATS.clear()
        SEATS.listener = None
        supervisor.close()

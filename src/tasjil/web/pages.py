"""Shows the pages of a build on this machine only."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tasjil.errors import PublishError


class Pages(SimpleHTTPRequestHandler):
    """Gives out files of one folder and keeps no record of who read what."""

    def log_message(self, format: str, *args: Any) -> None:
        """Write nothing: a request line says which incident somebody looked at."""

    def list_directory(self, path: Any) -> None:
        """Refuse to list a folder."""
        self.send_error(404, "No such page")

    def end_headers(self) -> None:
        """Ask the browser to keep nothing and to load nothing from elsewhere."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()


def page_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Make a server for the pages in `folder`, on the loopback address only.

    Raises:
        PublishError: There are no pages yet, or the port is taken.
    """
    if not (folder / "index.html").is_file():
        raise PublishError(
            f"expected pages in {folder}, found none; run `tasjil build` first"
        )
    handler = partial(Pages, directory=str(folder))
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as wrong:
        raise PublishError(
            f"port {port} cannot be used ({wrong.strerror}); try --port 0"
        ) from wrong

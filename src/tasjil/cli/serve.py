"""`tasjil serve`: the desks of a case, on this machine."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from tasjil.cli.terminal import say
from tasjil.web.site.serving import desk_server, serve_until_stopped

Folder = Annotated[
    Path, typer.Argument(metavar="CASE", help="A case folder; made if not there.")
]
Port = Annotated[
    int, typer.Option("--port", help="The port on localhost; 0 picks one.")
]
Proxy = Annotated[
    bool,
    typer.Option("--behind-proxy", help="A proxy on this machine speaks TLS for it."),
]
Browser = Annotated[
    bool, typer.Option("--browser", help="Open the page in this machine's browser.")
]


def serve(
    case: Folder,
    port: Port = 8000,
    behind_proxy: Proxy = False,
    browser: Browser = False,
) -> int:
    """Open the desks of a case in a browser on this machine, and on no other.

    Where there is no case yet, the first page makes one.
    """
    server = desk_server(case, port, behind_proxy)
    address = f"http://127.0.0.1:{server.effective_port}/"
    say(f"{address}  (Ctrl-C stops)")
    if browser:
        webbrowser.open(address)
    serve_until_stopped(server)
    return 0

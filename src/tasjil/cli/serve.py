"""`tasjil serve`: a case's pages on this machine."""

from typing import Annotated

import typer

from tasjil.cli.arguments import CaseFolder
from tasjil.cli.terminal import say
from tasjil.journey.case import open_case
from tasjil.web.pages import page_server

Port = Annotated[
    int, typer.Option("--port", help="The port on localhost; 0 picks one.")
]


def serve(case: CaseFolder, port: Port = 8000) -> int:
    """Show a case's pages in a browser on this machine, and on no other.

    Run `tasjil build CASE` first.
    """
    with page_server(open_case(case).site_folder, port) as server:
        say(f"http://127.0.0.1:{server.server_port}/  (Ctrl-C stops)")
        server.serve_forever()
    return 0

"""`tasjil timestamp`: a time authority signs that the log was there."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.terminal import put, say
from tasjil.cli.unlock import key_for
from tasjil.errors import BadValue
from tasjil.journey.case import Case, open_case
from tasjil.journey.opening import Key
from tasjil.journey.timestamp import (
    Timestamped,
    take_reply,
    timestamp_case,
    write_request,
)

Url = Annotated[
    str | None,
    typer.Option("--url", help="Ask this time authority now.", show_default=False),
]
Roots = Annotated[
    Path | None,
    typer.Option(
        "--roots",
        help="Root certificates (PEM) to trust; those of this machine if not given.",
    ),
]
Request = Annotated[
    Path | None,
    typer.Option("--request", help="Write the question here, to carry it elsewhere."),
]
Reply = Annotated[
    Path | None, typer.Option("--reply", help="Keep the answer that was carried back.")
]
ONE = (
    "expected one of --url (ask now), --request (write the question) and --reply (keep "
    "the answer); name just one"
)


def timestamp(
    case: CaseFolder,
    url: Url = None,
    roots: Roots = None,
    request: Request = None,
    reply: Reply = None,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Let a time authority sign that the log was there by now (RFC 3161).

    It sees a digest of the latest checkpoint and nothing else; its answer is kept, and
    `tasjil verify` checks it with no network. On a machine that is never connected,
    write the question with --request, have it answered elsewhere, and bring the answer
    back with --reply.
    """
    if sum(each is not None for each in (url, request, reply)) != 1:
        raise BadValue(ONE)
    opened = open_case(case)
    key = key_for(opened, user)
    if request is not None:
        size = write_request(opened, key, request).size
        say(f"The question about the first {size:,} entries is in {request}.")
        if as_json:
            put({"entries": size, "request": str(request)})
        return 0
    if url is not None:
        say(
            f"Sending to {urlsplit(url).hostname}: a digest of the latest checkpoint "
            "and a random number, and no more. It sees the address of this machine."
        )
    _tell(_stamped(opened, key, url, reply, roots), as_json)
    return 0


def _stamped(
    case: Case, key: Key, url: str | None, reply: Path | None, roots: Path | None
) -> Timestamped:
    if url is not None:
        return timestamp_case(case, key, url, roots)
    assert reply is not None
    return take_reply(case, key, reply, roots)


def _tell(made: Timestamped, as_json: bool) -> None:
    size, at = made.checkpoint.size, made.stamped.at.isoformat()
    if as_json:
        put({"entries": size, "at": at, "authority": made.stamped.authority})
    else:
        say(f"The first {size:,} entries were there at {at}: {made.stamped.authority}")

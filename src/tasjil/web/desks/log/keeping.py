"""What makes the log provable elsewhere: checkpoints, an export, backups to carry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.http import HttpResponse, StreamingHttpResponse

from tasjil.errors import NotInRegister
from tasjil.journey.checkpoint import checkpoint_case
from tasjil.journey.export_zip import packed_log
from tasjil.register.deeds import Deed
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest

SHAPE = re.compile(r"\d{4}-\d\d-\d\d-\d{6}\.tasjil")
"""What a worker calls a backup; nothing else is given out."""

AT_ONCE = 1 << 20
MOST = 20


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup that lies in the case's folder."""

    name: str
    megabytes: float


def backups_of(request: DeskRequest) -> tuple[Copy, ...]:
    """List the backups that were made here, for those who may take one."""
    if not request.seat.register.may(Deed.BACK_UP):
        return ()
    folder = request.case.backups_folder
    found = sorted(folder.glob("*.tasjil"), reverse=True) if folder.is_dir() else []
    fitting = [each for each in found if SHAPE.fullmatch(each.name)][:MOST]
    return tuple(Copy(each.name, each.stat().st_size / 1e6) for each in fitting)


@act(Deed.CHECKPOINT, Deed.LOOK_AT_LOG)
def checkpoint(request: DeskRequest) -> HttpResponse:
    """Sign how far the log has come, to be kept elsewhere."""
    signed, key = checkpoint_case(request.case, request.seat)
    return render(
        request,
        "log/checkpoint.html",
        note=signed.note,
        fingerprint=key.fingerprint,
        size=signed.size,
    )


@act(Deed.LOOK_AT_LOG, Deed.CHECKPOINT)
def export(request: DeskRequest) -> StreamingHttpResponse:
    """Give the log for a court, as a file that is made while it is sent."""
    name = f"log-{request.seat.register.head().size}.zip"
    return download(packed_log(request.seat), name, "application/zip")


@page(Deed.BACK_UP)
def backup(request: DeskRequest, name: str) -> StreamingHttpResponse:
    """Give an encrypted backup, to be carried elsewhere."""
    path = request.case.backups_folder / name
    if not SHAPE.fullmatch(name) or not path.is_file():
        raise NotInRegister(
            "expected the name of a backup that lies here, found none; go back to the "
            "log desk, which lists them"
        )
    return download(_chunks(path), name, "application/octet-stream")


def download(data: Iterator[bytes], name: str, kind: str) -> StreamingHttpResponse:
    """Send a file, under a name that names nobody."""
    response = StreamingHttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(AT_ONCE):
            yield chunk

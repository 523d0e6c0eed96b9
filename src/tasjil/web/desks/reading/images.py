"""Images inside a report: never shown unless somebody asks, one by one, and blurred.

The register keeps a report's bytes as they were captured. Three kinds of them can hold
images: a Word file, a mail, and a page with images written into it. Images that a page
only points to were never fetched, and those of a PDF are not taken out.
"""

import base64
import binascii
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.parser import BytesParser
from itertools import islice

from django.http import Http404, HttpResponse

from tasjil.capture.kinds import Kind
from tasjil.model.ids import ReportId
from tasjil.model.report import Report
from tasjil.register.deeds import Deed
from tasjil.register.register import Register
from tasjil.web.page.door import page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest

MOST = 50
"""Images of one report that are offered."""

LARGEST = 20_000_000
"""Bytes of one image; a larger one is left in its report."""

SIGNS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
}
"""How the images begin that are shown. Others, drawings with script too, never are."""

WORD = re.compile(r"word/media/[^/]+")
WRITTEN_IN = re.compile(rb"data:image/[a-z]+;base64,([A-Za-z0-9+/=\s]{40,})")
KINDS = frozenset({Kind.WORD.value, Kind.MAIL.value, Kind.PAGE.value})
"""The media types of reports that can hold images."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of a report, with the type its first bytes tell."""

    data: bytes
    media_type: str


@page(Deed.LOOK_AT_REPORTS, own=True)
def images(request: DeskRequest, report: str) -> HttpResponse:
    """List the images of a report without showing any."""
    found = request.seat.register.report(ReportId(report))
    return render(
        request,
        "reading/images.html",
        report=found,
        many=how_many(request.seat.register, found),
        asked=_asked(request.GET.get("show", "")),
        clear=request.GET.get("clear") == "yes",
    )


def _asked(number: str) -> int | None:
    return (
        int(number)
        if number.isascii() and number.isdigit() and len(number) < 4
        else None
    )


@page(Deed.LOOK_AT_REPORTS, own=True)
def image(request: DeskRequest, number: int, report: str) -> HttpResponse:
    """Give one image that was asked for."""
    register = request.seat.register
    found = list(pictures(register, register.report(ReportId(report))))
    if not 1 <= number <= len(found):
        raise Http404
    shown = found[number - 1]
    return HttpResponse(shown.data, content_type=shown.media_type)


def how_many(register: Register, report: Report) -> int:
    """Count the images inside a report."""
    return sum(1 for _ in pictures(register, report))


def pictures(register: Register, report: Report) -> Iterator[Picture]:
    """Give the images inside a report, in the order in which they are kept."""
    if report.media_type not in KINDS:
        return
    for data in islice(_inside(register.original(report.id)), MOST):
        for sign, media_type in SIGNS.items():
            if data.startswith(sign):
                yield Picture(data, media_type)


def _inside(original: bytes) -> Iterator[bytes]:
    if original.startswith(b"PK"):
        return _of_word(original)
    if b"data:image/" in original:
        return _of_page(original)
    return _of_mail(original)


def _of_word(original: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(original)) as parts:
            for each in parts.infolist():
                if WORD.fullmatch(each.filename) and each.file_size <= LARGEST:
                    with parts.open(each) as opened:
                        yield opened.read(LARGEST)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError):
        return


def _of_page(original: bytes) -> Iterator[bytes]:
    for found in WRITTEN_IN.finditer(original):
        try:
            yield base64.b64decode(b"".join(found[1].split()))[:LARGEST]
        except binascii.Error:
            continue


def _of_mail(original: bytes) -> Iterator[bytes]:
    if b"image/" not in original:
        return
    mail = BytesParser(policy=policy.compat32).parsebytes(original)
    for each in mail.walk():
        if each.get_content_maintype() == "image":
            data = each.get_payload(decode=True)
            if isinstance(data, bytes) and len(data) <= LARGEST:
                yield data

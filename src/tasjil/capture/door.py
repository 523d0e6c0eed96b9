"""From a file to a report, and from many files to many reports."""

import errno
import os
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tasjil.capture.border import guarded, name_of
from tasjil.capture.extract import Extract
from tasjil.capture.firstlines import read_first_lines
from tasjil.capture.headers import Headers
from tasjil.capture.kinds import LIST_KINDS, Kind, kind_of
from tasjil.capture.language import fits_script, work_out_language
from tasjil.capture.limits import MOST_TEXT
from tasjil.capture.mail import read_mail
from tasjil.capture.original import Original, digest, open_original
from tasjil.capture.pdf import read_pdf
from tasjil.capture.plain import read_plain
from tasjil.capture.printable import shown, storable
from tasjil.capture.sidecar import read_sidecar
from tasjil.capture.walking import walk
from tasjil.capture.webpage import read_page
from tasjil.capture.word import read_word
from tasjil.errors import CannotCapture
from tasjil.model.ids import ReportId
from tasjil.model.report import Report

_READERS = {
    Kind.TEXT: read_plain,
    Kind.MARKDOWN: read_plain,
    Kind.PAGE: read_page,
    Kind.PDF: read_pdf,
    Kind.WORD: read_word,
    Kind.MAIL: read_mail,
}


@dataclass(frozen=True, slots=True)
class Captured:
    """A file that became a report.

    Attributes:
        original: The file's bytes, as the report's id was taken from them.
        same_as: The name of an earlier file of the batch with the same bytes; the two
            are one report.
    """

    report: Report
    path: Path
    original: bytes
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A file whose bytes the caller has already; it was not opened up again."""

    id: ReportId
    path: Path


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not become a report: what, why, and what to do.

    Attributes:
        name: The file's name, safe to print.
        reason: Why and what to do, in one line, without the name.
    """

    name: str
    reason: str
    path: Path


def capture_file(path: Path, root: Path | None = None) -> Report:
    """Make a report of one file; the file is read, never run, and nothing is fetched.

    Args:
        path: A .txt, .md, .html, .pdf, .docx or .eml file.
        root: The folder the report's name is told from; the file's own without it.

    Raises:
        CannotCapture: One line that says what, why, and what to do.

    Example:
        >>> capture_file(Path("no such file.txt"))
        Traceback (most recent call last):
        tasjil.errors.CannotCapture: no such file.txt: there is no such file (any \
more); check the path, or that the disk is in
    """
    with guarded(path, root) as name:
        return report_of(name, open_original(path, _kind(path)), read_sidecar(path))


def report_of(name: str, original: Original, beside: Headers) -> Report:
    """Make the report of a file that was opened.

    Args:
        name: What the report is called.
        original: The file's bytes.
        beside: What its sidecar says.
    """
    extract = _READERS[original.kind](original.data)
    _check_length(extract.text)
    said = _headers(beside, extract)
    return _filled_in(storable(name), original, extract.text, said)


def _check_length(text: str) -> None:
    if not text.strip():
        raise CannotCapture("it holds no words; get it again, or leave it out")
    if len(text) > MOST_TEXT:
        raise CannotCapture(
            f"it holds more than {MOST_TEXT // 1_000_000} million characters; "
            "split it into one file for each report"
        )


def _filled_in(name: str, original: Original, text: str, said: Headers) -> Report:
    # Half of a character pair, which a page can spell out, cannot be stored.
    stored = text.encode("utf-8", "replace")
    return Report(
        id=ReportId(original.digest),
        name=name,
        text=stored.decode("utf-8"),
        text_digest=digest(stored),
        media_type=original.kind.value,
        size=len(original.data),
        title=said.title,
        publisher=said.publisher,
        published=said.published,
        url=said.url,
        language=said.language,
        dateline_place=said.dateline_place,
        wording=said.wording,
        obtained=f"file {name}",
        guessed=said.guessed,
        notes=said.notes,
    )


def capture_all(
    paths: Sequence[Path],
    root: Path | None = None,
    known: Container[ReportId] = (),
) -> Iterator[Captured | Failed | Known]:
    """Capture files and folders one by one; a failure never stops the batch.

    Only one report is held at a time, so ten thousand files need no more room than
    the largest of them.

    Args:
        paths: Files and folders, as `walk` takes them.
        root: The folder names are told from; without it, each named folder is the
            root of its own files.
        known: Ids of reports the caller has; their files are not opened up again.
    """
    first: dict[str, str] = {}
    for given in paths:
        own_root = given if root is None and os.path.isdir(given) else root
        for path in walk([given]):
            found = _try(path, own_root, known)
            if isinstance(found, Captured):
                earlier = first.setdefault(found.report.id, found.report.name)
                if earlier != found.report.name:
                    found = replace(found, same_as=earlier)
            yield found


def _try(
    path: Path, root: Path | None, known: Container[ReportId]
) -> Captured | Failed | Known:
    """Capture one file of a batch, unless its bytes are known."""
    try:
        with guarded(path, root) as name:
            original = open_original(path, _kind(path))
            if (id := ReportId(original.digest)) in known:
                return Known(id, path)
            report = report_of(name, original, read_sidecar(path))
            return Captured(report, path, original.data)
    except CannotCapture as wrong:
        name = shown(name_of(path, root))
        return Failed(name, str(wrong).removeprefix(f"{name}: "), path)


def _kind(path: Path) -> Kind:
    kind = kind_of(path)
    if kind in LIST_KINDS:
        raise CannotCapture(
            "it is a list of rows, not a report; put it into a case, whose build keeps "
            "it, or save a statement that is in it as .txt"
        )
    if kind is None:
        if _too_deep(path):
            raise CannotCapture(
                "it lies so deep that its path is longer than the system takes, and "
                "nothing in it was read; move it nearer to the case folder"
            )
        if os.path.isdir(path):
            raise CannotCapture(
                "it is a folder and cannot be listed; ask its owner for permission"
                if not os.access(path, os.R_OK | os.X_OK)
                else "it is a folder; walk it to capture the files in it"
            )
        raise CannotCapture(cannot_read(path.suffix))
    return kind


def cannot_read(suffix: str) -> str:
    """Say that no reader knows files with this ending."""
    return (
        f"we cannot read files ending in {shown(suffix) or 'nothing'}; save it as "
        ".txt, .md, .html, .pdf, .docx or .eml"
    )


def _too_deep(path: Path) -> bool:
    try:
        os.stat(path)
    except OSError as wrong:
        return wrong.errno == errno.ENAMETOOLONG
    return False


def _headers(beside: Headers, extract: Extract) -> Headers:
    """Join what the sidecar, the file and its first lines say, in that order."""
    stated = beside.over(extract.headers)
    found = stated.over(read_first_lines(extract.text)).settled()
    return _with_language(found, extract.text)


def _with_language(headers: Headers, text: str) -> Headers:
    if headers.language is not None and fits_script(headers.language, text):
        return headers
    language = work_out_language(text)
    if headers.language is not None:
        note = (
            f"said to be in {headers.language!r}, but the letters are of another script"
        )
        headers = replace(headers, language=None, notes=(*headers.notes, note))
    guessed = ("language",) if language else ()
    return headers.over(Headers(language=language, guessed=guessed))

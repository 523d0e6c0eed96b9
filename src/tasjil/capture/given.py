"""Captures bytes that somebody gave with a name: nothing of them touches a disk."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tasjil.capture.border import guarded
from tasjil.capture.door import Captured, Failed, Known, cannot_read, report_of
from tasjil.capture.headers import Headers, from_pairs
from tasjil.capture.kinds import LIST_KINDS, Kind, kind_of
from tasjil.capture.lists import CapturedList, list_from
from tasjil.capture.original import check_size, digest, original_of
from tasjil.capture.printable import shown, storable
from tasjil.errors import CannotCapture
from tasjil.model.ids import ReportId

LISTS = "lists/"
"""Where a list would lie in a case's folder; a newer file of it has the same name."""
NOTHING = Headers()
NAMELESS = "pasted.txt"
LONGEST = 200
"""Characters of a name that are kept; its ending is among them."""


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that somebody gave, or words that they pasted.

    Attributes:
        name: As their machine calls it; a folder before it is left out.
        data: Its bytes.
    """

    name: str = field(repr=False)
    data: bytes = field(repr=False)


def plain_name(name: str) -> str:
    r"""Give a file's name without folders, as far as it can be kept.

    Example:
        >>> plain_name(r"C:\Users\me\told.txt"), plain_name("../../etc/passwd")
        ('told.txt', 'passwd')
        >>> plain_name("..") == plain_name("") == "pasted.txt"
        True
    """
    last = PurePosixPath(name.replace("\\", "/").replace("\0", "")).name
    if last in ("", ".", ".."):
        return NAMELESS
    path = PurePosixPath(storable(last))
    if len(path.name) <= LONGEST:
        return path.name
    ending = path.suffix[:20]
    return path.name[: LONGEST - len(ending)] + ending


def is_list(name: str) -> bool:
    """Tell by a name whether it is a list of victims, and not a telling."""
    return kind_of(Path(name)) in LIST_KINDS


def refusal(name: str, size: int) -> str | None:
    """Say why a file is refused by its name and size alone; None where it is not."""
    try:
        check_size(size, _kind(name))
    except CannotCapture as wrong:
        return str(wrong)
    return None


def stated(told: Mapping[str, str]) -> Headers:
    """Read what somebody said of files that they gave, as a sidecar says it.

    Example:
        >>> stated({"publisher": "Lumenia Herald", "published": ""}).publisher
        'Lumenia Herald'
    """
    return from_pairs([(k, v) for k, v in told.items() if v.strip()], "form")


def capture_given(
    given: GivenFile, known: Container[str] = (), beside: Headers = NOTHING
) -> Captured | CapturedList | Known | Failed:
    """Capture one file from memory: a report, or a list.

    Args:
        given: The file.
        known: Ids of reports and lists the caller has; they are not opened up again.
        beside: What somebody said of it; over what it says itself.
    """
    name = plain_name(given.name)
    path = Path(name)
    try:
        with guarded(path, None):
            kind = _kind(name)
            original = original_of(given.data, kind)
            if (id := original.digest) in known:
                return Known(ReportId(id), path)
            if kind not in LIST_KINDS:
                report = report_of(name, original, beside)
                return Captured(report, path, given.data)
        return CapturedList(list_from(given.data, LISTS + name), given.data)
    except CannotCapture as wrong:
        told = shown(name)
        return Failed(told, str(wrong).removeprefix(f"{told}: "), path)


def digest_of(given: GivenFile) -> str:
    """Give the id that a report or a list of these bytes has."""
    return digest(given.data)


def _kind(name: str) -> Kind:
    path = Path(name)
    kind = kind_of(path)
    if kind is None:
        raise CannotCapture(cannot_read(path.suffix))
    return kind

"""Zipped documents (.docx, .xlsx), unpacked only as far as is safe."""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from tasjil.capture.limits import MEGABYTE, MOST_INFLATED, MOST_PARTS, MOST_RATIO
from tasjil.errors import CannotCapture

_BLOCK = 1 << 16
_SMALL = 2 * MEGABYTE
_DANGEROUS = ("<!DOCTYPE", "<!ENTITY")
_DANGEROUS_BYTES = tuple(
    mark.encode(code)
    for mark in _DANGEROUS
    for code in ("ascii", "utf-16-le", "utf-16-be")
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a zipped document, checked and unpacked in memory."""

    by_name: dict[str, bytes]

    def get(self, name: str) -> bytes | None:
        """Give a part by its name; None where there is none."""
        return self.by_name.get(name)


def unpack(data: bytes) -> Parts:
    """Unpack the XML parts of a document after checking every part's size.

    Sizes are checked twice: as the archive declares them, and as they turn out, for a
    zip bomb lies about them. Pictures and other parts are measured and dropped.

    Raises:
        CannotCapture: It is cut off, password-protected, a zip bomb, or an XML bomb.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_declared(archive)
            return Parts(_inflated(archive))
    except (zipfile.BadZipFile, EOFError, zlib.error, struct.error) as wrong:
        raise _cut_off(wrong) from None
    except (NotImplementedError, RuntimeError):
        raise CannotCapture(
            "it is locked with a password or packed in an unusual way; open it and "
            "save a copy without a password"
        ) from None


def _cut_off(wrong: Exception) -> CannotCapture:
    return CannotCapture(
        f"it is cut off or damaged ({type(wrong).__name__}); get the file again, or "
        "open it in an office programme and save a copy"
    )


def _check_declared(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise _bomb(f"it holds {len(parts):,} parts")
    if sum(part.file_size for part in parts) > MOST_INFLATED:
        raise _bomb(f"it unpacks to more than {MOST_INFLATED // MEGABYTE} MB")
    for part in parts:
        _check_ratio(part.file_size, part.compress_size)


def _check_ratio(unpacked: int, packed: int) -> None:
    if unpacked > _SMALL and unpacked > MOST_RATIO * max(packed, 1):
        times = unpacked // max(packed, 1)
        raise _bomb(f"a part of it grows {times:,} times when unpacked")


def _bomb(what: str) -> CannotCapture:
    return CannotCapture(
        f"{what}, which is how a zip bomb looks, so it was not opened; ask the sender "
        "for the text in another format"
    )


def _inflated(archive: zipfile.ZipFile) -> dict[str, bytes]:
    kept: dict[str, bytes] = {}
    left = MOST_INFLATED
    for part in archive.infolist():
        wanted = part.filename.endswith((".xml", ".rels"))
        blocks: list[bytes] = []
        size = 0
        with archive.open(part) as stream:
            while block := stream.read(_BLOCK):
                size += len(block)
                if size > left:
                    raise _bomb(
                        f"it unpacks to more than {MOST_INFLATED // MEGABYTE} MB"
                    )
                _check_ratio(size, part.compress_size)
                if wanted:
                    blocks.append(block)
        left -= size
        if wanted:
            kept[part.filename.lstrip("/")] = _harmless(b"".join(blocks))
    return kept


def _harmless(xml: bytes) -> bytes:
    """Refuse XML that defines entities: office programmes never write any."""
    if any(mark in xml for mark in _DANGEROUS_BYTES):
        raise CannotCapture(
            "its XML defines entities, which no office programme does and XML bombs "
            "do, so it was not opened; ask the sender for the text in another format"
        )
    return xml

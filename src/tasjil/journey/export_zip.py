"""Packs the log for a court into one file that is sent while it is being made.

Nothing is put on a disk on the way, and no more of it is in memory than a chunk.
"""

from collections.abc import Iterable, Iterator
from io import RawIOBase
from zipfile import ZIP_DEFLATED, ZipFile

from tasjil.journey.export_log import parts_of, signed_now
from tasjil.journey.opening import Seat

CHUNK = 1 << 18


class Outlet(RawIOBase):
    """Takes what is written, until somebody carries it away."""

    def __init__(self) -> None:
        """Begin empty."""
        self._held = bytearray()

    def writable(self) -> bool:
        """Say that it can be written to; going back it cannot."""
        return True

    def write(self, data: object) -> int:
        """Take some bytes."""
        taken = bytes(data)  # type: ignore[call-overload]
        self._held += taken
        return len(taken)

    def carried(self, least: int = 0) -> bytes:
        """Give what was written, where there is that much; else nothing."""
        if len(self._held) <= least:
            return b""
        found, self._held = bytes(self._held), bytearray()
        return found


def packed_log(seat: Seat) -> Iterator[bytes]:
    """Sign the log as it stands, and give the bytes of a zip file of it.

    Raises:
        NotAllowed: Whoever asks may not look at the log.
        LogBroken: The log is not what was signed; the file ends there, and is none.
    """
    export = signed_now(seat.register)
    return _packed(seat, parts_of(export, seat.register.entries()))


def _packed(
    seat: Seat, parts: Iterator[tuple[str, Iterable[bytes]]]
) -> Iterator[bytes]:
    outlet = Outlet()
    try:
        with ZipFile(outlet, "w", ZIP_DEFLATED) as made:
            for name, data in parts:
                with made.open(name, "w", force_zip64=True) as file:
                    for each in data:
                        file.write(each)
                        if ready := outlet.carried(CHUNK):
                            yield ready
        yield outlet.carried()
    finally:
        seat.register.rest()

"""The case that this server shows, read again when its files change."""

import threading
from pathlib import Path

from tasjil.errors import CaseError
from tasjil.journey.case import Case, open_case

FILES = ("case.toml", "sources.csv", "places.csv")


class House:
    """One case folder; its files are read again when they were changed."""

    def __init__(self) -> None:
        """Begin without a folder; `settle` names it."""
        self._folder: Path | None = None
        self._read: tuple[tuple[int, ...], Case] | None = None
        self._lock = threading.Lock()

    def settle(self, folder: Path) -> None:
        """Name the folder of the case."""
        with self._lock:
            self._folder, self._read = folder, None

    @property
    def folder(self) -> Path:
        """Where the case lies, or will.

        Raises:
            CaseError: The server was started without one.
        """
        if self._folder is None:
            raise CaseError(
                "expected the folder of a case, found none; start it as `tasjil serve "
                "FOLDER`"
            )
        return self._folder

    @property
    def is_made(self) -> bool:
        """Whether there is a case folder yet."""
        return self.folder.is_dir()

    @property
    def case(self) -> Case:
        """The case as its files say it now.

        Raises:
            CaseError: One of the files says something that cannot be.
        """
        stamp = tuple(map(self._changed, FILES))
        with self._lock:
            if self._read is None or self._read[0] != stamp:
                self._read = stamp, open_case(self.folder)
            return self._read[1]

    def _changed(self, name: str) -> int:
        try:
            return (self.folder / name).stat().st_mtime_ns
        except OSError:
            return 0


HOUSE = House()
"""That of this server."""

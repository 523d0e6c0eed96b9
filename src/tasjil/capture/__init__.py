"""A file, page or list becomes a report with its text and digest.

Example:
    >>> from pathlib import Path
    >>> capture_file(Path("no such file.txt"))
    Traceback (most recent call last):
    tasjil.errors.CannotCapture: no such file.txt: there is no such file (any more); \
check the path, or that the disk is in
"""

from tasjil.capture.door import Captured, Failed, Known, capture_all, capture_file
from tasjil.capture.kinds import LIST_KINDS, REPORT_KINDS, Kind, kind_of
from tasjil.capture.lists import ListFile, read_list
from tasjil.capture.walking import walk

__all__ = [
    "LIST_KINDS",
    "REPORT_KINDS",
    "Captured",
    "Failed",
    "Kind",
    "Known",
    "ListFile",
    "capture_all",
    "capture_file",
    "kind_of",
    "read_list",
    "walk",
]

"""Hears every file that a program writes; the tests put this folder on its path.

FAULT_AT: the n-th file it writes raises an error that quotes what stands in the file
FAULT_WORDS, as a fault of the program would.
"""

import os
import sys

_record = os.open(os.environ["FAULT_RECORD"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_left = [int(os.environ.pop("FAULT_AT", "0"))]
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def _hear(event: str, given: tuple[object, ...]) -> None:
    if event == "open" and isinstance(given[2], int) and given[2] & WRITES:
        os.write(_record, f"{given[0]}\n".encode(errors="replace"))
        _left[0] -= 1
        if _left[0] == 0:
            with open(os.environ["FAULT_WORDS"], encoding="utf-8") as words:
                raise RuntimeError(words.read())
    elif event in ("os.rename", "os.link", "os.mkdir"):
        os.write(_record, f"{given[-2] if len(given) > 2 else given[0]}\n".encode())


sys.addaudithook(_hear)

"""Keeps what a program holds in its memory from being written out when it dies.

A crash can leave a copy of the memory on the disk, with keys and testimony in clear. A
program that opens a register asks the system for no such copy, and on Linux for no
other program of the same user to look into it.
"""

import ctypes
import sys

NOT_DUMPABLE = 4, 0
"""PR_SET_DUMPABLE to 0 (prctl(2)): where the system pipes its copies to a program of
its own, a limit on their size alone does not stop them."""


def never_written_out() -> None:
    """Ask the system, as far as it can be asked, for no copy of this memory."""
    try:
        import resource  # not there on Windows, which is not asked
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(*NOT_DUMPABLE, 0, 0, 0)

"""Python's search for garbage stands still while records are made by the million."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Hold back the search for objects that only refer to each other.

    Records that stay are looked through again and again while more are made: a fifth
    of the time that a million of them take. What nobody refers to goes as ever.

    Example:
        >>> with unswept():
        ...     gc.isenabled()
        False
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()

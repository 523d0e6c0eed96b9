"""Turns plain loops over numbers into machine code, the first time they run."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """Compile a function of numbers and arrays; the code is kept for the next start.

    It runs without the interpreter's lock, so threads run side by side. It must not
    raise, print, or touch an object.
    """
    made = numba.njit(cache=True, nogil=True, error_model="numpy")(function)
    return cast(F, made)

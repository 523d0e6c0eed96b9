"""Bytes that open something, and that no message, trace or log may show."""

import secrets
from typing import Self


class Secret:
    r"""Holds a key and does not tell it; `bytes` and `hex` do, where they are asked.

    Example:
        >>> Secret(b"\x01" * 32)
        Secret(...)
    """

    __slots__ = ("_held",)

    def __init__(self, held: bytes) -> None:
        """Hold these bytes."""
        self._held = held

    @classmethod
    def fresh(cls, length: int = 32) -> Self:
        """Draw a new one from the system's source of chance."""
        return cls(secrets.token_bytes(length))

    def __bytes__(self) -> bytes:
        """Tell it."""
        return self._held

    def hex(self) -> str:
        """Tell it in hex."""
        return self._held.hex()

    def __repr__(self) -> str:
        """Tell nothing."""
        return "Secret(...)"

    __str__ = __repr__

    def __reduce__(self) -> tuple[object, ...]:
        """Refuse to be written to a file or a cache."""
        raise TypeError("a secret is not pickled; hand its bytes over on purpose")

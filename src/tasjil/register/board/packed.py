"""How the board keeps what pages read whole: packed JSON, always the same bytes."""

import zlib
from typing import Any

import msgspec

CHUNK = 1_000
"""How many ids behind a figure are kept together."""

LEVEL = 6


def packed(plain: Any) -> bytes:
    """Pack plain JSON.

    Example:
        >>> unpacked(packed({"floor": 4}))
        {'floor': 4}
    """
    return zlib.compress(msgspec.json.encode(plain), LEVEL)


def unpacked(data: bytes | memoryview) -> Any:
    """Give plain JSON back."""
    return msgspec.json.decode(zlib.decompress(data))

"""The one way from a noun to JSON and back: field names are the form of DESIGN §8."""

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from tasjil.errors import BadValue

Noun = TypeVar("Noun")


def to_json(value: Any) -> Any:
    """Turn a noun into plain dicts, lists, strings and numbers.

    Example:
        >>> from tasjil.model.quantity import Quantity
        >>> to_json(Quantity(3, 3, "three"))
        {'low': 3, 'high': 3, 'text': 'three', 'unit': 'person'}
    """
    return msgspec.to_builtins(value, enc_hook=_listed)


def _listed(value: Any) -> Any:
    """List what is no plain list yet: ids that are put together when looked at."""
    if isinstance(value, Sequence):
        return list(value)
    raise NotImplementedError(f"expected a noun, got a {type(value).__name__}")


def from_json(plain: Any, kind: type[Noun]) -> Noun:
    """Build a noun from plain JSON; `BadValue` says what did not fit.

    Example:
        >>> from tasjil.model.quantity import Quantity
        >>> from_json({"low": 3, "high": 3, "text": "three"}, Quantity).exact
        True
    """
    try:
        return msgspec.convert(plain, kind)
    except msgspec.ValidationError as wrong:
        raise BadValue(f"expected a {kind.__name__}: {wrong}") from wrong

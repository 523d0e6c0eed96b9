"""The key to an endpoint: read from where the settings name it, and never told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tasjil.read.language_model.failures import BadModelSettings
from tasjil.read.language_model.settings import ModelSettings

_KEY = re.compile(r"[\x21-\x7e]{1,4096}")


@dataclass(frozen=True, slots=True)
class EndpointKey:
    """What opens an endpoint; printed it tells nothing.

    Example:
        >>> EndpointKey("not to be shown")
        EndpointKey()
    """

    words: str = field(repr=False)


def read_key(
    settings: ModelSettings, environment: Mapping[str, str]
) -> EndpointKey | None:
    """Read the key; None where the settings name none.

    Raises:
        BadModelSettings: It is not where the settings say, or is no key.
    """
    if settings.key_file is not None:
        try:
            found = settings.key_file.read_text(encoding="ascii")
        except OSError as wrong:
            raise _no_key("key_file", f"it cannot be read ({wrong.strerror})") from None
        except UnicodeDecodeError:
            raise _no_key(
                "key_file", "it holds letters that keys do not have"
            ) from None
    elif settings.key_variable is not None:
        found = environment.get(settings.key_variable, "")
    else:
        return None
    name = "key_variable" if settings.key_file is None else "key_file"
    first = found.strip().splitlines()[:1]
    if not first or not _KEY.fullmatch(first[0]):
        raise _no_key(name, "nothing there, or what cannot be a key")
    return EndpointKey(first[0])


def _no_key(name: str, found: str) -> BadModelSettings:
    return BadModelSettings(
        f"expected the key of the language model where {name} says, found: {found}; "
        "check that line, or remove it where the endpoint asks for no key"
    )

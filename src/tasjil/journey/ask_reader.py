"""Finds the reader that a person asks for: one of ours, or their language model."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from tasjil.errors import ReaderError
from tasjil.read.door import Reader, reader_named
from tasjil.read.language_model.endpoint import Endpoint
from tasjil.read.language_model.key import read_key
from tasjil.read.language_model.reader import LanguageModelReader
from tasjil.read.language_model.settings import load_settings

BUILT_IN = "built-in"
"""Stands for the reader of each report's own language."""

SETTINGS = ".toml"


def ask_reader(
    name: str,
    never_sent: Callable[[], frozenset[str]],
    environment: Mapping[str, str] = os.environ,
) -> Reader | None:
    """Find a reader by what a person typed; None is the one of each language.

    Args:
        name: "built-in", a reader's name, or the settings file of a language model.
        never_sent: Finds the reports that no model may see; asked for a model only.
        environment: Where a key may stand.

    Raises:
        NoReader: No reader has that name.
        BadModelSettings: The settings cannot be, or would send words unasked.
    """
    if name == BUILT_IN:
        return None
    if not name.endswith(SETTINGS):
        try:
            return reader_named(name)
        except ReaderError as wrong:
            raise type(wrong)(
                f"{wrong}, or {BUILT_IN}, or the settings file of a language model "
                f"({SETTINGS})"
            ) from None
    settings = load_settings(Path(name))
    endpoint = Endpoint(settings, read_key(settings, environment))
    return LanguageModelReader(endpoint, never_sent())

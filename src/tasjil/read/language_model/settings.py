"""What a person must say before any report is sent to a language model."""

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import msgspec

from tasjil.read.language_model.address import Address
from tasjil.read.language_model.failures import BadModelSettings

SHORTEST_PIECE = 1_000
LONGEST_PIECE = 200_000
_MODEL = re.compile(r"[\w.:/@+ -]{1,120}")
_MUST_STAND_ELSEWHERE = frozenset(
    ("key", "api_key", "apikey", "token", "secret", "password", "authorization")
)


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """An endpoint, a model, and what may be sent there.

    Attributes:
        endpoint: The address, as the server documents it: "http://127.0.0.1:8080/v1".
        model: The name the endpoint knows the model by.
        send_reports_to: The endpoint's host once more, where it is another machine:
            the second yes, without which nothing leaves this one.
        key_file: A file whose first line is the key.
        key_variable: Or the name of an environment variable that holds it.
        seconds: How long one answer is waited for.
        attempts: How often it is asked where it is busy or away.
        characters: How much of a report is sent at a time.
        answer_tokens: How long an answer may be.
        proxy_from_environment: True lets HTTPS_PROXY carry what is sent.
        certificates: Whom to trust as that host (PEM); for a server of your own.
    """

    endpoint: str
    model: str
    send_reports_to: str | None = None
    key_file: Path | None = None
    key_variable: str | None = None
    seconds: float = 120.0
    attempts: int = 3
    characters: int = 12_000
    answer_tokens: int = 8_000
    proxy_from_environment: bool = False
    certificates: Path | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be, and what would send words further than was said."""
        _allowed(self.address, self.send_reports_to)
        _check("model", "the name of a model", bool(_MODEL.fullmatch(self.model)))
        _check("seconds", "0.1 to 3600", 0.1 <= self.seconds <= 3600)
        _check("attempts", "1 to 10", 1 <= self.attempts <= 10)
        fits = SHORTEST_PIECE <= self.characters <= LONGEST_PIECE
        _check("characters", f"{SHORTEST_PIECE} to {LONGEST_PIECE}", fits)
        _check("answer_tokens", "100 or more", self.answer_tokens >= 100)
        one = self.key_file is None or self.key_variable is None
        _check("key_file", "that or key_variable, not both", one)

    @property
    def address(self) -> Address:
        """Where the model listens."""
        return Address.of(self.endpoint)


def _check(name: str, wanted: str, holds: bool) -> None:
    if not holds:
        raise BadModelSettings(
            f"expected for {name}: {wanted}; found something else in the settings of "
            "the language model; mend that line"
        )


def _allowed(address: Address, host: str | None) -> None:
    """Refuse an endpoint on another machine that nobody said yes to twice."""
    if address.is_here:
        return
    if host is None or host.lower() != address.host:
        found = "none" if host is None else "another host"
        raise BadModelSettings(
            f"the endpoint is on another machine ({address.host}): expected "
            f'send_reports_to = "{address.host}" as well, found {found}; write it '
            "only if the words of your reports may go there"
        )
    if not address.is_encrypted:
        raise BadModelSettings(
            f"the endpoint is on another machine ({address.host}): expected https, "
            "found http, which anybody on the way can read; use https"
        )


def load_settings(file: Path) -> ModelSettings:
    """Read the settings of a language model from a TOML file.

    Paths in it start from the file's own folder.

    Raises:
        BadModelSettings: The file is not there, is no TOML, or says what cannot be.
    """
    given = _toml(file)
    known = {each.name for each in fields(ModelSettings)}
    for key in given:
        if key.lower() in _MUST_STAND_ELSEWHERE:
            raise BadModelSettings(
                f"{file.name}: expected no key in the settings, found {key}; put the "
                "key into a file of its own and name that: key_file, or key_variable"
            )
        if key not in known:
            raise BadModelSettings(
                f"{file.name}: expected some of {', '.join(sorted(known))}; found a "
                "line with another name; correct or remove it"
            )
    try:
        settings = msgspec.convert(_from_its_folder(given, file), ModelSettings)
    except msgspec.ValidationError as wrong:
        raise BadModelSettings(f"{file.name}: {wrong}; mend that line") from None
    return settings


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as wrong:
        raise BadModelSettings(
            f"expected the settings of a language model in {file.name}, which cannot "
            f"be read ({wrong.strerror}); docs/language-model.md shows what to write"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise BadModelSettings(
            f"{file.name} is not valid TOML in UTF-8; docs/language-model.md shows how "
            "it should look"
        ) from None


def _from_its_folder(given: dict[str, Any], file: Path) -> dict[str, Any]:
    """Let the paths in a settings file start from the folder it lies in."""
    paths = {key: given[key] for key in ("key_file", "certificates") if key in given}
    return {
        **given,
        **{
            key: file.parent / path
            for key, path in paths.items()
            if isinstance(path, str)
        },
    }

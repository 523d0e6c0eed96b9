"""Sends one question to an endpoint and brings its answer back, or says why not."""

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from tasjil.read.language_model.failures import (
    BadModelSettings,
    ModelSilent,
    QuestionRefused,
)
from tasjil.read.language_model.key import EndpointKey
from tasjil.read.language_model.settings import ModelSettings

LARGEST = 4_000_000
"""No answer is longer than this, in bytes; what is longer is not read to its end."""

LONGEST_PAUSE = 60.0
FIRST_PAUSE = 1.0
CONNECT_SECONDS = 10.0
SILENCES = 3
"""After so many reports in a row without an answer, nobody is asked any more."""

_BUSY = 429
_AS_IS = "identity"
_OK = 200
_STATUSES = {
    401: "a refusal of the key (status 401); check key_file or key_variable",
    403: "a refusal of the key (status 403); check key_file or key_variable",
    404: "no such address or model (status 404); check endpoint and model",
    413: "that the question is too long (status 413); lower characters",
    429: "that it is busy (status 429); wait, or ask for less at a time",
}


@dataclass(frozen=True, slots=True)
class _Heard:
    """What came back once.

    Attributes:
        pause: Seconds after which to ask again; None where asking again is no use.
    """

    body: bytes = b""
    wrong: str | None = None
    pause: float | None = None


@dataclass(slots=True)
class Endpoint:
    """One endpoint, asked one question at a time.

    Attributes:
        wait: How to let seconds pass.
        clock: Seconds that only go forward.
    """

    settings: ModelSettings
    key: EndpointKey | None = None
    wait: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _silent: int = field(default=0, init=False)

    def ask(self, question: bytes) -> bytes:
        """Send a question (JSON) and give the bytes of the answer.

        Raises:
            ModelSilent: No answer came; the message says what came instead.
            QuestionRefused: The form of the question is not taken.
        """
        if self._silent >= SILENCES:
            raise self._failed(
                f"none for {SILENCES} reports in a row, so it is not asked any more; "
                "see that it runs and start again"
            )
        heard = self._once(question)
        for attempt in range(1, self.settings.attempts):
            if heard.pause is None:
                break
            own = FIRST_PAUSE * 2 ** (attempt - 1)
            self.wait(min(max(heard.pause, own), LONGEST_PAUSE))
            heard = self._once(question)
        if heard.wrong is not None:
            self._silent += 1
            raise self._failed(heard.wrong)
        self._silent = 0
        return heard.body

    def _failed(self, found: str) -> ModelSilent:
        where = self.settings.address.shown
        return ModelSilent(
            f"expected an answer from the language model at {where}, found {found}"
        )

    def _once(self, question: bytes) -> _Heard:
        httpx = _httpx()
        until = self.clock() + self.settings.seconds
        try:
            with (
                self._client(httpx) as client,
                client.stream(
                    "POST",
                    self.settings.address.url,
                    content=question,
                    headers=self._headers(),
                ) as answer,
            ):
                return self._heard(answer, until)
        except (httpx.ReadTimeout, httpx.WriteTimeout):
            return _Heard(wrong=self._late())
        except httpx.HTTPError:
            return _Heard(wrong="no connection; see that it runs there", pause=0.0)
        except (httpx.InvalidURL, ValueError):
            return _Heard(wrong="no way to it; check endpoint and the proxy settings")

    def _client(self, httpx: ModuleType) -> Any:
        seconds = self.settings.seconds
        # What would stay on this machine never goes through another one.
        proxied = self.settings.proxy_from_environment
        return httpx.Client(
            follow_redirects=False,
            trust_env=proxied and not self.settings.address.is_here,
            verify=self._trusted(),
            timeout=httpx.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS)),
        )

    def _trusted(self) -> ssl.SSLContext | bool:
        if self.settings.certificates is None:
            return True
        try:
            return ssl.create_default_context(cafile=self.settings.certificates)
        except (OSError, ssl.SSLError):
            raise BadModelSettings(
                "expected certificates (PEM) where the settings say, found none that "
                "can be read; check the line certificates"
            ) from None

    def _headers(self) -> dict[str, str]:
        own = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            # A small packed answer could unpack to more than this machine holds.
            "Accept-Encoding": _AS_IS,
            "User-Agent": "tasjil",
        }
        if self.key is not None:
            own["Authorization"] = f"Bearer {self.key.words}"
        return own

    def _heard(self, answer: Any, until: float) -> _Heard:
        status = answer.status_code
        if status in (400, 422):
            raise QuestionRefused(
                "expected an answer from the language model at "
                f"{self.settings.address.shown}, found that it refuses the question "
                f"(status {status}); check model, or lower characters and answer_tokens"
            )
        if status != _OK:
            again = status == _BUSY or status >= 500
            pause = _asked_to_wait(answer.headers.get("Retry-After")) if again else None
            return _Heard(wrong=_told(status), pause=pause)
        kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if (
            kind != "application/json"
            or answer.headers.get("Content-Encoding", _AS_IS) != _AS_IS
        ):
            return _Heard(wrong="something that is not JSON; check endpoint")
        return self._body(answer, until)

    def _body(self, answer: Any, until: float) -> _Heard:
        parts, length = [], 0
        for part in answer.iter_raw():
            length += len(part)
            if length > LARGEST:
                return _Heard(wrong=f"more than {LARGEST:,} bytes; ask another model")
            if self.clock() > until:
                return _Heard(wrong=self._late())
            parts.append(part)
        return _Heard(b"".join(parts))

    def _late(self) -> str:
        return (
            f"none within {self.settings.seconds:g} seconds; give it more time "
            "(seconds) or less text at once (characters)"
        )


def _told(status: int) -> str:
    """A status in words."""
    if 300 <= status < 400:
        return (
            f"that it is elsewhere (status {status}); nothing was sent there: write "
            "the new address into the settings if you trust it"
        )
    return _STATUSES.get(status, f"the status {status}; see what the endpoint says")


def _asked_to_wait(told: str | None) -> float | None:
    """Seconds that a busy endpoint asks for; None where it asks for too many.

    Example:
        >>> _asked_to_wait("7"), _asked_to_wait(None), _asked_to_wait("86400")
        (7.0, 0.0, None)
    """
    if told is None or not told.strip().isdecimal():
        return 0.0
    seconds = float(told[:12])
    return seconds if seconds <= LONGEST_PAUSE else None


def _httpx() -> ModuleType:
    """Load the library that speaks HTTP, at this one door and only when asked.

    Raises:
        BadModelSettings: It is not installed.
    """
    try:
        import httpx
    except ImportError:
        raise BadModelSettings(
            "expected the package httpx, which asks a language model, found none; "
            "install tasjil[model]"
        ) from None
    return httpx

"""The address of an endpoint: what it may be, and whether it is on this machine."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from tasjil.read.language_model.failures import BadModelSettings

_PLAIN = re.compile(r"[\w.~:/\[\]-]+", re.ASCII)
_WANTED = 'expected an address such as "http://127.0.0.1:8080/v1" for endpoint'


@dataclass(frozen=True, slots=True)
class Address:
    """Where a language model listens.

    Attributes:
        url: The address that chats are completed at.
        host: The machine's name, in lower case, without the port.
        shown: Host and port, as a person is told them.
    """

    url: str
    host: str
    shown: str
    is_encrypted: bool

    @classmethod
    def of(cls, endpoint: str) -> "Address":
        """Read the address an OpenAI-compatible endpoint is documented with.

        Raises:
            BadModelSettings: It is no address, or holds a name, a key or a question.

        Example:
            >>> at = Address.of("http://127.0.0.1:8080/v1")
            >>> at.url, at.shown, at.is_here
            ('http://127.0.0.1:8080/v1/chat/completions', '127.0.0.1:8080', True)
        """
        # An address is read by us and by the library that connects: only letters
        # that both must read alike are let through, so no "@", "\" or "?".
        if not _PLAIN.fullmatch(endpoint):
            raise BadModelSettings(
                f"{_WANTED}, found none or one with a user, a key, a question or "
                "letters that addresses do not have; give scheme, host, port and path"
            )
        try:
            parts = urlsplit(endpoint)
            host, port = parts.hostname, parts.port
        except ValueError:
            raise BadModelSettings(f"{_WANTED}, found one whose port is none") from None
        if parts.scheme not in ("http", "https") or not host:
            raise BadModelSettings(f"{_WANTED}, found one without http:// or a host")
        path = parts.path.rstrip("/").removesuffix("/chat/completions")
        base = f"{parts.scheme}://{parts.netloc}{path}"
        shown = host if port is None else f"{host}:{port}"
        url = f"{base}/chat/completions"
        return cls(url, host.lower(), shown, parts.scheme == "https")

    @property
    def is_here(self) -> bool:
        """True where nothing that is sent there leaves this machine."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

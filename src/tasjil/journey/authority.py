"""Asks a time authority over the network: the one place of the register that does."""

import urllib.error
import urllib.request
from collections.abc import Callable
from urllib.parse import urlsplit

from tasjil.errors import AuthoritySilent
from tasjil.register.tree.stamp import LARGEST

SECONDS = 30.0
"""How long an authority is waited for."""

Ask = Callable[[str, bytes], bytes]
"""Sends a question to an address and gives the answer."""


class _NoDetours(urllib.request.HTTPRedirectHandler):
    """The question goes where the person said, and nowhere else."""

    def redirect_request(self, *args: object) -> None:
        """Follow none."""
        return


def over_http(url: str, query: bytes, seconds: float = SECONDS) -> bytes:
    """Send a question as RFC 3161, section 3.4, has it.

    Raises:
        AuthoritySilent: The address is none, or nobody answers there in time.
    """
    where = urlsplit(url)
    if where.scheme not in ("http", "https") or not where.hostname:
        raise AuthoritySilent(
            "expected the address of a time authority (https://...), got another; "
            "take it from the authority's own page"
        )
    request = urllib.request.Request(
        url, query, {"Content-Type": "application/timestamp-query"}
    )
    opener = urllib.request.build_opener(_NoDetours)
    try:
        with opener.open(request, timeout=seconds) as answer:
            return bytes(answer.read(LARGEST + 1))
    except urllib.error.HTTPError as wrong:
        with wrong:
            said = f"the status {wrong.code}"
    except (OSError, ValueError) as wrong:
        said = "no answer in time" if _late(wrong) else "no way to it"
    raise AuthoritySilent(
        f"expected a stamp from {where.hostname}, found {said}; check the address and "
        "the connection, or carry the question there yourself (--request, --reply)"
    )


def _late(wrong: Exception) -> bool:
    reason = getattr(wrong, "reason", wrong)
    return isinstance(reason, TimeoutError)

"""How the tests of reading ask: a few words in, claims or a digest out."""

import hashlib
from collections.abc import Callable

import pytest

from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.digest import Digest, digest
from tasjil.read.door import extract_claims


def make_report(text: str, **headers: str | None) -> Report:
    """A report of these words, published on Friday 14 March 2025 in Tolmin."""
    bytes_ = "sha256:" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    known: dict[str, str | None] = {
        "publisher": "The Tolmin Gazette",
        "published": "2025-03-14",
        "language": "en",
        **headers,
    }
    return Report(bytes_, "a.txt", text, bytes_, "text/plain", len(text), **known)


@pytest.fixture
def report_of() -> Callable[..., Report]:
    return make_report


@pytest.fixture
def claims_of() -> Callable[..., list[Claim]]:
    return lambda text, **headers: extract_claims(make_report(text, **headers))


@pytest.fixture
def digest_of() -> Callable[..., Digest]:
    def read(text: str, **headers: str | None) -> Digest:
        report = make_report(text, **headers)
        return digest(report, extract_claims(report))

    return read

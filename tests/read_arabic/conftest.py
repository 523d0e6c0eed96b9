"""Reports in Arabic for the reader's tests."""

import hashlib
from collections.abc import Callable

import pytest

from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.door import extract_claims

Read = Callable[..., list[Claim]]


@pytest.fixture
def read() -> Read:
    """Read a text as a paper of Lumenia published it on Friday, 14 March 2031."""

    def _read(text: str, published: str = "2031-03-14") -> list[Claim]:
        digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
        report = Report(
            digest,
            "report.txt",
            text,
            digest,
            "text/plain",
            len(text),
            language="ar",
            publisher="وكالة فاريش",
            published=published,
        )
        return extract_claims(report)

    return _read

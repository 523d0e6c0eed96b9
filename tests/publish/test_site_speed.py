"""Ten thousand reports: the time a page takes does not grow with their number."""

import time
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from pathlib import Path

import pytest

from tasjil.model.ids import ClaimId, IncidentId, ReportId
from tasjil.publish.site import write_site
from tasjil.publish.view import SiteView

pytestmark = pytest.mark.slow


def many(view: SiteView, number: int) -> SiteView:
    """Tell the Tolen report again and again, each telling with claims of its own."""
    report, claims = next((r, view.claims[r.id]) for r in view.reports.values())
    reports, told, origins, incidents = {}, {}, {}, []
    for n in range(number):
        digest = sha256(str(n).encode()).hexdigest()
        made = ReportId(f"sha256:{digest}")
        reports[made] = replace(
            report, id=made, name=f"{n}.txt", publisher=f"Paper {n}"
        )
        told[made] = tuple(
            replace(c, id=ClaimId(f"{n}.{k}"), report=made)
            for k, c in enumerate(claims)
        )
        for old, new in zip(claims, told[made], strict=True):
            origins[new.id] = view.origins[old.id]
        ids = tuple(c.id for c in islice(told[made], 3))
        incidents.append(replace(view.incidents[0], id=IncidentId(f"i{n}"), claims=ids))
    return replace(
        view, reports=reports, claims=told, origins=origins, incidents=tuple(incidents),
        states={}, unread=(),
    )  # fmt: skip


def seconds_a_page(view: SiteView, out: Path) -> float:
    start = time.process_time()
    write_site(view, out)
    return (time.process_time() - start) / sum(1 for _ in out.rglob("*.html"))


def test_a_page_takes_as_long_among_many_as_among_few(lumenia, tmp_path):
    seconds_a_page(many(lumenia, 20), tmp_path / "warm")
    few = seconds_a_page(many(lumenia, 150), tmp_path / "few")
    lots = seconds_a_page(many(lumenia, 1200), tmp_path / "lots")
    assert lots < few * 1.6
    assert lots < 0.006

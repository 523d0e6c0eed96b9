"""Every report of every case in this repository is read, each claim on its words."""

from pathlib import Path

import pytest

from tasjil.read.digest import digest
from tasjil.read.door import NoReader, read

CASES = Path(__file__).parents[2] / "cases"
REPORTS = sorted(CASES.glob("*/reports/**/*.md"))


def headers_and_body(path):
    """Front matter as a dict, and the words below it."""
    raw = path.read_text(encoding="utf-8")
    if not raw.startswith("---"):
        return {}, raw
    _, front, body = raw.split("---", 2)
    pairs = (line.split(":", 1) for line in front.strip().splitlines() if ":" in line)
    return {k.strip(): v.strip().strip("'\"") for k, v in pairs}, body.strip()


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.name)
def test_a_report_of_a_case_is_read_on_its_own_words(path, report_of):
    headers, body = headers_and_body(path)
    report = report_of(
        body,
        publisher=headers.get("publisher"),
        published=headers.get("published") or headers.get("date"),
        language=headers.get("language", "en"),
    )
    try:
        found = read(report)
    except NoReader:
        assert headers.get("language") != "en"
        return
    assert found.dropped == 0
    for claim in found.claims:
        claim.check(report.text)
    digest(report, found.claims)

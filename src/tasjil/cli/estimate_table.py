"""`tasjil estimate TABLE.csv`: a table is estimated, and nothing is kept."""

from pathlib import Path

from tasjil.cli.estimate_asked import Asked
from tasjil.cli.estimate_progress import watched
from tasjil.cli.show_estimate import show_report
from tasjil.cli.terminal import put, say
from tasjil.errors import BadValue
from tasjil.estimate import ToldTables, read_table
from tasjil.estimate.report import Report, report_to_json
from tasjil.estimate.report.alone import outcomes_alone
from tasjil.estimate.report.make import make_report
from tasjil.model.json import to_json


def estimate_table(path: Path, asked: Asked) -> int:
    """Estimate a table and print what came of it; a refusal is a result."""
    told = read_table(path, asked.lists)
    if asked.as_json and not asked.full and asked.page is None:
        return _outcomes(told, asked)
    with watched(asked) as watch:
        report = make_report(told, asked.settings, watch)
    deliver(report, asked)
    return 0


def deliver(report: Report, asked: Asked) -> None:
    """Write a report as it was asked for: for people, for programs, as a page."""
    if asked.page is not None:
        _write_page(report, asked, asked.page)
    if asked.as_json and asked.full:
        put(report_to_json(report))
    elif asked.as_json:
        plain = [to_json(each) for each in report.outcomes]
        put(plain[0] if asked.one else plain)
    elif asked.page is None:
        show_report(report, asked.language)


def _outcomes(told: ToldTables, asked: Asked) -> int:
    with watched(asked) as watch:
        found = outcomes_alone(told, asked.settings, watch)
    plain = [to_json(each) for each in found]
    put(plain[0] if asked.one else plain)
    return 0


def _write_page(report: Report, asked: Asked, path: Path) -> None:
    # pictures are loaded only where somebody wants a page
    from tasjil.estimate.report.page import page

    try:
        path.write_text(page(report, asked.language), encoding="utf-8")
    except OSError as found:
        raise BadValue(
            f"expected a file that can be written at {path}: {found.strerror}; name "
            "another with --page"
        ) from None
    say(f"The report as a page: {path}")

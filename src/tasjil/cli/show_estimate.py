"""An estimate as a person reads it in a terminal."""

from tasjil.cli.terminal import line, put
from tasjil.estimate import LIMITS, Language, Limits, Report
from tasjil.estimate.report.text import report_lines


def show_report(report: Report, language: Language) -> None:
    """Print the report, the verdict first."""
    for each in report_lines(report, language):
        line(each)


def show_limits(as_json: bool) -> int:
    """Print every limit with its usual value, what it is for, and its source."""
    for name, usual in Limits().plain().items():
        limit = LIMITS[name]
        if as_json:
            told = {"limit": name, "value": usual}
            put({**told, "what": limit.what, "source": limit.source})
        else:
            line(f"{name} = {usual:g}")
            line(f"  {limit.what}")
            line(f"  {limit.source}")
    return 0

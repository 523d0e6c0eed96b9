"""The honest report of every run: what was seen, what follows, how far to trust it."""

from tasjil.estimate.report.plain import report_from_json, report_to_json
from tasjil.estimate.report.value import Outcome, Report
from tasjil.estimate.report.verdict import Kind, Verdict, verdict

__all__ = [
    "Kind",
    "Outcome",
    "Report",
    "Verdict",
    "report_from_json",
    "report_to_json",
    "verdict",
]

"""What nobody documented; refusing when it cannot be known.

Nothing heavy is loaded before a method runs.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tasjil.estimate.bounds import fit_chao, fit_coverage, fit_two_lists
    from tasjil.estimate.classes import LcmcrFit, LcmcrSettings, fit_lcmcr
    from tasjil.estimate.combine import Combined, CombineSettings, Inferred
    from tasjil.estimate.covariates import DoublyRobustSettings, fit_doubly_robust
    from tasjil.estimate.estimating import estimate, estimate_all
    from tasjil.estimate.graphs import DgaFit, DgaSettings, fit_dga
    from tasjil.estimate.loglinear import LoglinearFit, LoglinearSettings, fit_loglinear
    from tasjil.estimate.refuse import LIMITS, Limits, Reason, said
    from tasjil.estimate.report import (
        Report,
        Verdict,
        report_from_json,
        report_to_json,
        verdict,
    )
    from tasjil.estimate.report.make import make_report
    from tasjil.estimate.report.text import report_lines
    from tasjil.estimate.saying import Language
    from tasjil.estimate.settings import EstimateSettings
    from tasjil.estimate.simulate import Design, Study, design_like
    from tasjil.estimate.sparse import SparseFit, SparseSettings, fit_sparse
    from tasjil.estimate.strata import (
        ImputeSettings,
        StrataSettings,
        Stratified,
        impute,
        missing_by_pattern,
        strata_of,
        stratified,
    )
    from tasjil.estimate.tables import (
        CaptureTable,
        Finding,
        ToldTables,
        check_table,
        check_told,
        from_persons,
        from_records,
        read_table,
    )
    from tasjil.estimate.watch import Step, Watch
    from tasjil.model.estimate import Estimate, Interval, Method, Refusal, WhyRefused

__all__ = [
    "LIMITS",
    "CaptureTable",
    "CombineSettings",
    "Combined",
    "Design",
    "DgaFit",
    "DgaSettings",
    "DoublyRobustSettings",
    "Estimate",
    "EstimateSettings",
    "Finding",
    "ImputeSettings",
    "Inferred",
    "Interval",
    "Language",
    "LcmcrFit",
    "LcmcrSettings",
    "Limits",
    "LoglinearFit",
    "LoglinearSettings",
    "Method",
    "Reason",
    "Refusal",
    "Report",
    "SparseFit",
    "SparseSettings",
    "Step",
    "StrataSettings",
    "Stratified",
    "Study",
    "ToldTables",
    "Verdict",
    "Watch",
    "WhyRefused",
    "check_table",
    "check_told",
    "design_like",
    "estimate",
    "estimate_all",
    "fit_chao",
    "fit_coverage",
    "fit_dga",
    "fit_doubly_robust",
    "fit_lcmcr",
    "fit_loglinear",
    "fit_sparse",
    "fit_two_lists",
    "from_persons",
    "from_records",
    "impute",
    "make_report",
    "missing_by_pattern",
    "read_table",
    "report_from_json",
    "report_lines",
    "report_to_json",
    "said",
    "strata_of",
    "stratified",
    "verdict",
]

_ROOMS = {
    "bounds": ("fit_chao", "fit_coverage", "fit_two_lists"),
    "classes": ("LcmcrFit", "LcmcrSettings", "fit_lcmcr"),
    "covariates": ("DoublyRobustSettings", "fit_doubly_robust"),
    "combine": ("CombineSettings", "Combined", "Inferred"),
    "estimating": ("estimate", "estimate_all"),
    "graphs": ("DgaFit", "DgaSettings", "fit_dga"),
    "loglinear": ("LoglinearFit", "LoglinearSettings", "fit_loglinear"),
    "refuse": ("LIMITS", "Limits", "Reason", "said"),
    "report": ("Report", "Verdict", "report_from_json", "report_to_json", "verdict"),
    "report.make": ("make_report",),
    "report.text": ("report_lines",),
    "saying": ("Language",),
    "settings": ("EstimateSettings",),
    "simulate": ("Design", "Study", "design_like"),
    "sparse": ("SparseFit", "SparseSettings", "fit_sparse"),
    "strata": (
        *("ImputeSettings", "StrataSettings", "Stratified", "impute"),
        *("missing_by_pattern", "strata_of", "stratified"),
    ),
    "tables": (
        *("CaptureTable", "Finding", "ToldTables", "check_table", "check_told"),
        *("from_persons", "from_records", "read_table"),
    ),
    "watch": ("Step", "Watch"),
}
_WHERE = {
    name: f"tasjil.estimate.{room}" for room, names in _ROOMS.items() for name in names
} | dict.fromkeys(
    ("Estimate", "Interval", "Method", "Refusal", "WhyRefused"),
    "tasjil.model.estimate",
)


def __getattr__(name: str) -> Any:
    """Load a name from its room when somebody asks for it."""
    where = _WHERE.get(name)
    if where is None:
        raise AttributeError(f"tasjil.estimate has no {name!r}")
    return getattr(import_module(where), name)


def __dir__() -> list[str]:
    """List every name, loaded or not."""
    return __all__

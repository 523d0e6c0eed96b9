"""The honest report of a run, as one frozen value: all that a page or a text tells."""

from dataclasses import dataclass

from tasjil.estimate.report.parts import (
    Chains,
    Coverage,
    Fit,
    Learnt,
    ListShown,
    MissingShown,
    Odd,
    OverlapShown,
    PatternShown,
    StratumShown,
    Varied,
)
from tasjil.estimate.report.verdict import Verdict
from tasjil.model.estimate import Estimate, Refusal

Outcome = Estimate | Refusal
"""What a method gives: a number with its interval, or why there is none."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the lists say of those on none of them, and how far it can be trusted.

    Attributes:
        n: How many people the lists document, each once.
        data: `sha256:` and the digest of the table, or of all tables together.
        lists: Each list, with its size.
        patterns: Who is on exactly which lists, most people first.
        overlaps: Every two lists.
        findings: What is odd about the table; English words, and the kind.
        missing: What is not known of people, by the lists they are on.
        outcomes: One of each method that was asked.
        set_aside: Estimates that a check of this report takes the number from: their
            refusal stands in `outcomes`.
        whole: With strata: the same methods on all people together, for comparison.
        strata: Each stratum with its outcomes.
        draws: Each linkage draw, or imputation, with its outcomes.
        varied: Other priors, other deltas, a list left out: what moves the number.
        fits: Seen against expected patterns, by method.
        chains: Traces and ranks of chains, by method.
        learnt: Prior against posterior of N, by method.
        verdict: What may be said in the end.
        limits: Every limit of the run, as it was.
        settings: What was asked; plain JSON values.
        versions: Of tasjil and of what computes.
        seed: What chance was drawn from.
        seconds: How long each method took; it differs from run to run.
        stopped: Somebody ended the run early.
    """

    n: int
    data: str
    lists: tuple[ListShown, ...]
    patterns: tuple[PatternShown, ...]
    overlaps: tuple[OverlapShown, ...]
    coverage: Coverage
    outcomes: tuple[Outcome, ...]
    verdict: Verdict
    findings: tuple[Odd, ...] = ()
    missing: tuple[MissingShown, ...] = ()
    set_aside: tuple[Estimate, ...] = ()
    whole: tuple[Outcome, ...] = ()
    strata: tuple[StratumShown, ...] = ()
    draws: tuple[StratumShown, ...] = ()
    varied: tuple[Varied, ...] = ()
    fits: tuple[Fit, ...] = ()
    chains: tuple[Chains, ...] = ()
    learnt: tuple[Learnt, ...] = ()
    limits: dict[str, float] | None = None
    settings: dict[str, object] | None = None
    versions: dict[str, str] | None = None
    seed: int | None = None
    seconds: dict[str, float] | None = None
    stopped: bool = False

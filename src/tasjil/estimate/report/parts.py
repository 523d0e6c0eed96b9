"""The parts of a report, each a frozen value of plain numbers and words."""

from dataclasses import dataclass

from tasjil.model.defined import Defined
from tasjil.model.estimate import Estimate, Interval, Method, Refusal


@dataclass(frozen=True, slots=True)
class ListShown:
    """A list.

    Attributes:
        size: People on it.
        alone: People on it and on no other.
    """

    name: str
    size: int
    alone: int


@dataclass(frozen=True, slots=True)
class PatternShown:
    """How many people are on exactly these lists."""

    lists: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True)
class OverlapShown:
    """How many people two lists share.

    Attributes:
        of_a: Share of the people on `a`, from 0 to 1; None of an empty list.
        of_b: Share of the people on `b`.
    """

    a: str
    b: str
    both: int
    of_a: float | None
    of_b: float | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much the lists have in common.

    Attributes:
        sample: Sample coverage, 1 - mean(alone / size) over lists (Chao & Tsay 1998).
        once: People on one list only.
        share_once: Their share of all documented.
        low: Whether `sample` is below the limit: then coverage gives a bound.
    """

    sample: float
    once: int
    share_once: float
    low: bool


@dataclass(frozen=True, slots=True)
class Odd:
    """Something odd about the table: its kind, its words in English, its lists."""

    kind: str
    words: str
    lists: tuple[str, ...] = ()
    people: int | None = None


@dataclass(frozen=True, slots=True)
class MissingShown:
    """How often something is not known of people on exactly these lists."""

    about: str
    lists: tuple[str, ...]
    people: int
    missing: int


@dataclass(frozen=True, slots=True)
class StratumShown:
    """A stratum, a linkage draw or an imputation, with its outcomes.

    Attributes:
        name: As a person reads it: "woman, 2031-05", "draw 3".
        n: People documented in it.
        outcomes: One of each method.
    """

    name: str
    n: int
    outcomes: tuple[Estimate | Refusal, ...]


class Varying(Defined):
    """What is varied, to see whether it decides the number."""

    DELTA = "delta", "Another weight of the prior of decomposable graphs."
    PRIOR = "prior", "Another prior of the classes."
    CLASSES = "classes", "Another number of classes at most."
    WITHOUT = "without", "A list is left out."


@dataclass(frozen=True, slots=True)
class Varied:
    """What a method gives when one thing is changed.

    Attributes:
        what: What is changed.
        to: To which value, or which list is left out.
        N: What the method gives then; None where it refuses.
        refused: Why it refuses then.
        moves: How far the median moves, in widths of the interval as asked; None
            where either refuses.
        width: Width of this interval over that of the interval as asked.
        decides: Whether it moves by more than the limit.
    """

    method: Method
    what: Varying
    to: str
    N: Interval | None
    refused: str | None = None
    moves: float | None = None
    width: float | None = None
    decides: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """People on exactly (or at least) these lists: seen, and expected by a model.

    Attributes:
        z: How many standard deviations apart.
    """

    lists: tuple[str, ...]
    seen: int
    expected: float
    low: float
    high: float
    z: float


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether a model gives tables like the one seen.

    Attributes:
        p: The share of its tables that are as odd as the one seen.
        patterns: People on exactly these lists, those farthest from the model.
        overlaps: People on both of two lists.
        times: People on exactly 1, 2, ... lists, in this order; without lists' names.
    """

    method: Method
    p: float
    patterns: tuple[Expected, ...] = ()
    overlaps: tuple[Expected, ...] = ()
    times: tuple[Expected, ...] = ()


@dataclass(frozen=True, slots=True)
class Chains:
    """Chains of one method, thinned for a picture.

    Attributes:
        traces: N along each chain.
        ranks: For each chain, how many of its draws lie in each rank bin of all.
    """

    method: Method
    traces: tuple[tuple[float, ...], ...]
    ranks: tuple[tuple[int, ...], ...]
    rhat: float | None = None
    bulk: float | None = None
    tail: float | None = None


@dataclass(frozen=True, slots=True)
class Learnt:
    """The prior of N against its posterior.

    Attributes:
        edges: Ends of the bins of N, (bins + 1,).
        prior: Share of the prior in each bin.
        posterior: Share of the posterior in each bin.
    """

    method: Method
    edges: tuple[float, ...]
    prior: tuple[float, ...]
    posterior: tuple[float, ...]

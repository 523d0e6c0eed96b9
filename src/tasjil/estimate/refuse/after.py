"""What a method found about its own number that lets nobody trust it."""

from collections.abc import Mapping, Sequence

from tasjil.estimate.refuse.limits import Limits
from tasjil.estimate.refuse.reason import Reason
from tasjil.model.estimate import Interval, WhyRefused


def no_maximum(lists: Sequence[str] = ()) -> Reason:
    """Refuse where the linear programme says that no most likely number exists."""
    return Reason(WhyRefused.NO_MAXIMUM, "no_maximum", {"lists": tuple(lists)})


def not_identified() -> Reason:
    """Refuse where different numbers fit equally well."""
    return Reason(WhyRefused.NOT_IDENTIFIED, "not_identified")


def no_upper_end() -> Reason:
    """Refuse where the likelihood does not fall towards large numbers."""
    return Reason(WhyRefused.NOT_IDENTIFIED, "no_upper_end")


def chains_disagree(
    rhat: float, limits: Limits, modes: Sequence[float] = ()
) -> Reason | None:
    """Refuse where chains tell of different numbers.

    Args:
        rhat: Rank-normalised split R-hat of N.
        limits: From where on.
        modes: Medians of groups of chains that sit apart; fewer than two: none do.

    Example:
        >>> chains_disagree(1.2, Limits()).why.value
        'chains disagree'
        >>> chains_disagree(1.004, Limits()) is None
        True
    """
    if len(modes) > 1:
        values = {"n": len(modes), "modes": tuple(round(each) for each in modes)}
        return Reason(WhyRefused.CHAINS_DISAGREE, "chains_in_modes", values)
    if rhat <= limits.rhat:  # a NaN is no agreement
        return None
    values = {"rhat": f"{rhat:.2f}", "limit": limits.rhat}
    return Reason(WhyRefused.CHAINS_DISAGREE, "chains_disagree", values)


def too_few_samples(bulk: float, tail: float, limits: Limits) -> Reason | None:
    """Refuse where chains ended before their interval settled.

    Args:
        bulk: Effective samples of N in the bulk.
        tail: Likewise in the tails.
        limits: The fewest.
    """
    found = min(bulk, tail)
    if found >= limits.ess:
        return None
    values = {"n": int(found) if found == found else 0, "least": int(limits.ess)}
    return Reason(WhyRefused.TOO_FEW_SAMPLES, "too_few_samples", values)


def at_the_cap(mass: float, cap: float, limits: Limits) -> Reason | None:
    """Refuse where the posterior piles up at the largest number allowed.

    Args:
        mass: Share of the posterior within `limits.near_cap` of the cap.
        cap: The largest number allowed.
        limits: The most.

    Example:
        >>> at_the_cap(0.2, 50_000, Limits()).words()[:35]
        '20% of the posterior lies within 5%'
    """
    if mass <= limits.at_cap:
        return None
    values = {
        "mass": f"{100 * mass:.0f}%",
        "near": f"{100 * limits.near_cap:.0f}%",
        "cap": round(cap),
    }
    return Reason(WhyRefused.AT_THE_CAP, "at_the_cap", values)


def prior_decides(
    interval: Interval, medians: Mapping[str, float], limits: Limits
) -> Reason | None:
    """Refuse where another prior of the same kind moves the median too far.

    Args:
        interval: The estimate as asked.
        medians: Of N, by what the other prior is: "delta 0.25".
        limits: How far, in widths of the interval.

    Example:
        >>> asked = Interval(1000, 1000, 900, 1100, 0.95)
        >>> prior_decides(asked, {"delta 0.25": 1390.0}, Limits()).why.value
        'the prior decides'
    """
    found = farthest(interval, medians)
    if found is None or found[1] <= limits.prior_moves:
        return None
    values = _moved(interval, medians, *found) | {"prior": found[0]}
    return Reason(WhyRefused.PRIOR_DECIDES, "prior_decides", values)


def one_list_decides(
    interval: Interval, medians: Mapping[str, float], limits: Limits
) -> Reason | None:
    """Refuse where the median goes too far without one of the lists.

    Args:
        interval: The estimate from all lists.
        medians: Of N, by the list that is left out.
        limits: How far, in widths of the interval.
    """
    found = farthest(interval, medians)
    if found is None or found[1] <= limits.list_moves:
        return None
    values = _moved(interval, medians, *found) | {"list": found[0]}
    return Reason(WhyRefused.ONE_LIST_DECIDES, "one_list_decides", values)


def does_not_fit(p: float, limits: Limits) -> Reason | None:
    """Refuse a model that does not give overlaps like those seen.

    Args:
        p: The share of tables drawn from the model that are as odd as the one seen.
        limits: The least.
    """
    if p >= limits.fit:
        return None
    shown = f"{p:.4f}".rstrip("0").rstrip(".")
    return Reason(WhyRefused.DOES_NOT_FIT, "does_not_fit", {"p": shown or "0"})


def moved(interval: Interval, median: float) -> float:
    """Say how far another median is away, in widths of the interval.

    Example:
        >>> moved(Interval(1000, 1000, 900, 1100, 0.95), 1100)
        0.5
    """
    width = interval.high - interval.low
    away = abs(median - interval.median)
    return away / width if width > 0 else (0.0 if away == 0 else float("inf"))


def farthest(
    interval: Interval, medians: Mapping[str, float]
) -> tuple[str, float] | None:
    """Say which of other runs moves the median most, and how far in widths."""
    if not medians:
        return None
    name = max(medians, key=lambda each: moved(interval, medians[each]))
    return name, moved(interval, medians[name])


def _moved(
    interval: Interval, medians: Mapping[str, float], name: str, far: float
) -> dict[str, object]:
    return {
        "median": round(interval.median),
        "other": round(medians[name]),
        "widths": f"{far:.1f}",
    }

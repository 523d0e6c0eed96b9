"""A made-up report with every part, of lists kept in Lumenia."""

import math

from tasjil.estimate.refuse import Limits
from tasjil.estimate.report import Report, verdict
from tasjil.estimate.report.parts import (
    Chains,
    Coverage,
    Expected,
    Fit,
    Learnt,
    ListShown,
    MissingShown,
    Odd,
    OverlapShown,
    PatternShown,
    StratumShown,
    Varied,
    Varying,
)
from tasjil.model.estimate import Estimate, Interval, Method, Refusal, WhyRefused

DATA = "sha256:" + "5e" * 32
LISTS = ("Kelm hospital", "ديوان فلمار", "Observatory", "Graves")


def interval(low: float, middle: float, high: float) -> Interval:
    return Interval(middle, middle, low, high, 0.95)


def number(method: Method, low: float, middle: float, high: float, n=1437) -> Estimate:
    return Estimate(method, n, interval(low, middle, high), DATA)


def refusal(method: Method, why: WhyRefused, words: str, n=1437) -> Refusal:
    return Refusal(method, n, words, DATA, None, why)


OUTCOMES = (
    number(Method.LOGLINEAR, 2410, 3020, 3900),
    refusal(
        Method.DGA,
        WhyRefused.PRIOR_DECIDES,
        "With delta 0.25 the median is 9,120 instead of 3,300.",
    ),
    number(Method.LCMCR, 2200, 2750, 3610),
    number(Method.SPARSE, 2500, 3190, 4300),
    number(Method.CHAO, 2050, 2110, 2300),
    refusal(
        Method.COVERAGE,
        WhyRefused.ONE_LIST_DECIDES,
        "Without Graves the median is 7,000 instead of 2,600.",
    ),
)


def patterns() -> tuple[PatternShown, ...]:
    found = []
    for code in range(1, 16):
        on = tuple(name for k, name in enumerate(LISTS) if code >> k & 1)
        found.append(PatternShown(on, max(3, 441 // (len(on) ** 4) - 11 * code)))
    return tuple(sorted(found, key=lambda each: -each.people))


def overlaps() -> tuple[OverlapShown, ...]:
    pairs = [(a, b) for k, a in enumerate(LISTS) for b in LISTS[k + 1 :]]
    return tuple(
        OverlapShown(a, b, 4 + 31 * k, 0.04 * k, 0.07 * k)
        for k, (a, b) in enumerate(pairs)
    )


def varied() -> tuple[Varied, ...]:
    made = [
        Varied(Method.LOGLINEAR, Varying.WITHOUT, name,
               interval(2300 + 90 * k, 2900 + 120 * k, 3900 + 150 * k), None,
               0.1 * k, 1.1)
        for k, name in enumerate(LISTS)
    ]  # fmt: skip
    made.append(Varied(Method.DGA, Varying.DELTA, "0.25",
                       interval(5000, 9120, 14000), None, 2.4, 5.0, True))  # fmt: skip
    made.append(Varied(Method.LCMCR, Varying.PRIOR, "Gamma(1, 1)", None, "no"))
    return tuple(made)


def chains() -> Chains:
    traces = tuple(
        tuple(2800 + 300 * math.sin(i * (1.3 + k) + k) * math.cos(i * 0.7)
              for i in range(180))
        for k in range(4)
    )  # fmt: skip
    ranks = tuple(tuple(20 + (3 * k + b) % 7 for b in range(20)) for k in range(4))
    return Chains(Method.LCMCR, traces, ranks, 1.003, 812.0, 640.0)


def strata() -> tuple[StratumShown, ...]:
    return (
        StratumShown("woman, 2031-05", 420,
                     (number(Method.LOGLINEAR, 700, 900, 1300, 420),)),
        StratumShown("man, 2031-05", 1011,
                     (number(Method.LOGLINEAR, 1600, 2050, 2800, 1011),)),
        StratumShown("not told", 6,
                     (refusal(Method.LOGLINEAR, WhyRefused.APART, "Apart.", 6),)),
    )  # fmt: skip


def made_report(names: tuple[str, ...] = LISTS) -> Report:
    """Make a report with every part; `names` take the place of its lists' names."""
    new = dict(zip(LISTS, names, strict=True))

    def renamed(lists: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(new[each] for each in lists)

    seen = tuple(
        Expected(renamed(each.lists), each.people, each.people * 1.1,
                 each.people * 0.8, each.people * 1.3, -0.4)
        for each in patterns()[:9]
    )  # fmt: skip
    times = (Expected((), 1018, 1009.5, 960.0, 1060.0, 0.3),)
    fit = Fit(Method.LCMCR, 0.31, seen[:3], seen[4:], times)
    edges = tuple(1400 * 1.1**k for k in range(25))
    bell = [math.exp(-((k - 8) ** 2) / 8) for k in range(24)]
    learnt = Learnt(
        Method.LCMCR, edges, (1 / 24,) * 24, tuple(b / sum(bell) for b in bell)
    )
    return Report(
        n=1437,
        data=DATA,
        lists=tuple(ListShown(new[name], 900 - 190 * k, 441 - 60 * k)
                    for k, name in enumerate(LISTS)),
        patterns=tuple(PatternShown(renamed(p.lists), p.people) for p in patterns()),
        overlaps=tuple(OverlapShown(new[o.a], new[o.b], o.both, o.of_a, o.of_b)
                       for o in overlaps()),
        coverage=Coverage(0.48, 1018, 0.71, True),
        outcomes=OUTCOMES,
        verdict=verdict(OUTCOMES),
        findings=(Odd("small list", "Only 7 people are on Graves.", (names[3],), 7),),
        missing=(MissingShown("age", (names[0],), 441, 402),
                 MissingShown("age", (names[1], names[2]), 30, 3)),
        set_aside=(number(Method.DGA, 2600, 3300, 5100),),
        strata=strata(),
        draws=tuple(StratumShown(f"draw {k}", 1437 - k,
                                 (number(Method.LOGLINEAR, 2400 + 40 * k, 3020 + 45 * k,
                                         3900 + 60 * k),)) for k in range(4)),
        varied=varied(),
        fits=(fit,),
        chains=(chains(),),
        learnt=(learnt,),
        limits=Limits(rhat=1.1).plain(),
        settings={"level": 0.95, "by": ["sex"], "classes": 10, "methods": []},
        versions={"tasjil": "0.6.0", "numpy": "2.4.0"},
        seed=19481210,
    )  # fmt: skip

"""What may be said in the end, when methods agree, differ or refuse."""

import json

from tasjil.estimate.report import (
    Kind,
    Report,
    report_from_json,
    report_to_json,
    verdict,
)
from tasjil.estimate.report.parts import (
    Coverage,
    ListShown,
    PatternShown,
    StratumShown,
    Varied,
    Varying,
)
from tasjil.model.estimate import Estimate, Interval, Method, Refusal, WhyRefused

DATA = "sha256:0"


def number(method: Method, low: float, median: float, high: float, **told) -> Estimate:
    interval = Interval(median, median, low, high, 0.95)
    return Estimate(method, 100, interval, DATA, diagnostics=told)


def refusal(method: Method) -> Refusal:
    return Refusal(method, 100, "a reason", DATA, why=WhyRefused.APART)


def test_a_verdict_spans_all_methods_and_is_never_one_number() -> None:
    found = verdict(
        [number(Method.DGA, 150, 180, 220), number(Method.LCMCR, 170, 200, 260)]
    )

    assert found.kind is Kind.INTERVAL
    assert (found.low, found.high) == (150, 260)
    assert found.medians == (180, 200)
    assert not found.apart


def test_methods_whose_intervals_do_not_touch_are_said_to_be_apart() -> None:
    found = verdict(
        [number(Method.DGA, 120, 130, 140), number(Method.SPARSE, 170, 200, 260)]
    )

    assert found.apart


def test_one_method_alone_is_said_to_be_alone() -> None:
    found = verdict([number(Method.LOGLINEAR, 150, 180, 220), refusal(Method.DGA)])

    assert found.kind is Kind.ONE_METHOD
    assert found.refused == (Method.DGA,)


def test_a_bound_does_not_widen_an_interval_but_stands_beside_it() -> None:
    found = verdict(
        [number(Method.CHAO, 110, 115, 125), number(Method.LCMCR, 170, 200, 260)]
    )

    assert found.low == 170
    assert found.bound == 110


def test_where_only_a_bound_is_left_the_verdict_has_no_upper_end() -> None:
    found = verdict([number(Method.CHAO, 110, 115, 125), refusal(Method.LCMCR)])

    assert found.kind is Kind.BOUND
    assert (found.low, found.high) == (110, None)


def test_low_sample_coverage_gives_a_bound_and_high_coverage_a_number() -> None:
    low = verdict([number(Method.COVERAGE, 130, 140, 150, bound=True)])
    high = verdict([number(Method.COVERAGE, 130, 140, 150)])

    assert low.kind is Kind.BOUND
    assert high.kind is Kind.ONE_METHOD


def test_two_lists_held_to_be_independent_give_no_verdict() -> None:
    found = verdict([number(Method.TWO_LISTS, 150, 180, 220)])

    assert found.kind is Kind.REFUSAL


def test_a_report_read_back_from_json_is_the_same() -> None:
    outcomes = (number(Method.DGA, 150, 180, 220, models=3), refusal(Method.LCMCR))
    report = Report(
        100,
        DATA,
        (ListShown("a", 30, 10),),
        (PatternShown(("a", "b"), 20),),
        (),
        Coverage(0.5, 30, 0.3, low=True),
        outcomes,
        verdict(outcomes),
        draws=(StratumShown("draw 1", 100, outcomes),),
        varied=(Varied(Method.DGA, Varying.DELTA, "1", None, "none exists"),),
        settings={"delta": 0.5},
        seed=1,
    )

    again = report_from_json(json.loads(json.dumps(report_to_json(report))))

    assert again == report

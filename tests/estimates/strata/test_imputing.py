"""A missing value is drawn from people on the same lists, many times over."""

import numpy as np
import pytest

from estimates.made_estimators import chapman
from tasjil.errors import BadValue
from tasjil.estimate.strata import (
    ImputeSettings,
    StrataSettings,
    impute,
    missing_by_pattern,
    strata_of,
    stratified,
)
from tasjil.estimate.tables import ToldTables, read_table

# As in the deaths of Gaza (Jamaluddine et al. 2025), where 955 of 960 missing ages are
# on one list: here those without an age group are nearly all on the survey alone.
ONE_LIST = """hospital,survey,social,age,count
0,0,1,child,420
0,0,1,adult,1049
0,1,0,child,1210
0,1,0,adult,2939
0,1,0,,955
0,1,1,child,111
0,1,1,adult,240
1,0,0,child,5600
1,0,0,adult,13448
1,0,1,child,340
1,0,1,adult,833
1,1,0,child,570
1,1,0,adult,1354
1,1,0,,5
1,1,1,child,60
1,1,1,adult,137
"""


def test_who_lacks_a_value_is_told_by_the_lists_they_are_on():
    found = missing_by_pattern(read_table(ONE_LIST), ["age"])
    assert found.total == 960
    assert found.words == (
        "960 of 29271 people lack a value of age; 955 of them are on survey alone."
    )
    assert found.people.sum() == 29271


def test_dropping_people_without_a_value_lowers_the_estimate_and_imputing_does_not():
    told = read_table(ONE_LIST)
    known = told.where(np.array([age is not None for age in told.column("age")]))
    dropped = stratified(known, ["age"], chapman)
    filled = stratified(told, ["age"], chapman)
    whole = chapman(told.table, 1).estimate
    assert dropped.total.N is not None
    assert filled.total.N is not None
    missed = whole.N.median - dropped.total.N.median
    assert missed > 0.05 * whole.N.median
    assert abs(filled.total.N.median - whole.N.median) < 0.01 * whole.N.median


def test_where_most_of_a_list_lacks_values_dropping_halves_the_estimate():
    text = (
        "a,b,age,count\n1,0,child,500\n1,0,adult,500\n1,1,child,100\n1,1,adult,100\n"
        "0,1,child,100\n0,1,adult,100\n0,1,,1000\n"
    )
    told = read_table(text)
    known = told.where(np.array([age is not None for age in told.column("age")]))
    dropped = stratified(known, ["age"], chapman).total
    filled = stratified(told, ["age"], chapman).total
    assert dropped.N is not None
    assert filled.N is not None
    assert dropped.N.median < filled.N.median / 2


def test_nobody_is_lost_or_made_and_what_is_known_stays():
    told = read_table(ONE_LIST)
    before = {
        (tuple(on), age): many
        for on, (age,), many in zip(
            told.on.tolist(), told.known, told.counts.tolist(), strict=True
        )
    }
    for each in impute(told, ["age"], ImputeSettings(4)):
        assert each.table.digest == told.table.digest
        assert None not in each.column("age")
        for on, (age,), many in zip(
            each.on.tolist(), each.known, each.counts.tolist(), strict=True
        ):
            assert many >= before.get((tuple(on), age), 0)


def test_imputations_differ_and_a_seed_brings_them_back():
    told = read_table(ONE_LIST)
    first = [each.counts.tolist() for each in impute(told, ["age"])]
    again = [each.counts.tolist() for each in impute(told, ["age"])]
    other = [
        each.counts.tolist() for each in impute(told, ["age"], ImputeSettings(seed=2))
    ]
    assert first == again
    assert first != other
    assert len({tuple(each) for each in first}) > 5


def test_values_follow_the_people_on_the_same_lists():
    text = (
        "a,b,sex,count\n1,0,woman,900\n1,0,man,100\n1,0,,1000\n"
        "0,1,woman,100\n0,1,man,900\n0,1,,1000\n"
    )
    for each in impute(read_table(text), ["sex"], ImputeSettings(5)):
        women = each.where(np.array([sex == "woman" for sex in each.column("sex")]))
        assert women.table.size("a") == pytest.approx(1800, abs=60)
        assert women.table.size("b") == pytest.approx(200, abs=60)


def test_a_value_follows_what_else_is_known():
    text = (
        "a,b,sex,place,count\n1,0,woman,Harbour,500\n1,0,man,Hills,500\n"
        "1,0,woman,,200\n0,1,man,Hills,50\n"
    )
    for each in impute(read_table(text), ["sex", "place"], ImputeSettings(3)):
        in_hills = [
            many
            for known, many in zip(each.known, each.counts.tolist(), strict=True)
            if known == ("woman", "Hills")
        ]
        assert sum(in_hills) <= 5


def test_lists_where_nobody_has_a_value_take_those_of_everyone():
    text = "a,b,sex,count\n1,0,woman,700\n1,0,man,300\n0,1,,1000\n1,1,woman,70\n"
    shares = []
    for each in impute(read_table(text), ["sex"], ImputeSettings(20)):
        women = each.where(np.array([sex == "woman" for sex in each.column("sex")]))
        shares.append((women.table.size("b") - 70) / 1000)
    assert np.mean(shares) == pytest.approx(0.72, abs=0.1)
    # Ten people's worth of knowledge, no more: the shares differ much.
    assert np.std(shares) > 0.05


def test_people_who_lack_everything_are_imputed_too():
    text = "a,b,sex,age\n" + "1,0,woman,8\n0,1,man,9\n1,1,,\n" * 10
    for each in impute(read_table(text), ["sex", "age"], ImputeSettings(2)):
        assert each.table.n == 30


def test_a_column_that_nobody_has_a_value_of_cannot_be_imputed():
    told = ToldTables.of_people("ab", [(1, 0), (1, 1)], ("sex",), [(None,), (None,)])
    with pytest.raises(BadValue, match="found it of nobody"):
        impute(told, ["sex"])


def test_between_imputations_the_doubt_is_told():
    found = stratified(
        read_table(ONE_LIST), ["age"], chapman, StrataSettings(ImputeSettings(6))
    )
    assert found.imputations == 6
    assert found.total.diagnostics["combined"]["tables"] == 6
    for each in found.strata:
        assert each.outcome.diagnostics["combined"]["between"] > 0
        assert each.outcome.diagnostics["combined"]["rule"] == "classical"


def test_a_stratum_that_only_some_imputations_have_is_kept():
    text = "a,b,sex,count\n" + (
        "1,0,woman,40\n0,1,woman,30\n1,1,woman,20\n1,1,man,1\n1,0,,1\n1,1,,1\n"
    )
    found = stratified(read_table(text), ["sex"], chapman)
    assert {each.key for each in found.strata} == {("man",), ("woman",)}


def test_a_stratum_of_imputed_people_is_not_refused_for_what_nobody_lacks():
    told = read_table(ONE_LIST)
    assert {each.key for each in strata_of(impute(told, ["age"])[0], ["age"])} == {
        ("adult",),
        ("child",),
    }

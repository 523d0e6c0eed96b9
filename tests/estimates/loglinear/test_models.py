"""Models are counted, written and stepped through as the literature does."""

import pytest

from tasjil.errors import BadValue
from tasjil.estimate.loglinear import Model, every_model


def test_three_lists_have_8_models_and_four_have_113() -> None:
    assert [len(every_model(j)) for j in (3, 4)] == [8, 113]


@pytest.mark.slow
def test_five_lists_have_6893_models() -> None:
    # 2^5 - 1 lists of terms closed downwards, counted by Dedekind: sum over the sets
    # of pairs, triples and quadruples of 5 lists.
    assert len({model.formula for model in every_model(5)}) == 6893


@pytest.mark.parametrize("formula", ["[1,2,3,4]", "[123,14,34]", "[12,3,4]"])
def test_a_formula_reads_back_as_it_was_written(formula: str) -> None:
    assert Model.read(formula, 4).formula == formula


def test_from_ten_lists_on_numbers_stand_apart() -> None:
    model = Model.of(10, [0b1000000001])
    assert model.formula == "[1.10,2,3,4,5,6,7,8,9]"
    assert Model.read(model.formula, 10) == model


def test_a_term_stands_with_all_terms_inside_it() -> None:
    assert Model.read("[123,4]", 4).terms == (0, 1, 2, 4, 8, 3, 5, 6, 7)


def test_every_list_has_its_term_though_nobody_wrote_it() -> None:
    assert Model.read("[12]", 3).formula == "[12,3]"


@pytest.mark.parametrize("formula", ["123,4", "[15]", "[1a]", "[1234]", "[10]"])
def test_what_is_no_model_of_four_lists_is_refused(formula: str) -> None:
    with pytest.raises(BadValue, match="expected"):
        Model.read(formula, 4)


def test_a_step_up_and_a_step_down_lead_back() -> None:
    for model in every_model(4):
        for larger in model.larger():
            assert model in larger.smaller()


def test_the_names_of_the_lists_can_stand_in_a_model() -> None:
    assert Model.read("[12,3]", 3).named(("a", "b", "c")) == "[a:b, c]"

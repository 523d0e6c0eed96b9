"""Every list of values: nothing without a definition, nothing renamed by accident."""

import importlib
import pkgutil
from enum import Enum

import msgspec
import pytest

import tasjil.model
from tasjil.errors import BadValue
from tasjil.model.acts import Act, Level, PerpetratorStance, Stance
from tasjil.model.defined import Defined, DefinedCode, definitions
from tasjil.model.edtf import Edtf
from tasjil.model.fate import AFTER, Fate
from tasjil.model.languages import Language
from tasjil.model.lists import CORE, STANDARDS
from tasjil.model.persons import Sex, Status
from tasjil.model.quantity import Unit
from tasjil.model.sources import SourceKind
from tasjil.model.standards.acled import ActorKind, interaction
from tasjil.model.standards.precision import ACLED, UCDP, UPTO, TimeGrain, grain

EVERY_LIST = (*CORE, *(each for lists in STANDARDS.values() for each in lists))


def enums_of_the_model() -> set[type[Enum]]:
    names = pkgutil.walk_packages(tasjil.model.__path__, "tasjil.model.")
    modules = [importlib.import_module(found.name) for found in names]
    return {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Enum) and len(value) > 0
    }


def test_every_list_of_the_model_is_on_the_methods_page():
    """The languages we speak ourselves are no value of the field."""
    assert enums_of_the_model() - {Language} == set(EVERY_LIST)
    assert len(set(EVERY_LIST)) == len(EVERY_LIST)


@pytest.mark.parametrize("kind", EVERY_LIST)
def test_every_value_has_a_definition_that_is_a_sentence_of_its_own(kind):
    told = definitions(kind)
    assert len(told) == len(kind)
    assert len(set(told.values())) == len(told)
    for value, definition in told.items():
        assert definition[0].isupper(), value
        assert definition.endswith((".", "?")), value
        assert definition.casefold().strip(".") != value.casefold()
    assert kind.__doc__


@pytest.mark.parametrize("kind", EVERY_LIST)
def test_every_value_goes_to_json_as_its_word_and_comes_back(kind):
    for member in kind:
        plain = msgspec.json.decode(msgspec.json.encode(member))
        assert plain == member.value
        assert type(plain) is (str if issubclass(kind, Defined) else int)
        assert msgspec.convert(plain, kind) is member
        assert kind(member.value) is member


def test_a_list_with_an_undefined_value_cannot_be_made():
    with pytest.raises(BadValue, match="expected a definition for 'shut'"):

        class Door(Defined):
            OPEN = "open", "Anybody can walk in."
            SHUT = "shut"

    with pytest.raises(BadValue, match="expected a definition for 0"):

        class Floor(DefinedCode):
            GROUND = 0, " "


def test_the_words_that_other_programs_read_are_never_renamed():
    # The stable form of a claim line: DESIGN section 8.
    assert [act.value for act in Act] == [
        *("killed", "bodies found", "injured", "missing", "abducted", "detained"),
        *("tortured", "sexual violence", "displaced"),
    ]
    assert [level.value for level in Level] == ["individual", "incident", "aggregate"]
    assert [unit.value for unit in Unit] == ["person", "family", "body"]
    assert [stance.value for stance in Stance] == [
        *("stated", "witnessed", "verified", "alleged", "estimated", "denied"),
        "feared",
    ]
    assert [stance.value for stance in PerpetratorStance] == [
        *("named", "alleged", "accused", "claimed", "denied", "unknown"),
    ]
    assert [kind.value for kind in SourceKind] == [
        *("witness", "relative", "monitor", "un", "government", "security"),
        *("medical", "party", "ngo", "media", "unknown"),
    ]
    assert [sex.value for sex in Sex] == ["man", "woman", "unknown"]
    assert [status.value for status in Status] == [
        *("civilian", "other protected person", "armed forces"),
        *("direct participant", "unknown"),
    ]


def test_every_act_says_what_became_of_the_victim_and_only_death_is_death():
    assert set(AFTER) == set(Act)
    dead = {act for act, fate in AFTER.items() if fate is Fate.DEAD}
    assert dead == {Act.KILLED, Act.BODIES_FOUND}


def test_every_grain_of_time_is_placed_on_the_scales_of_others():
    assert set(UCDP) == set(ACLED) == set(TimeGrain)
    assert set(UPTO) == set(TimeGrain) - {TimeGrain.YEARS, TimeGrain.UNKNOWN}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2025-03-07", TimeGrain.DAY),
        ("[2025-03-07,2025-03-09]", TimeGrain.DAYS),
        ("2025-03-01/2025-03-07", TimeGrain.WEEK),
        ("2025-03", TimeGrain.MONTH),
        ("2024", TimeGrain.YEAR),
        ("202X", TimeGrain.YEARS),
        ("2025-03-06/..", TimeGrain.UNKNOWN),
    ],
)
def test_a_date_has_the_grain_of_the_days_it_can_stand_for(told, expected):
    assert grain(Edtf.parse(told).days) is expected


def test_who_met_whom_is_one_code_whichever_is_named_first():
    for one in ActorKind:
        for other in ActorKind:
            assert interaction(one, other) == interaction(other, one)
    assert interaction(ActorKind.REBEL, ActorKind.STATE) == 12

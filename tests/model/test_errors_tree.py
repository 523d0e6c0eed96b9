"""The tree of errors: drawn, exported and caught as one."""

import inspect

import pytest

from tasjil import errors
from tasjil.errors import BadValue, TasjilError


def errors_defined() -> set[str]:
    found = inspect.getmembers(errors, inspect.isclass)
    return {name for name, kind in found if kind.__module__ == errors.__name__}


def test_every_error_is_exported_in_order():
    assert list(errors.__all__) == sorted(errors.__all__)
    assert set(errors.__all__) == errors_defined()


def test_every_error_is_drawn_in_the_tree():
    drawn = errors.__doc__ or ""
    assert [name for name in errors.__all__ if name not in drawn] == []


@pytest.mark.parametrize("name", errors.__all__)
def test_every_error_can_be_caught_as_ours(name):
    kind = getattr(errors, name)
    assert issubclass(kind, TasjilError)
    assert kind.__doc__


def test_a_bad_value_is_also_a_value_error_for_those_who_know_only_python():
    assert issubclass(BadValue, ValueError)

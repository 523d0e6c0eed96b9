"""Reads from a form, or an address, a value that is one of a list."""

from typing import TypeVar

from tasjil.model.defined import Defined

T = TypeVar("T", bound=Defined)


def chosen(of: type[T], told: str | None) -> T | None:
    """Read a value of a list; what is none of it asks for nothing.

    Example:
        >>> from tasjil.model.persons import Sex
        >>> chosen(Sex, "woman"), chosen(Sex, "")
        (<Sex.WOMAN: 'woman'>, None)
    """
    return next((each for each in of if each == told), None)

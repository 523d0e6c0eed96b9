"""Ways in which what is recorded differs from what happened.

Source: Human Rights Data Analysis Group (HRDAG), core concepts.
"""

from tasjil.model.defined import Defined


class Bias(Defined):
    """A named way for records to mislead (HRDAG)."""

    UNDER_REGISTRATION = (
        "under-registration",
        "Some acts were never recorded by anybody.",
    )
    SELECTION = "selection bias", "Some acts were likelier to be recorded than others."
    COMPLEXITY = (
        "complexity",
        "One event held many acts and people, and was squeezed into one line.",
    )
    DUPLICATES = "duplicate reporting", "The same act was recorded more than once."

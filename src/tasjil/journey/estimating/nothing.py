"""What is said of a case that has no list: a refusal, like any other."""

from collections.abc import Sequence
from hashlib import sha256

from tasjil.model.estimate import Method, Refusal, WhyRefused

NO_LISTS = (
    "Nobody can be estimated here: the case has no list of victims. Put lists of at "
    "least three sources who worked apart into lists/, build the case, and estimate "
    "again."
)


def refusals(methods: Sequence[Method]) -> tuple[Refusal, ...]:
    """Refuse every method that was asked for, or all.

    Example:
        >>> refusals([Method.CHAO])[0].why
        <WhyRefused.TOO_FEW_LISTS: 'too few lists'>
    """
    data = "sha256:" + sha256(b"").hexdigest()
    return tuple(
        Refusal(each, 0, NO_LISTS, data, why=WhyRefused.TOO_FEW_LISTS)
        for each in methods or tuple(Method)
    )

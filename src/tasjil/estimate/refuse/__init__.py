"""When there is no number: limits, checks, and reasons in words."""

from tasjil.estimate.refuse.after import (
    at_the_cap,
    chains_disagree,
    does_not_fit,
    farthest,
    moved,
    no_maximum,
    no_upper_end,
    not_identified,
    one_list_decides,
    prior_decides,
    too_few_samples,
)
from tasjil.estimate.refuse.before import (
    a_list_apart,
    before,
    nobody,
    too_few_lists,
    too_many_lists,
)
from tasjil.estimate.refuse.limits import LIMITS, Limit, Limits
from tasjil.estimate.refuse.reason import Reason, key, said

__all__ = [
    "LIMITS",
    "Limit",
    "Limits",
    "Reason",
    "a_list_apart",
    "at_the_cap",
    "before",
    "chains_disagree",
    "does_not_fit",
    "farthest",
    "key",
    "moved",
    "no_maximum",
    "no_upper_end",
    "nobody",
    "not_identified",
    "one_list_decides",
    "prior_decides",
    "said",
    "too_few_lists",
    "too_few_samples",
    "too_many_lists",
]

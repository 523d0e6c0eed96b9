"""Contents are counted in constant memory, and nobody can hide one behind the count."""

from hypothesis import given
from hypothesis import strategies as st

from tasjil.register.canonical import content_digest
from tasjil.register.checks.spoken import Spoken


def count(digests):
    spoken = Spoken()
    for digest in digests:
        spoken.add(digest)
    return len(spoken)


@given(st.lists(st.binary(max_size=2)))
def test_each_content_counts_once(contents):
    digests = [content_digest(each) for each in contents]
    assert count(digests) == len(set(digests))


def test_two_digests_that_begin_alike_count_too_low_and_never_too_high():
    alike = ["sha256:" + "a" * 16 + letter * 48 for letter in "bc"]
    assert count(alike) == 1

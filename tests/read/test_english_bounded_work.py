"""Texts made to be slow: the work on one sentence stays bounded, nothing crashes."""

import pytest

from tasjil.read.english.harm.acts import MOST, find_mentions
from tasjil.read.english.text.parser import parse
from tasjil.read.english.text.sentences import LONGEST, split


@pytest.mark.parametrize("word", ["one ", "and ", "1,", "[", "killed (", "killed\n"])
def test_no_sentence_is_longer_than_can_be_parsed(word):
    sentences = split("killed " + word * 20_000)
    assert max(len(s.text) for s in sentences) <= LONGEST


def test_a_list_over_pages_is_cut_between_its_names():
    sentences = split("The dead are " + "Anton Dravich, " * 500)
    assert len(sentences) > 1
    assert all(s.text.endswith("Dravich,") for s in sentences)


def test_one_sentence_tells_of_no_more_deeds_than_people_write():
    [doc] = parse(["two men were killed and " * 60])
    assert len(find_mentions(doc)) <= MOST


def test_a_name_a_thousand_times_is_read(claims_of):
    assert claims_of("killed " + "Anton Dravich, " * 1_000)

"""The door takes any report, says what it cannot read, and lets no false word pass."""

from dataclasses import replace

import pytest

from tasjil.model.report import Passage
from tasjil.read.context import ReadingContext
from tasjil.read.door import NoReader, gate, read, reader_for
from tasjil.read.languages import language_of


def test_a_language_without_a_reader_is_said_by_name():
    with pytest.raises(NoReader, match="Arabic"):
        reader_for("ar")


def test_a_report_of_unknown_language_that_reads_as_english_is_read(report_of):
    report = report_of("Two men were killed by soldiers in Varesh.", language=None)
    assert language_of(report) == "en"
    assert len(read(report).claims) == 1


def test_a_report_of_unknown_language_that_is_not_english_is_left(report_of):
    with pytest.raises(NoReader):
        read(report_of("Zwei Dorfbewohner starben gestern abend.", language=None))


def test_a_claim_whose_words_do_not_stand_in_the_report_is_thrown_away(report_of):
    report = report_of("Two men were killed by soldiers in Varesh.")
    [claim] = read(report).claims
    false = replace(claim, passage=Passage(0, 7, "Ten men"))
    moved = replace(claim, spans={**claim.spans, "quantity": (4, 7)})
    far = replace(claim, spans={"act": (0, 10_000)})
    assert gate(report, [claim, false, moved, far]) == (claim,)


def test_a_case_without_places_or_sources_still_reads(report_of):
    assert read(report_of("Two men were killed."), ReadingContext()).claims


def test_the_same_words_are_read_the_same_way_twice(report_of):
    report = report_of("Ten people were killed, including 3 children, police said.")
    assert read(report).claims == read(report).claims

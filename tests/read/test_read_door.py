"""The door takes any report, says what it cannot read, and lets no false word pass."""

from dataclasses import replace

import pytest

from tasjil.model.report import Passage
from tasjil.read.context import ReadingContext
from tasjil.read.door import NoReader, gate, label_of, read, reader_for, reader_named
from tasjil.read.dropping import Dropped
from tasjil.read.languages import language_of


def test_a_language_without_a_reader_is_said_by_name():
    with pytest.raises(NoReader, match="French"):
        reader_for("fr")


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


def test_a_reader_is_asked_for_by_its_name_or_its_version(report_of):
    asked = reader_named("english")
    assert reader_named(label_of(asked)) is asked
    report = report_of("Two men were killed by soldiers in Varesh.")
    assert read(report, reader=asked) == read(report)


@pytest.mark.parametrize("name", ["", "English", "english/0", "klingon"])
def test_a_name_that_no_reader_has_is_answered_with_those_there_are(name):
    with pytest.raises(NoReader, match="english/"):
        reader_named(name)


def test_a_reader_that_was_asked_for_reads_no_language_it_does_not_know(report_of):
    report = report_of("قُتل رجلان في فاريش.", language="ar")
    with pytest.raises(NoReader, match="English"):
        read(report, reader=reader_named("english"))


class Careless:
    """A reader that says ten men where the report says two."""

    name, version, languages = "careless", "1", frozenset()

    def read(self, report, context):
        [claim] = read(report).claims
        return [claim, replace(claim, passage=Passage(0, 7, "Ten men"))]


def test_what_was_thrown_away_is_counted_by_its_reason(report_of):
    report = report_of("Two men were killed by soldiers in Varesh.")
    found = read(report, reader=Careless())
    assert (len(found.claims), found.dropped) == (1, 1)
    assert found.reasons == {Dropped.WORDS: 1}
    assert found.reader == "careless/1"

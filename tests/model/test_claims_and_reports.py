"""Claims on exact words, and the reports those words stand in."""

import dataclasses

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tasjil.errors import BadDate, BadPassage, BadPlace, BadValue, InvertedRange
from tasjil.model.acts import Act, Level, PerpetratorStance
from tasjil.model.claim import Claim, Perpetrator, Teller, When
from tasjil.model.incident import Incident
from tasjil.model.persons import AgeGroup, AgeRange, VictimGroup
from tasjil.model.places import Place, PlaceLevel
from tasjil.model.quantity import CountRange
from tasjil.model.report import Passage, Report
from tasjil.model.scope import Codebook, Scope
from tasjil.model.sources import Source, SourceKind
from tasjil.model.tally import IncidentCount

TEXT = "Three people were killed in Varesh, residents said."


def claim(**given) -> Claim:
    plain = {
        "id": "c1",
        "report": "sha256:00",
        "act": Act.KILLED,
        "level": Level.INCIDENT,
        "passage": Passage.of(TEXT, 0, 34),
        "reader": "english/1",
        "group": "g1",
    }
    return Claim(**(plain | given))


def report(**given) -> Report:
    plain = {
        "id": "sha256:00",
        "name": "varesh.txt",
        "text": TEXT,
        "text_digest": "sha256:00",
        "media_type": "text/plain",
        "size": len(TEXT),
    }
    return Report(**(plain | given))


@given(st.text(min_size=1), st.data())
def test_a_passage_cut_from_a_report_stands_in_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = Passage.of(text, start, end)
    passage.check(text)
    with pytest.raises(BadPassage, match="does not stand"):
        passage.check("".join(chr(ord(c) ^ 1) for c in text))


@pytest.mark.parametrize(
    ("start", "end", "quote"), [(-1, 3, "Thre"), (3, 3, ""), (5, 3, "x"), (0, 4, "Thr")]
)
def test_a_passage_whose_offsets_cannot_hold_its_words_is_refused(start, end, quote):
    with pytest.raises(BadPassage):
        Passage(start, end, quote)


def test_a_passage_that_leaves_its_report_is_refused():
    with pytest.raises(BadPassage):
        Passage.of("short", 2, 9)


def test_a_claim_can_be_checked_against_its_report():
    claim(spans={"quantity": (0, 5)}).check(TEXT)
    with pytest.raises(BadPassage, match="does not stand"):
        claim().check("Two people were killed in Varesh, residents said.")
    with pytest.raises(BadPassage, match="leaves the text"):
        claim(spans={"when": (40, 400)}).check(TEXT)


def test_a_claim_is_never_a_part_of_itself():
    with pytest.raises(BadValue, match="part of itself"):
        claim(part_of="g1")


@pytest.mark.parametrize("span", [(5, 5), (7, 2), (-1, 4)])
def test_a_span_that_is_no_span_is_refused(span):
    with pytest.raises(BadPassage, match="quantity"):
        claim(spans={"quantity": span})


def test_the_nearest_teller_decides_independence():
    chain = (Teller("residents", SourceKind.WITNESS), Teller("The Lumenia Post"))
    assert claim(attribution=chain).first_teller is chain[0]
    assert claim().first_teller is None


def test_nobody_is_accused_by_nobody():
    with pytest.raises(BadValue, match="got nobody"):
        Perpetrator(None, PerpetratorStance.ACCUSED)
    assert Perpetrator("gunmen", PerpetratorStance.NAMED).text == "gunmen"


@pytest.mark.parametrize(
    "noun",
    [
        lambda date: When(date, "on a day that never was"),
        lambda date: report(published=date),
        lambda date: Scope(edtf=date),
        lambda date: Incident("i1", Act.KILLED, ("c1",), edtf=date),
    ],
)
def test_a_day_that_never_was_is_refused_wherever_a_date_stands(noun):
    noun("2024-02-29")
    noun(None)
    for date in ("2025-02-29", "yesterday", ""):
        with pytest.raises(BadDate):
            noun(date)


def test_a_report_has_a_digest_and_words():
    with pytest.raises(BadValue, match="sha256"):
        report(id="17")
    with pytest.raises(BadValue, match="no text"):
        report(text=" \n")


def test_a_report_is_never_edited():
    with pytest.raises(dataclasses.FrozenInstanceError):
        report().text = "Four people were killed."


def test_an_incident_that_nobody_tells_of_is_refused():
    with pytest.raises(BadValue, match="no claim"):
        Incident("i1", Act.KILLED, ())


@given(st.integers(0, 130), st.integers(0, 130))
@example(17, 17)
@example(17, 18)
@example(18, 18)
def test_a_child_is_under_eighteen_and_an_age_that_spans_is_unknown(one, other):
    low, high = sorted((one, other))
    group = AgeRange(low, high, "words").group
    assert (group is AgeGroup.CHILD) is (high < 18)
    assert (group is AgeGroup.ADULT) is (low >= 18)
    assert AgeRange(low, None, "words").group is not AgeGroup.CHILD


def test_ages_that_cannot_be_are_refused():
    for age in (-1, 131):
        with pytest.raises(BadValue, match="130"):
            VictimGroup(age=age)
    with pytest.raises(BadValue, match="expected a child"):
        VictimGroup(age=9, age_group=AgeGroup.ADULT)
    for low, high in ((-1, 3), (20, 10)):
        with pytest.raises(BadValue, match="low <= high"):
            AgeRange(low, high, "words")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"name": " "}, "expected a name"),
        ({"lat": 35.5}, "one coordinate"),
        ({"lat": 95.0, "lon": 35.0}, "off the globe"),
        ({"lat": 35.0, "lon": 190.0}, "off the globe"),
        ({"lat": float("nan"), "lon": 35.0}, "off the globe"),
        ({"parent": "varesh"}, "inside itself"),
    ],
)
def test_a_place_that_cannot_be_is_refused(given, reason):
    plain = {"id": "varesh", "name": "Varesh", "level": PlaceLevel.VILLAGE}
    with pytest.raises(BadPlace, match=reason):
        Place(**(plain | given))


def test_a_place_and_a_source_go_by_every_name_they_have():
    place = Place(
        "varesh", "Varesh", PlaceLevel.VILLAGE, None, "فارش", variants=("V.",)
    )
    assert place.names == ("Varesh", "فارش", "V.")
    source = Source("post", "The Lumenia Post", variants=("TLP",))
    assert source.names == ("The Lumenia Post", "TLP")


def test_a_source_has_a_name_and_does_not_relay_itself():
    with pytest.raises(BadValue, match="expected a name"):
        Source("post", "")
    with pytest.raises(BadValue, match="cannot relay itself"):
        Source("post", "The Lumenia Post", relays=("post",))


def test_a_scope_counts_something_for_somebody():
    for empty in ({"acts": ()}, {"statuses": ()}):
        with pytest.raises(BadValue, match="at least one"):
            Scope(**empty)


def test_dozens_are_twelve_by_the_codebook_until_it_says_otherwise():
    assert Codebook().vague["dozens"] == 12
    assert Codebook(vague={"dozens": 24}).vague["dozens"] == 24


def test_a_floor_above_its_ceiling_is_refused():
    with pytest.raises(InvertedRange, match="above ceiling"):
        IncidentCount("i1", 5, 3, CountRange(3, 5))

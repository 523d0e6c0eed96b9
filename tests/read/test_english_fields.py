"""Every field of a claim line, from the words of a report."""

from tasjil.model.causes import Cause
from tasjil.read.lines import claim_line


def test_a_claim_line_holds_every_field_on_its_own_words(report_of, claims_of):
    text = (
        "At least 13 Alawite civilians were shot dead by gunmen near Latakia on "
        "Wednesday, a doctor told Reuters."
    )
    [claim] = claims_of(text)
    line = claim_line(report_of(text), claim)
    assert line["report"] == "a.txt"
    assert line["act"] == "killed"
    assert line["level"] == "incident"
    assert line["quantity"] == {
        "low": 13,
        "high": None,
        "text": "At least 13",
        "unit": "person",
    }
    assert line["victims"]["status"] == "civilian"
    assert list(line["victims"]["communities"]) == ["Alawite"]
    assert line["when"] == {"edtf": "2025-03-12", "text": "Wednesday"} or (
        line["when"]["edtf"] == "2025-03-12"
    )
    assert line["where"][0]["name"] == "Latakia"
    assert line["cause"] == Cause.SMALL_ARMS
    assert line["perpetrator"] == {"text": "gunmen", "stance": "named"}
    assert [t["text"] for t in line["attribution"]] == [
        "a doctor",
        "Reuters",
        "The Tolmin Gazette",
    ]
    assert [t["kind"] for t in line["attribution"]] == ["medical", "media", "media"]
    assert line["passage"]["quote"] == text
    assert {"act", "quantity", "victims", "when", "where", "perpetrator"} <= set(
        line["spans"]
    )
    assert line["reader"] == "english/3"


def test_a_speaker_is_never_a_victim(claims_of):
    [claim] = claims_of("Karim Vol told the Gazette that his son was killed.")
    assert claim.victims.text == "his son"
    assert claim.victims.relation == "son"
    assert claim.victims.sex.value == "man"
    assert claim.attribution[0].text == "Karim Vol"


def test_he_added_that_is_told_by_the_one_who_spoke_before(claims_of):
    claims = claims_of(
        "Thirteen soldiers were killed near Latakia, ministry spokesman Karim Vol "
        "said. He added that four civilians were wounded."
    )
    assert "Karim Vol" in claims[-1].attribution[0].text


def test_age_and_trade_stand_with_the_right_victim(claims_of):
    first, second = claims_of(
        "The victims were Ahmad Sorel, 34, a baker, and his wife Mira, 30."
    )
    assert (first.victims.names, first.victims.age) == (("Ahmad Sorel",), 34)
    assert (second.victims.names, second.victims.age) == (("Mira",), 30)
    assert second.victims.relation == "wife"
    assert second.victims.sex.value == "woman"


def test_who_claims_and_who_is_blamed_are_kept_apart(claims_of):
    [claimed] = claims_of(
        "Rebels claimed responsibility for the attack that killed five policemen."
    )
    [blamed] = claims_of("The government blamed rebels for the killing of two priests.")
    assert (claimed.perpetrator.text, claimed.perpetrator.stance) == (
        "Rebels",
        "claimed",
    )
    assert (blamed.perpetrator.text, blamed.perpetrator.stance) == ("rebels", "accused")


def test_distance_is_kept(claims_of):
    [claim] = claims_of("Soldiers allegedly tortured a teacher.")
    assert claim.stance.value == "alleged"
    assert claim.perpetrator.stance.value == "alleged"


def test_an_office_beside_a_name_is_no_second_victim(claims_of):
    [claim] = claims_of("Marta Luz, manager of the bakery in Varesh, was killed.")
    assert claim.victims.names == ("Marta Luz",)


def test_a_date_of_telling_is_not_the_date_of_the_harm(claims_of):
    [claim] = claims_of("The army said on Thursday that two men had been killed.")
    assert claim.when.edtf is None


def test_he_stands_for_the_name_before_him(claims_of):
    text = "Anselm Dravich was attacked in Varesh. He was shot dead by two men."
    [claim] = claims_of(text)
    assert claim.victims.text == "He"
    assert claim.victims.names == ("Anselm Dravich",)
    start, end = claim.spans["names"]
    assert text[start:end] == "Anselm Dravich"


def test_a_telling_without_a_place_takes_the_place_of_the_same_victims(claims_of):
    first, again = claims_of(
        "Five farmers were killed in Latakia. Police said the five farmers were shot "
        "dead at dawn."
    )
    assert again.group == first.group
    assert [w.text for w in again.where] == ["Latakia"]


def test_findings_of_an_investigation_are_told_by_it(claims_of):
    [claim] = claims_of("A Reuters investigation has found that 40 men were killed.")
    assert claim.attribution[0].text == "A Reuters investigation"

"""Which words of an English report tell of harm, and which do not."""

import pytest

from tasjil.model.acts import Act, Stance


def told(claims):
    """Act, fewest, most and words of each claim."""
    return [
        (c.act.value, c.quantity.low, c.quantity.high, c.victims.text) for c in claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers killed two men.", ("killed", 2, 2, "two men")),
        ("Two men were killed by soldiers.", ("killed", 2, 2, "two men")),
        ("The killing of two men shocked Varesh.", ("killed", 2, 2, "two men")),
        ("They condemned the deaths of two men.", ("killed", 2, 2, "two men")),
        ("Two men lost their lives in Varesh.", ("killed", 2, 2, "Two men")),
        ("The raid claimed the lives of two men.", ("killed", 2, 2, "two men")),
        ("The raid left two men dead.", ("killed", 2, 2, "two men")),
        ("Two men were shot dead in Varesh.", ("killed", 2, 2, "Two men")),
        ("Two men were gunned down.", ("killed", 2, 2, "Two men")),
        ("Two men succumbed to their wounds.", ("killed", 2, 2, "Two men")),
        ("Two men were beaten to death.", ("killed", 2, 2, "Two men")),
        ("Two men were executed in Varesh.", ("killed", 2, 2, "Two men")),
        ("The death toll has risen to 23.", ("killed", 23, 23, "23")),
        ("The raid resulted in nine deaths.", ("killed", 9, 9, "nine deaths")),
        ("Two bodies were found near Varesh.", ("bodies found", 2, 2, "Two bodies")),
        ("Two men were wounded in Varesh.", ("injured", 2, 2, "Two men")),
        ("Two men are missing.", ("missing", 2, 2, "Two men")),
        ("Two men were abducted by gunmen.", ("abducted", 2, 2, "Two men")),
        ("Two men were arrested in Varesh.", ("detained", 2, 2, "Two men")),
        ("Two men were tortured in Varesh.", ("tortured", 2, 2, "Two men")),
        ("Two women were raped.", ("sexual violence", 2, 2, "Two women")),
        ("Two families were displaced.", ("displaced", 2, 2, "Two families")),
    ],
)
def test_harm_is_read_in_all_its_grammars(claims_of, text, expected):
    act, low, high, words = expected
    [claim] = [c for c in claims_of(text) if c.act.value == act]
    assert (claim.quantity.low, claim.quantity.high) == (low, high)
    assert claim.victims.text.lower() == words.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen tried to kill the mayor.",
        "They threatened to execute five hostages.",
        "If attacked, they would kill more.",
        "Soldiers will kill anyone who resists.",
        "He was sentenced to death in Varesh.",
        "She escaped an assassination attempt.",
        "The men received death threats.",
        "The army plans to kill rebels.",
    ],
)
def test_harm_only_threatened_tried_or_supposed_is_no_claim(claims_of, text):
    assert [c for c in claims_of(text) if c.act is Act.KILLED] == []


@pytest.mark.parametrize(
    "text",
    [
        "The committee killed the bill.",
        "A storm killed 300 cattle.",
        "The talks came to a dead end.",
        "He killed time in the market.",
        "The engine died on the road.",
        "Her husband survived.",
    ],
)
def test_what_is_killed_and_is_no_person_is_no_claim(claims_of, text):
    assert claims_of(text) == []


def test_an_unknown_number_of_dead_is_unknown_and_never_zero(claims_of):
    [claim] = claims_of("It is unknown how many died.")
    assert claim.quantity.low is None
    assert claim.quantity.high is None


def test_entire_families_killed_is_a_killing_without_a_number(claims_of):
    [claim] = claims_of("Entire families were killed in the villages.")
    assert claim.act is Act.KILLED
    assert claim.quantity.low is None
    assert claim.quantity.unit.value == "family"


def test_no_one_killed_is_zero(claims_of):
    [claim] = claims_of("No one was killed in the explosion.")
    assert (claim.quantity.low, claim.quantity.high) == (0, 0)


def test_a_denial_is_kept_as_a_denial(claims_of, digest_of):
    text = "The army denied that its soldiers had killed civilians."
    [claim] = claims_of(text)
    assert claim.stance is Stance.DENIED
    assert digest_of(text).killed.low == 0
    assert digest_of(text).killed.high == 0


def test_the_gunmen_who_abducted_him_shot_him_two_acts_one_victim(claims_of):
    claims = claims_of("She says he was shot dead by the gunmen who abducted him.")
    assert {c.act for c in claims} == {Act.KILLED, Act.ABDUCTED}
    assert {c.group for c in claims} == {"g1"}
    assert all(c.perpetrator.text == "the gunmen" for c in claims)


def test_a_verified_figure_and_the_belief_in_more_are_two_claims(claims_of):
    first, second = claims_of(
        "The mission has so far verified 111 killings, but the number is believed "
        "to be significantly higher."
    )
    assert (first.stance, first.quantity.low) == (Stance.VERIFIED, 111)
    assert (second.stance, second.quantity.known) == (Stance.ESTIMATED, False)
    assert second.quantity.text == "significantly higher"
    assert first.group == second.group


def test_wire_text_in_capitals_is_read_like_any_other(claims_of):
    [claim] = claims_of(
        "VARESH, 18 FEB 90 (TNA) -- [TEXT] THREE PEASANTS WERE KILLED BY SOLDIERS\n"
        "IN TOLMIN ON 16 FEBRUARY.",
        publisher=None,
        published=None,
    )
    assert told([claim]) == [("killed", 3, 3, "THREE PEASANTS")]
    assert claim.perpetrator.text == "SOLDIERS"
    assert claim.attribution[-1].text == "TNA"
    assert claim.when.edtf == "1990-02-16"


def test_a_deed_named_in_a_plan_for_later_is_still_a_deed(claims_of):
    [claim] = claims_of("They will march to protest the murder of Mira Sorel.")
    assert claim.victims.names == ("Mira Sorel",)

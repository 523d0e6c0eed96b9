"""Killings seen done, kin shot, sons lost and people laid to rest."""

import pytest

from tasjil.model.acts import Stance


def told(claims):
    """Act and fewest of each claim."""
    return [(c.act.value, c.quantity.low) for c in claims]


@pytest.mark.parametrize(
    "text",
    [
        "I saw soldiers kill my brother in Kelve.",
        "She heard gunmen murder her husband.",
        "We watched the guards kill a farmer.",
    ],
)
def test_a_killing_seen_or_heard_is_witnessed(claims_of, text):
    (claim,) = claims_of(text)
    assert (claim.act.value, claim.quantity.low) == ("killed", 1)
    assert claim.stance is Stance.WITNESSED


@pytest.mark.parametrize(
    "text",
    [
        "I never saw soldiers kill anyone.",
        "He wanted to see soldiers kill my brother.",
        "They shot at my father.",
        "The guards shot my brother a look.",
        "The team lost 3 of its games.",
        "The rumours were laid to rest.",
    ],
)
def test_what_was_not_seen_and_what_is_no_loss_is_no_claim(claims_of, text):
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They shot my father.", ("killed", 1)),
        ("The guards shot his brother.", ("killed", 1)),
        ("They shot my brother, who survived.", ("injured", 1)),
        ("They shot my father in the leg.", ("injured", 1)),
        ("The village lost 12 of its sons in the raid.", ("killed", 12)),
        ("The village of Kelve lost three of its daughters.", ("killed", 3)),
        ("Omar Halqi was laid to rest on Monday.", ("killed", 1)),
        ("Twelve villagers were laid to rest in Kelve.", ("killed", 12)),
    ],
)
def test_kin_shot_and_people_lost_or_buried_are_claims(claims_of, text, expected):
    assert told(claims_of(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Up to 12 people were killed in Kelve.", 12),
        ("Fewer than 12 people were killed in Kelve.", 11),
    ],
)
def test_a_ceiling_leaves_the_fewest_untold(claims_of, text, most):
    (claim,) = claims_of(text)
    assert (claim.quantity.low, claim.quantity.high) == (None, most)


@pytest.mark.parametrize(
    "text",
    [
        "A death toll of 40 was given by the mayor.",
        "The mayor gave a death toll of 40.",
        "A death toll of 40 was announced in Kelve.",
    ],
)
def test_a_toll_of_a_number_that_was_given_is_read(claims_of, text):
    assert told(claims_of(text)) == [("killed", 40)]

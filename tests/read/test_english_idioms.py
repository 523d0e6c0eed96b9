"""Harm told by a phrase is read as what it is, and what only sounds like it is not."""

import pytest


def told(claims):
    return [(c.act.value, c.quantity.low, c.quantity.high) for c in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four neighbours suffered burns.", ("injured", 4, 4)),
        ("Eleven people sustained injuries.", ("injured", 11, 11)),
        ("A cook was brought in with a bullet wound.", ("injured", 1, 1)),
        ("Private Ilya Sorn lost a leg.", ("injured", 1, 1)),
        ("Three boys were cut by glass.", ("injured", 3, 3)),
        ("A guard was struck on the head by a stone.", ("injured", 1, 1)),
        ("They shot the baker in the leg.", ("injured", 1, 1)),
        ("They shot the baker in the head.", ("killed", 1, 1)),
        ("Two fishermen drowned.", ("killed", 2, 2)),
        ("Four of the attackers were neutralised.", ("killed", 4, 4)),
        ("We lost two fighters on the ridge.", ("killed", 2, 2)),
        ("Gunmen seized five aid workers.", ("abducted", 5, 5)),
        ("Gunmen led away the driver.", ("abducted", 1, 1)),
        ("My uncle was taken from his shop by masked men.", ("abducted", 1, 1)),
        ("Soldiers took him off the train.", ("detained", 1, 1)),
        ("She was held for nineteen days in a cellar.", ("detained", 1, 1)),
        ("I spent seven months in Hadrel prison.", ("detained", 1, 1)),
        ("A fifth man was captured.", ("detained", 1, 1)),
        ("Nobody has heard from my brother since.", ("missing", 1, 1)),
        ("The whereabouts of two students are unknown.", ("missing", 2, 2)),
        ("They hung me by the wrists.", ("tortured", 1, 1)),
        ("Six of the men were beaten with cables.", ("tortured", 6, 6)),
        ("Nine families were driven from their homes.", ("displaced", None, None)),
        ("The office recorded 14 cases of disappearance.", ("missing", 14, 14)),
    ],
)
def test_a_phrase_tells_of_harm(claims_of, text, expected):
    act, low, high = expected
    found = claims_of(text)
    assert [c.act.value for c in found] == [act]
    if act != "displaced":
        assert told(found) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Two boys were taken to hospital.",
        "She took her son to school.",
        "The town was captured on Monday.",
        "The team lost two points.",
        "He had not seen the film since.",
        "The roof was hit by a shell.",
        "The ministry wants to eliminate poverty.",
        "They left the village after lunch.",
        "The meeting was held for three days.",
    ],
)
def test_a_phrase_that_only_sounds_like_harm_is_not_read(claims_of, text):
    assert claims_of(text) == []

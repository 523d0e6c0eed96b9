"""Whatever the text: no crash, and every span stands in it word for word."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasjil.read.door import read

TELLING = [
    "Six teachers, their driver and his sister were murdered near Varesh on 16 March.",
    "“At least 13 security personnel were killed,” said Karim Vol.\u00a0“Two hurt.”",
    "VARESH, 3 JAN 90 -- [TEXT] THREE PEASANTS [UNNAMED] WERE KILLED\nBY SOLDIERS.",
    "Among the dead were Ahmad Sorel, 34, his wife Mira and their son.",
    "More than 1,400 civilians have been killed since 6 March – a monitor said…",
    "قُتل شخصان. Two people were killed in جبلة on Wednesday.",
    "1. Josef Bren, 40, shot dead\n2. Pavel Orlic, 31, shot dead\n",
]
NOISE = st.text(
    st.sampled_from("\u200b\u200f\u00a0\u202e\u0301 İß—–’“\t\n\r[]().,:;-'\"0aZé"),
    max_size=6,
)


def holds(report):
    """Every claim of the report on words that are there."""
    found = read(report)
    assert found.dropped == 0
    for claim in found.claims:
        claim.check(report.text)
        for start, end in claim.spans.values():
            assert report.text[start:end].strip()
        if claim.quantity.text and "quantity" in claim.spans:
            start, end = claim.spans["quantity"]
            words = " ".join(report.text[start:end].split())
            assert words == claim.quantity.text
    return found


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    pieces=st.lists(
        st.tuples(
            st.sampled_from(TELLING), st.integers(0, 60), st.integers(10, 120), NOISE
        ),
        min_size=1,
        max_size=4,
    )
)
def test_slices_joins_and_noise_keep_every_span_verbatim(report_of, pieces):
    text = "".join(noise + telling[cut:end] for telling, cut, end, noise in pieces)
    if text.strip():
        holds(report_of(text))


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(min_size=1, max_size=200))
def test_no_text_at_all_makes_the_reader_fail(report_of, text):
    if text.strip():
        holds(report_of(text))


@pytest.mark.slow
def test_a_thousand_mutated_reports_are_read_without_a_crash(report_of):
    chance = random.Random(20250314)
    whole = " ".join(TELLING)
    for _ in range(1000):
        letters = list(whole)
        for _ in range(chance.randint(1, 40)):
            i = chance.randrange(len(letters))
            letters[i] = chance.choice(
                ["", " ", "\n", "killed", "12", "\u200f", letters[i] * 2]
            )
        text = "".join(letters)[chance.randrange(200) :]
        if text.strip():
            holds(report_of(text))

"""Every note and treatment that a count writes has its words in both languages."""

import pytest

from tasjil.count import notes
from tasjil.count.incidents import counted, treatment
from tasjil.count.scope import PARTS
from tasjil.model.languages import Language
from tasjil.model.scope import Disagreement, Treated
from tasjil.publish.phrases import catalogue
from tasjil.publish.sentences import explained

TREATMENTS = (
    treatment.RANGE,
    treatment.UNKNOWN,
    treatment.PENDING,
    counted.REFUTED,
    counted.PERHAPS,
    counted.DOUBTFUL,
)
SETTLED = [
    notes.settled(element, rule)
    for element in Treated
    for rule in Disagreement
    if rule in notes.FOLLOWED
    and (element is not Treated.NUMBER or rule.value in ("majority", "prefer a source"))
]
NOTES = (
    *notes.FIRST,
    *SETTLED,
    "left out: every claim was rejected",
    f"left out: {treatment.PENDING}",
    *(f"left out: outside the {part} of the scope" for part in PARTS),
)
SENTENCES = (
    "prefer a source: UN Office in Lumenia",
    "majority: 2 of 3 first tellers",
    "1 time: a person who stands in another incident counts once",
    "4 times: a person who stands in another incident counts once",
    "The codebook prefers a source but names none: the range stands.",
)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("treatment", each) for each in TREATMENTS),
        *(("note", each) for each in NOTES),
        *(("by", each) for each in ("week", "month", "attribution", "sdg")),
    ],
)
def test_what_the_count_says_is_in_the_catalogue(language, kind, text):
    assert f"{kind}.{text}" in catalogue(language)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_with_a_name_or_a_number_has_its_arabic(sentence):
    assert 'lang="en"' not in explained(sentence, Language.AR, {})

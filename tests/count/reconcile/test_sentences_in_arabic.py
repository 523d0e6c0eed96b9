"""Every sentence about slips and differences has its Arabic on the site."""

import re

import pytest

from tasjil.count.reconcile.differences import sentences as differences
from tasjil.count.reconcile.slips import sentences as slips
from tasjil.count.reconcile.words import FIGHTING, PERSONS, SEVERAL, STATUSES
from tasjil.model.languages import Language
from tasjil.publish.sentences import explained, sentences

GAP = re.compile(r"\{(\w+)\}")
FILLED = {
    "n": "1,311",
    "name": "Lumenian Observatory",
    "list": "North Province + South Province",
    "date": "2030-03-06/2030-03-09",
    "words": "62",
    "who": "civilians",
    "status": "civilian",
}
TABLES = [*slips.Says, *differences.Says]
KINDS_OF_NUMBER = [*differences.BASES.values(), differences.OF_OTHERS]
VICTIMS = [*STATUSES.values(), *PERSONS.values(), FIGHTING, SEVERAL]


def filled(sentence):
    return GAP.sub(lambda gap: FILLED[gap[1]], sentence.value)


@pytest.mark.parametrize("sentence", TABLES, ids=lambda each: each.name)
def test_a_sentence_is_said_in_arabic_with_all_that_stands_in_it(sentence):
    """It is also said by its own twin, and not by that of a shorter sentence."""
    said = str(explained(filled(sentence), Language.AR, {}))
    assert 'lang="en"' not in said
    for gap in set(GAP.findall(sentence.value)) & {"n", "list", "date"}:
        assert FILLED[gap] in said
    first = next(s for s in sentences() if s.pattern.fullmatch(filled(sentence)))
    gaps = GAP.findall(sentence.value)
    assert list(first.gaps) == gaps


@pytest.mark.parametrize("words", VICTIMS + KINDS_OF_NUMBER)
def test_words_for_victims_and_kinds_of_number_are_said_in_arabic(words):
    assert 'lang="en"' not in str(explained(words, Language.AR, {}))

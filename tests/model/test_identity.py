"""References and consent: what may be said aloud, and what may be shown."""

import pytest

from tasjil.errors import BadValue
from tasjil.model.consent import SHOWS_WORDS, Consent, shows_words
from tasjil.model.identity import Identity, IdentityKind, reference_of, spoken
from tasjil.model.standards.consent import ConsentMeans, ConsentUse

WHO = reference_of(1948)


def consent(*uses: ConsentUse, **more: object) -> Consent:
    return Consent(WHO, uses, ConsentMeans.WRITTEN, "2031-05-04", "ar", **more)


def test_a_reference_heard_over_a_bad_line_is_the_one_that_was_said():
    assert spoken(" P-OLIA-7K3Q ") == "p-011a-7k3q"
    assert spoken(WHO) == WHO


@pytest.mark.parametrize("typed", ["Daren Vell", "", "p-7k3q", "w-7k3q-m2xd"])
def test_what_is_no_reference_is_refused_and_never_repeated(typed):
    with pytest.raises(BadValue, match="such as p-7k3q-m2xd") as refusal:
        spoken(typed)
    assert "Daren" not in str(refusal.value)


def test_a_person_of_whom_nothing_is_known_cannot_be_sealed():
    with pytest.raises(BadValue, match="expected a name"):
        Identity(IdentityKind.WITNESS, "  ")


def test_words_are_shown_only_under_a_use_that_is_public():
    for use in ConsentUse:
        assert shows_words([consent(use)]) is (use in SHOWS_WORDS)
    assert {
        ConsentUse.ANONYMISED,
        ConsentUse.NAME,
        ConsentUse.MEDIA,
    } == SHOWS_WORDS


def test_the_last_word_of_a_person_is_the_one_that_holds():
    public = consent(ConsentUse.ANONYMISED)
    assert not shows_words([public, consent(ConsentUse.INTERNAL)])
    assert not shows_words([consent(ConsentUse.ANONYMISED, withdrawn=True)])
    assert shows_words([consent(), public])


@pytest.mark.parametrize(
    "wrong",
    [
        {"when": "May 2031"},
        {"language": "Arabic"},
        {"uses": (ConsentUse.UN, ConsentUse.UN)},
    ],
)
def test_a_consent_that_cannot_be_is_refused(wrong):
    given = {"uses": (), "when": "2031-05-04", "language": "ar"} | wrong
    with pytest.raises(BadValue):
        Consent(WHO, how=ConsentMeans.SPOKEN, **given)

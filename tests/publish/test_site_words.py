"""The site's words: the same phrases in both languages, with every plural form."""

import re
from importlib.resources import files

import pytest
from babel import Locale
from markupsafe import Markup

from tasjil.errors import PublishError
from tasjil.model.languages import Language
from tasjil.publish.pages.methods import DEFINED
from tasjil.publish.phrases import Phrases, catalogue, definitions
from tasjil.publish.sentences import explained, sentences

PLACEHOLDER = re.compile(r"\{(\w+)\}")


def all_texts(phrase):
    return [phrase] if isinstance(phrase, str) else list(phrase.values())


def test_both_languages_have_the_same_phrases():
    english, arabic = catalogue(Language.EN), catalogue(Language.AR)
    assert set(english) == set(arabic)
    assert len(english) > 300


def test_a_phrase_fills_in_the_same_values_in_both_languages():
    english, arabic = catalogue(Language.EN), catalogue(Language.AR)
    for key, phrase in english.items():
        wanted = {
            name for text in all_texts(phrase) for name in PLACEHOLDER.findall(text)
        }
        found = {
            name
            for text in all_texts(arabic[key])
            for name in PLACEHOLDER.findall(text)
        }
        assert found == wanted, key


@pytest.mark.parametrize("language", Language)
def test_a_counted_phrase_has_every_plural_form_of_its_language(language):
    forms = {*Locale.parse(language.value).plural_form.tags, "other"}
    for key, phrase in catalogue(language).items():
        if not isinstance(phrase, str):
            assert set(phrase) == forms, key


def test_arabic_counts_incidents_as_arabic_does():
    say = Phrases(Language.AR)
    said = [say("count.incidents", n=n) for n in (0, 1, 2, 3, 11, 100)]
    assert said == [
        "لا حوادث", "حادثة واحدة", "حادثتان", "3 حوادث", "11 حادثة", "100 حادثة"
    ]  # fmt: skip


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", DEFINED)
def test_every_value_of_every_list_has_a_word(language, kind):
    say = Phrases(language)
    for value in kind:
        assert say(f"{kind.__name__}.{value.value}").strip()


@pytest.mark.parametrize("kind", DEFINED)
def test_every_value_of_every_list_is_defined_in_arabic(kind):
    arabic = definitions(Language.AR)
    for value in kind:
        assert arabic[f"{kind.__name__}.{value.value}"].strip()


def test_no_arabic_definition_is_of_a_value_that_is_gone():
    known = {f"{kind.__name__}.{value.value}" for kind in DEFINED for value in kind}
    assert set(definitions(Language.AR)) == known


def test_every_phrase_a_template_asks_for_is_in_the_catalogue():
    folder = files("tasjil.publish").joinpath("templates")
    asked = set()
    for template in folder.iterdir():
        asked |= set(re.findall(r"\bt\('([^']+)'[,)]", template.read_text("utf-8")))
    assert len(asked) > 80
    assert asked <= set(catalogue(Language.EN))


def test_numbers_keep_western_digits_in_arabic():
    assert Phrases(Language.AR)("count.reports", n=10_000) == "10,000 تقرير"


def test_a_phrase_that_nobody_wrote_is_an_error_with_its_name():
    with pytest.raises(PublishError, match=r"no\.such\.phrase"):
        Phrases(Language.EN)("no.such.phrase")


def test_an_explanation_is_said_in_arabic_with_arabic_names():
    saying = {"name": lambda name: {"Velmar Gazette": "جريدة فلمار"}[name]}
    told = explained(
        "Velmar Gazette tells it and names nobody nearer", Language.AR, saying
    )
    assert told == "جريدة فلمار هو من يرويها ولا يسمّي أحداً أقرب منه"


def test_every_arabic_sentence_fills_in_what_its_english_has():
    for sentence in sentences():
        gaps = PLACEHOLDER.findall(sentence.arabic)
        assert set(gaps) <= set(sentence.gaps)
        assert all(gaps.count(gap) <= sentence.gaps.count(gap) for gap in set(gaps))


def test_an_explanation_nobody_translated_is_marked_as_english_and_escaped():
    told = explained("<b>new</b>", Language.AR, {})
    assert 'lang="en"' in told
    assert "&lt;b&gt;" in told


def test_a_name_with_the_words_of_a_sentence_in_it_stays_whole():
    names = []

    def name(each: str) -> Markup:
        names.append(each)
        return Markup("x")

    office = "Office for the Rights of the 3 in Old Town, and of Law"
    text = f"the 1,562 of {office} are an estimate; the 44 of Need: a figure of others"
    explained(text, Language.AR, {"name": name})
    assert names == [office, "Need"]

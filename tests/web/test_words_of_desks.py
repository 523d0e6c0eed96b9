"""The desks say everything in both languages."""

import re

from tasjil.model.languages import Language
from tasjil.web.page.words import catalogue


def slots(phrase) -> set[str]:
    forms = [phrase] if isinstance(phrase, str) else phrase.values()
    return {slot for form in forms for slot in re.findall(r"\{(\w+)\}", form)}


def test_both_languages_have_the_same_phrases_with_the_same_values() -> None:
    english, arabic = catalogue(Language.EN), catalogue(Language.AR)

    assert set(english) == set(arabic)
    assert {k: slots(v) for k, v in english.items()} == {
        k: slots(v) for k, v in arabic.items()
    }


def test_plural_forms_are_whole_in_each_language() -> None:
    for key, phrase in catalogue(Language.AR).items():
        if not isinstance(phrase, str):
            assert set(phrase) == {"zero", "one", "two", "few", "many", "other"}, key

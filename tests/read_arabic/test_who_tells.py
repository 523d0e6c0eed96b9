"""Who tells in Arabic, how firmly, and over which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasjil.model.acts import Stance
from tasjil.model.sources import SourceKind
from tasjil.read.arabic.tellers.attribution import speaker, tellers
from tasjil.read.arabic.tellers.stance import stance_of
from tasjil.read.arabic.tellers.teller_kinds import kind_of
from tasjil.read.arabic.text.sentences import split
from tasjil.read.arabic.text.words import words_of


def told(text: str, word: str) -> list[str]:
    """The tellers of one word, nearest first; "-" for one who told before."""
    sentence = split(text)[0]
    at = sentence.text.index(word)
    found = tellers(sentence, words_of(sentence.text), at)
    return [t.text or "-" for t in found]


def stance(text: str, word: str) -> Stance | None:
    """How firmly one word is told."""
    sentence = split(text)[0]
    at = sentence.text.index(word)
    found = stance_of(sentence, words_of(sentence.text), at)
    return None if found is None else found[0]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("قالت بلدية تاروف إن ستة رعاة قتلوا.", "قتلوا", ["بلدية تاروف"]),
        ("قال عمر حلقي لمرصد فاريش إن ستة رعاة قتلوا.", "قتلوا", ["عمر حلقي"]),
        ("قالت منى حلقي للصحيفة إن ستة رعاة قتلوا.", "قتلوا", ["منى حلقي"]),
        ("اتهم رئيس البلدية لواء التلال بقتل رعاة.", "قتل", ["رئيس البلدية"]),
        ("قُتل ستة رعاة، بحسب بلدية تاروف.", "قتل", ["بلدية تاروف"]),
        ("بحسب بلدية تاروف، قُتل ستة رعاة.", "قتل", ["بلدية تاروف"]),
        ("قُتل ستة رعاة، على ما أعلنت البلدية.", "قتل", ["البلدية"]),
        ("«قُتل ستة رعاة»، يقول الطبيب سامر النحال.", "قتل", ["الطبيب سامر النحال"]),
        ("بلدية تاروف: مقتل ستة رعاة", "مقتل", ["بلدية تاروف"]),
        ("بلدية تاروف تعلن مقتل ستة رعاة", "مقتل", ["بلدية تاروف"]),
        ("وأضافت أن راعياً فُقد.", "فقد", ["-"]),
        ("لكن سكاناً في تاروف يقولون إن سبعة ماتوا.", "ماتوا", ["سكانا في تاروف"]),
        (
            "ونقلت إذاعة تاروف عن الطبيب سامر النحال قوله إن ستة قتلوا.",
            "قتلوا",
            ["الطبيب سامر النحال", "إذاعة تاروف"],
        ),
    ],
)
def test_the_nearest_teller_stands_first(
    text: str, word: str, expected: list[str]
) -> None:
    """Before the harm, behind it, in a headline, passed on, and who spoke before."""
    assert told(text, word) == expected


def test_each_of_two_tellers_tells_his_own_clause() -> None:
    """A second verb of telling ends the words of the first teller."""
    text = "قالت الشرطة إن راعياً قُتل، وقال مدير المستوصف إن ثلاثة جُرحوا."
    assert told(text, "قتل") == ["الشرطة"]
    assert told(text, "جرحوا") == ["مدير المستوصف"]


def test_a_list_of_places_has_no_tellers() -> None:
    """A village before a colon tells nothing."""
    assert told("وادي السنديانة: 4 قتلى", "قتلى") == []


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("قُتل راعٍ في تاروف.", "قتل", Stance.STATED),
        ("وثّق المركز مقتل راعٍ.", "مقتل", Stance.VERIFIED),
        ("نفت البلدية مقتل رعاة.", "مقتل", Stance.DENIED),
        ("قالت البلدية إنه لم يُقتل أحد.", "يقتل", Stance.DENIED),
        ("ويُخشى مقتل آخرين.", "مقتل", Stance.FEARED),
        ("يُزعم أن راعياً قُتل.", "قتل", Stance.ALLEGED),
        ("وتُرجح البلدية مقتل راعيين.", "مقتل", Stance.ESTIMATED),
        ("نجا العمدة من محاولة اغتيال.", "اغتيال", None),
        ("هدد مسلحون بقتل الرعاة.", "قتل", None),
        ("إذا قُتل الراعي ضاع القطيع.", "قتل", None),
        ("سيُقتل الرعاة.", "سيقتل", None),
        ("انتهى القصف من دون وقوع إصابات.", "إصابات", None),
        ("تمرين يحاكي سقوط قتلى.", "قتلى", None),
    ],
)
def test_a_stance_is_read_from_the_words_before_the_harm(
    text: str, word: str, expected: Stance | None
) -> None:
    """Plans, threats, conditions and exercises are no claims."""
    assert stance(text, word) is expected


def test_denying_a_hand_in_it_does_not_deny_the_deaths() -> None:
    """A party may deny that it was there, not that people died."""
    text = "نفى لواء النهر أي صلة له بمقتل ستة رعاة."
    assert stance(text, "مقتل") is Stance.STATED


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("مصدر في الشرطة", SourceKind.SECURITY),
        ("مدير المستوصف", SourceKind.MEDICAL),
        ("والدة الراعي", SourceKind.RELATIVE),
        ("المتحدثة باسم بعثة الأمم المتحدة", SourceKind.UN),
        ("لواء النهر", SourceKind.PARTY),
        ("لجنة أهالي تاروف", SourceKind.WITNESS),
        ("نادل", SourceKind.UNKNOWN),
    ],
)
def test_the_head_of_the_phrase_says_what_sort_of_teller_it_is(
    words: str, kind: SourceKind
) -> None:
    """An Arabic phrase begins with its head."""
    assert kind_of(words, {}) is kind


_ALPHABET = "قال وزارةبحسبنفىأنإ«»:،.—ن12 \n"


@given(st.text(alphabet=_ALPHABET, max_size=80))
def test_tellers_stand_in_the_sentence_whatever_is_written(text: str) -> None:
    """No text breaks the grammar, and offsets are true."""
    for sentence in split(text):
        words = words_of(sentence.text)
        speaker(sentence, words)
        for word in words:
            stance_of(sentence, words, word.start)
            for who in tellers(sentence, words, word.start):
                assert sentence.text[who.start : who.end].endswith(who.text)

"""Words and sentences of Arabic text, however it was typed."""

from hypothesis import given
from hypothesis import strategies as st

from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.sentences import LONGEST, is_item, split
from tasjil.read.arabic.text.words import Cut, cuts, words_of

LETTERS = st.text(
    alphabet=st.sampled_from("ابتدرسعقكلمنهويةىءأإآئؤ ًٌُّـ‎‏٠١٥۳0179.,،؛:؟!-–•()«»\n\tabZ"),
    max_size=300,
)


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in split(text)]


def test_a_word_has_one_form_however_it_is_spelt() -> None:
    assert folded("إصابةُ") == folded("اصابه") == folded("أصـــابة")
    assert folded("قتلى") == folded("قتلي")
    assert folded("ﻗﺘﻠﻰ") == folded("قتلى")


def test_digits_of_every_script_are_the_same_number() -> None:
    assert words_of(split("قُتل ١٥ شخصاً و۲۰ آخرون")[0].text)[1].form == "15"


def test_letters_that_touch_a_number_are_a_word_of_their_own() -> None:
    assert [word.text for word in words_of("ال15 و1,400")] == ["ال", "15", "و", "1,400"]


def test_a_word_can_be_taken_apart_in_every_way() -> None:
    assert Cut("و", "مدنيين", "") in cuts("ومدنيين")
    assert Cut("وال", "مدنيين", "") in cuts("والمدنيين")
    assert Cut("", "قتلي", "هم") in cuts(folded("قتلاهم"))
    assert Cut("", "ابناء", "ه") in cuts(folded("أبنائه"))
    assert cuts("من") == (Cut("", "من", ""),)


def test_an_item_of_a_list_is_a_sentence_without_its_mark() -> None:
    found = split("القتلى:\n• ريم: 3\n٢- بيت سلمور: قتيل\n10-12 جريحاً")
    assert [(s.text, is_item(s)) for s in found] == [
        ("القتلى:", False),
        ("ريم: 3", True),
        ("بيت سلمور: قتيل", True),
        ("10-12 جريحا", False),
    ]


def test_a_title_of_one_letter_ends_no_sentence() -> None:
    assert texts("قال د. راضي ذلك. وأضاف أ.د. سوريل.") == [
        "قال د. راضي ذلك.",
        "وأضاف أ.د. سوريل.",
    ]


def test_lines_wrapped_at_a_width_are_one_sentence() -> None:
    wrapped = (
        "قتل ثلاثة أشخاص وأصيب سبعة آخرون بجروح في قصف مدفعي\n"
        "طال سوق البلدة صباح يوم الأحد بحسب ما أفاد به الدفاع\n"
        "المدني."
    )
    assert len(split(wrapped)) == 1
    assert len(split("أسماء الضحايا\nراضي سوريل\nمنى سوريل")) == 3


def test_a_dateline_stands_for_itself() -> None:
    found = texts(
        "فاريش (وكالة الضفة) - قال مسؤول في المحافظة إن شخصين قتلا في انفجار لغم."
    )
    assert len(found) == 2
    assert found[0].startswith("فاريش")


def test_a_list_over_pages_is_cut_at_commas() -> None:
    found = split("راضي سوريل، " * 400)
    assert all(len(sentence.text) <= LONGEST for sentence in found)
    assert all(sentence.text.endswith("،") for sentence in found)


@given(LETTERS | st.text(max_size=200))
def test_every_letter_keeps_its_place_in_the_report(text: str) -> None:
    last = 0
    for sentence in split(text):
        assert sentence.start >= last
        last = sentence.end
        assert len(sentence.at) == len(sentence.text)
        assert all(sentence.start <= at < sentence.end for at in sentence.at)
        assert list(sentence.at) == sorted(sentence.at)
        for word in words_of(sentence.text):
            assert sentence.text[word.start : word.end] == word.text
            first, end = sentence.span(word.start, word.end)
            assert folded(text[first:end]) == word.form


@given(LETTERS)
def test_no_letter_or_digit_is_lost(text: str) -> None:
    kept = {at for sentence in split(text) for at in sentence.at}
    lost = [c for i, c in enumerate(text) if i not in kept and c in "ابتدرسع"]
    assert not lost


@given(st.text(alphabet="وفبلكسهعامنتيرجد", max_size=20))
def test_every_cut_puts_the_word_together_again(form: str) -> None:
    for cut in cuts(form):
        assert form.startswith(cut.before)
        assert form.endswith(cut.after)
        assert len(cut.stem) >= 2 or cut.stem == form

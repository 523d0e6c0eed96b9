"""Which words stand for people, and which for a name."""

from collections.abc import Callable

import pytest

from tasjil.model.claim import Claim
from tasjil.model.persons import Sex, Status
from tasjil.read.arabic.people.names import find_names
from tasjil.read.arabic.text.act_words import act_senses
from tasjil.read.arabic.text.inflection import Number
from tasjil.read.arabic.text.person_nouns import person_sense
from tasjil.read.arabic.text.words import words_of


@pytest.mark.parametrize(
    ("word", "key", "number"),
    [
        ("مدنياً", "civilian", Number.ONE),
        ("والمزارعون", "farmer", Number.MANY),
        ("شرطيان", "policeman", Number.TWO),
        ("ولديه", "boy", Number.TWO),
        ("ابني", "son", Number.ONE),
        ("أخوه", "brother", Number.ONE),
        ("عاملتا", "worker", Number.TWO),
        ("نساء", "woman", Number.MANY),
    ],
)
def test_a_noun_is_known_in_every_form(word: str, key: str, number: Number) -> None:
    sense = person_sense(words_of(word)[0])
    assert sense is not None
    assert (sense.noun.key, sense.number) == (key, number)


def test_one_masculine_noun_tells_a_man_and_many_tell_no_sex() -> None:
    one, many = (person_sense(w) for w in words_of("معلم معلمون"))
    assert one is not None
    assert many is not None
    assert (one.sex, many.sex) == (Sex.MAN, Sex.UNKNOWN)
    assert many.noun.status is Status.CIVILIAN


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قتل الطفل إيلي حلموش", ["إيلي حلموش"]),
        ("زوجي نايف وأخوه عدنان", ["نايف", "عدنان"]),
        ("أبو مالك وأم حازم", ["أبو مالك", "أم حازم"]),
        ("عبد الرحمن بن سعيد السورلي", ["عبد الرحمن بن سعيد السورلي"]),
        ("قرب القرية صباح الثلاثاء على الطريق", []),
        ("قالت رباب شرطون إن القصف توقف", ["رباب شرطون"]),
    ],
)
def test_a_name_ends_where_other_words_begin(text: str, names: list[str]) -> None:
    assert [found.text for found in find_names(text)] == names


@pytest.mark.parametrize("word", ["مقتل", "فقتلتا", "استشهدوا", "وإصابة", "جرحى"])
def test_a_word_of_harm_is_known_in_every_form(word: str) -> None:
    assert act_senses(words_of(word)[0])


@pytest.mark.parametrize("word", ["قرية", "مدرسة", "قال", "الطريق"])
def test_other_words_tell_of_no_harm(word: str) -> None:
    assert not act_senses(words_of(word)[0])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قُتل درويش سوريل (25 عاماً)، وهو مزارع من سورين.", "درويش سوريل"),
        ("أصيب سرحان تلمي، 31 عاماً، قرب كلفي.", "سرحان تلمي"),
        ("قُتلت هيلانة سوريل، وهي معلمة، في فاريش.", "هيلانة سوريل"),
        ("قتل مزارع يدعى كرم حلقي قرب سورين.", "كرم حلقي"),
        ("ومن بين القتلى عمر حلقي وابنه.", "عمر حلقي"),
    ],
)
def test_a_name_on_no_list_is_known_by_the_words_around_it(
    read: Callable[..., list[Claim]], text: str, name: str
) -> None:
    [claim] = read(text)
    assert claim.victims.names == (name,)


def test_what_killed_is_no_name(read: Callable[..., list[Claim]]) -> None:
    [claim] = read("قتل حريق كبير، وهو الثالث، ستة أشخاص.")
    assert (claim.quantity.low, claim.victims.names) == (6, ())

"""Who is said in Arabic to have done it, and how firmly."""

import pytest

from tasjil.read.arabic.tellers.perpetrators import doer_of
from tasjil.read.arabic.text.sentences import split
from tasjil.read.arabic.text.words import words_of


def doer(text: str, word: str) -> tuple[str, str] | None:
    """Who did what one word tells, and the stance."""
    sentence = split(text)[0]
    at = sentence.text.index(word)
    found = doer_of(sentence, words_of(sentence.text), at)
    if found is None:
        return None
    (start, end), stance = found
    return sentence.text[start:end], stance.value


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("قُتل راعيان برصاص قناص.", "قتل", ("قناص", "named")),
        ("قُتل راعيان على يد مسلحين مجهولين.", "قتل", ("مسلحين مجهولين", "named")),
        ("قتلت قوات النهر راعيين.", "قتلت", ("قوات النهر", "named")),
        ("اعتقلت قوات النهر 14 طالباً.", "اعتقلت", ("قوات النهر", "named")),
        ("سقط راعيان بقصف نفذته قوات النهر.", "سقط", ("قوات النهر", "named")),
        ("مقتل راعيين بغارة لطيران الحكومة.", "مقتل", ("طيران الحكومة", "named")),
        ("اقتادت دورية لقوات النهر راعيين.", "راعيين", ("قوات النهر", "named")),
        ("اتهمت البلدية لواء الجبل بقتل راعيين.", "قتل", ("لواء الجبل", "accused")),
        ("تبنت جبهة الوادي قتل الراعيين.", "قتل", ("جبهة الوادي", "claimed")),
        (
            "نفى لواء الجبل أي صلة له بمقتل الراعيين.",
            "مقتل",
            ("لواء الجبل", "denied"),
        ),
        (
            "مسلحون يُعتقد أنهم من جبهة الوادي قتلوا راعيين.",
            "قتلوا",
            ("جبهة الوادي", "alleged"),
        ),
        ("قُتل سبعة من جنود الفرقة الثالثة.", "قتل", None),
        ("قُتل جنود في تاروف.", "قتل", None),
        ("قال قائد الشرطة إن راعيين قُتلا.", "قتلا", None),
    ],
)
def test_those_who_did_it_are_told_from_those_who_tell_and_who_died(
    text: str, word: str, expected: tuple[str, str] | None
) -> None:
    """Soldiers can kill, be killed and tell of it: the words around them decide."""
    assert doer(text, word) == expected

"""Kin whom a report names stand beside the name, and are compared with lists."""

import pytest

from tasjil.link.kin_told import Beside, kin_told
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.particulars import Kin
from tasjil.model.persons import VictimGroup
from tasjil.model.report import Passage

REPORT = ReportId("sha256:00")


def claim(text, name, words="", relation=None):
    """One claim of a sentence, as the readers make it."""
    start = text.index(words) if words else text.index(name)
    told = VictimGroup(names=(name,), text=words or name, relation=relation)
    at = text.index(name)
    spans = {
        "names": (at, at + len(name)),
        "victims": (start, start + len(words or name)),
    }
    passage = Passage.of(text, 0, len(text))
    return Claim(
        ClaimId(f"c-{at}"), REPORT, Act.KILLED, Level.INDIVIDUAL, passage, "test/1",
        f"g{at}", victims=told, spans=spans,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "kin"),
    [
        ("Oren Saal, son of Bas Saal, was shot.", "Oren Saal",
         (Kin.FATHER, "Bas Saal")),
        ("Hana Vell, 29, the daughter of Fatima Vell, was shot.", "Hana Vell",
         (Kin.MOTHER, "Fatima Vell")),
        ("Tamo Keth, father of Rel Keth, was shot.", "Tamo Keth",
         (Kin.CHILD, "Rel Keth")),
        ("Sanna Lind, wife of Dor al-Lind, was shot.", "Sanna Lind",
         (Kin.SPOUSE, "Dor al-Lind")),
    ],
)  # fmt: skip
def test_whose_son_or_wife_somebody_was_is_told(text, name, kin):
    assert kin_told(claim(text, name), Beside.of(())) == (kin,)


@pytest.mark.parametrize(
    "text",
    [
        "Sanna Lind, wife of the mayor, was shot.",
        "Sanna Lind, daughter of Ostrel farmers, was shot.",
        "Sanna Lind was shot; the son of Dor Lind fled.",
    ],
)
def test_nobody_is_made_kin_who_is_not_named_as_such(text):
    assert kin_told(claim(text, "Sanna Lind"), Beside.of(())) == ()


@pytest.mark.parametrize(
    ("text", "first", "words", "name", "kin"),
    [
        ("Daren Vell and his son Ilo Vell were shot.", "Daren Vell", "his son",
         "Ilo Vell", Kin.FATHER),
        ("Sanna Lind was shot with her son Tun Lind.", "Sanna Lind", "her son",
         "Tun Lind", Kin.MOTHER),
        ("قتل سامر الوردي وابنه كمال الوردي يوم الأحد.", "سامر الوردي", "ابنه",
         "كمال الوردي", Kin.FATHER),
    ],
)  # fmt: skip
def test_his_son_has_the_one_named_before_as_father(text, first, words, name, kin):
    one, other = claim(text, first), claim(text, name, words, "son")
    beside = Beside.of((one, other))
    assert kin_told(other, beside) == ((kin, first),)
    assert kin_told(one, beside) == ()


def test_of_two_named_before_nobody_is_the_father():
    text = "Daren Vell, Oren Saal and his son Ilo Saal were shot."
    told = [claim(text, "Daren Vell"), claim(text, "Oren Saal")]
    son = claim(text, "Ilo Saal", "his son", "son")
    assert kin_told(son, Beside.of((*told, son))) == ()

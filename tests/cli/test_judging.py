"""A claim is corrected, and that is taken back, as people type it."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tasjil.journey.case import Case
from tasjil.journey.claims.typed import changes_typed
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, PlaceId, ReportId
from tasjil.model.persons import Sex
from tasjil.model.places import Place, PlaceLevel
from tasjil.model.report import Passage

Run = Callable[..., CompletedProcess[str]]
WHY = ("--because", "the words say so")
CASE = Case(
    Path(),
    "varesh",
    "Varesh",
    places=(
        Place(PlaceId("lumenia"), "Lumenia", PlaceLevel.COUNTRY),
        Place(PlaceId("ostrel"), "Ostrel", PlaceLevel.VILLAGE, PlaceId("lumenia")),
    ),
)
CLAIM = Claim(
    *(ClaimId("c-1"), ReportId("sha256:1"), Act.KILLED, Level.INCIDENT),
    *(Passage(0, 4, "Four"), "english/3", "g1"),
)


def test_a_claim_is_corrected_and_taken_back_and_the_trace_says_so(
    folder: Path, tasjil: Run
) -> None:
    tasjil("build", folder)
    shown = tasjil("trace", folder, "killed").stdout
    claim = next(word for word in shown.split() if word.startswith("claim/"))

    done = tasjil("judge", folder, claim, "--correct", "quantity=14", *WHY)

    assert done.returncode == 0, done.stderr
    new = done.stderr.split("corrected: ")[1].split()[0]
    traced = tasjil("trace", folder, claim).stdout
    assert f"claim/{new}  [accepted]" in traced
    assert "read 4 killed (changed: quantity)" in traced
    assert "killed: 14" in tasjil("trace", folder, "killed").stdout
    assert tasjil("build", folder).returncode == 0
    page = "".join(
        each.read_text(encoding="utf-8") for each in folder.rglob("site/**/*.html")
    )
    assert "A person corrected it. It was read first as" in page
    assert "صحّحها شخص" in page

    late = tasjil("judge", folder, claim, "rejected", *WHY)
    back = tasjil("judge", folder, new, "--undo", *WHY)

    assert late.returncode == 2
    assert new in late.stderr
    assert f"{claim.removeprefix('claim/')} is proposed" in back.stderr
    assert "killed: 4" in tasjil("trace", folder, "killed").stdout


@pytest.mark.parametrize(
    "asked",
    [
        (),
        ("accepted", "--undo"),
        ("accepted", "--correct", "act=injured"),
        ("corrected",),
        ("--correct", "act"),
    ],
)
def test_what_is_to_be_done_is_said_once(
    folder: Path, tasjil: Run, asked: tuple[str, ...]
) -> None:
    done = tasjil("judge", folder, "c-1", *asked, *WHY)

    assert done.returncode != 0
    assert "expected" in done.stderr


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"act": "injured"}, "act", Act.INJURED),
        ({"part_of": ""}, "part_of", None),
        ({"background": "yes"}, "background", True),
        ({"when": "2031-05"}, "when.edtf", "2031-05"),
        ({"quantity": "11-13"}, "quantity.high", 13),
        ({"quantity": "13+"}, "quantity.high", None),
        ({"quantity": ""}, "quantity.low", None),
        ({"quantity": '{"low": 3, "high": 4, "text": "x"}'}, "quantity.text", "x"),
        (
            {"names": "Daren Vell; Mira Osk"},
            "victims.names",
            ("Daren Vell", "Mira Osk"),
        ),
        ({"sex": "man", "age": "31"}, "victims.sex", Sex.MAN),
        ({"sex": "man", "age": "31"}, "victims.age", 31),
        ({"perpetrator": "soldiers: alleged"}, "perpetrator.stance", "alleged"),
        ({"perpetrator": ""}, "perpetrator.text", None),
    ],
)
def test_fields_are_read_as_they_are_typed(typed, field, said) -> None:
    value = changes_typed(CASE, CLAIM, typed)
    for part in field.split("."):
        value = getattr(value, part)
    assert value == said


def test_a_place_is_looked_up_and_its_words_are_kept_where_no_list_has_it() -> None:
    found, unlisted = changes_typed(CASE, CLAIM, {"where": "OSTREL; the mill"}).where
    assert (found.place, found.within) == ("ostrel", ("lumenia",))
    assert (unlisted.text, unlisted.place) == ("the mill", None)


def test_tellers_are_typed_nearest_first_with_their_kind() -> None:
    told = changes_typed(
        CASE, CLAIM, {"attribution": "a nurse: medical; Varesh Herald"}
    )
    assert [(each.text, str(each.kind)) for each in told.attribution] == [
        ("a nurse", "medical"),
        ("Varesh Herald", "unknown"),
    ]


@pytest.mark.parametrize(
    "typed",
    [
        {"quantity": "many"},
        {"quantity": "5-3"},
        {"act": "sad"},
        {"age": "old"},
        {"colour": "red"},
        {"background": "perhaps"},
        {"when": "yesterday"},
        {"quantity": "{"},
        {"quantity": '{"low": "x"}'},
        {"passage": "3-4"},
    ],
)
def test_what_cannot_be_is_refused_with_what_was_expected(typed) -> None:
    with pytest.raises(ValueError, match="expected"):
        changes_typed(CASE, CLAIM, typed)

"""At the desk one pair at a time is asked, and each answer is kept at once."""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tasjil.errors import BadJudgements, BadValue
from tasjil.journey.linking.card import Material
from tasjil.journey.linking.desk import Desk
from tasjil.journey.linking.desk_of_lists import desk_of_lists
from tasjil.journey.linking.judgements_file import append_judgement, read_judgements
from tasjil.journey.progress import Silence
from tasjil.model.ids import UserId
from tasjil.model.judgement import Judgement, PairKind, Verdict

sys.path.insert(0, str(Path(__file__).parent))

from invented_lists import two_lists  # noqa: E402

SALMA = UserId("salma")


def clock() -> Callable[[], datetime]:
    def ticks() -> Iterator[datetime]:
        now = datetime(2031, 6, 1, 9, tzinfo=UTC)
        while True:
            yield now
            now += timedelta(minutes=1)

    return ticks().__next__


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """Two lists, linked once before anybody said anything."""
    return linked_anew(tmp_path_factory.mktemp("lists")).material


@pytest.fixture
def at(material: Material, tmp_path: Path) -> Desk:
    """A desk whose answers go to a file."""
    file = tmp_path / "judgements.csv"
    return Desk(material, lambda word: append_judgement(file, word), SALMA, clock())


def linked_anew(folder: Path) -> Desk:
    lists = two_lists(folder / "lists")
    return desk_of_lists(lists, folder / "judgements.csv", SALMA, clock(), Silence())


def said(folder: Path) -> list[tuple[str, str, Verdict]]:
    words = read_judgements(folder / "judgements.csv")
    return [(*each.pair, each.verdict) for each in words]


def test_a_question_shows_both_records_as_they_came_and_why(at: Desk) -> None:
    card = at.next()
    assert card is not None
    for side in (card.one, card.other):
        assert side.cells["name"] == side.told.name
        assert side.told.record.endswith(f":{side.cells['id']}")
    assert card.reasons.whole is not None
    assert len(card.reasons.reasons) > 2


def test_an_answer_is_in_the_file_before_the_next_question(
    at: Desk, tmp_path: Path
) -> None:
    asked = []
    for verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.CANNOT_TELL):
        card = at.next()
        assert card is not None
        at.answer(card, verdict, "same father, same day")
        asked.append((*card.pair, verdict))
        assert said(tmp_path) == asked
    assert at.standings().answered == 3


def test_the_file_holds_no_name(at: Desk, tmp_path: Path) -> None:
    card = at.next()
    assert card is not None
    at.answer(card, Verdict.SAME, "same family, same day")
    text = (tmp_path / "judgements.csv").read_text(encoding="utf-8-sig")
    for side in (card.one, card.other):
        assert not any(part in text for part in side.told.name.split())


def test_what_was_answered_is_not_asked_the_next_day(at: Desk, tmp_path: Path) -> None:
    done = set()
    for verdict in (Verdict.CANNOT_TELL, Verdict.DIFFERENT, Verdict.SAME):
        card = at.next()
        assert card is not None
        at.answer(card, verdict, "looked at both files")
        done.add(card.pair)
    second = linked_anew(tmp_path)
    assert done.isdisjoint(card.pair for card in second.questions(500))


def test_what_people_said_stands_in_the_next_linking(at: Desk, tmp_path: Path) -> None:
    held = [card for card in at.questions(500) if card.question.together]
    at.answer(held[0], Verdict.DIFFERENT, "two cousins, the family says")
    labels = dict(zip(at.material.records, at.material.labels.tolist(), strict=True))
    assert labels[held[0].pair[0]] == labels[held[0].pair[1]]
    second = linked_anew(tmp_path).material
    labels = dict(zip(second.records, second.labels.tolist(), strict=True))
    assert labels[held[0].pair[0]] != labels[held[0].pair[1]]


def test_what_is_taken_back_is_asked_again_and_both_words_stay(
    at: Desk, tmp_path: Path
) -> None:
    card = at.next()
    assert card is not None
    at.answer(card, Verdict.SAME, "same father, same day")
    again = at.undo()
    assert again is not None
    assert again.pair == card.pair
    assert at.next() == again
    assert at.standings().answered == 0
    assert [verdict for *_, verdict in said(tmp_path)] == [
        Verdict.SAME,
        Verdict.CANNOT_TELL,
    ]
    assert at.undo() is None
    assert card.pair in {each.pair for each in linked_anew(tmp_path).questions(500)}


def test_a_pair_that_was_left_for_later_waits_until_then(
    at: Desk, tmp_path: Path
) -> None:
    card = at.next()
    assert card is not None
    at.skip(card)
    following = at.next()
    assert following is not None
    assert following.pair != card.pair
    assert said(tmp_path) == []
    assert card.pair in {each.pair for each in linked_anew(tmp_path).questions(500)}


def test_persons_and_doubts_are_counted_as_they_stand(at: Desk) -> None:
    held = [card for card in at.questions(500) if card.question.together]
    before = at.standings()
    at.answer(held[0], Verdict.DIFFERENT, "two cousins, the family says")
    after = at.standings()
    assert (after.answered, after.persons) == (1, before.persons + 1)
    assert after.doubtful <= before.doubtful
    at.undo()
    assert at.standings() == before


def test_an_answer_that_cannot_be_kept_is_not_taken_for_one(
    at: Desk, tmp_path: Path
) -> None:
    card = at.next()
    assert card is not None
    (tmp_path / "judgements.csv").mkdir()
    with pytest.raises(BadJudgements, match="not kept"):
        at.answer(card, Verdict.SAME, "same family, same day")
    assert at.standings().answered == 0
    assert at.next() == card


def test_lists_that_hold_nobody_are_no_desk(tmp_path: Path) -> None:
    with pytest.raises(BadValue, match="found none"):
        desk_of_lists([], tmp_path / "judgements.csv", SALMA, clock(), Silence())


def word(because: str = "same father") -> Judgement:
    at = "2031-06-01T09:00:00+00:00"
    return Judgement(PairKind.RECORDS, "a:1", "b:2", Verdict.SAME, SALMA, at, because)


@pytest.mark.parametrize(
    "because", ["same father", 'he said "yes", twice', "=1+1", "الأب واحد", "-", "a\nb"]
)
def test_a_reason_comes_back_as_it_was_written(tmp_path: Path, because: str) -> None:
    file = tmp_path / "judgements.csv"
    append_judgement(file, word(because))
    append_judgement(file, word(because))
    assert read_judgements(file) == (word(because), word(because))


def test_no_spreadsheet_runs_a_reason(tmp_path: Path) -> None:
    file = tmp_path / "judgements.csv"
    append_judgement(file, word("=HYPERLINK(1)"))
    assert ",=" not in file.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name,age\nDaren,5\n", "expected the columns"),
        (
            "one,other,verdict,by,at,because\na:1,b:1,perhaps,s,x,y\n",
            "line 2: expected",
        ),
        (
            "one,other,verdict,by,at,because\na:1,a:1,same,s,x,y\n",
            "line 2: expected two",
        ),
        (
            "one,other,verdict,by,at,because\na:1,b:1,same,s,today,y\n",
            "with its offset",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_where(
    tmp_path: Path, text: str, problem: str
) -> None:
    file = tmp_path / "judgements.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadJudgements, match=problem) as wrong:
        read_judgements(file)
    assert "Daren" not in str(wrong.value)

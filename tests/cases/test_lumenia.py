"""The invented country is what it says it is, and the program is held against it."""

import csv
import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from invented.answer import Answer, perfect_answer
from invented.folder import files_of
from invented.program import answer_of
from invented.scoring import score
from invented.story import Story, make_story
from invented.toll import HIDDEN, make_toll
from invented.worlds import Job, score_all

CASE = Path(__file__).parents[2] / "cases" / "lumenia"
WRITTEN = ("reports", "lists")

WHAT_THE_PROGRAM_SAYS = (
    *("first tellers", "tally holds the truth", "slips found", "reasons found"),
    *("read: incident figures", "read: aggregate figures", "pairs answered"),
)


@pytest.fixture(scope="module")
def story() -> Story:
    return make_story(1, "middle")


def test_the_case_is_what_the_generator_makes_of_seed_1(story: Story) -> None:
    made = files_of(story)
    for name, text in made.items():
        assert (CASE / name).read_bytes() == text.encode(), name
    kept = {f"{f}/{each.name}" for f in WRITTEN for each in (CASE / f).iterdir()}
    assert kept == {name for name in made if name.split("/")[0] in WRITTEN}


@pytest.mark.parametrize("size", ["small", "middle", "full"])
def test_in_an_honest_world_every_figure_is_true_of_its_scope(size: str) -> None:
    for seed in range(1, 5):
        story = make_story(seed, size, honest=True)
        for said in (said for told in story.reports for said in told.says):
            truth = len(story.world.harmed(said.asked))
            if said.high is not None:
                assert said.number <= truth <= said.high, said
            elif said.bound == "exact":
                assert said.number == truth, said
            else:
                assert said.number <= truth, said


def test_a_slip_stands_in_the_words_of_its_report(story: Story) -> None:
    texts = {told.file: told for told in story.reports}
    assert {slip.kind for slip in story.slips} == {
        *("arithmetic", "percentage", "subset", "status", "date"),
        *("place", "number", "derived", "circular"),
    }
    for slip in story.slips:
        said = {said.number for said in texts[slip.reports[0]].says}
        assert said & set(slip.figures), slip


def test_every_number_said_stands_in_a_sentence_of_its_report(story: Story) -> None:
    for told in story.reports:
        for paragraph in told.paragraphs:
            for line in paragraph:
                assert line.text in told.body
                for said in line.says:
                    if told.language == "en" and said.number > 10:
                        assert f"{said.number:,}" in line.text, said


def test_a_knowing_answer_scores_everything_and_an_empty_one_nothing() -> None:
    story = make_story(3, "middle")
    knowing, silent = score(story, perfect_answer(story)), score(story, Answer())
    for name in knowing.asked:
        assert knowing.percent(name) == 100, knowing.faults
    for name in WHAT_THE_PROGRAM_SAYS:
        if name != "first tellers":
            assert silent.asked[name] > 0, name
            assert silent.percent(name) == 0, name


def test_who_is_on_both_lists_of_a_world_is_found(story: Story) -> None:
    found = score(story, answer_of(story, linked=True))
    assert found.asked["one person is linked"] > 70
    assert found.percent("one person is linked") > 95, found.faults
    assert found.percent("links are one person") > 90, found.faults


def test_a_slip_that_nobody_planted_is_counted_as_false() -> None:
    story = make_story(3, "small")
    knowing = perfect_answer(story)
    assert knowing.reconciliation is not None
    one = knowing.reconciliation["slips"][0]
    other = {**one, "kind": "percentage" if one["kind"] != "percentage" else "date"}
    said = {**knowing.reconciliation, "slips": [one, other]}
    found = score(story, replace(knowing, reconciliation=said))
    assert found.percent("slips said are true") == 50


def test_a_tally_without_reading_faults_holds_the_truth_of_every_scope() -> None:
    jobs = [Job(seed, honest=True, perfect=True) for seed in (1, 2, 3)]
    scores = score_all(jobs)
    assert scores.asked["tally holds the truth"] > 150
    assert scores.percent("tally holds the truth") == 100, scores.faults
    assert scores.percent("row floors hold") == 100, scores.faults


@pytest.mark.slow
def test_tallies_and_ranges_of_200_worlds_hold_the_truth() -> None:
    jobs = [Job(seed, honest=True, perfect=True) for seed in range(1, 201)]
    scores = score_all(jobs, cores=os.cpu_count() or 1)
    assert scores.asked["tally holds the truth"] > 10_000
    for name in (
        *("tally holds the truth", "row floors hold"),
        *("range holds the truth", "no clash where all is true"),
    ):
        wrong = [each for each in scores.faults if name in each]
        assert scores.percent(name) == 100, wrong


def test_a_toll_has_the_dead_and_the_lists_that_its_truth_tells() -> None:
    files = make_toll(3, 90, HIDDEN)
    truth = json.loads(files["truth.json"])
    assert truth["killed"] == 90
    for name, rows in truth["lists"].items():
        told = list(csv.DictReader(io.StringIO(files[f"lists/{name}.csv"])))
        assert len(told) == len({row["id"] for row in told}) == rows
        assert 0 < rows < 90
    assert make_toll(3, 90, HIDDEN) == files != make_toll(4, 90, HIDDEN)

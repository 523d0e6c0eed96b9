"""What is missing and what would be otherwise, as a person or a program asks it."""

import json


def said(run):
    assert run.returncode == 0, run.stderr
    return run.stdout


def built(tasjil, folder):
    assert tasjil("build", folder, "--machine-key").returncode == 0
    return folder


def test_what_to_settle_first_is_said_in_sentences(tasjil, folder):
    told = said(tasjil("missing", built(tasjil, folder)))
    assert "What to settle first" in told
    assert "verified would rise by at least 4" in told
    assert "one first teller alone tells how many they were" in told
    assert "The case as a whole" in told


def test_the_queue_is_as_long_as_was_asked(tasjil, folder):
    built(tasjil, folder)
    found = json.loads(said(tasjil("missing", folder, "--limit", "1", "--json")))
    assert len(found["queue"]) == 1
    assert found["left"] == found["incidents"] - 1
    first = found["queue"][0]
    assert {"incident", "moves", "verified", "closes", "would", "gaps"} <= first.keys()
    assert {"part", "kind", "text", "claims", "tellers"} == first["gaps"][0].keys()
    assert found["case"] == "varesh"
    assert {"act", "part", "incidents", "people"} <= found["gaps"][0].keys()


def test_a_case_without_incidents_says_what_to_do(tasjil, folder):
    for report in (folder / "reports").iterdir():
        report.unlink()
    (folder / "reports" / "note.txt").write_text("Nothing happened.\n", "utf-8")
    told = said(tasjil("missing", built(tasjil, folder)))
    assert told.startswith("No incident is counted yet")


def test_before_and_after_stand_side_by_side(tasjil, folder):
    built(tasjil, folder)
    told = said(tasjil("what-if", folder, "--without", "LMG"))
    assert "would be" in told
    assert "killed, place, Ostrel: 4, then no such row" in told


def test_programs_get_before_and_after_as_json(tasjil, folder):
    built(tasjil, folder)
    asked = ("--without", "lmg", "--rule", "number=majority", "--json")
    found = json.loads(said(tasjil("what-if", folder, *asked)))
    figure = found["figures"][0]
    assert (figure["before"]["floor"], figure["after"]["floor"]) == (4, 0)
    assert found["asked"]["rules"] == {"number": "majority"}
    assert found["claims"]["before"] > found["claims"]["after"]


def test_a_rule_that_is_none_is_refused_with_those_there_are(tasjil, folder):
    built(tasjil, folder)
    refused = tasjil("what-if", folder, "--rule", "number=guess")
    assert refused.returncode == 2
    assert "'majority'" in refused.stderr


def test_a_question_that_changes_nothing_is_refused(tasjil, folder):
    built(tasjil, folder)
    assert tasjil("what-if", folder).returncode == 2

"""`tasjil join` and `tasjil split`, as a person types them."""

import json

import pytest
from lumenia import lumenia

HEAD = "Publisher: Varesh Herald\nDate: 2031-05-04\n\n"
REPORTS = {
    "mill.txt": HEAD + "Four farmers were shot dead in Ostrel on Saturday.\n",
    "bridge.txt": HEAD + "Nine people were killed in Varesh on Saturday.\n",
}
WHY = ("--because", "the mill stands at the bridge")


@pytest.fixture
def built(tasjil, tmp_path):
    folder = lumenia(tmp_path / "mills", REPORTS)
    assert tasjil("build", folder, "--machine-key").returncode == 0
    return folder


def incidents(tasjil, folder):
    told = json.loads(tasjil("count", folder, "--json").stdout)
    (killed,) = [each for each in told["figures"] if each["act"] == "killed"]
    return [each["incident"] for each in killed["incidents"]]


def test_join_and_split_say_what_the_count_was_and_is(tasjil, built):
    one, other = incidents(tasjil, built)
    joined = tasjil("join", built, one, other, *WHY)
    assert joined.returncode == 0, joined.stderr
    assert "killed: 13 to 13 before, 4 to 9 now" in joined.stderr
    assert f"join CASE {one} {other} --undo" in " ".join(joined.stderr.split())
    (whole,) = incidents(tasjil, built)
    undone = tasjil("join", built, one, other, "--undo", *WHY)
    assert "killed: 4 to 9 before, 13 to 13 now" in undone.stderr
    assert incidents(tasjil, built) == [one, other]

    tasjil("join", built, one, other, *WHY)
    claims = json.loads(tasjil("trace", built, f"incident/{whole}", "--json").stdout)
    named = claims["incidents"][0]["claims"][0]["id"]
    split = tasjil("split", built, whole, f"claim/{named}", *WHY, "--json")
    told = json.loads(split.stdout)
    assert told["before"] == {"floor": 4, "ceiling": 9}
    assert told["after"] == {"floor": 13, "ceiling": 13}
    assert {each["id"] for each in told["incidents"]} == {one, other}
    assert not any(each["settled"] for each in told["incidents"])
    (left,) = [e["id"] for e in told["incidents"] if named not in e["claims"]]
    back = tasjil("split", built, left, named, "--undo", *WHY)
    assert "killed: 13 to 13 before, 4 to 9 now" in back.stderr
    assert tasjil("verify", built).returncode == 0


def test_a_reason_is_asked_for_and_an_incident_that_is_none_is_refused(tasjil, built):
    one, other = incidents(tasjil, built)
    assert tasjil("join", built, one, other).returncode == 2
    refused = tasjil("join", built, one, "i-nothing", *WHY)
    assert refused.returncode == 2
    assert "id of an incident" in " ".join(refused.stderr.split())

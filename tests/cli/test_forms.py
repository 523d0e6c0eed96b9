"""The forms of DESIGN §8, which outside programs rely on."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]

CLAIM = {
    "id",
    "report",
    "act",
    "level",
    "group",
    "part_of",
    "quantity",
    "victims",
    "when",
    "where",
    "perpetrator",
    "attribution",
    "stance",
    "passage",
    "spans",
    "reader",
}
VICTIMS = {"names", "text", "age", "sex", "status", "communities", "relation"}
WHERE = {"text", "name", "level", "geonames", "lat", "lon"}
DIGEST = {
    "report",
    "language",
    "published",
    "killed",
    "injured",
    "victims",
    "perpetrators",
    "places",
    "aggregates",
}
LINE = {"act", "text", "names", "low", "high", "age", "sex", "status"}
FIGURE = {"id", "verified", "floor", "ceiling", "reported", "proposed_only", "by"}
AGGREGATE = {
    "id",
    "act",
    "low",
    "high",
    "first_teller",
    "basis",
    "published",
    "edtf",
    "where",
    "status",
    "relayed_by",
    "claims",
}
BY = {"place", "day", "status", "sex", "age", "cause", "perpetrator"}


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    """The JSON objects on standard output, one a line."""
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_claim_line_has_every_field_and_stands_on_its_words(
    folder: Path, tasjil: Run
) -> None:
    reports = folder / "reports"

    for claim in lines(tasjil("read", reports, "--json")):
        assert set(claim) >= CLAIM
        assert set(claim["quantity"]) >= {"low", "high", "text", "unit"}
        assert set(claim["victims"]) >= VICTIMS
        assert set(claim["when"]) >= {"edtf", "text"}
        assert set(claim["perpetrator"]) >= {"text", "stance"}
        assert all(set(place) >= WHERE for place in claim["where"])
        assert all(set(each) >= {"text", "kind"} for each in claim["attribution"])
        text = (reports / claim["report"]).read_text(encoding="utf-8")
        passage = claim["passage"]
        assert text[passage["start"] : passage["end"]] == passage["quote"]


def test_a_digest_line_has_every_field(folder: Path, tasjil: Run) -> None:
    told = lines(tasjil("read", folder / "reports", "--digest", "--json"))

    assert [each["report"] for each in told] == ["herald.txt", "tally.txt"]
    for each in told:
        assert set(each) >= DIGEST
        assert all(set(line) >= LINE for line in each["victims"])
    assert told[0]["killed"] == {"low": 4, "high": 4}
    assert told[0]["injured"] == {"low": 2, "high": 2}
    assert told[1]["killed"] == {"low": 0, "high": 0}
    [total] = told[1]["aggregates"]
    assert (total["act"], total["low"], total["high"]) == ("killed", 301, None)


def test_a_tally_has_every_field_and_each_figure_can_be_traced(
    folder: Path, tasjil: Run
) -> None:
    assert tasjil("build", folder).returncode == 0

    [tally] = lines(tasjil("count", folder, "--json"))

    assert set(tally["scope"]) >= {"acts", "edtf", "where", "standard"}
    assert [each["id"] for each in tally["figures"]] == ["killed", "injured"]
    for figure in tally["figures"]:
        assert set(figure) >= FIGURE
        assert set(figure["by"]) >= BY
        [traced] = lines(tasjil("trace", folder, figure["id"], "--json"))
        assert traced["incidents"][0]["claims"][0]["passage"]["quote"]
    for aggregate in tally["aggregates"]:
        assert set(aggregate) >= AGGREGATE
        [traced] = lines(tasjil("trace", folder, aggregate["id"], "--json"))
        assert "more than 300 civilians" in traced["claims"][0]["passage"]["quote"]


def test_verify_says_whole_in_json_and_by_its_status(folder: Path, tasjil: Run) -> None:
    tasjil("build", folder)

    [said] = lines(tasjil("verify", folder, "--json"))

    assert said["whole"] is True

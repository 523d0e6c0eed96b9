"""Two people establish what happened: one assesses, another signs, a third dissents."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from lumenia import REPORTS, lumenia
from typer.testing import CliRunner

from tasjil.cli import VERBS, application

Run = Callable[..., Result]
WHY = ("--because", "the two do not know of each other")
FOUR_DEAD = ("--element", "death", "--standing", "established", "--number", "4")
TOLD_AGAIN = (
    "Publisher: Harbour Post\nDate: 2031-05-05\n\n"
    "Four farmers were shot dead in Ostrel on 3 May, the Northmark hospital said.\n"
)


@pytest.fixture(scope="module")
def tasjil() -> Run:
    """Run `tasjil` with these arguments, here: many runs make one story."""
    verbs = application(VERBS)
    return lambda *args: CliRunner().invoke(verbs, [str(each) for each in args])


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory, tasjil: Run) -> Path:
    """A case in which two tellers say that four farmers were killed in Ostrel."""
    reports = {**REPORTS, "post.txt": TOLD_AGAIN}
    folder = lumenia(tmp_path_factory.mktemp("once") / "varesh", reports)
    done = tasjil("build", folder, "--machine-key")
    assert done.exit_code == 0, done.stderr
    return folder


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Path:
    """A copy of that case, to go on with."""
    return Path(shutil.copytree(built_once, tmp_path / "varesh"))


@pytest.fixture
def joined(
    built: Path, tasjil: Run, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Run]:
    """Let somebody in, and give a way to run `tasjil` as they do."""

    def join(id: str, role: str, *more: str) -> Run:
        typed = built.parent / f"{id}.txt"
        typed.write_text("wren lantern orchard slate\n")
        add = ("user", "add", built, id, "--role", role, "--because", "joined us")
        done = tasjil(*add, *more, "--passphrase-file", typed)
        assert done.exit_code == 0, done.stderr

        def run(*args: object) -> Result:
            with monkeypatch.context() as alone:
                alone.setenv("TASJIL_PASSPHRASE_FILE", str(typed))
                return tasjil(*args, "--as", id)

        return run

    return join


def lines(done: Result) -> list[dict[str, Any]]:
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def ostrel(tasjil: Run, folder: Path) -> dict[str, Any]:
    """The incident in Ostrel, as `assessments` lists it."""
    found = lines(tasjil("assessments", folder, "--json"))
    [incident] = [
        each
        for each in found
        if each.get("place") == "ostrel" and each["act"] == "killed"
    ]
    return incident


def verified(tasjil: Run, folder: Path) -> list[dict[str, int]]:
    [tally] = lines(tasjil("count", folder, "--json"))
    return [f["verified"] for f in tally["figures"] if f["act"] == "killed"]


def test_nothing_is_verified_until_a_second_person_signs(
    built: Path, tasjil: Run, joined: Callable[..., Run]
) -> None:
    incident = ostrel(tasjil, built)
    death = incident["elements"][0]
    assert [each["key"] for each in death["tellers"]] == [
        *("lmg", "unlisted:northmark hospital")
    ]
    asked = ("assess", built, incident["incident"], *FOUR_DEAD, *WHY, "--json")
    [made] = lines(tasjil(*asked))
    number = made["entry"]
    assert (made["number"], made["verified"]) == ({"low": 4, "high": 4}, False)
    assert verified(tasjil, built) == [{"low": 0, "high": 0}]

    own = tasjil("sign", built, number, *WHY)
    assert own.exit_code == 2
    assert "nobody signs their own work" in " ".join(own.stderr.split())
    assert verified(tasjil, built) == [{"low": 0, "high": 0}]

    ilan = joined("ilan", "verifier")
    assert ilan("sign", built, number, "--because", "read both").exit_code == 0
    assert verified(tasjil, built) == [{"low": 4, "high": 4}]
    death = ostrel(tasjil, built)["elements"][0]
    assert death["verified"] is True
    assert death["second"]["by"] == "ilan"

    salma = joined("salma", "analyst")
    words = "the hospital counts those who died later as well"
    assert salma("dissent", built, number, "--because", words).exit_code == 0
    shown = tasjil("assessments", built).stdout
    assert f"salma dissents: {words}" in shown
    assert "signed by ilan: read both" in shown
    assert verified(tasjil, built) == [{"low": 4, "high": 4}]


def test_what_is_contested_since_is_not_verified_any_more(
    built: Path, tasjil: Run, joined: Callable[..., Run]
) -> None:
    incident = ostrel(tasjil, built)["incident"]
    ilan = joined("ilan", "verifier")
    made = ilan("assess", built, incident[:6], *FOUR_DEAD, *WHY)
    number = int(made.stderr.split("number ")[1].split(":")[0])
    assert tasjil("sign", built, number, *WHY).exit_code == 0
    assert verified(tasjil, built) == [{"low": 4, "high": 4}]
    contested = ("--element", "death", "--standing", "contested", "--finding", "four")
    done = ilan("assess", built, incident, *contested, "--because", "one is alive")
    assert done.exit_code == 0, done.stderr
    assert verified(tasjil, built) == [{"low": 0, "high": 0}]
    old = tasjil("sign", built, number, *WHY)
    assert "another stands in its place" in " ".join(old.stderr.split())


def test_a_death_on_the_word_of_one_takes_direct_evidence(
    built: Path, tasjil: Run
) -> None:
    incident = ostrel(tasjil, built)
    one = (incident["claims"][0],)
    assess = ("assess", built, incident["incident"], *FOUR_DEAD, *WHY, "--for", *one)
    refused = tasjil(*assess)
    assert refused.exit_code == 2
    told = " ".join(refused.stderr.split())
    assert "expected two first tellers who are independent" in told
    assert "--direct-evidence" in told
    seen = tasjil(*assess, "--direct-evidence", "two of us saw the graves")
    assert seen.exit_code == 0, seen.stderr
    codebook = '[codebook]\ncorroboration = "left open"\n'
    with (built / "case.toml").open("a") as file:
        file.write(codebook)
    assert tasjil(*assess).exit_code == 0


def test_who_works_on_their_own_records_or_as_a_guest_assesses_nothing(
    built: Path, tasjil: Run, joined: Callable[..., Run]
) -> None:
    incident = ostrel(tasjil, built)["incident"]
    for id, role, more in (
        ("reader-3", "verifier", ("--own-records",)),
        ("reader-4", "guest", ()),
        ("reader-5", "documenter", ()),
    ):
        run = joined(id, role, *more)
        refused = run("assess", built, incident, *FOUR_DEAD, *WHY)
        assert refused.exit_code == 2
        assert "to make an assessment" in " ".join(refused.stderr.split())


def test_a_rejected_claim_establishes_nothing(built: Path, tasjil: Run) -> None:
    incident = ostrel(tasjil, built)
    claim = incident["claims"][0]
    made = tasjil("assess", built, incident["incident"], *FOUR_DEAD, *WHY)
    assert made.exit_code == 0, made.stderr
    rejected = tasjil("judge", built, claim, "rejected", "--because", "misread")
    assert rejected.exit_code == 0, rejected.stderr
    adrift = [e for e in lines(tasjil("assessments", built, "--json")) if "adrift" in e]
    assert [each["finding"] for each in adrift] == ["4 killed"]
    assert "adrift: number" in tasjil("assessments", built).stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("i-0000", *FOUR_DEAD, *WHY), "found 0 that begin like this"),
        (("i-", *FOUR_DEAD[:4], *WHY), "found"),
    ],
)
def test_what_is_not_one_incident_is_refused(
    built: Path, tasjil: Run, args: tuple[str, ...], said: str
) -> None:
    refused = tasjil("assess", built, *args)
    assert refused.exit_code == 2
    assert said in " ".join(refused.stderr.split())


def test_what_is_found_can_be_counted(built: Path, tasjil: Run) -> None:
    incident = ostrel(tasjil, built)["incident"]
    for more, said in (
        (FOUR_DEAD[:4], "expected how many people are established"),
        ((*FOUR_DEAD[:4], "--number", "some"), "as 13 or 11-13"),
        (("--element", "status", *FOUR_DEAD[2:4]), "expected one of civilian, other"),
    ):
        refused = tasjil("assess", built, incident, *more, *WHY)
        assert refused.exit_code == 2
        assert said in " ".join(refused.stderr.split())


def test_sources_say_whom_they_pass_on(built: Path, tasjil: Run) -> None:
    [told] = lines(tasjil("sources", built, "--json"))
    [herald] = [each for each in told["sources"] if each["key"] == "herald"]
    assert {each["means"] for each in herald["passes_on"]} == {"listed", "cited"}
    assert {each["first"] for each in herald["passes_on"]} == {"lmg"}
    assert herald["reliability"]["reliability"] == "unknown"
    assert told["rings"] == []
    assert "Lumenia Monitoring Group (monitor)" in tasjil("sources", built).stdout


def test_agreement_is_measured_and_too_few_is_said(
    built: Path, tasjil: Run, joined: Callable[..., Run]
) -> None:
    [claim, *_] = ostrel(tasjil, built)["claims"]
    judge = ("judge", built, claim, "accepted", "--because", "the words say so")
    ilan = joined("ilan", "verifier")
    for run in (tasjil, ilan):
        done = run(*judge)
        assert done.exit_code == 0, done.stderr
    claims, standings, numbers, records = lines(tasjil("agreement", built, "--json"))
    assert (claims["units"], claims["agreed"], claims["enough"]) == (1, 1.0, False)
    assert (standings["units"], numbers["units"]) == (0, 0)
    assert (records["question"], records["units"]) == ("records", 0)
    shown = tasjil("agreement", built).stdout
    assert "too few to say more" in shown
    assert "nothing was judged by two people" in shown

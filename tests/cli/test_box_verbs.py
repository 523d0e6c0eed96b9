"""From sealing a witness to erasing her, as a person does it at the command line.

The people and places are of Lumenia, which does not exist.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from lumenia import lumenia
from typer.testing import CliRunner

from server_sql import copied
from tasjil.cli import application
from tasjil.errors import NotInRegister
from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.erase import Asked, erase, what_goes
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence
from tasjil.journey.verify import verify_case
from tasjil.register.register import Register

NAME = "Ysolde Quillane"
TYPED = f"{NAME}\n+000 555 0148\nOnly after dark.\nAsk for the beekeeper.\n"
REPORT = (
    "Publisher: Pellworth Refuge Circle\nDate: 2031-05-23\n\n"
    f"Seven farmers were shot dead by soldiers in Ostrel on 17 May. {NAME}, a "
    "schoolteacher, hid behind the cooperage.\n"
)
WHY = ("--because", "she lives beside the checkpoint")


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    folder = lumenia(tmp_path_factory.mktemp("built") / "varesh")
    (folder / "reports" / "interview.txt").write_text(REPORT, encoding="utf-8")
    build_case(open_case(folder), Key(), None, Silence())
    return folder


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Path:
    return copied(built, tmp_path / "varesh")


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def tasjil():
    """Run a verb in this process: a process of its own for each takes minutes."""

    def run(verb: str, *args: object, typed: str = "") -> Done:
        typer = application(load=[verb])
        done = CliRunner().invoke(typer, [verb, *map(str, args)], input=typed)
        return Done(done.exit_code, done.stdout, done.stderr)

    return run


@pytest.fixture
def sealed(case: Path, tasjil) -> str:
    done = tasjil(
        *("seal", case, "--kind", "witness", "--report", "interview.txt", *WHY),
        typed=TYPED,
    )
    assert done.returncode == 0, done.stderr
    assert NAME not in done.stdout + done.stderr
    return done.stdout.strip()


def everything_written(case: Path) -> str:
    """Every file of the case but the report itself, as text."""
    return " ".join(
        path.read_bytes().decode("utf-8", "replace")
        for path in case.rglob("*")
        if path.is_file() and path.name != "interview.txt"
    )


def test_what_was_typed_is_read_again_by_who_holds_the_box(case, sealed, tasjil):
    done = tasjil("unseal", case, sealed, "--because", "a court asks for her", "--json")
    assert json.loads(done.stdout) == {
        "reference": sealed,
        "kind": "witness",
        "names": NAME,
        "contacts": "+000 555 0148",
        "notes": "Only after dark.\nAsk for the beekeeper.",
    }


def test_sealing_takes_the_pages_away_that_show_her_words(case, sealed, tasjil):
    assert not (case / "site").exists()
    assert tasjil("build", case).returncode == 0
    written = everything_written(case)
    assert "withheld to protect a person" in written
    for word in (NAME, "cooperage", "Pellworth", "interview"):
        assert word not in written


def test_the_list_of_the_box_names_nobody(case, sealed, tasjil):
    done = tasjil("box", case)
    assert f"{sealed}  witness, 1 report, not asked for consent" in done.stdout
    assert "The box opens to lead." in done.stderr
    told = json.loads(tasjil("box", case, "--json").stdout)
    assert told["withheld"] is True
    assert NAME not in done.stdout + json.dumps(told)


def test_with_her_consent_her_words_are_published(case, sealed, tasjil):
    done = tasjil(
        *("consent", case, sealed, "--use", "publish anonymised", "--how", "spoken"),
        *("--when", "2031-06-01", "--language", "en"),
    )
    assert "may be published" in done.stderr
    assert "agreed on 2031-06-01 to publish anonymised" in tasjil("box", case).stdout
    tasjil("build", case)
    assert "cooperage" in everything_written(case)


def test_the_trace_has_the_words_and_says_that_they_are_withheld(case, sealed, tasjil):
    counted = tasjil("count", case, "--json").stdout
    assert "Pellworth" not in counted
    done = tasjil("trace", case, "killed")
    assert "WITHHELD to protect a person" in done.stdout
    assert "Seven farmers" in done.stdout


def test_nothing_is_erased_unless_somebody_says_that_they_are_sure(
    case, sealed, tasjil
):
    done = tasjil("erase", case, sealed, *WHY)
    assert done.returncode == 2
    assert f"To be destroyed: who {sealed} is." in done.stderr
    assert "say --yes" in done.stderr
    assert tasjil("unseal", case, sealed, *WHY).returncode == 0


def test_erasing_tells_what_went_and_which_file_still_lies_there(case, sealed, tasjil):
    tasjil("build", case)
    done = tasjil("erase", case, sealed, "--with-reports", "--yes", *WHY)
    assert f"Destroyed: who {sealed} is; 1 report, with 1 claim." in done.stdout
    assert "interview.txt" in done.stderr
    assert done.returncode == 1
    assert tasjil("verify", case).returncode == 0
    assert not (case / "site").exists()

    again = tasjil("build", case)
    assert again.returncode == 1
    assert "was erased for somebody's safety" in again.stderr
    written = everything_written(case)
    for word in (NAME, "cooperage", "Pellworth", "interview"):
        assert word not in written
    assert tasjil("unseal", case, sealed, *WHY).returncode == 2


def test_consent_withdrawn_erases_her_and_holds_her_report(case, sealed, tasjil):
    done = tasjil("withdraw", case, sealed, "--yes", "--because", "she asked by phone")
    assert done.returncode == 0, done.stderr
    assert "erased, not asked for consent: words withheld" in tasjil("box", case).stdout
    tasjil("build", case)
    assert "cooperage" not in everything_written(case)
    assert tasjil("verify", case).returncode == 0


def test_who_took_consent_back_is_told_of_backups_and_of_other_offices(
    case, sealed, tasjil, tmp_path
):
    (tmp_path / "shared.txt").write_text("four quiet rivers meet", encoding="utf-8")
    same = ("--passphrase-file", tmp_path / "shared.txt")
    for verb, *rest in (
        ("backup", tmp_path / "case.backup", *same),
        ("export", "--out", tmp_path / "stick.bundle", *same),
    ):
        assert tasjil(verb, case, *rest).returncode == 0
    with Register.open(open_case(case).register_folder, Key()) as register:
        made = register.last_backup().strftime("%Y-%m-%d at %H:%M UTC")
    done = tasjil("withdraw", case, sealed, "--yes", "--because", "she asked by phone")
    assert done.returncode == 0, done.stderr
    assert f"The last whole backup was made on {made}." in done.stderr
    assert "until they import the next one: tasjil export CASE" in done.stderr


def test_where_no_backup_and_no_bundle_went_out_nothing_else_is_said_of_them(
    case, sealed, tasjil
):
    done = tasjil("erase", case, sealed, "--yes", *WHY)
    assert "No whole backup is on record here" in done.stderr
    assert "bundle" not in done.stderr


def test_a_sweep_can_be_asked_for_alone(case, tasjil):
    done = tasjil("erase", case, "--because", "the machine went down before")
    assert done.returncode == 0
    assert "written over" in done.stderr


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("unseal", NAME), "such as p-7k3q-m2xd"),
        (("unseal", "p-0000-0000"), "found nobody with the reference"),
        (("erase", "--report", "nothing.txt", "--yes"), "found none for one of them"),
        (("grant", "nobody-here"), "nobody of that name"),
        (("seal", "--kind", "witness"), "expected a name, a contact or a note"),
        (("seal",), "expected --kind"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(case, tasjil, wrong, said):
    verb, *rest = wrong
    done = tasjil(verb, case, *rest, *WHY)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Quillane" not in done.stderr + done.stdout


def test_a_list_is_erased_with_every_row_and_not_kept_again(folder, tmp_path):
    rows = "name,age,place\nTamsin Quillane,41,Ostrel\n"
    (folder / "lists").mkdir()
    (folder / "lists" / "dead.csv").write_text(rows, encoding="utf-8")
    (folder / "lists" / "other.csv").write_text(rows + "A,2,B\n", encoding="utf-8")
    case = open_case(folder)
    assert build_case(case, Key(), None, Silence()).new_lists == 2
    asked = Asked(None, ("dead.csv",))
    assert len(what_goes(case, Key(), asked).lists) == 1
    gone = erase(case, Key(), asked, "the family asked for it")
    assert gone.files == (folder / "lists" / "dead.csv",)
    assert verify_case(case, Key(), Silence())
    with pytest.raises(NotInRegister):
        erase(case, Key(), asked, "again")
    assert build_case(case, Key(), None, Silence()).new_lists == 0
    erase(case, Key(), Asked(None, ("other.csv",)), "that one too")

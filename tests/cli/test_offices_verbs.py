"""Two offices exchange bundles by memory stick, as two people do at two machines.

Every verb runs in a process of its own. The people and places are of Lumenia, which
does not exist.
"""

import json
import shutil
import subprocess

import pytest
from lumenia import lumenia

from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.exchange import offices_of
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence

NORTH, COAST = "مكتب الشمال", "مكتب الساحل"
NAME = "قضية فاريش"
REPORT = (
    "Publisher: Varesh Herald\nDate: 2031-05-06\n\n"
    "Five fishermen were shot dead by soldiers in Ostrel on 6 May.\n"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Two case folders, built: it takes seconds, and each test gets a copy."""
    folder = tmp_path_factory.mktemp("built")
    for name, more in ((NORTH, {}), (COAST, {"coast.txt": REPORT})):
        case = lumenia(folder / name / NAME)
        for report, text in more.items():
            (case / "reports" / report).write_text(text, encoding="utf-8")
        opened = open_case(case)
        build_case(opened, Key(), None, Silence())
        offices_of(opened, Key(), name)
    return folder


@pytest.fixture
def two(built, tmp_path):
    """Two case folders on two machines, a stick, and a passphrase that they share."""
    cases = [shutil.copytree(built / name, tmp_path / name) for name in (NORTH, COAST)]
    (tmp_path / "عصا").mkdir()
    shared = tmp_path / "shared.txt"
    shared.write_text("four quiet rivers meet", encoding="utf-8")
    return *(case / NAME for case in cases), tmp_path / "عصا", shared


def told(done: subprocess.CompletedProcess[str]):
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.slow
def test_two_people_exchange_what_they_recorded(two, tasjil):
    north, coast, stick, shared = two
    bundle = stick / "الساحل.bundle"
    same = ("--passphrase-file", shared)
    id = told(tasjil("offices", north, "--json"))["own"]["id"]
    out = told(tasjil("export", coast, "--out", bundle, "--for", id, *same, "--json"))
    assert out["since"] == 0
    for words in ("fishermen", "Ostrel", "Varesh", NAME, COAST, "lead", "entry"):
        assert words.encode() not in bundle.read_bytes()

    unknown = tasjil("import", north, bundle, *same)
    assert unknown.returncode == 2
    assert COAST in unknown.stderr
    fingerprint = told(tasjil("offices", coast, "--json"))["own"]["fingerprint"]
    assert fingerprint in unknown.stderr

    accepted = tasjil("import", north, bundle, *same, "--accept", fingerprint)
    assert accepted.returncode == 0
    assert COAST in accepted.stderr
    assert "captured twice" in accepted.stdout

    again = told(tasjil("import", north, bundle, *same, "--json"))
    assert not again["new"]
    assert tasjil("verify", north).returncode == 0
    known = told(tasjil("offices", north, "--json"))["others"]
    assert [(each["name"], each["entries"]) for each in known] == [(COAST, out["size"])]

    back = stick / "الشمال.bundle"
    assert tasjil("export", north, "--out", back, *same).returncode == 0
    mine = told(tasjil("offices", north, "--json"))["own"]["fingerprint"]
    home = told(tasjil("import", coast, back, *same, "--accept", mine, "--json"))
    assert home["new"]
    assert told(tasjil("open-questions", coast, "--json")) == home["questions"]
    counted = [told(tasjil("count", case, "--json")) for case in (north, coast)]
    assert counted[0]["figures"] == counted[1]["figures"]
    assert tasjil("verify", coast).returncode == 0

    # What the coast has of the north is known to the north once it hears from there.
    second = stick / "الساحل-2.bundle"
    assert (
        tasjil("export", coast, "--out", second, "--for", NORTH, *same).returncode == 0
    )
    heard = told(tasjil("import", north, second, *same, "--json"))
    assert heard["since"] == out["size"]
    (other,) = told(tasjil("offices", north, "--json"))["others"]
    assert other["has_of_ours"] == home["size"]


def test_a_bundle_is_never_written_over_a_file_and_never_in_clear(two, tasjil):
    north, _, stick, shared = two
    (stick / "there").write_text("kept", encoding="utf-8")
    refused = tasjil(
        "export", north, "--out", stick / "there", "--passphrase-file", shared
    )
    assert refused.returncode == 2
    assert (stick / "there").read_text(encoding="utf-8") == "kept"
    bare = tasjil("export", north, "--out", stick / "bare")
    assert bare.returncode == 2
    assert "passphrase" in bare.stderr
    assert not (stick / "bare").exists()


def test_the_wrong_passphrase_is_a_plain_sentence(two, tasjil):
    north, coast, stick, shared = two
    bundle = stick / "b"
    tasjil("export", coast, "--out", bundle, "--passphrase-file", shared)
    wrong = stick / "wrong.txt"
    wrong.write_text("five quiet rivers meet", encoding="utf-8")
    done = tasjil("import", north, bundle, "--passphrase-file", wrong)
    assert done.returncode == 2
    assert "this bundle is locked" in done.stderr

"""A register that an earlier tasjil made is brought up, encrypted, and stays whole."""

import shutil
from pathlib import Path

import pytest

from tasjil.errors import NoRegister
from tasjil.register import home
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register

KEPT = Path(__file__).with_name("kept")
HEAD_OF_0_1_0 = "979c83562b04df54432ed97ef9404bc42edc236c57ae1a61d6406f0f8e97f54f"


@pytest.fixture
def of_0_1_0(tmp_path):
    """Made by tasjil 0.1.0 from the reports of `conftest.Lumenia`, in clear."""
    shutil.copy(KEPT / "0.1.0" / "register.sqlite", tmp_path)
    return tmp_path


def test_a_register_in_clear_says_how_to_encrypt_it(of_0_1_0):
    with pytest.raises(NoRegister, match="tasjil build"):
        Register.open(of_0_1_0, Key())


def test_a_register_of_0_1_0_keeps_every_entry_and_claim(of_0_1_0, lumenia):
    home.encrypt(of_0_1_0, Key(), "Lumenia", lumenia.noon)
    with Register.open(of_0_1_0, Key()) as register:
        assert register.verify().entries == 18
        entries = list(register.entries())
        assert entries[16].digest == HEAD_OF_0_1_0
        assert entries[17].told["role"] == "lead"
        kept = {state: n for state, n in register.counts().claims.items() if n}
        assert kept == {"proposed": 8, "accepted": 1}
        assert len(list(register.reports())) == 3
        before = register.table_digests()
        assert register.rebuild() == before


def test_nothing_of_what_stood_in_clear_is_left(of_0_1_0, lumenia):
    file = of_0_1_0 / "register.sqlite"
    assert b"document.captured" in file.read_bytes()
    with file.open("rb") as clear:
        home.encrypt(of_0_1_0, Key(), "", lumenia.noon)
        # Whoever still holds the old file finds zeros in it.
        assert not any(clear.read())
    assert b"document.captured" not in file.read_bytes()
    assert {each.name for each in of_0_1_0.iterdir()} == {"keys.json", file.name}


def test_encryption_that_was_cut_off_goes_on_at_the_next_try(of_0_1_0, lumenia):
    clear = (of_0_1_0 / "register.sqlite").read_bytes()
    home.encrypt(of_0_1_0, Key(), "", lumenia.noon)
    (of_0_1_0 / "register.sqlite").write_bytes(clear)
    home.encrypt(of_0_1_0, Key(), "", lumenia.noon)
    with Register.open(of_0_1_0, Key()) as register:
        assert register.verify().entries == 18

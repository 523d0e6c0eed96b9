"""A register opens with its keys and with nothing else; who has which is kept apart."""

import json
import stat
from dataclasses import replace

import pytest

from tasjil.errors import CannotUnlock
from tasjil.model.ids import UserId
from tasjil.register.keys import changing, keyfile, opens, ring
from tasjil.register.keys.ring import Key
from tasjil.register.keys.seal import Stretch
from tasjil.register.register import Register
from tasjil.register.secret import Secret

WORDS = "salt winter ladder olive"
OTHERS = "granite pencil harbour nine"
LEAD, SELMA = UserId("lead"), UserId("selma")


@pytest.fixture(scope="module")
def made_with_words(tmp_path_factory, lumenia):
    folder = tmp_path_factory.mktemp("words") / "register"
    with Register.create(folder, Key(passphrase=WORDS), at=lumenia.noon) as register:
        lumenia.fill(register)
    return folder


@pytest.fixture
def locked(made_with_words, tmp_path):
    """A register under a passphrase, to change."""
    for file in made_with_words.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def test_a_passphrase_opens_what_it_closed(made_with_words):
    with Register.open(made_with_words, Key(passphrase=WORDS)) as register:
        assert register.user == "lead"
        assert register.counts().reports == 3


def test_a_passphrase_typed_in_another_form_of_the_same_letters_opens(
    tmp_path, lumenia
):
    composed, in_parts = "caf\u00e9 \u0623\u062d\u0645\u0631", None
    in_parts = "cafe\u0301 \u0627\u0654\u062d\u0645\u0631"
    Register.create(tmp_path, Key(passphrase=composed), at=lumenia.noon).close()
    Register.open(tmp_path, Key(passphrase=in_parts)).close()


def test_a_wrong_passphrase_is_a_plain_sentence(made_with_words):
    with pytest.raises(CannotUnlock, match="does not open this register") as raised:
        Register.open(made_with_words, Key(passphrase=OTHERS))
    assert OTHERS not in str(raised.value)


def test_a_missing_passphrase_says_where_to_put_it(made_with_words):
    with pytest.raises(CannotUnlock, match="TASJIL_PASSPHRASE_FILE"):
        Register.open(made_with_words, Key())


def test_nobody_of_an_unknown_name_comes_in(made_with_words):
    with pytest.raises(CannotUnlock, match="nobody of that name"):
        Register.open(made_with_words, Key(SELMA, WORDS))


def test_a_short_passphrase_is_refused_and_no_register_is_made(tmp_path, lumenia):
    with pytest.raises(CannotUnlock, match="8 characters"):
        Register.create(tmp_path / "r", Key(passphrase="seven77"), at=lumenia.noon)
    assert not (tmp_path / "r" / "register.sqlite").exists()


@pytest.mark.file
def test_changing_the_passphrase_leaves_the_register_as_it_is(locked):
    before = (locked / "register.sqlite").read_bytes()
    opened = ring.unlock(locked, Key(passphrase=WORDS))
    changing.change_passphrase(locked, opened, OTHERS)
    assert (locked / "register.sqlite").read_bytes() == before
    with pytest.raises(CannotUnlock):
        ring.unlock(locked, Key(passphrase=WORDS))
    with Register.open(locked, Key(passphrase=OTHERS)) as register:
        assert register.verify().entries == 18


def test_a_passphrase_can_take_the_place_of_the_machines_key(
    tmp_path, lumenia, monkeypatch
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "machine"))
    kept = tmp_path / "register"
    Register.create(kept, Key(), at=lumenia.noon).close()
    [file] = (tmp_path / "machine").rglob("*.key")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    changing.change_passphrase(kept, ring.unlock(kept, Key()), WORDS)
    assert not file.exists()
    assert not ring.has_machine_key(kept)
    with pytest.raises(CannotUnlock, match="locked"):
        ring.unlock(kept, Key())
    ring.unlock(kept, Key(passphrase=WORDS))


def test_a_copy_on_another_machine_does_not_open_without_a_passphrase(
    filled, tmp_path, monkeypatch
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "another machine"))
    with pytest.raises(CannotUnlock, match="locked"):
        Register.open(filled, Key())


def test_one_more_person_comes_in_with_a_passphrase_of_their_own(locked):
    lead = ring.unlock(locked, Key(passphrase=WORDS))
    changing.add_slot(locked, lead, Key(SELMA, OTHERS))
    selma = ring.unlock(locked, Key(passphrase=OTHERS))
    assert (selma.user, selma.box) == ("selma", None)
    assert bytes(selma.register_key) == bytes(lead.register_key)
    assert ring.holders(locked) == {
        "lead": {"register", "signing", "box"},
        "selma": {"register", "signing"},
    }
    with pytest.raises(CannotUnlock, match="choose another name"):
        changing.add_slot(locked, lead, Key(SELMA, OTHERS))


def test_the_box_is_granted_and_taken_apart_from_the_register(locked):
    lead = ring.unlock(locked, Key(passphrase=WORDS))
    changing.add_slot(locked, lead, Key(SELMA, OTHERS))
    selma = ring.unlock(locked, Key(SELMA, OTHERS))
    with pytest.raises(CannotUnlock, match="without that grant"):
        changing.grant_box(locked, selma, SELMA)
    changing.grant_box(locked, lead, SELMA)
    granted = ring.unlock(locked, Key(SELMA, OTHERS)).box
    assert granted is not None
    assert lead.box is not None
    assert bytes(granted) == bytes(lead.box)
    changing.take_box(locked, SELMA)
    assert ring.unlock(locked, Key(SELMA, OTHERS)).box is None


def test_who_was_removed_does_not_come_in_and_the_last_one_stays(locked):
    lead = ring.unlock(locked, Key(passphrase=WORDS))
    changing.add_slot(locked, lead, Key(SELMA, OTHERS))
    changing.remove_slot(locked, SELMA)
    with pytest.raises(CannotUnlock):
        ring.unlock(locked, Key(passphrase=OTHERS))
    with pytest.raises(CannotUnlock, match="nobody could"):
        changing.remove_slot(locked, LEAD)


def test_a_grant_to_one_person_is_of_no_use_to_another(locked):
    lead = ring.unlock(locked, Key(passphrase=WORDS))
    changing.add_slot(locked, lead, Key(SELMA, OTHERS))
    keys = json.loads((locked / "keys.json").read_text())
    leads = [each for each in keys["grants"] if each["user"] == LEAD]
    keys["grants"] = [{**each, "user": SELMA} for each in leads]
    (locked / "keys.json").write_text(json.dumps(keys))
    with pytest.raises(CannotUnlock, match="damaged"):
        ring.unlock(locked, Key(SELMA, OTHERS))


def test_any_flipped_byte_of_the_keys_opens_nothing_wrong(filled):
    whole = (filled / "keys.json").read_bytes()
    right = bytes(ring.unlock(filled, Key()).register_key)
    refused = 0
    for at in range(len(whole)):
        flipped = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        (filled / "keys.json").write_bytes(flipped)
        try:
            opened = ring.unlock(filled, Key())
        except CannotUnlock:
            refused += 1
            continue
        assert bytes(opened.register_key) == right
    assert refused > len(whole) / 2


def rewritten(folder, change):
    keys = json.loads((folder / "keys.json").read_text())
    change(keys)
    (folder / "keys.json").write_text(json.dumps(keys))


def test_a_machines_key_is_named_and_never_a_way_to_another_file(locked):
    # Changing a passphrase removes the machine's key: it could be made to name a file.
    rewritten(locked, lambda keys: keys["slots"][0].update(machine="../../treasure"))
    with pytest.raises(CannotUnlock, match="found something else"):
        Register.open(locked, Key(passphrase=WORDS))


@pytest.mark.parametrize("wrong", ["ab", "ab" * 33, "not hex"])
def test_a_public_key_of_another_length_is_a_damaged_file_of_keys(locked, wrong):
    rewritten(locked, lambda keys: keys["slots"][0].update(public=wrong))
    with pytest.raises(CannotUnlock, match="found something else"):
        ring.holders(locked)


def test_a_pending_key_that_is_no_hex_is_a_damaged_file_of_keys(locked):
    grant = {"user": "lead", "what": "register", "sealed": "not hex"}
    pending = {"id": "00", "grants": [grant]}
    rewritten(locked, lambda keys: keys.update(pending=pending))
    with pytest.raises(CannotUnlock, match="found something else"):
        Register.open(locked, Key(passphrase=WORDS))


def test_a_granted_key_of_another_length_is_a_damaged_one(locked):
    found = keyfile.read(locked)
    short = ring.granted(found.slots[0], "signing", Secret(b"short"))
    kept = tuple(each for each in found.grants if each.what != "signing")
    keyfile.write(locked, replace(found, grants=(*kept, short)))
    with pytest.raises(CannotUnlock, match="damaged or taken away"):
        Register.open(locked, Key(passphrase=WORDS))


@pytest.mark.parametrize("kept", [b"", b"00ff", b"\xff\xfe"])
def test_a_machines_key_that_was_cut_short_opens_nothing(
    tmp_path, lumenia, monkeypatch, kept
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "machine"))
    Register.create(tmp_path / "register", Key(), at=lumenia.noon).close()
    [file] = (tmp_path / "machine").rglob("*.key")
    file.write_bytes(kept)
    assert not ring.has_machine_key(tmp_path / "register")
    with pytest.raises(CannotUnlock, match="this register is locked"):
        Register.open(tmp_path / "register", Key())


def test_a_passphrase_of_bytes_that_are_no_letters_is_a_plain_sentence(locked):
    with pytest.raises(CannotUnlock, match="UTF-8") as raised:
        Register.open(locked, Key(passphrase="winter \udce9t\udce9"))
    assert "winter" not in str(raised.value)


def test_where_the_file_is_missing_neither_key_opens_it(tmp_path):
    older, newer = Secret.fresh(), Secret.fresh()
    assert opens.first(tmp_path / "register.sqlite", (older, newer)) is older


def test_a_key_is_never_told_by_accident():
    held = Secret(b"\x07" * 32)
    assert "07" not in repr(held) + str(held) + f"{held}"
    assert WORDS not in repr(Key(passphrase=WORDS))


def test_an_unknown_user_takes_as_long_to_refuse_as_a_known_one(
    tmp_path, lumenia, monkeypatch
):
    """Both stretch one passphrase; the time of anything else is nothing beside it."""
    folder = tmp_path / "r"
    key = Key(UserId("lead"), "river lantern harvest")
    Register.create(folder, key, at=lumenia.noon).close()
    stretched = []
    true = Stretch.key
    monkeypatch.setattr(
        Stretch, "key", lambda self, words: stretched.append(1) or true(self, words)
    )

    for user in ("lead", "nobody-1"):
        stretched.clear()
        with pytest.raises(CannotUnlock):
            Register.open(folder, Key(UserId(user), "another one altogether"))
        assert len(stretched) == 1, user

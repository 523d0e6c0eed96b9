"""A register signs what stands in its log, once for each length."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tasjil.errors import CannotUnlock, LogBroken, WrongOffice
from tasjil.register import store, verify
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register
from tasjil.register.signatures import checkpoints
from tasjil.register.signatures.checkpoints import Brought
from tasjil.register.store import Head
from tasjil.register.tree import merkle
from tasjil.register.tree.checkpoint import key_of, parse, sign

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
OURS = Ed25519PrivateKey.from_private_bytes(b"o" * 32)


def test_an_empty_log_is_not_signed():
    empty = store.Store(store.scratch())
    try:
        empty.migrate()
        assert not checkpoints.due(empty)
        assert checkpoints.sign_log(empty, OURS) is None
        assert checkpoints.notes(empty) == []
    finally:
        empty.close()


def test_a_log_that_grew_is_signed_once_for_each_length(register, lumenia):
    before = [size for size, _ in register.checkpoints()]
    register.set_scope({"acts": []}, by=lumenia.who, at=lumenia.noon)
    assert checkpoints.due(register._store)
    first = register.checkpoint()
    assert not checkpoints.due(register._store)
    assert register.checkpoint() == first
    lumenia.fill(register, reports=2)
    second = register.checkpoint()
    sizes = [size for size, _ in register.checkpoints()]
    assert sizes == [*before, first.size, second.size]
    assert second.size == register.head().size > first.size


def test_the_root_signed_is_that_of_the_entries(register, lumenia):
    lumenia.fill(register)
    signed = register.checkpoint()
    leaves = [bytes.fromhex(entry.digest) for entry in register.entries()]
    assert signed.root == merkle.root(leaves)
    signed.check(register.log_key)


def test_a_log_whose_tree_is_lost_takes_no_more_entries(register, lumenia):
    lumenia.fill(register)
    Head.objects.using(register._store.alias).update(frontier="00")
    with pytest.raises(LogBroken, match="the tree over the log is lost"):
        register.set_scope({"acts": []}, by="lead", at=lumenia.noon)


def test_closing_a_register_signs_what_was_written(new_register, lumenia):
    register = new_register()
    lumenia.fill(register)
    register.close()
    register.close()
    with Register.open(register.folder, Key()) as again:
        size, note = again.checkpoints()[-1]
        assert size == again.head().size
        parse(note).check(again.log_key)
        found = again.verify().attested
        assert (found.signed, found.unsigned) == (size, 0)
    with Register.open(register.folder, Key()) as again:
        assert again.checkpoints()[-1] == (size, note)


def test_what_a_killed_program_left_unsigned_is_signed_by_the_next(
    new_register, lumenia
):
    register = new_register()
    register.checkpoint()
    before, signed = len(register.checkpoints()), register.head().size
    lumenia.fill(register, reports=1)
    written = register.head().size
    register._store.close()
    register._is_open = False
    with Register.open(register.folder, Key()) as again:
        found = again.verify().attested
        assert (found.tree.size, found.signed) == (written, signed)
    with Register.open(register.folder, Key()) as again:
        assert len(again.checkpoints()) == before + 1
        assert again.verify().attested.unsigned == 0


@pytest.mark.file
def test_a_register_that_cannot_be_signed_closes_all_the_same(
    new_register, lumenia, plain_sql, monkeypatch
):
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.05)
    register = new_register()
    lumenia.fill(register, reports=1)
    other = plain_sql(register.folder)
    other.execute("BEGIN IMMEDIATE")
    register.close()
    other.execute("ROLLBACK")
    other.close()
    with Register.open(register.folder, Key()) as again:
        assert again.verify().attested.signed == 1


REWRITTEN = """UPDATE register_checkpoint SET note = replace(note, '/', '+')
    WHERE size = (SELECT MAX(size) FROM register_checkpoint)"""
TAMPERED = {
    "the note of a checkpoint": (REWRITTEN, "not as its office signed it"),
    "the size of a checkpoint": (
        "UPDATE register_checkpoint SET size = size - 1",
        "in its place in the register",
    ),
    "the tree at the end of the log": (
        "UPDATE register_head SET frontier = upper(frontier)",
        "is not that of its entries",
    ),
    "the end cut off, with the head and the tables": (
        "DELETE FROM register_entry WHERE seq = {last}; {head}",
        "entry 18 is the first bad one: it is missing. The log ends at 17",
    ),
}


@pytest.mark.parametrize(("script", "told"), TAMPERED.values(), ids=TAMPERED.keys())
def test_verify_finds(filled, tamper, script, told):
    last = "(SELECT MAX(seq) FROM register_entry)"
    head = f"""UPDATE register_head SET size = {last}, digest =
        (SELECT digest FROM register_entry WHERE seq = {last})"""
    tamper(filled, script.format(last=last, head=head))
    with (
        Register.open(filled, Key()) as register,
        pytest.raises(LogBroken, match=told),
    ):
        register.verify()


@pytest.mark.file
def test_verify_finds_a_checkpoint_that_is_no_text_any_more(filled, tamper):
    tamper(filled, "UPDATE register_checkpoint SET note = CAST(note AS BLOB)")
    with (
        Register.open(filled, Key()) as register,
        pytest.raises(LogBroken, match="not as its office signed it"),
    ):
        register.verify()


def rewritten(folder, other):
    """Put another history in the place of a register, as whoever has its keys can."""
    shutil.copy(other / "register.sqlite", folder / "register.sqlite")


@pytest.mark.file
def test_an_older_copy_put_back_is_told_by_a_checkpoint_kept_elsewhere(
    new_register, lumenia
):
    register = new_register()
    lumenia.fill(register, reports=1)
    register.close()
    older = register.folder.with_name("older")
    shutil.copytree(register.folder, older)
    with Register.open(register.folder, Key()) as again:
        again.set_scope({"acts": []}, by=lumenia.who, at=NOON)
        kept = again.checkpoint()
    with Register.open(register.folder, Key()) as again:
        assert again.verify(brought=Brought([kept])).attested.elsewhere == 1
    rewritten(register.folder, older)
    with Register.open(register.folder, Key()) as again:
        again.verify()
        told = f"entry {kept.size} is the first bad one: it is missing.*older copy"
        with pytest.raises(LogBroken, match=told):
            again.verify(brought=Brought([kept]))


@pytest.mark.file
def test_another_history_under_the_same_key_is_told_by_a_checkpoint_kept_elsewhere(
    new_register, lumenia
):
    register = new_register()
    other = register.folder.with_name("other")
    register.close()
    shutil.copytree(register.folder, other)
    with Register.open(register.folder, Key()) as again:
        lumenia.fill(again, reports=1)
        kept = again.checkpoint()
    with Register.open(other, Key()) as again:
        lumenia.fill(again, reports=2)
    rewritten(register.folder, other)
    with Register.open(register.folder, Key()) as again:
        again.verify()
        with pytest.raises(LogBroken, match="you brought is from another history"):
            again.verify(brought=Brought([kept]))


def test_a_checkpoint_of_another_office_says_so(register, lumenia):
    lumenia.fill(register)
    theirs = sign(5, bytes(32), OURS)
    with pytest.raises(WrongOffice, match="one of the log that you check"):
        register.verify(brought=Brought([theirs]))


def test_a_bad_entry_before_a_broken_one_is_named_first(filled, tamper):
    # Another history up to entry 5, and an edited entry after it.
    tamper(filled, "UPDATE register_entry SET by = 'y' WHERE seq = 17")
    with Register.open(filled, Key()) as register:
        page = sign(5, bytes(32), checkpoints.signing_key(register._opened))
        with pytest.raises(LogBroken, match="one of 1 to 5"):
            register.verify(brought=Brought([page]))


def test_a_long_log_that_two_processes_read_is_held_against_checkpoints_too(
    filled, monkeypatch
):
    monkeypatch.setattr(verify, "LONG", 1)
    with Register.open(filled, Key()) as register:
        found = register.verify().attested
        assert (found.tree.size, found.unsigned) == (18, 0)
        page = sign(7, bytes(32), checkpoints.signing_key(register._opened))
        with pytest.raises(LogBroken, match="one of 1 to 7"):
            register.verify(brought=Brought([page]))


def exchange_the_key(folder: Path, ours: str) -> None:
    keys = folder / "keys.json"
    exchanged = keys.read_text().replace(ours, key_of(OURS).public_key.hex())
    assert exchanged != keys.read_text()
    keys.write_text(exchanged)


def test_a_key_exchanged_beside_the_register_opens_nothing(filled):
    with Register.open(filled, Key()) as register:
        ours = register.log_key.public_key.hex()
    exchange_the_key(filled, ours)
    with pytest.raises(CannotUnlock, match="another office's key"):
        Register.open(filled, Key())


def test_a_key_exchanged_while_the_register_is_open_is_found(filled):
    with Register.open(filled, Key()) as register:
        exchange_the_key(filled, register.log_key.public_key.hex())
        with pytest.raises(LogBroken, match="another office's key"):
            register.verify()

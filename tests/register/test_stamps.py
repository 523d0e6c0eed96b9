"""A stamp shows when a checkpoint was there, to whoever trusts its authority."""

import random
import sys
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from authority import Authority
from tasjil.errors import BadStamp, LogBroken, NoStampPackage, UntrustedStamp
from tasjil.register.signatures.checkpoints import Brought
from tasjil.register.tree import stamp
from tasjil.register.tree.checkpoint import sign

OURS = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
NOTE = sign(7, bytes(32), OURS).note
OTHER = sign(8, bytes(32), OURS).note


@pytest.fixture(scope="session")
def roots(authority):
    return stamp.roots_in(authority.root.read_bytes())


@pytest.fixture(scope="session")
def reply(authority):
    return authority.answer(stamp.query(NOTE))


def test_an_authority_says_when_a_checkpoint_came_to_it(reply, roots):
    told = stamp.check(reply, NOTE, roots)
    assert abs(told.at - datetime.now(UTC)) < timedelta(minutes=5)
    assert told.authority == "CN=Clock,O=Lumenia Time"


def test_a_question_holds_a_digest_and_no_word_of_the_checkpoint():
    asked = stamp.query(NOTE)
    assert b"tasjil" not in asked
    assert len(asked) < 80


def test_a_stamp_on_another_checkpoint_is_refused(reply, roots):
    with pytest.raises(BadStamp, match="one on something else"):
        stamp.check(reply, OTHER, roots)


def test_a_stamp_of_an_authority_nobody_trusts_is_told_apart(tmp_path, roots):
    theirs = Authority.made(tmp_path / "theirs").answer(stamp.query(NOTE))
    with pytest.raises(UntrustedStamp, match="--roots"):
        stamp.check(theirs, NOTE, roots)
    with pytest.raises(UntrustedStamp, match="--roots"):
        stamp.check(theirs, NOTE, [])
    with pytest.raises(UntrustedStamp):
        stamp.check(theirs, NOTE, stamp.roots_of_this_machine())


def test_words_are_no_stamp(roots):
    for words in (b"", b"<html>no</html>", bytes(200), b"\x30\x03\x02\x01\x00"):
        with pytest.raises(BadStamp, match="found something else"):
            stamp.check(words, NOTE, roots)
    with pytest.raises(BadStamp, match="found something else"):
        stamp.check(b"\x30" * (stamp.LARGEST + 1), NOTE, roots)


def test_a_refusal_is_told(authority, roots):
    refusal = authority.answer(b"this is no question")
    with pytest.raises(BadStamp, match="refused to sign"):
        stamp.check(refusal, NOTE, roots)


def test_a_turned_bit_of_a_stamp_is_found_or_stands_where_nobody_signs(reply, roots):
    chance, told = random.Random(3161), stamp.check(reply, NOTE, roots)
    found = 0
    for _ in range(400):
        changed = bytearray(reply)
        changed[chance.randrange(len(reply))] ^= 1 << chance.randrange(8)
        try:
            assert stamp.check(bytes(changed), NOTE, roots) == told
        except BadStamp:
            found += 1
    assert found > 370


def test_a_file_that_holds_no_certificate_is_told():
    with pytest.raises(BadStamp, match="PEM"):
        stamp.roots_in(b"words")


def test_without_its_package_stamps_are_not_read(reply, roots, monkeypatch):
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    with pytest.raises(NoStampPackage, match="extra `stamp`"):
        stamp.check(reply, NOTE, roots)


@pytest.fixture
def stamped(register, lumenia, authority, roots):
    """A register whose log was signed and stamped."""
    lumenia.fill(register)
    signed = register.checkpoint()
    reply = authority.answer(stamp.query(signed.note))
    for _ in range(2):
        register.stamp(signed, reply, roots)
    return register


def checked(register, roots=None):
    return register.verify(brought=Brought(roots=roots)).stamps


def test_a_stamp_is_kept_once_and_holds(stamped, roots):
    found = checked(stamped, roots)
    assert (found.good, found.untrusted, found.unread) == (1, 0, 0)
    assert found.covers == stamped.head().size
    assert found.latest.startswith(str(datetime.now(UTC).year))
    assert len(stamped.stamps()) == 1


def test_a_stamp_that_nobody_here_trusts_is_counted_apart(stamped):
    found = checked(stamped)
    assert (found.good, found.untrusted) == (0, 1)
    with pytest.raises(LogBroken, match="does not hold"):
        checked(stamped, [])


def test_stamps_are_counted_where_they_cannot_be_read(stamped, roots, monkeypatch):
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    found = checked(stamped, roots)
    assert (found.good, found.unread) == (0, 1)


@pytest.mark.parametrize(
    "change",
    ["at = '2031-05-04T12:00:00.000000Z'", "token = x'00'", "id = 'a'", "size = 3"],
    ids=["its time", "its token", "its name", "its checkpoint"],
)
def test_a_stamp_that_was_changed_is_found(stamped, roots, tamper, change):
    tamper(stamped.folder, f"UPDATE register_stamp SET {change}")
    with pytest.raises(LogBroken, match="a stamp on the checkpoint .* does not hold"):
        checked(stamped, roots)


def test_a_name_that_cannot_be_read_is_told(reply, roots):
    changed = reply.replace(b"\x0c\x05Clock", b"\x0d\x05Clock", 1)
    assert changed != reply
    with pytest.raises(BadStamp, match="found something else"):
        stamp.check(changed, NOTE, roots)


def test_a_refused_stamp_is_not_kept(stamped, authority, roots):
    before = stamped.stamps()
    reply = authority.answer(stamp.query(OTHER))
    with pytest.raises(BadStamp):
        stamped.stamp(stamped.checkpoint(), reply, roots)
    assert stamped.stamps() == before

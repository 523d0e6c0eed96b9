"""A checkpoint says what it says, and nobody else can have said it."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from tasjil.errors import BadCheckpoint, WrongOffice
from tasjil.register.tree.checkpoint import (
    LogKey,
    joined,
    key_id,
    key_of,
    parse,
    parse_all,
    sign,
    signature_line,
)

OURS = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
THEIRS = Ed25519PrivateKey.from_private_bytes(b"t" * 32)
ROOT = bytes(range(32))
OFFICE = key_of(OURS)
PAGE = sign(7, ROOT, OURS)


@given(st.integers(0, 10**16 - 1), st.binary(min_size=32, max_size=32))
def test_what_was_signed_is_read_back_and_holds(size, root):
    made = sign(size, root, OURS)
    read = parse(made.note)
    assert (read.origin, read.size, read.root) == (OFFICE.origin, size, root)
    read.check(OFFICE)


@given(st.integers(0, len(PAGE.note.encode()) * 8 - 1))
def test_a_checkpoint_is_refused_after_any_bit_of_it_is_turned(bit):
    changed = bytearray(PAGE.note.encode())
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(BadCheckpoint):
        parse(changed.decode("utf-8", "replace")).check(OFFICE)


def test_a_checkpoint_of_another_office_is_told_apart():
    with pytest.raises(WrongOffice, match="one of the log that you check"):
        sign(7, ROOT, THEIRS).check(OFFICE)


def test_a_checkpoint_in_our_name_under_another_key_is_refused():
    text, _, _ = PAGE.note.partition("\n\n")
    forged = parse(f"{text}\n\n" + signature_line(OFFICE.origin, text + "\n", THEIRS))
    with pytest.raises(BadCheckpoint, match="another key") as refused:
        forged.check(OFFICE)
    assert not isinstance(refused.value, WrongOffice)


def test_a_witness_may_sign_too_and_cannot_stand_in_for_the_office():
    text, _, ours = PAGE.note.partition("\n\n")
    theirs = signature_line("witness.example", text + "\n", THEIRS)
    parse(f"{text}\n\n{ours}{theirs}").check(OFFICE)
    with pytest.raises(BadCheckpoint):
        parse(f"{text}\n\n{theirs}").check(OFFICE)


@pytest.mark.parametrize(
    "note",
    [
        "",
        PAGE.note[:-1],
        PAGE.note + "\n",
        "\n" + PAGE.note,
        PAGE.note.replace("\n7\n", "\n07\n"),
        PAGE.note.replace("\n7\n", "\n-7\n"),
        PAGE.note.replace("\n7\n", "\n٧\n"),
        PAGE.note.replace("\n7\n", "\n7\nmore\n"),
        PAGE.note.replace("\n", "\r\n"),
        PAGE.note.replace("— ", "- "),
        PAGE.note.replace("tasjil", "tas jil"),
        PAGE.note.replace(base64.b64encode(ROOT).decode(), "A" * 43),
        PAGE.note.replace(base64.b64encode(ROOT).decode(), "A" * 44),
    ],
)
def test_words_in_another_form_are_no_checkpoint(note):
    with pytest.raises(BadCheckpoint, match="five lines"):
        parse(note)


def test_many_are_kept_in_one_file_and_read_back():
    pages = [sign(size, ROOT, OURS) for size in (1, 5, 9)]
    both = joined(page.note for page in pages)
    assert parse_all(both) == tuple(pages)
    assert parse_all(both.replace("\n", "\r\n")) == tuple(pages)
    assert parse_all(pages[0].note) == (pages[0],)
    for words in ("", "words", both[:-100]):
        with pytest.raises(BadCheckpoint):
            parse_all(words)


def test_an_office_is_known_by_its_key_alone():
    assert OFFICE.origin == f"tasjil/{OFFICE.fingerprint[:16]}"
    assert LogKey(OFFICE.public_key) == OFFICE != key_of(THEIRS)


# The key, the words and the signature of golang.org/x/mod/sumdb/note (note_test.go
# and its documentation), which C2SP signed-note is drawn from.
PETER = "PeterNeumann"
PETERS_KEY = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
PETERS_WORDS = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
PETERS_SIGNATURE = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKv"
    "qfqdngotpRZb6KE6RyyBwJnAM=\n"
)


def test_the_published_signature_of_a_note_comes_out():
    secret = base64.b64decode(PETERS_KEY)[1:]
    signing = Ed25519PrivateKey.from_private_bytes(secret)
    assert signature_line(PETER, PETERS_WORDS, signing) == PETERS_SIGNATURE
    assert key_id(PETER, key_of(signing).public_key).hex() == "c74f20a3"


def test_the_published_key_line_has_our_form():
    kind_and_key = "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    office = LogKey(base64.b64decode(kind_and_key)[1:])
    name, id, key = office.key_line.split("+", 2)
    assert (name, key) == (office.origin, kind_and_key)
    assert id == key_id(office.origin, office.public_key).hex()

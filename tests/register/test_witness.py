"""What was signed before, held against the log as it is now."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from tasjil.errors import BadCheckpoint, LogBroken, WrongOffice
from tasjil.register import home, log
from tasjil.register.canonical import leaf_digest
from tasjil.register.keys.ring import Key
from tasjil.register.signatures.witness import Witness
from tasjil.register.store import Store
from tasjil.register.tree import merkle
from tasjil.register.tree.checkpoint import key_of, sign

OURS = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
THEIRS = Ed25519PrivateKey.from_private_bytes(b"t" * 32)
KEY = key_of(OURS)
OLD = Path(__file__).parent / "kept" / "0.1.0" / "register.sqlite"


def history(many, other_from=None):
    """The digests of a log; from a number on they are those of another history."""
    digests = []
    for seq in range(1, many + 1):
        by = "y" if other_from is not None and seq >= other_from else "x"
        fields = dict.fromkeys(("kind", "at", "because", "previous"), "")
        digests.append(leaf_digest({**fields, "seq": seq, "by": by}, "{}"))
    return digests


def page(digests, size, signing=OURS):
    leaves = [bytes.fromhex(digest) for digest in digests[:size]]
    return sign(size, merkle.root(leaves), signing)


def walked(digests, kept=(), elsewhere=()):
    witness = Witness(KEY, [(each.size, each.note) for each in kept], elsewhere)
    for digest in digests:
        witness.see(digest)
    return witness.end()


def test_a_log_that_agrees_with_all_that_was_signed_is_attested():
    digests = history(20)
    kept = [page(digests, size) for size in (3, 7, 18)]
    found = walked(digests, kept, [page(digests, 7), page(digests, 20)])
    assert (found.kept, found.elsewhere) == (3, 2)
    assert (found.signed, found.unsigned) == (20, 0)
    assert walked(digests, kept).unsigned == 2
    assert walked(digests).unsigned == 20
    assert found.tree.root == merkle.root([bytes.fromhex(each) for each in digests])


def test_a_log_that_was_rewritten_is_told_with_the_range_it_began_in():
    before, now = history(20), history(20, other_from=11)
    kept = [page(before, size) for size in (7, 14)]
    with pytest.raises(LogBroken, match="first bad entry is one of 8 to 14"):
        walked(now, kept)


def test_where_every_entry_was_signed_the_first_bad_one_is_known():
    before, now = history(20), history(20, other_from=11)
    kept = [page(before, size) for size in range(1, 21)]
    with pytest.raises(LogBroken, match="entry 11 is the first bad one"):
        walked(now, kept)


def test_a_log_rewritten_and_signed_again_is_told_by_a_checkpoint_kept_elsewhere():
    before, now = history(20), history(20, other_from=11)
    signed_again = [page(now, size) for size in (7, 14, 20)]
    assert walked(now, signed_again).kept == 3
    told = "one of 1 to 14: the checkpoint of 14 entries you brought is from another"
    with pytest.raises(LogBroken, match=told):
        walked(now, signed_again, [page(before, 14)])
    with pytest.raises(LogBroken, match="one of 10 to 14"):
        walked(now, signed_again, [page(before, size) for size in (3, 9, 14)])


def test_a_log_that_was_cut_off_is_told_by_a_longer_checkpoint():
    digests = history(20)
    told = "entry 16 is the first bad one: it is missing.*or an older copy was put"
    with pytest.raises(LogBroken, match=told):
        walked(digests[:15], [], [page(digests, 20)])
    with pytest.raises(LogBroken, match="entry 16 .*20 entries in the register"):
        walked(digests[:15], [page(digests, 20)])
    with pytest.raises(LogBroken, match="entry 1 is the first bad one"):
        walked([], [], [page(digests, 20)])


def test_a_checkpoint_of_an_empty_log_says_that_it_was_empty():
    digests = history(2)
    assert walked(digests, [], [page(digests, 0)]).elsewhere == 1


def test_a_checkpoint_of_another_office_is_refused_before_anything_is_read():
    digests = history(5)
    with pytest.raises(WrongOffice):
        Witness(KEY, [], [page(digests, 5, THEIRS)])
    theirs = page(digests, 5, THEIRS)
    with pytest.raises(LogBroken, match="not as its office signed it"):
        Witness(KEY, [(5, theirs.note)])


def test_a_changed_page_is_refused_wherever_it_stands():
    digests = history(5)
    signed = page(digests, 5)
    changed = sign(4, signed.root, OURS)
    with pytest.raises(LogBroken, match="of 5 entries in its place"):
        Witness(KEY, [(5, changed.note)])
    for note in ("words", signed.note.replace("\n5\n", "\n4\n"), b"bytes"):
        with pytest.raises(LogBroken, match="not as its office signed it"):
            Witness(KEY, [(5, note)])
    forged = type(signed)(signed.origin, 4, signed.root, changed.note[:-9] + "AAAAAAA=")
    with pytest.raises(BadCheckpoint):
        Witness(KEY, [], [forged])


@given(
    st.integers(1, 60),
    st.sets(st.integers(1, 60)),
    st.sets(st.integers(1, 60)),
    st.data(),
)
def test_the_range_told_always_holds_the_first_bad_entry(many, kept, brought, data):
    other_from = data.draw(st.integers(1, many))
    before, now = history(many), history(many, other_from)
    pages = [page(before, size) for size in kept if size <= many]
    elsewhere = [page(before, size) for size in brought if size <= many]
    bad = [size for size in kept | brought if other_from <= size <= many]
    if not bad:
        assert walked(now, pages, elsewhere).tree.size == many
        return
    with pytest.raises(LogBroken) as found:
        walked(now, pages, elsewhere)
    numbers = [int(word) for word in str(found.value).split() if word.isdigit()]
    agreed = brought if min(bad) not in kept else kept | brought
    first = max([0, *(size for size in agreed if size < other_from)]) + 1
    assert (numbers[0], min(bad)) == (first, numbers[-1])
    assert first <= other_from <= min(bad)


def test_a_register_of_an_older_tasjil_gets_its_tree(tmp_path):
    shutil.copy(OLD, tmp_path)
    opened = home.encrypt(tmp_path, Key(), "", datetime(2031, 5, 4, tzinfo=UTC))
    store = Store(home.database(tmp_path, opened))
    try:
        head = log.head(store)
        digests = [entry.digest for chunk in log.walk(store) for entry in chunk]
    finally:
        store.close()
    leaves = [bytes.fromhex(digest) for digest in digests]
    assert head.size == len(leaves) > 0
    assert log.frontier(head).root == merkle.root(leaves)

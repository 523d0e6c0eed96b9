"""A register signs what stands in its log, once for each length."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tasjil.errors import LogBroken
from tasjil.register import checkpoints, merkle
from tasjil.register.checkpoint import key_of
from tasjil.register.store import Head
from tasjil.register.witness import Witness

OURS = Ed25519PrivateKey.from_private_bytes(b"o" * 32)


def test_a_log_that_grew_is_signed_once_for_each_length(register, lumenia):
    store = register._store
    register.set_scope({"acts": []}, by="x", at=lumenia.noon)
    assert checkpoints.due(store)
    first = checkpoints.sign_log(store, OURS)
    assert not checkpoints.due(store)
    assert checkpoints.sign_log(store, OURS) == first
    lumenia.fill(register, reports=2)
    assert checkpoints.due(store)
    second = checkpoints.sign_log(store, OURS)
    sizes = [size for size, _ in checkpoints.notes(store)]
    assert sizes == [2, second.size] == [first.size, register.head().size]


def test_the_root_signed_is_that_of_the_entries(register, lumenia):
    lumenia.fill(register)
    signed = checkpoints.sign_log(register._store, OURS)
    leaves = [bytes.fromhex(entry.digest) for entry in register.entries()]
    assert signed.root == merkle.root(leaves)
    witness = Witness(key_of(OURS), checkpoints.notes(register._store))
    for entry in register.entries():
        witness.see(entry.digest)
    assert witness.end().unsigned == 0


def test_a_log_whose_tree_is_lost_takes_no_more_entries(register, lumenia):
    lumenia.fill(register)
    Head.objects.using(register._store.alias).update(frontier="00")
    with pytest.raises(LogBroken, match="the tree over the log is lost"):
        register.set_scope({"acts": []}, by="x", at=lumenia.noon)

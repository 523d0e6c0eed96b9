"""The tree over the log, held against the RFC's own words and published vectors."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasjil.errors import BadValue
from tasjil.register.tree.merkle import (
    Frontier,
    consistency_proof,
    consistent,
    included,
    inclusion_proof,
    root,
)

MOST = 130
LEAVES = [sha256(b"\x00" + str(number).encode()).digest() for number in range(MOST)]


def as_the_rfc_says(leaves):
    """RFC 9162, section 2.1.1, word for word."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    left, right = as_the_rfc_says(leaves[:k]), as_the_rfc_says(leaves[k:])
    return sha256(b"\x01" + left + right).digest()


ROOTS = [as_the_rfc_says(LEAVES[:size]) for size in range(MOST + 1)]


def test_the_root_of_every_size_is_the_one_the_rfc_defines():
    tree = Frontier()
    for size in range(MOST + 1):
        assert root(LEAVES[:size]) == tree.root == ROOTS[size]
        assert Frontier.parse(size, tree.text) == tree
        tree = tree.grown(LEAVES[size : size + 1])


@given(st.lists(st.integers(0, 40), max_size=6))
def test_a_tree_grown_in_steps_is_the_tree_grown_at_once(steps):
    tree, done = Frontier(), 0
    for step in steps:
        tree = tree.grown(LEAVES[done : done + step])
        done = min(done + step, MOST)
    assert tree == Frontier().grown(LEAVES[:done])


def test_every_leaf_of_every_size_can_be_shown():
    for size in range(1, MOST + 1):
        for index in range(size):
            proof = inclusion_proof(LEAVES[:size], index)
            assert len(proof) <= (size - 1).bit_length()
            assert included(LEAVES[index], index, size, proof, ROOTS[size])


def test_every_older_size_can_be_shown_to_be_the_beginning():
    for new in range(1, MOST + 1):
        for old in range(1, new + 1):
            proof = consistency_proof(LEAVES[:new], old)
            assert consistent(old, new, ROOTS[old], ROOTS[new], proof)


def changed(proof, place, bit):
    """The same digests, with one bit of one of them turned."""
    digest = bytearray(proof[place])
    digest[bit // 8] ^= 1 << bit % 8
    return [*proof[:place], bytes(digest), *proof[place + 1 :]]


PLACE = st.integers(1, MOST).flatmap(
    lambda size: st.tuples(st.integers(0, size - 1), st.just(size))
)


@given(PLACE, st.data())
def test_an_inclusion_proof_is_refused_after_any_change(place, data):
    index, size = place
    leaf, proof = LEAVES[index], inclusion_proof(LEAVES[:size], index)
    bit = data.draw(st.integers(0, 255))
    whole = [leaf, ROOTS[size], *proof]
    at = data.draw(st.integers(0, len(whole) - 1))
    leaf_then, root_then, *proof_then = changed(whole, at, bit)
    assert not included(leaf_then, index, size, proof_then, root_then)

    assert not included(leaf, index, size, [*proof, proof_of_nothing()], ROOTS[size])
    if proof:
        lost = data.draw(st.integers(0, len(proof) - 1))
        shorter = proof[:lost] + proof[lost + 1 :]
        assert not included(leaf, index, size, shorter, ROOTS[size])
    elsewhere = data.draw(st.integers(-2, size + 2).filter(lambda n: n != index))
    assert not included(leaf, elsewhere, size, proof, ROOTS[size])


@given(PLACE, st.data())
def test_a_consistency_proof_is_refused_after_any_change(place, data):
    old, new = place[0] + 1, place[1]
    proof = consistency_proof(LEAVES[:new], old)
    whole = [ROOTS[old], ROOTS[new], *proof]
    at = data.draw(st.integers(0, len(whole) - 1))
    before, after, *proof_then = changed(whole, at, data.draw(st.integers(0, 255)))
    assert not consistent(old, new, before, after, proof_then)

    longer = [*proof, proof_of_nothing()]
    assert not consistent(old, new, ROOTS[old], ROOTS[new], longer)
    if proof:
        lost = data.draw(st.integers(0, len(proof) - 1))
        shorter = proof[:lost] + proof[lost + 1 :]
        assert not consistent(old, new, ROOTS[old], ROOTS[new], shorter)


def proof_of_nothing():
    return bytes(32)


def test_a_size_the_log_never_had_proves_nothing():
    assert not consistent(0, 5, ROOTS[0], ROOTS[5], [])
    assert not consistent(6, 5, ROOTS[6], ROOTS[5], [])
    assert not consistent(3, 5, ROOTS[3], ROOTS[5], [])
    for size, index in ((0, 0), (3, 3), (3, -1)):
        with pytest.raises(BadValue, match="leaves"):
            inclusion_proof(LEAVES[:size], index)
        assert not included(LEAVES[0], index, size, [], ROOTS[size])
    for old in (0, 4):
        with pytest.raises(BadValue, match="older size"):
            consistency_proof(LEAVES[:3], old)


@pytest.mark.parametrize(
    ("size", "text"), [(2, ""), (1, "zz"), (1, "00"), (0, "00" * 32), (-1, "")]
)
def test_peaks_that_no_tree_has_are_refused(size, text):
    with pytest.raises(BadValue, match="last backup"):
        Frontier.parse(size, text)


# The eight leaves, roots and proofs of the certificate-transparency reference tests
# (google/certificate-transparency, cpp/merkletree/merkle_tree_test.cc; also
# transparency-dev/merkle, testonly/constants.go).
PUBLISHED_LEAVES = [
    sha256(b"\x00" + bytes.fromhex(each)).digest()
    for each in (
        *("", "00", "10", "2021", "3031", "40414243", "5051525354555657"),
        "606162636465666768696a6b6c6d6e6f",
    )
]
PUBLISHED_ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
A = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
B = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
C = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
D = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
E = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
F = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
PUBLISHED_INCLUSION = {
    (0, 1): (),
    (0, 8): (A, B, C),
    (5, 8): (D, E, PUBLISHED_ROOTS[4]),
    (2, 3): (PUBLISHED_ROOTS[2],),
    (1, 5): (PUBLISHED_ROOTS[1], B, D),
}
PUBLISHED_CONSISTENCY = {
    (1, 1): (),
    (1, 8): (A, B, C),
    (6, 8): (F, E, PUBLISHED_ROOTS[4]),
    (2, 5): (B, D),
}


def test_the_published_roots_come_out():
    made = [root(PUBLISHED_LEAVES[:size]).hex() for size in range(9)]
    assert tuple(made) == PUBLISHED_ROOTS


@pytest.mark.parametrize("place", PUBLISHED_INCLUSION)
def test_the_published_inclusion_proofs_come_out(place):
    index, size = place
    made = inclusion_proof(PUBLISHED_LEAVES[:size], index)
    assert tuple(each.hex() for each in made) == PUBLISHED_INCLUSION[place]


@pytest.mark.parametrize("sizes", PUBLISHED_CONSISTENCY)
def test_the_published_consistency_proofs_come_out(sizes):
    old, new = sizes
    made = consistency_proof(PUBLISHED_LEAVES[:new], old)
    assert tuple(each.hex() for each in made) == PUBLISHED_CONSISTENCY[sizes]

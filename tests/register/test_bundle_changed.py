"""A bundle that somebody changed on the road is refused, and changes nothing."""

import random
import zipfile
from dataclasses import replace

import msgspec
import pyrage
import pytest

from offices import IDENTITY, LOCKS, NAMES, NOON, OPENER, Office
from tasjil.errors import BadBundle, BundleRefused, CannotUnlock
from tasjil.register.offices import envelope, manifest
from tasjil.register.offices.envelope import Locks, Opener
from tasjil.register.offices.payload import Packing, Payload
from tasjil.register.secret import Secret
from tasjil.register.signatures.checkpoints import signing_key


@pytest.fixture
def north(tmp_path):
    made = Office.create(tmp_path / "north", NAMES[0])
    made.capture(1)
    made.read(1)
    yield made
    made.close()


@pytest.fixture
def coast(tmp_path):
    made = Office.create(tmp_path / "coast", NAMES[1])
    yield made
    made.close()


def refused_everywhere(north, coast, places):
    bundle = north.export()
    whole = bundle.read_bytes()
    head, tables = coast.register.head(), coast.register.table_digests()
    for place in places(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1 << (place % 8)
        bundle.write_bytes(changed)
        with pytest.raises((BundleRefused, CannotUnlock)):
            coast.take(bundle, north)
    for cut in (0, 1, len(whole) // 2, len(whole) - 1):
        bundle.write_bytes(whole[:cut])
        with pytest.raises(BadBundle):
            coast.take(bundle, north)
    bundle.write_bytes(whole + b"\n")
    with pytest.raises(BadBundle):
        coast.take(bundle, north)
    assert coast.register.exchange.offices() == ()
    assert (coast.register.head(), coast.register.table_digests()) == (head, tables)
    bundle.write_bytes(whole)
    assert coast.take(bundle, north).anything


def test_a_bundle_with_one_changed_bit_is_refused(north, coast):
    chance = random.Random(7)

    def places(size):
        ends = [*range(0, 60), *range(size - 200, size)]
        return [*ends, *(chance.randrange(size) for _ in range(100))]

    refused_everywhere(north, coast, places)


@pytest.mark.slow
def test_a_bundle_with_any_byte_changed_is_refused(north, coast):
    chance = random.Random(1948)
    refused_everywhere(
        north,
        coast,
        lambda size: [*range(2_000), *chance.sample(range(size), 4_000)],
    )


def forged(north, bundle, change, contents=lambda all: all, sign=None):
    """Make a bundle anew as somebody who has its key could."""
    with (
        envelope.opened(bundle, OPENER) as (inside, key),
        Payload(inside, key) as payload,
    ):
        told = payload.manifest()
        entries = list(payload.entries(""))
        kept = [row for row, _ in payload.contents()]
    place, fresh = bundle.with_name("forged"), Secret.fresh()
    inside = bundle.with_name("forged.inside")
    for leftover in (place, inside):
        leftover.unlink(missing_ok=True)
    packing = Packing(inside, fresh)
    told, entries = change(told, entries)
    packing.entries(entries)
    packing.contents(contents(kept))
    signing = sign or signing_key(north.register._opened)
    packing.close(*manifest.sign(told, signing))
    envelope.close(inside, fresh, LOCKS, place)
    return place


def unchanged(told, entries):
    return told, entries


FORGERIES = {
    "an entry left out": (lambda told, e: (told, e[:-1]), lambda all: all),
    "an entry changed": (
        lambda told, e: (told, [replace(e[0], by="nobody"), *e[1:]]),
        lambda all: all,
    ),
    "a content left out": (unchanged, lambda all: all[1:]),
    "a content put in": (
        unchanged,
        lambda all: [*all, ("sha256:" + "0" * 64, 1, b"x")],
    ),
    "a content changed": (
        unchanged,
        lambda all: [(all[0][0], 4, b"some"), *all[1:]],
    ),
    "another beginning": (
        lambda told, e: (replace(told, since=1, previous=e[0].digest), e[1:]),
        lambda all: all,
    ),
}


@pytest.mark.parametrize("what", FORGERIES)
def test_somebody_with_the_key_of_a_bundle_cannot_forge_it(north, coast, what):
    change, contents = FORGERIES[what]
    bundle = forged(north, north.export(), change, contents)
    head = coast.register.head()
    with pytest.raises(BadBundle):
        coast.take(bundle, north)
    assert coast.register.head() == head
    assert coast.register.exchange.offices() == ()


def test_a_bundle_that_another_key_signed_is_refused(north, coast):
    other = signing_key(coast.register._opened)
    with pytest.raises(BadBundle):
        coast.take(forged(north, north.export(), unchanged, sign=other), north)


def test_made_again_without_a_change_it_is_taken(north, coast):
    assert coast.take(forged(north, north.export(), unchanged), north).anything


def test_our_own_bundle_is_not_taken_in(north):
    with pytest.raises(BundleRefused, match="of this one"):
        north.take(north.export(), north)


def test_an_envelope_opens_with_each_of_its_keys_and_no_other(tmp_path):
    inside, out, key = tmp_path / "inside", tmp_path / "out", Secret.fresh()
    inside.write_bytes(b"payload")
    locks = Locks("four quiet rivers", (str(IDENTITY.to_public()),))
    assert envelope.close(inside, key, locks, out) == envelope.digest_of(out)
    for opener in (Opener("four quiet rivers"), OPENER):
        with envelope.opened(out, opener) as (payload, found):
            assert (payload.read_bytes(), bytes(found)) == (b"payload", bytes(key))
    stranger = str(pyrage.x25519.Identity.generate())
    for opener in (Opener("five quiet rivers"), Opener(identity=stranger), Opener()):
        with pytest.raises(CannotUnlock), envelope.opened(out, opener):
            pass
    with zipfile.ZipFile(out) as shown:
        assert shown.namelist() == ["key.json", "key.age", "payload"]
        assert b"rivers" not in shown.read("key.json")


def test_what_is_no_bundle_is_refused(coast, tmp_path):
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as made:
        made.writestr("key.json", msgspec.json.encode({"format": "none"}))
        made.writestr("payload", b"x")
    for file in (other, tmp_path / "nothing", tmp_path):
        with pytest.raises(BadBundle):
            coast.register.exchange.take_in(file, Opener("four rivers"), at=NOON)


def test_a_bundle_leaves_nothing_readable_behind(north, coast, tmp_path, monkeypatch):
    quiet = tmp_path / "quiet"
    quiet.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(quiet))
    coast.take(north.export(), north)
    assert list(quiet.iterdir()) == []

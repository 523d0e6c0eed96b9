"""A bundle that somebody changed on the road is refused, and changes nothing."""

import random
import zipfile
from dataclasses import replace
from hashlib import sha256

import msgspec
import pyrage
import pytest

from offices import BROUGHT, CLOSING, NAMES, NOON, Office
from tasjil.errors import BadBundle, BundleRefused, CannotUnlock
from tasjil.register.keys.ring import Key
from tasjil.register.offices import manifest
from tasjil.register.offices.payload import Packing, opened
from tasjil.register.parcels import parcel, ways
from tasjil.register.parcels.kinds import BACKUP, BUNDLE
from tasjil.register.parcels.ways import Brought, Closing
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
    with opened(bundle, BROUGHT) as payload:
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
    parcel.write(place, inside, fresh, ways.close(BUNDLE, CLOSING))
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


def test_a_parcel_opens_with_each_of_its_keys_and_no_other(tmp_path):
    inside, out = tmp_path / "inside", tmp_path / "out"
    inside.write_bytes(b"payload")
    words, told = "four quiet rivers", Secret(b"contents")
    closed = ways.close(BUNDLE, Closing(words, CLOSING.recipients))
    assert (
        parcel.write(out, inside, told, closed) == sha256(out.read_bytes()).hexdigest()
    )
    by_hand = Brought(opened=closed.key.hex())
    for number, brought in enumerate(
        (Brought(Key(passphrase=words)), BROUGHT, by_hand)
    ):
        found = parcel.unlock(out, BUNDLE, brought)
        found.take_out(tmp_path / str(number))
        payload = (tmp_path / str(number)).read_bytes()
        assert (payload, bytes(found.contents)) == (b"payload", b"contents")
    stranger = Brought(identity=str(pyrage.x25519.Identity.generate()).encode())
    other = Brought(Key(passphrase="five quiet rivers"))
    for brought in (other, stranger, Brought(), Brought(opened="00" * 32)):
        with pytest.raises(CannotUnlock):
            parcel.unlock(out, BUNDLE, brought)
    with pytest.raises(CannotUnlock):
        parcel.unlock(out, BACKUP, BROUGHT)
    held = out.read_bytes()
    assert not [each for each in (b"tasjil", b"rivers", b"bundle") if each in held]


@pytest.mark.slow
def test_a_parcel_with_any_bit_changed_is_refused(tmp_path):
    inside, out = tmp_path / "inside", tmp_path / "out"
    inside.write_bytes(b"payload")
    closed = ways.close(BUNDLE, CLOSING)
    parcel.write(out, inside, Secret(b"contents"), closed)
    whole, by_hand = out.read_bytes(), Brought(opened=closed.key.hex())
    for place in range(8 * len(whole)):
        changed = bytearray(whole)
        changed[place // 8] ^= 1 << (place % 8)
        out.write_bytes(changed)
        with pytest.raises((BadBundle, CannotUnlock)):
            parcel.unlock(out, BUNDLE, by_hand)


def test_what_nobody_could_open_is_not_closed():
    for closing in (Closing(), Closing("seven77")):
        with pytest.raises(CannotUnlock):
            ways.close(BUNDLE, closing)


def test_what_is_no_bundle_is_refused(coast, tmp_path):
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as made:
        made.writestr("opening.json", msgspec.json.encode({"form": "none"}))
        made.writestr("payload", b"x")
    for file in (other, tmp_path / "nothing", tmp_path):
        with pytest.raises(BadBundle):
            coast.register.exchange.take_in(file, BROUGHT, at=NOON)


def test_a_bundle_leaves_nothing_readable_behind(north, coast, tmp_path, monkeypatch):
    quiet = tmp_path / "quiet"
    quiet.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(quiet))
    coast.take(north.export(), north)
    assert list(quiet.iterdir()) == []

"""A program that takes in a bundle, and says when it has.

Run by the tests of `test_killed_while_importing.py`, which kill it; never by hand.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from tasjil.register.keys.ring import Key
from tasjil.register.parcels.ways import Brought
from tasjil.register.register import Register


def main(folder: Path, bundle: Path, identity: Path, fingerprint: str) -> None:
    with Register.open(folder, Key()) as register:
        print("ready", flush=True)
        register.exchange.take_in(
            bundle,
            Brought(identity=identity.read_bytes()),
            at=datetime(2031, 5, 4, 12, tzinfo=UTC),
            accept=fingerprint,
        )
        print("taken", flush=True)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), sys.argv[4])

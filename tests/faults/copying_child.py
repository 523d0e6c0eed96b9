"""Takes a copy of a register, restores one or changes keys, until it is killed."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import django.db

from tasjil.register.copies import backup, restore
from tasjil.register.keys.ring import Key
from tasjil.register.parcels.ways import Brought, Closing
from tasjil.register.register import Register

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)


def main(action: str, folder: Path, file: Path, identity: str, recipient: str) -> None:
    """Do it once, and say so before and after."""
    assert django.db
    print("ready", flush=True)
    if action == "restore":
        asked = restore.Asked(file, Brought(identity=identity.encode()))
        restore.restore(asked, folder)
    else:
        with Register.open(folder, Key()) as register:
            if action == "rekey":
                register.rekey(at=AT, because="somebody left")
            else:
                closing = Closing(recipients=(recipient,))
                register.back_up(backup.Asked(file, closing), at=AT)
    print("done", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), *sys.argv[4:])

"""What an office once signed, and what a time authority said of it, stays as it is."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tasjil.errors import AppendOnly
from tasjil.register.border import translated
from tasjil.register.signatures import checkpoints
from tasjil.register.store import Stamp

ATTEMPTS = {
    "a checkpoint is changed": "UPDATE register_checkpoint SET note = ''",
    "a checkpoint is removed": "DELETE FROM register_checkpoint",
    "a size is signed again": """
        INSERT INTO register_checkpoint (size, note)
        SELECT size, '' FROM register_checkpoint""",
    "a checkpoint is longer than the log": """
        INSERT INTO register_checkpoint (size, note)
        SELECT size + 1, '' FROM register_head""",
    "a checkpoint is of nothing": """
        INSERT INTO register_checkpoint (size, note) VALUES (0, '')""",
    "a stamp is changed": "UPDATE register_stamp SET at = ''",
    "a stamp is removed": "DELETE FROM register_stamp",
    "a stamp is kept again": """
        INSERT INTO register_stamp (id, size, at, token)
        SELECT id, size, '', token FROM register_stamp""",
    "a stamp is of no checkpoint": """
        INSERT INTO register_stamp (id, size, at, token)
        SELECT 'b', 2, '', token FROM register_stamp""",
}


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS.keys())
def test_the_register_refuses_when(register, lumenia, attempt):
    lumenia.fill(register)
    alias = register._store.alias
    signing = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
    size = checkpoints.sign_log(register._store, signing).size
    Stamp.objects.using(alias).create(id="a", size=size, at="", token=b"t")
    cursor = register._store.connection.cursor()
    with pytest.raises(AppendOnly, match="append an entry"), translated():
        cursor.execute(attempt)

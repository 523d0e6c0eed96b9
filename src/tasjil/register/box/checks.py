"""Whether the sealed box holds exactly the people that the log says it holds."""

from tasjil.errors import LogBroken
from tasjil.register.border import translated
from tasjil.register.canonical import content_digest
from tasjil.register.store import IdentityRow, Sealed, Store

BACKUP = "keep a copy of the register as it is, then go back to your last backup"


def check_box(kept: Store, fresh: Store) -> None:
    """Compare what is sealed with the people of the log.

    A travel copy has a place for each of them, and nobody in it.

    The digest covers the ciphertext. The wrapped key opens that ciphertext or nothing,
    so a key put in its place is found by whoever opens the identity.

    Args:
        kept: The register.
        fresh: The tables as they were just made again from the log.

    Raises:
        LogBroken: Somebody is lost, changed, put in, or erased and still there.
    """
    people = IdentityRow.objects.using(fresh.alias)
    expected = {
        reference: (seq, digest, erased)
        for reference, seq, digest, erased in people.values_list(
            "reference", "seq", "digest", "erased"
        )
    }
    with translated():
        for row in Sealed.objects.using(kept.alias).order_by("reference").iterator():
            if row.reference not in expected:
                raise LogBroken(
                    f"somebody is in the sealed box, and no entry says so; {BACKUP}"
                )
            seq, digest, erased = expected.pop(row.reference)
            if kept.travels:
                _check_empty(row, seq)
            else:
                _check_row(row, seq, digest, erased)
    if expected:
        first = min(seq for seq, _, _ in expected.values())
        raise _broken(first, "it sealed somebody who is not in the box any more")


def _check_empty(row: Sealed, seq: int) -> None:
    if row.data is not None or row.key is not None:
        raise _broken(seq, "it sealed somebody who came along in a travel copy")


def _check_row(row: Sealed, seq: int, digest: str, erased: int | None) -> None:
    if erased is not None:
        if row.data is not None or row.key is not None:
            raise _broken(erased, "it erased somebody who is still in the box")
        return
    if row.data is None or row.key is None:
        raise _broken(seq, "it sealed somebody whose key is gone, and no entry says so")
    if content_digest(bytes(row.data)) != digest:
        raise _broken(seq, "what it sealed was changed after it was sealed")


def _broken(seq: int, what: str) -> LogBroken:
    return LogBroken(f"entry {seq} is the first bad one: {what}; {BACKUP}")

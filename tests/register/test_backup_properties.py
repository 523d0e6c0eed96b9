"""Whatever was done to a register, a backup of it says the same, and so the next."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offices import claim, report
from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.ids import UserId
from tasjil.model.judgement import ClaimJudgement, ClaimState
from tasjil.register.copies import restore
from tasjil.register.copies.backup import Asked
from tasjil.register.keys.ring import Key
from tasjil.register.parcels.ways import Brought, Closing
from tasjil.register.register import Register

pytestmark = pytest.mark.file

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
TRUSTED = pyrage.x25519.Identity.generate()
BY_TRUSTED = Brought(identity=str(TRUSTED).encode())
TO_TRUSTED = Closing(recipients=(str(TRUSTED.to_public()),))
DONE = st.lists(
    st.tuples(
        st.sampled_from(["capture", "read", "judge", "seal", "erase"]),
        st.integers(1, 3),
    ),
    max_size=12,
)


def do(register: Register, what: str, number: int) -> None:
    """Do one thing, where it can be done."""
    about, original = report(number)
    who = {"by": "lead", "at": AT}
    there = register.has_report(about.id)
    read = register.reading(about.id) is not None
    gone = register.box.destroyed([about.id])
    match what:
        case "capture" if not gone:
            register.capture(about, original, **who)
        case "read" if there:
            found = [claim(about, each) for each in range(2)]
            register.propose(about.id, "english/1", found, **who)
        case "judge" if there and read:
            state, day = ClaimState.ACCEPTED, "2031-05-06T12:00:00+00:00"
            id = claim(about, 0).id
            register.judge(ClaimJudgement(id, state, UserId("lead"), day, "read"))
        case "seal" if there:
            somebody = Identity(IdentityKind.WITNESS, names="Daren Vellomir")
            register.box.seal(somebody, [about.id], **who, because="at risk")
        case "erase" if there:
            register.box.erase(None, [about.id], **who, because="asked for it")


def told_by(register: Register) -> object:
    log = [entry.digest for entry in register.entries()]
    return log, register.table_digests(), register.verify().contents


@settings(max_examples=4, deadline=None)
@given(DONE)
def test_a_backup_of_a_restored_backup_is_equal_to_both(done):
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        with Register.create(place / "0", Key(), at=AT) as register:
            for what, number in done:
                do(register, what, number)
        told = []
        for step in range(3):
            with Register.open(place / str(step), Key()) as register:
                told.append(told_by(register))
                out = place / f"{step}.backup"
                register.back_up(Asked(out, TO_TRUSTED), at=AT)
            restore.restore(restore.Asked(out, BY_TRUSTED), place / str(step + 1))
    assert told[0] == told[1] == told[2]

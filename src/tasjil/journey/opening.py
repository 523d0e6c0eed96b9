"""Opens a case's register with the key that a person brings, making it where asked."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tasjil.errors import CannotUnlock, RegisterError
from tasjil.journey.case import Case
from tasjil.journey.progress import Progress
from tasjil.register import home
from tasjil.register.keys import keyfile, ring
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register

__all__ = [
    "Key",
    "Seat",
    "needs_new_key",
    "office_of",
    "open_or_create",
    "open_register",
    "opens_here",
    "sit_down",
    "stamp_of_keys",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat(Key):
    """A key that has opened its register, and holds it open for many actions.

    Attributes:
        register: The open register; whoever made the seat closes it.
    """

    register: Register = field(repr=False)


def open_register(case: Case, key: Key) -> AbstractContextManager[Register]:
    """Open the register of a case that was built, for the length of a `with` block.

    A seat's register is open already, and stays so.

    Raises:
        NoRegister: The case has not been built yet.
        CannotUnlock: The key does not open it.
    """
    if isinstance(key, Seat):
        return nullcontext(key.register)
    return Register.open(case.register_folder, key)


def sit_down(case: Case, key: Key) -> Seat:
    """Open the register for somebody who stays, and hold it open with little memory.

    Raises:
        CannotUnlock: The key does not open it, or is of somebody who left the case.
    """
    register = Register.open(case.register_folder, key, light=True)
    if not register.me.active:
        register.close()
        raise CannotUnlock(
            "expected somebody who works on this case, found one who has left it; ask "
            "a lead to take you back"
        )
    return Seat(register.user, private=register.key.private, register=register)


def stamp_of_keys(case: Case) -> int:
    """Say when who can open a case last changed; 0 where its keys are away."""
    try:
        return (case.register_folder / keyfile.NAME).stat().st_mtime_ns
    except OSError:
        return 0


def needs_new_key(case: Case) -> bool:
    """Tell whether the key that a person brings will be a new one."""
    folder = case.register_folder
    if home.has_lost_its_keys(folder):
        return False
    return home.is_plain(folder) or not home.is_there(folder)


def office_of(case: Case) -> str:
    """Give the id of the office whose register it is."""
    home.require(case.register_folder)
    return keyfile.read(case.register_folder).office.id


def opens_here(case: Case) -> bool:
    """Tell whether this machine keeps a key of the case's register."""
    return ring.has_machine_key(case.register_folder)


def open_or_create(case: Case, key: Key, progress: Progress) -> Register:
    """Open a case's register, making it where there is none yet."""
    folder, now = case.register_folder, datetime.now(UTC)
    if home.is_plain(folder):
        home.encrypt(folder, key, case.name, now)
        progress.note(
            "The register was made by an earlier tasjil and was not encrypted; it is "
            "now, and what was in clear has been written over."
        )
    elif needs_new_key(case):
        try:
            return Register.create(folder, key, at=now, office=case.name)
        except RegisterError:
            if not home.is_there(folder):
                raise
            # Another build made it in the meantime; the two take turns from here on.
    return Register.open(folder, key)

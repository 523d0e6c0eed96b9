"""Opens a case's register with the key that a person brings, making it where asked."""

from datetime import UTC, datetime

from tasjil.errors import RegisterError
from tasjil.journey.case import Case
from tasjil.journey.progress import Progress
from tasjil.register import home
from tasjil.register.keys import keyfile, ring
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register

__all__ = [
    "Key",
    "needs_new_key",
    "office_of",
    "open_or_create",
    "open_register",
    "opens_here",
]


def open_register(case: Case, key: Key) -> Register:
    """Open the register of a case that was built.

    Raises:
        NoRegister: The case has not been built yet.
        CannotUnlock: The key does not open it.
    """
    return Register.open(case.register_folder, key)


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

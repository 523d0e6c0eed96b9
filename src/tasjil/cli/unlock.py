"""Where a passphrase comes from: a file, the system's keyring, or the person.

Never from an argument or the environment: other programs can read both.
"""

import getpass
import os
import sys
from pathlib import Path

from tasjil.cli import keyring_door
from tasjil.cli.terminal import say
from tasjil.errors import CannotUnlock
from tasjil.journey.case import Case
from tasjil.journey.opening import Key, needs_new_key, office_of, opens_here
from tasjil.journey.restore import Brought
from tasjil.model.ids import UserId

FILE = "TASJIL_PASSPHRASE_FILE"
NO_PASSPHRASE = (
    "No passphrase: the register is encrypted with a key that this machine keeps, so "
    "whoever can use your account here can open it, and a copy elsewhere cannot be "
    "opened at all. Give it a passphrase: tasjil passphrase CASE"
)


def key_for(case: Case, user: str | None) -> Key:
    """Find what opens a case's register, asking the person where there is nobody else.

    Raises:
        CannotUnlock: The file that was named cannot be read.
        NoRegister: The case was not built yet.
    """
    who = None if user is None else UserId(user)
    written = from_file()
    if written is not None:
        return Key(who, written)
    remembered = keyring_door.recall(office_of(case), who)
    if remembered is not None:
        return Key(who, remembered)
    if opens_here(case) or not sys.stdin.isatty():
        return Key(who)
    return Key(who, getpass.getpass("Passphrase: "))


def first_key(case: Case, user: str | None, machine_key: bool) -> Key:
    """Find what opens a case's register, or what shall open the new one."""
    if not needs_new_key(case):
        return key_for(case, user)
    who = None if user is None else UserId(user)
    passphrase = None if machine_key else from_file() or new_passphrase()
    if passphrase is None:
        say(NO_PASSPHRASE)
    return Key(who, passphrase)


def new_passphrase(named: Path | None = None) -> str | None:
    """Ask for a new passphrase, twice; None where the person gives none.

    Args:
        named: A file that holds it.
    """
    if named is not None:
        return _first_line(named)
    if not sys.stdin.isatty():
        return None
    say(
        "A new passphrase: four or five words that have nothing to do with each other "
        "are good. Nobody can open the register without it, and nobody can find it "
        "again for you. Empty: a key of this machine instead."
    )
    while True:
        typed = getpass.getpass("New passphrase: ")
        if not typed:
            return None
        if getpass.getpass("The same again: ") == typed:
            return typed
        say("The two are not the same; once more.")


def backup_passphrase(ask: bool, named: Path | None) -> str | None:
    """Find a passphrase of a backup's own; None where it shall have none.

    Args:
        ask: The person is asked for it, twice.
        named: A file that holds it.
    """
    if named is not None:
        return _first_line(named)
    if not ask:
        return None
    if not sys.stdin.isatty():
        raise CannotUnlock(
            "expected a terminal to ask for the passphrase of the backup, found none; "
            "name its file with --passphrase-file"
        )
    while True:
        typed = getpass.getpass("Passphrase of the backup: ")
        if getpass.getpass("The same again: ") == typed:
            return typed
        say("The two are not the same; once more.")


def bundle_passphrase(named: Path | None, *, new: bool) -> str | None:
    """Find the passphrase of a bundle, which two offices share; None without one.

    Never the one that opens the register: that one is shared with nobody.

    Args:
        named: A file that holds it.
        new: Ask twice.
    """
    if named is not None:
        return _first_line(named)
    if not sys.stdin.isatty():
        return None
    while True:
        typed = getpass.getpass("Passphrase of the bundle: ")
        if not typed or not new:
            return typed or None
        if getpass.getpass("The same again: ") == typed:
            return typed
        say("The two are not the same; once more.")


def brought_for(
    identity: Path | None, key_file: Path | None, user: str | None
) -> Brought:
    """Find what opens a backup: an identity, its opened key, or a passphrase."""
    who = None if user is None else UserId(user)
    if key_file is not None:
        return Brought(Key(who), opened=_first_line(key_file))
    if identity is not None:
        return Brought(Key(who), _identity(identity))
    written = from_file()
    if written is None and sys.stdin.isatty():
        typed = getpass.getpass("Passphrase (empty: the key of this machine): ")
        written = typed or None
    return Brought(Key(who, written))


def brought_for_bundle(identity: Path | None, passphrase_file: Path | None) -> Brought:
    """Find what opens a bundle: an identity, its passphrase, or both."""
    private = None if identity is None else _identity(identity)
    asked = passphrase_file is not None or private is None
    passphrase = bundle_passphrase(passphrase_file, new=False) if asked else None
    return Brought(Key(passphrase=passphrase), private)


def _identity(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as wrong:
        raise CannotUnlock(
            f"the file of the identity cannot be read ({wrong.strerror}); name the "
            "file that holds your age identity or SSH key"
        ) from None


def from_file() -> str | None:
    """Read the passphrase from the file that the environment names, if it does."""
    named = os.environ.get(FILE)
    return _first_line(Path(named)) if named else None


def _first_line(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as wrong:
        raise CannotUnlock(
            f"the file of the passphrase cannot be read ({type(wrong).__name__}); "
            f"expected a text file in UTF-8 that {FILE} or an option names"
        ) from None
    if not lines or not lines[0]:
        raise CannotUnlock(
            "expected a passphrase on the first line of its file, found nothing"
        )
    return lines[0]

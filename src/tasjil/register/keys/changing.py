"""Changing who can open a register: who comes in, who leaves, who reads the box."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec

from tasjil.errors import CannotUnlock
from tasjil.model.ids import UserId
from tasjil.register import files
from tasjil.register.keys import keyfile
from tasjil.register.keys.keyfile import KeyFile, Slot, What
from tasjil.register.keys.ring import Key, Opened, granted, machine_folder, new_slot
from tasjil.register.secret import Secret

P = ParamSpec("P")


def _in_turn(
    change: Callable[Concatenate[Path, P], None],
) -> Callable[Concatenate[Path, P], None]:
    """Let one program at a time change the keys: none writes over another's change."""

    @wraps(change)
    def changed(folder: Path, /, *given: P.args, **named: P.kwargs) -> None:
        with files.alone(folder):
            change(folder, *given, **named)

    return changed


@_in_turn
def change_passphrase(folder: Path, opened: Opened, passphrase: str | None) -> None:
    """Give the person who came in another passphrase, or a key of this machine.

    Nothing but their slot is written; the register itself stays as it is.
    """
    keys = keyfile.read(folder)
    fresh_slot = new_slot(Key(opened.user, passphrase), opened.private)
    # By their key, not their name: a restored register can hold two ways in for one.
    others = tuple(slot for slot in keys.slots if slot.public != fresh_slot.public)
    gone = [slot for slot in keys.slots if slot.public == fresh_slot.public]
    keyfile.write(folder, replace(keys, slots=(*others, fresh_slot)))
    _forget_machine_keys(gone)


def _forget_machine_keys(slots: list[Slot]) -> None:
    for slot in slots:
        if slot.machine is not None:
            (machine_folder() / f"{slot.machine}.key").unlink(missing_ok=True)


@_in_turn
def add_slot(folder: Path, opened: Opened, key: Key) -> None:
    """Let one more person in: to the register and its signature, not to the box.

    Raises:
        CannotUnlock: Somebody of that name can open it already.
    """
    keys = keyfile.read(folder)
    if any(slot.user == key.user for slot in keys.slots):
        raise CannotUnlock(
            "expected the name of a new user, found one who can open this register "
            "already; choose another name"
        )
    slot = new_slot(key, Secret.fresh())
    every: dict[What, Secret | None] = {
        "register": opened.register_key,
        "signing": opened.signing,
    }
    grants = tuple(granted(slot, what, each) for what, each in every.items() if each)
    keyfile.write(
        folder,
        replace(keys, slots=(*keys.slots, slot), grants=(*keys.grants, *grants)),
    )


@_in_turn
def remove_slot(folder: Path, user: UserId) -> None:
    """Take a person's way in away; what they copied before, they still have.

    Raises:
        CannotUnlock: Nobody else could open the register, or its sealed box.
    """
    keys = keyfile.read(folder)
    keep_a_way_in(keys, user)
    gone = [slot for slot in keys.slots if slot.user == user]
    slots = tuple(slot for slot in keys.slots if slot.user != user)
    grants = tuple(grant for grant in keys.grants if grant.user != user)
    keyfile.write(folder, replace(keys, slots=slots, grants=grants))
    _forget_machine_keys(gone)


def keep_a_way_in(keys: KeyFile, user: UserId) -> None:
    """Refuse to let the last person go who can open the register, or its sealed box."""
    if not any(slot.user != user for slot in keys.slots):
        raise CannotUnlock(
            "expected that somebody can still open the register, found that nobody "
            "could; add another user first"
        )
    keep_the_box(keys, user)


def keep_the_box(keys: KeyFile, user: UserId) -> None:
    """Refuse to take the key of the box from the last who has it: it would be lost."""
    able = {grant.user for grant in keys.grants if grant.what == "box"}
    if able == {user}:
        raise CannotUnlock(
            "expected that somebody can still open the sealed box, found that nobody "
            "could; grant it to another user first: tasjil grant CASE USER"
        )


@_in_turn
def grant_box(folder: Path, opened: Opened, user: UserId) -> None:
    """Let a person read the sealed box.

    Raises:
        CannotUnlock: The one who grants has no grant, or there is no such person.
    """
    if opened.box is None:
        raise CannotUnlock(
            "expected somebody who can open the sealed box, found a user without that "
            "grant; ask a person who has it to grant it"
        )
    keys = keyfile.read(folder)
    slot = next((slot for slot in keys.slots if slot.user == user), None)
    if slot is None:
        raise CannotUnlock("nobody of that name can open this register; add them first")
    others = tuple(
        grant for grant in keys.grants if (grant.user, grant.what) != (user, "box")
    )
    keyfile.write(
        folder, replace(keys, grants=(*others, granted(slot, "box", opened.box)))
    )


@_in_turn
def take_box(folder: Path, user: UserId) -> None:
    """Take the grant of the sealed box from a person.

    Raises:
        CannotUnlock: Nobody else has it.
    """
    keys = keyfile.read(folder)
    keep_the_box(keys, user)
    kept = tuple(
        grant for grant in keys.grants if (grant.user, grant.what) != (user, "box")
    )
    keyfile.write(folder, replace(keys, grants=kept))

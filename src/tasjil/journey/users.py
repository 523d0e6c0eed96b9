"""Who works on a case: listed, let in, given other work, and let go."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User


@dataclass(frozen=True, slots=True)
class Colleague:
    """A user, and whether they can open the register, and the sealed box in it."""

    user: User
    key: bool
    box: bool


def list_users(case: Case, key: Key) -> tuple[Colleague, ...]:
    """List everybody who works on a case, and who has left it."""
    with open_register(case, key) as register:
        held = register.keys_held()
        return tuple(
            Colleague(user, user.id in held, "box" in held.get(user.id, ()))
            for user in register.users()
        )


def add_user(
    case: Case, key: Key, user: User, passphrase: str | None, because: str
) -> None:
    """Let somebody in with a key of their own, or take back who had left.

    Where an earlier run was stopped between the log and the key, it goes on from there.

    Raises:
        NotAllowed: Whoever opened the register is no lead, or the id is taken.
    """
    with open_register(case, key) as register:
        known = next((each for each in register.users() if each.id == user.id), None)
        now = datetime.now(UTC)
        if known is not None and not known.active:
            register.change_user(user, because=because, at=now)
        elif known != user or register.keys_held().get(user.id):
            register.add_user(user, because=because, at=now)
        register.let_in(Key(user.id, passphrase))


def change_user(
    case: Case,
    key: Key,
    id: UserId,
    *,
    role: Role | None,
    own_records: bool | None,
    because: str,
) -> User:
    """Give somebody another role, or show them more or fewer records."""
    with open_register(case, key) as register:
        known = register.user_of(id)
        changed = replace(
            known,
            role=known.role if role is None else role,
            own_records=known.own_records if own_records is None else own_records,
        )
        register.change_user(changed, because=because, at=datetime.now(UTC))
        return changed


def remove_user(case: Case, key: Key, id: UserId, because: str) -> None:
    """Let somebody go: the log says so, and their key is taken away."""
    with open_register(case, key) as register:
        register.remove_user(id, because=because, at=datetime.now(UTC))

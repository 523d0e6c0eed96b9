"""Who works on a case, as the log says it now."""

from collections.abc import Iterable

from tasjil.errors import LogBroken, NotAllowed, NotInRegister
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User
from tasjil.register.border import translated
from tasjil.register.store import Store, UserRow

PARTS = ("id", "role", "own_records", "active")


def users(store: Store) -> tuple[User, ...]:
    """Give every user there ever was, in the order in which they last changed."""
    rows = UserRow.objects.using(store.alias).order_by("seq")
    with translated():
        return tuple(_users(rows.values_list(*PARTS)))


def find(store: Store, id: str) -> User | None:
    """Give one user; None where nobody of that id was ever added."""
    rows = UserRow.objects.using(store.alias).filter(pk=id)
    with translated():
        return next(iter(_users(rows.values_list(*PARTS))), None)


def require(store: Store, id: str) -> User:
    """Give one user; `NotInRegister` where nobody of that id was ever added."""
    found = find(store, id)
    if found is None:
        raise NotInRegister(
            "expected the id of a user, found one that nobody has; `tasjil users CASE` "
            "lists them"
        )
    return found


def _users(rows: Iterable[tuple[str, str, bool, bool]]) -> Iterable[User]:
    for id, role, own_records, active in rows:
        try:
            yield User(UserId(id), Role(role), bool(own_records), bool(active))
        except ValueError:
            raise LogBroken(
                "expected users with roles that this tasjil knows, found the table "
                "UserRow changed beside the log; run `tasjil verify`, then make the "
                "tables again from the log (rebuild)"
            ) from None


def acting(store: Store) -> User:
    """Give the user who opened the register, as the log says now what they may do.

    Raises:
        NotAllowed: The log does not know them.
    """
    found = None if store.user is None else find(store, store.user)
    if found is None:
        raise NotAllowed(
            "expected a user of this case, found somebody whom the log does not know; "
            "ask a lead to add you: tasjil user CASE add"
        )
    return found


def ever(store: Store) -> int:
    """Count the users there ever were; nobody is taken off this list."""
    with translated():
        return UserRow.objects.using(store.alias).count()


def is_last_lead(store: Store, id: str) -> bool:
    """Tell whether a user is the only lead that is left."""
    leads = [user.id for user in users(store) if user.active and user.role == Role.LEAD]
    return leads == [id]

"""Changes what opens a register for one person; the register itself stays as it is."""

from tasjil.journey.case import Case
from tasjil.journey.opening import Key
from tasjil.model.ids import UserId
from tasjil.register.keys import changing, ring


def change_passphrase(case: Case, key: Key, fresh: str | None) -> UserId:
    """Give the person whose key this is another passphrase; say who that was.

    Args:
        case: The case.
        key: What opens its register now.
        fresh: The new passphrase; None for a key of this machine.

    Raises:
        CannotUnlock: The key does not open it, or the new passphrase is too short.
    """
    opened = ring.unlock(case.register_folder, key)
    changing.change_passphrase(case.register_folder, opened, fresh)
    return opened.user

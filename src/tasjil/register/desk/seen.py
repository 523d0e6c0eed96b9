"""How far in the log somebody has seen what changed, so that home can tell the rest."""

from datetime import datetime

from tasjil.register.border import translated
from tasjil.register.deeds import Deed
from tasjil.register.desk.rows import at_once, moment_of
from tasjil.register.door import gate, users
from tasjil.register.store import SeenRow, Store


def last_seen(store: Store) -> tuple[int, datetime] | None:
    """Give how far whoever opened the register has seen, and when that was."""
    gate.look(store, Deed.LOOK_AT_COUNTS)
    rows = SeenRow.objects.using(store.alias).filter(pk=users.acting(store).id)
    with translated():
        found = rows.values_list("seq", "at").first()
    return None if found is None else (found[0], datetime.fromisoformat(found[1]))


def keep_seen(store: Store, seq: int, at: datetime) -> None:
    """Write down that they have seen the log as far as this entry; not while away."""
    gate.look(store, Deed.LOOK_AT_COUNTS)
    if store.travels:
        return
    told = {"seq": seq, "at": moment_of(at)}
    with at_once(store):
        SeenRow.objects.using(store.alias).update_or_create(
            user=users.acting(store).id, defaults=told
        )

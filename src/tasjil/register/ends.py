"""Where the log ends: what the next entry follows."""

from tasjil.errors import LogBroken
from tasjil.register.store import Head, Store


def head(store: Store, *, for_update: bool = False) -> Head:
    """Give the end of the log; `for_update` makes other writers wait for this one."""
    rows = Head.objects.using(store.alias).filter(pk=1)
    found = (rows.select_for_update() if for_update else rows).first()
    if found is None:
        raise LogBroken("the end of the log is lost; go back to your last backup")
    told = (found.digest, found.frontier)
    if type(found.size) is not int or not all(type(each) is str for each in told):
        raise LogBroken(
            "the end of the log is not a number and text any more; go back to your "
            "last backup"
        )
    return found

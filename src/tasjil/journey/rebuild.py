"""Makes the tables that people query again from the log."""

from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.journey.progress import Progress, told_to


def rebuild_case(case: Case, key: Key, progress: Progress) -> dict[str, str]:
    """Drop every derived table of a case's register and make it again.

    Returns:
        The digest of each table by its name; equal logs give equal digests.

    Raises:
        NoRegister: The case has not been built yet.
        LogBroken: A text that the log speaks of is lost or changed.
    """
    with open_register(case, key) as register:
        return register.rebuild(told_to(progress, "Making the tables again"))

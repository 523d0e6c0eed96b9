"""Takes a case's pages away, which may show what is withheld or gone by now."""

from tasjil.journey.case import Case
from tasjil.publish.swap import take_away


def take_pages_away(case: Case) -> bool:
    """Remove a case's pages, and those of a draft; say whether there were any.

    Pages that were written elsewhere, or handed on, are out of reach; so are releases,
    which have left the house: a desk says which of them still show it.
    """
    drafted = take_away(case.draft_folder / "site")
    return take_away(case.site_folder) or drafted

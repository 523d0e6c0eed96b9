"""Takes a case's pages away, which may show what is withheld or gone by now."""

from tasjil.journey.case import Case
from tasjil.publish.swap import take_away


def take_pages_away(case: Case) -> bool:
    """Remove a case's pages; say whether there were any.

    Pages that were written elsewhere, or handed on, are out of reach.
    """
    return take_away(case.site_folder)

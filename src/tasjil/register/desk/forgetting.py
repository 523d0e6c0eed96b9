"""Takes out of the queue what an erasing destroys elsewhere."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef

from tasjil.register.desk.job import OPEN
from tasjil.register.store import IncomingRow, JobRow, Store

FEW = 500
"""How many digests one statement names."""


def forget(store: Store, papers: Sequence[str]) -> None:
    """Leave nothing of erased reports and lists in the queue; inside a transaction.

    A file of the same bytes goes with its name, whether it was captured or waits to be.
    Jobs that are over go where they brought no files: what they said may quote a name.

    Args:
        store: The register.
        papers: The ids of reports and lists, which are the digests of their bytes.
    """
    incoming = IncomingRow.objects.using(store.alias)
    for start in range(0, len(papers), FEW):
        incoming.filter(digest__in=list(papers[start : start + FEW])).delete()
    jobs = JobRow.objects.using(store.alias)
    own = incoming.filter(job=OuterRef("pk"))
    over = jobs.exclude(state__in=OPEN)
    over.filter(~Exists(own)).delete()
    jobs.exclude(note="").update(note="")
    over.exclude(error="").update(error=FORGOTTEN)


FORGOTTEN = "what it said went when a report was erased; ask for it again"

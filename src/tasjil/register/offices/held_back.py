"""Which reports stay in the house when entries leave it."""

from collections.abc import Iterator

from tasjil.model.consent import Consent
from tasjil.model.ids import ReportId
from tasjil.model.standards.consent import ConsentUse
from tasjil.register.border import translated
from tasjil.register.box.queries import everybody
from tasjil.register.store import ProtectedRow, ReportRow, Store


def held_back(store: Store, *, with_protected: bool) -> frozenset[ReportId]:
    """Give the reports whose bytes, words and claims do not travel.

    A report about somebody in a sealed box stays, whichever office's box that is. With
    leave it goes where everybody it is about agreed to a use outside the team. Another
    report with the same words stays with it.

    Args:
        store: The register.
        with_protected: Let those go that may.
    """
    protected = ProtectedRow.objects.using(store.alias)
    with translated():
        held = set(protected.values_list("report", flat=True))
        if with_protected:
            held -= _agreed(store)
        reports = ReportRow.objects.using(store.alias)
        texts = set[str]()
        for row, text in reports.values_list("pk", "text_id").iterator():
            if row in held:
                texts.add(text)
        for row, text in reports.values_list("pk", "text_id").iterator():
            if text in texts:
                held.add(row)
    return frozenset(ReportId(each) for each in held)


def _agreed(store: Store) -> set[str]:
    """Give the reports that everybody they are about lets leave the team."""
    rows = ProtectedRow.objects.using(store.alias)
    agreed = {
        each.reference
        for each in everybody(store)
        if not each.erased and _lets_go(each.consents)
    }
    stays = rows.exclude(reference__in=agreed).values_list("report", flat=True)
    return set(rows.values_list("report", flat=True)) - set(stays)


def _lets_go(consents: tuple[Consent, ...]) -> bool:
    return any(_outside(consents[-1])) if consents else False


def _outside(last: Consent) -> Iterator[bool]:
    return (last.allows(use) for use in ConsentUse if use is not ConsentUse.INTERNAL)

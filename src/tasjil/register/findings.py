"""What people found about incidents and victims, with who signed and who dissented."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from django.db.models import Exists, OuterRef

from tasjil.model.assessment import Assessment, Dissent
from tasjil.model.decision import Signature
from tasjil.model.ids import ClaimId, UserId
from tasjil.model.json import from_json
from tasjil.register import content
from tasjil.register.border import translated
from tasjil.register.gone import gone
from tasjil.register.store import AssessmentRow, DissentRow, Entry, Store

AT_ONCE = 200
"""How many are fetched at a time while somebody walks through them."""


def every(store: Store) -> Iterator[tuple[int, Assessment]]:
    """Give every assessment with the number of its entry, oldest first.

    One whose words were destroyed with a report is left out.
    """
    rows = AssessmentRow.objects.using(store.alias).order_by("seq")
    with translated():
        erased = gone(store).contents
        found = list(rows.values_list("seq", "content_id", "signed"))
    for start in range(0, len(found), AT_ONCE):
        with translated():
            yield from _opened(store, found[start : start + AT_ONCE], erased)


def about(store: Store, subjects: Collection[str]) -> Iterator[tuple[int, Assessment]]:
    """Give the assessments of some incidents or people, oldest first."""
    yield from _some(store, about__in=list(subjects))


def numbered(
    store: Store, numbers: Collection[int]
) -> Iterator[tuple[int, Assessment]]:
    """Give the assessments of some entries, oldest first."""
    yield from _some(store, pk__in=list(numbers))


def unsigned(
    store: Store, after: int, limit: int, but: UserId
) -> Iterator[tuple[int, Assessment]]:
    """Give assessments that nobody signed and no newer one replaced, oldest first.

    Args:
        store: The register.
        after: Begin after the one of this number.
        limit: How many to look at.
        but: Whose own are left out.
    """
    kept = AssessmentRow.objects.using(store.alias)
    newer = kept.filter(
        about=OuterRef("about"), element=OuterRef("element"), seq__gt=OuterRef("seq")
    )
    rows = kept.filter(~Exists(newer), signed__isnull=True, seq__gt=after)
    rows = rows.filter(content__data__isnull=False).exclude(by=but).order_by("seq")
    with translated():
        found = list(rows.values_list("seq", "content_id", "signed")[:limit])
        yield from _opened(store, found, {})


def marks(
    store: Store, numbers: Collection[int]
) -> dict[int, tuple[int | None, tuple[int, ...]]]:
    """Give the entries in which some assessments were signed, and dissented from."""
    rows = AssessmentRow.objects.using(store.alias).filter(pk__in=list(numbers))
    against = DissentRow.objects.using(store.alias).filter(assessment__in=list(numbers))
    held: dict[int, list[int]] = defaultdict(list)
    with translated():
        for assessment, seq in against.order_by("seq").values_list("assessment", "seq"):
            held[assessment].append(seq)
        return {
            seq: (signed, tuple(held[seq]))
            for seq, signed in rows.values_list("seq", "signed")
        }


def _some(store: Store, **wanted: Any) -> Iterator[tuple[int, Assessment]]:
    """Give those that were not destroyed, without reading the log for what was."""
    rows = AssessmentRow.objects.using(store.alias).filter(
        **wanted, content__data__isnull=False
    )
    with translated():
        found = list(rows.order_by("seq").values_list("seq", "content_id", "signed"))
        yield from _opened(store, found, {})


def one(store: Store, seq: int) -> Assessment | None:
    """Give the assessment of one entry; None where there is none, or not any more."""
    rows = AssessmentRow.objects.using(store.alias).filter(pk=seq)
    with translated():
        found = list(rows.values_list("seq", "content_id", "signed"))
        opened = _opened(store, found, gone(store).contents)
        return next((told for _, told in opened), None)


def resting_on(store: Store, claims: Collection[ClaimId]) -> Iterator[tuple[int, str]]:
    """Give the assessments that weigh one of these claims, with their digests."""
    if not claims:
        return
    rows = AssessmentRow.objects.using(store.alias).order_by("seq")
    with translated():
        digests = dict(rows.values_list("seq", "content_id"))
    for seq, told in every(store):
        if not {*told.claims, *told.against}.isdisjoint(claims):
            yield seq, digests[seq]


def _opened(
    store: Store, rows: Sequence[tuple[int, str, int | None]], erased: Any
) -> Iterator[tuple[int, Assessment]]:
    held = content.get(store, (digest for _, digest, _ in rows), erased)
    signatures = _signatures(store, [signed for *_, signed in rows if signed])
    dissents = _dissents(store, [seq for seq, *_ in rows])
    for seq, digest, signed in rows:
        if digest not in held:
            continue
        told = from_json(msgspec.json.decode(held[digest]), Assessment)
        # Only the log says who signed: what an assessment says of itself is no proof.
        second = signatures[signed] if signed else None
        yield seq, replace(told, second=second, dissents=tuple(dissents[seq]))


def _signatures(store: Store, entries: Sequence[int]) -> dict[int, Signature]:
    rows = Entry.objects.using(store.alias).filter(pk__in=entries)
    return {
        seq: Signature(UserId(by), at, because or "")
        for seq, by, at, because in rows.values_list("seq", "by", "at", "because")
    }


def _dissents(store: Store, entries: Sequence[int]) -> dict[int, list[Dissent]]:
    rows = DissentRow.objects.using(store.alias).filter(assessment__in=entries)
    columns = rows.order_by("seq").values_list("assessment", "by", "at", "because")
    found: dict[int, list[Dissent]] = defaultdict(list)
    for assessment, by, at, because in columns:
        found[assessment].append(Dissent(UserId(by), at, because))
    return found

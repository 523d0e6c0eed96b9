"""Who is protected, by reference alone; what they agreed to; what is held back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from tasjil.errors import BoxClosed, Erased, NotInRegister
from tasjil.model.consent import Consent, shows_words
from tasjil.model.identity import IdentityKind
from tasjil.model.ids import Reference, ReportId
from tasjil.model.json import from_json
from tasjil.model.report import Report
from tasjil.model.standards.consent import ConsentUse
from tasjil.register.actions import captured
from tasjil.register.border import translated
from tasjil.register.box import sealing as box
from tasjil.register.box.sealing import SealedIdentity
from tasjil.register.canonical import content_digest
from tasjil.register.entry import EntryKind
from tasjil.register.store import (
    ConsentRow,
    Entry,
    ErasedRow,
    IdentityRow,
    ProtectedRow,
    ReportRow,
    Sealed,
    Store,
)


@dataclass(frozen=True, slots=True)
class Protected:
    """Somebody in the sealed box, without a word that says who.

    Attributes:
        reports: The reports about them, erased ones left out.
        consents: What they agreed to, oldest first; the last one holds.
        erased: True where their key was destroyed: nobody can open them again.
    """

    reference: Reference
    kind: IdentityKind
    reports: tuple[ReportId, ...]
    consents: tuple[Consent, ...]
    erased: bool

    @property
    def shows_words(self) -> bool:
        """Tell whether the words of their reports may be published."""
        return not self.erased and shows_words(self.consents)


def everybody(store: Store) -> list[Protected]:
    """List everybody who was ever sealed, in the order of sealing."""
    with translated():
        reports: dict[str, list[ReportId]] = defaultdict(list)
        standing = ReportRow.objects.using(store.alias).values("pk")
        rows = ProtectedRow.objects.using(store.alias).filter(report__in=standing)
        for row in rows.order_by("report"):
            reports[row.reference].append(ReportId(row.report))
        agreed = consents(store)
        people = IdentityRow.objects.using(store.alias).order_by("seq")
        return [
            Protected(
                reference=Reference(row.reference),
                kind=IdentityKind(row.kind),
                reports=tuple(reports[row.reference]),
                consents=tuple(agreed.get(Reference(row.reference), ())),
                erased=row.erased is not None,
            )
            for row in people
        ]


def somebody(store: Store, who: Reference) -> Protected:
    """Give one of them; `NotInRegister` where nobody has this reference."""
    for each in everybody(store):
        if each.reference == who:
            return each
    raise NotInRegister(
        f"expected somebody in the sealed box, found nobody with the reference {who}; "
        "`tasjil box CASE` lists them"
    )


def standing(store: Store, who: Reference) -> Protected:
    """Give one of them who was not erased; `Erased` where they were."""
    found = somebody(store, who)
    if found.erased:
        raise Erased(
            f"{who} was erased: the key is destroyed and nobody can open it again; "
            "seal the person anew if they ask you to"
        )
    return found


def consents(store: Store) -> dict[Reference, list[Consent]]:
    """Give what everybody agreed to, by person, oldest first."""
    with translated():
        rows = ConsentRow.objects.using(store.alias).order_by("seq")
        taken = dict(rows.values_list("seq", "withdrawn"))
        entries = Entry.objects.using(store.alias).filter(seq__in=list(taken))
        told = entries.order_by("seq").values_list("seq", "body")
        found: dict[Reference, list[Consent]] = defaultdict(list)
        for seq, body in told:
            given = _consent(body, taken[seq] is not None)
            found[given.who].append(given)
    return dict(found)


def _consent(body: str, withdrawn: bool) -> Consent:
    plain = msgspec.json.decode(body)
    plain["who"] = plain.pop("reference")
    plain.pop("content", None)
    consent: Consent = from_json({**plain, "withdrawn": withdrawn}, Consent)
    return consent


def may(store: Store, who: Reference, use: ConsentUse) -> bool:
    """Tell whether a person allowed this use, and did not take it back."""
    found = somebody(store, who)
    last = next(reversed(found.consents), None)
    return not found.erased and last is not None and last.allows(use)


def withheld(store: Store) -> frozenset[ReportId]:
    """Give the reports whose words may not be published.

    A report about several people is held back until all of them agree. One about
    somebody in the box of another office is held back here: only they know.
    """
    held = (each for each in everybody(store) if not each.shows_words)
    elsewhere = ProtectedRow.objects.using(store.alias).exclude(
        reference__in=IdentityRow.objects.using(store.alias).values("reference")
    )
    with translated():
        theirs = set(elsewhere.values_list("report", flat=True))
    own = (report for each in held for report in each.reports)
    return frozenset(map(ReportId, theirs)).union(own)


def concerned(store: Store) -> frozenset[ReportId]:
    """Give the reports about anybody in the box, shown or not, and those erased.

    Consent to publish is no consent to hand words to anybody else.
    """
    with translated():
        rows = ProtectedRow.objects.using(store.alias)
        about = frozenset(rows.values_list("report", flat=True))
        erased = ErasedRow.objects.using(store.alias)
        entries = list(erased.values_list("seq", flat=True).distinct())
    return frozenset(map(ReportId, about | _erased_reports(store, entries)))


def erased_among(
    store: Store, reports: Iterable[tuple[Report, bytes]]
) -> list[ReportId]:
    """Give those of these reports that were erased, or whose words were.

    What comes back would stand under a digest that the log says is gone.
    """
    rows = ErasedRow.objects.using(store.alias)
    with translated():
        entries = list(rows.values_list("seq", flat=True).distinct())
    if not entries:
        return []
    before = _erased_reports(store, entries)
    parts = {
        report.id: set(
            map(content_digest, captured(report, original).contents.values())
        )
        for report, original in reports
    }
    gone = destroyed(store, set().union(*parts.values()))
    return [id for id, held in parts.items() if id in before or held & gone]


def _erased_reports(store: Store, entries: list[int]) -> frozenset[str]:
    erasings = Entry.objects.using(store.alias).filter(kind=EntryKind.IDENTITY_ERASED)
    bodies = erasings.filter(pk__in=entries)
    with translated():
        told = map(msgspec.json.decode, bodies.values_list("body", flat=True))
        return frozenset(report for each in told for report in each["reports"])


def refuse_erased(store: Store, reports: Iterable[tuple[Report, bytes]]) -> None:
    """Raise `Erased` where one of these was erased for somebody's safety."""
    gone = erased_among(store, reports)
    if gone:
        raise Erased(
            f"expected reports that may be kept, found {len(gone)} that was erased for "
            "somebody's safety; take its file out of the case's folder"
        )


def destroyed(store: Store, digests: Iterable[str]) -> frozenset[str]:
    """Give those of the digests whose contents were destroyed for good."""
    rows = ErasedRow.objects.using(store.alias).filter(pk__in=list(digests))
    with translated():
        return frozenset(rows.values_list("pk", flat=True))


def require_key(store: Store, key: bytes) -> None:
    """Check that the box has this key still, before somebody is sealed under it.

    Raises:
        BoxClosed: It got another one since the register was opened.
    """
    row = Sealed.objects.using(store.alias).exclude(key=None).first()
    if row is None or row.data is None or row.key is None:
        return
    sealed = SealedIdentity(Reference(row.reference), bytes(row.data), bytes(row.key))
    if not box.fits(key, sealed):
        raise BoxClosed(
            "expected the key that the sealed box has, found one it had before: it was "
            "changed since you opened the register; start your command again"
        )

"""Which entries of the log made something published differ from the release before."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tasjil.model.ids import ClaimId, ReportId
from tasjil.register.desk.logbook import IN_BULK
from tasjil.register.entry import EntryKind, LogEntry
from tasjil.register.register import Register

MOST = 20
"""How many entries one difference names."""

PROTECTING = frozenset(
    {
        *(EntryKind.IDENTITY_SEALED, EntryKind.IDENTITY_TIED),
        *(EntryKind.CONSENT_GIVEN, EntryKind.CONSENT_WITHDRAWN),
        *(EntryKind.IDENTITY_ERASED, EntryKind.IDENTITY_OPENED),
    }
)
"""Entries that protect somebody: a release tells neither which nor what was done."""

FOR_ALL = PROTECTING | {
    *(EntryKind.SCOPE_SET, EntryKind.LIST_IMPORTED),
    *(EntryKind.PERSONS_LINKED, EntryKind.BUNDLE_IMPORTED),
}
"""Entries after which anything can differ."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One entry that did something to what is published.

    Attributes:
        entry: Its number; 0 for what protects somebody.
    """

    entry: int
    kind: str


PROTECTION = Cause(0, "protection")
"""What may be shown is not what it was."""


@dataclass(frozen=True, slots=True)
class Causes:
    """What was done since a release, by the thing it was done to.

    Attributes:
        things: By claim, report, or what an assessment is about.
        for_all: What was done to the whole case.
    """

    things: Mapping[str, tuple[Cause, ...]]
    for_all: tuple[Cause, ...]

    def of(
        self,
        about: Iterable[str],
        claims: Iterable[ClaimId],
        reports: Mapping[str, str],
    ) -> tuple[Cause, ...]:
        """Give what was done to any of these, and to the claims and their reports."""
        told = list(claims)
        keys = {*about, *told, *(reports[each] for each in told if each in reports)}
        found = {
            cause.entry: cause for key in keys for cause in self.things.get(key, ())
        }
        return tuple(found[number] for number in sorted(found))[:MOST]


def causes_since(register: Register, entry: int) -> Causes:
    """Gather what was done after an entry; what programs do in bulk is told once."""
    things: dict[str, list[Cause]] = defaultdict(list)
    for_all: list[Cause] = []
    about: dict[int, str] = {}
    for each in register.entries(after=entry):
        if each.kind in IN_BULK:
            continue
        protects = each.kind in PROTECTING
        cause = PROTECTION if protects else Cause(each.seq, each.kind)
        if each.kind in FOR_ALL and cause not in for_all:
            for_all.append(cause)
        for key in _about(register, each, about):
            things[key].append(cause)
    gathered = {key: tuple(causes) for key, causes in things.items()}
    return Causes(gathered, tuple(for_all))


def _about(
    register: Register, entry: LogEntry, assessed: dict[int, str]
) -> Iterator[str]:
    """Name what an entry was done to."""
    told = entry.told
    if entry.kind == EntryKind.ASSESSMENT_MADE:
        assessed[entry.seq] = told["about"]
    for part in ("claim", "of", "root", "report", "one", "other", "about"):
        value = told.get(part)
        if isinstance(value, str) and value:
            yield value
    yield from told.get("reports", ())
    number = told.get("signs", told.get("from"))
    if isinstance(number, int):
        if number not in assessed:
            found = register.assessment(number)
            assessed[number] = "" if found is None else found.about
        yield assessed[number]


def reports_of(register: Register, claims: Iterable[ClaimId]) -> dict[str, ReportId]:
    """Say in which report each of some claims stands."""
    ids = list(dict.fromkeys(claims))
    found: dict[str, ReportId] = {}
    for at in range(0, len(ids), 500):
        found |= {c.id: c.report for c, _ in register.claims_of(ids[at : at + 500])}
    return found

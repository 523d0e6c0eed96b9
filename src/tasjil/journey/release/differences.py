"""What a release has that the one before had not, and why, entry by entry."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tasjil.journey.release.causes import Cause, Causes, causes_since, reports_of
from tasjil.journey.release.facts import Facts, Told
from tasjil.model.release import Change, ChangeKind
from tasjil.register.register import Register

SHOWN = ("act", "edtf", "place", "floor", "ceiling", "verified", "reported")
"""What of a figure or an incident is compared."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure or incident that differs.

    Attributes:
        part: "figure" or "incident".
        causes: The entries that did it; empty where it follows from other changes.
    """

    kind: ChangeKind
    part: str
    what: str
    before: Told | None
    after: Told | None
    causes: tuple[Cause, ...] = ()

    def change(self) -> Change:
        """Say it as the release says it to the world."""
        return Change(
            self.kind,
            f"{self.part} {self.what}",
            self.because,
            _in_words(self.before),
            _in_words(self.after),
        )

    @property
    def because(self) -> str:
        """The reason: what was done, and in which entries of the log."""
        if not self.causes:
            return "it follows from what else changed"
        return ", ".join(
            f"{each.kind} (entry {each.entry})"
            if each.entry
            else "what may be shown changed"
            for each in self.causes
        )


def differences(
    register: Register, before: Facts | None, since: int, after: Facts
) -> tuple[Difference, ...]:
    """Hold two releases against each other.

    Args:
        register: The open register.
        before: The release before; None where this one is the first.
        since: How long the log was when that one was made.
        after: What would be published now.
    """
    if before is None:
        return ()
    found = [
        *_differing("figure", before.figures, after.figures),
        *_differing("incident", before.incidents, after.incidents),
    ]
    causes = causes_since(register, since)
    claims = {c for each in found for c in _claims(each)}
    reports = reports_of(register, sorted(claims))
    return tuple(_caused(each, causes, reports) for each in found)


def _differing(
    part: str, before: Mapping[str, Told], after: Mapping[str, Told]
) -> Iterator[Difference]:
    for id in sorted({*before, *after}):
        old, new = before.get(id), after.get(id)
        if old is None:
            yield Difference(ChangeKind.ADDED, part, id, None, new)
        elif new is None:
            yield Difference(ChangeKind.REMOVED, part, id, old, None)
        elif any(old.get(name) != new.get(name) for name in SHOWN):
            yield Difference(ChangeKind.CHANGED, part, id, old, new)


def _caused(each: Difference, causes: Causes, reports: Mapping[str, str]) -> Difference:
    if each.part == "figure":
        found = causes.for_all
    else:
        about = (f"incident:{each.what}",)
        found = causes.of(about, _claims(each), reports)
    return Difference(
        each.kind, each.part, each.what, each.before, each.after, found[:20]
    )


def _claims(each: Difference) -> Iterable[Any]:
    told = ((each.before or {}).get("claims", ()), (each.after or {}).get("claims", ()))
    return (claim for some in told for claim in some)


def _in_words(told: Told | None) -> str | None:
    """Write the numbers of one as a line that reads alike in every language.

    Example:
        >>> _in_words({"floor": 13, "ceiling": None, "verified": [0, 0]})
        'floor 13, no ceiling, verified 0-0'
    """
    if told is None:
        return None
    ceiling = told.get("ceiling")
    high = "no ceiling" if ceiling is None else f"ceiling {ceiling}"
    low, up = told.get("verified", [0, 0])
    words = f"floor {told['floor']}, {high}, verified {low}-{'' if up is None else up}"
    where = " ".join(str(told[n]) for n in ("act", "edtf", "place") if told.get(n))
    return f"{where}: {words}" if where else words

"""Reports that two people code apart: who was asked, who is done, what they said."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tasjil.model.ids import ReportId, UserId
from tasjil.register import content
from tasjil.register.border import translated
from tasjil.register.gone import gone
from tasjil.register.store import CodedRow, CodingRow, Store


@dataclass(frozen=True, slots=True)
class Coding:
    """A report that two people were asked to code apart.

    Attributes:
        number: The entry that asked.
        by: Who asked.
        done: The coders who have finished.
    """

    number: int
    report: ReportId
    coders: tuple[UserId, UserId]
    by: UserId
    at: str
    because: str
    done: tuple[UserId, ...] = field(default=())

    @property
    def finished(self) -> bool:
        """True where both are done, and each may see what the other said."""
        return set(self.coders) <= set(self.done)

    def waits_for(self, user: UserId) -> bool:
        """Tell whether somebody was asked and has not finished."""
        return user in self.coders and user not in self.done


def every(store: Store, rows: Any = None) -> tuple[Coding, ...]:
    """Give every coding that was asked for, oldest first."""
    asked = CodingRow.objects.using(store.alias) if rows is None else rows
    with translated():
        found = list(asked.order_by("seq"))
        done = _done(store, [row.seq for row in found])
    return tuple(
        Coding(
            row.seq,
            ReportId(row.report),
            (UserId(row.one), UserId(row.other)),
            UserId(row.by),
            row.at,
            row.because,
            tuple(done[row.seq]),
        )
        for row in found
    )


def _done(store: Store, asked: Iterable[int]) -> dict[int, list[UserId]]:
    rows = CodedRow.objects.using(store.alias).filter(asked__in=list(asked))
    found: dict[int, list[UserId]] = defaultdict(list)
    for number, by in rows.order_by("seq").values_list("asked", "by"):
        found[number].append(UserId(by))
    return found


def one(store: Store, number: int) -> Coding | None:
    """Give one coding by the entry that asked for it; None where there is none."""
    rows = CodingRow.objects.using(store.alias).filter(pk=number)
    return next(iter(every(store, rows)), None)


def waiting(store: Store, report: ReportId) -> bool:
    """Tell whether a report waits for codes."""
    rows = CodingRow.objects.using(store.alias).filter(report=report)
    return any(not each.finished for each in every(store, rows))


def codes(store: Store, number: int) -> dict[UserId, Any]:
    """Give what each of the two said, as plain JSON; whoever asks was asked before."""
    rows = CodedRow.objects.using(store.alias).filter(asked=number).order_by("seq")
    with translated():
        told = dict(rows.values_list("by", "content_id"))
        held = content.get(store, told.values(), gone(store).contents)
    return {
        UserId(by): msgspec.json.decode(held[digest])
        for by, digest in told.items()
        if digest in held
    }

"""Walks from a figure back to the words it rests on."""

from collections.abc import Callable
from dataclasses import replace

from tasjil.count.tracing.trace import trace
from tasjil.count.tracing.traced import Trace, TracedClaim, WasRead
from tasjil.errors import NoSuchFigure
from tasjil.journey.case import Case
from tasjil.journey.claims.changes import differing
from tasjil.journey.count import Counted, count_case
from tasjil.journey.opening import Key
from tasjil.journey.protect import shown_to_all
from tasjil.model.ids import ClaimId, FigureId
from tasjil.register.deeds import Deed


def trace_figure(case: Case, key: Key, figure: FigureId) -> Trace:
    """Give the incidents, claims and passages behind a figure, withheld ones too.

    Whoever opened the register may read them; each says whether it is withheld.

    Raises:
        NoSuchFigure: The tally has no such figure; the message has the nearest ids.
        NotAllowed: Whoever opened the register may see figures, and no claims.
        NoRegister: The case has not been built yet.
    """
    counted = count_case(case, key, to=Deed.LOOK_AT_REPORTS)
    held = {
        id
        for id, claim in counted.evidence.claims.items()
        if claim.report in counted.withheld
    }
    figure = _standing(counted, figure)
    try:
        found = trace(counted.tally, counted.incidents, counted.evidence, figure)
    except NoSuchFigure:
        found = _by_its_public_id(case, counted, figure)
    return _each(
        found,
        lambda each: replace(
            each, withheld=each.id in held, was=was_read(counted, each.id)
        ),
    )


def _standing(counted: Counted, figure: FigureId) -> FigureId:
    """Go from a claim that was corrected to the one in its place."""
    kind, _, id = figure.strip().strip("/").partition("/")
    now = counted.goes.claims.get(ClaimId(id)) if kind == "claim" else None
    return figure if now is None else FigureId(f"claim/{now}")


def was_read(counted: Counted, claim: ClaimId) -> tuple[WasRead, ...]:
    """Say how a claim was read before people corrected it, oldest first."""
    return tuple(
        WasRead(
            each.id,
            each.act,
            each.quantity,
            each.passage,
            differing(each, counted.evidence.claims[claim]),
        )
        for each in counted.goes.line(claim)
    )


def _by_its_public_id(case: Case, counted: Counted, figure: FigureId) -> Trace:
    """Trace a figure that goes by another id on the pages, and give its real words."""
    public = shown_to_all(case, counted)
    shown = public.counted
    found = trace(shown.tally, shown.incidents, shown.evidence, figure)
    real = {shown: id for id, shown in public.claims.items()}

    def words(each: TracedClaim) -> TracedClaim:
        return _real(counted, real[each.id]) if each.id in real else each

    return _each(found, words)


def _real(counted: Counted, claim: ClaimId) -> TracedClaim:
    name = FigureId(f"claim/{claim}")
    return trace(counted.tally, (), counted.evidence, name).claims[0]


def _each(found: Trace, change: Callable[[TracedClaim], TracedClaim]) -> Trace:
    return replace(
        found,
        claims=tuple(map(change, found.claims)),
        incidents=tuple(
            replace(each, claims=tuple(map(change, each.claims)))
            for each in found.incidents
        ),
    )

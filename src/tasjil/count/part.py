"""Counts some incidents of one act, one or all of them, by the same arithmetic."""

from collections import Counter
from dataclasses import replace

import numpy as np

from tasjil.count.algebra.lines import REJECTED, STATES, Lines
from tasjil.count.algebra.numbers import Numbers
from tasjil.count.algebra.runs import UNTOLD, Bools, Ints, Runs, stands_in
from tasjil.count.distinct.choosing import Edges, independent
from tasjil.count.divided import divide
from tasjil.count.ground import Ground
from tasjil.count.incidents.counted import Counted, incident_counts
from tasjil.count.incidents.figures import count_lines
from tasjil.count.incidents.named import named_people
from tasjil.count.incidents.treatment import FOLLOWS, PENDING, settle_numbers
from tasjil.count.notes import (
    ELSEWHERE,
    MAYBE_OUTSIDE,
    NO_HARM,
    NO_NUMBER,
    PERSONS,
    settled,
)
from tasjil.count.rows.sums import Part
from tasjil.count.scope import PARTS, Inside, of_status
from tasjil.model.judgement import ClaimState
from tasjil.model.scope import Treated


def count_part(ground: Ground, at: Ints, states: Ints, edges: Edges) -> Part:
    """Count incidents of one act.

    Args:
        ground: The rules and the evidence.
        at: Incidents, by their place among all; all that hang together with any of
            them, by `edges` or by a person, are among them.
        states: What people decided of each claim.
        edges: Pairs of incidents that may be one, of these or of more.
    """
    notes: Counter[str] = Counter()
    lines = ground.columns.of_incidents(at)
    told = lines.where(states[lines.claim] != REJECTED)
    present = told.incident[Runs.of(told.incident).starts]
    notes["left out: every claim was rejected"] = len(at) - len(present)
    named = _named(ground, at, lines, states)[present]
    told = _renumbered(told, present)
    counted = _counted(ground, at[present], told, named, notes)
    counted = _accepted(counted, states)
    local = _local(counted.at, edges)
    firm = counted.sure & (counted.verified[0] > 0)
    # People established both; so they are two.
    two = firm[local[0]] & firm[local[1]]
    local = (local[0][~two], local[1][~two])
    chosen = _chosen(ground, counted, np.where(counted.sure, counted.floor, 0), local)
    return _added_up(ground, counted, chosen, local, notes)


def _renumbered(lines: Lines, kept: Ints) -> Lines:
    """Keep the lines of some incidents, which are numbered anew without a gap."""
    number = np.full(int(lines.incident.max(initial=0)) + 1, UNTOLD)
    number[kept] = np.arange(len(kept))
    fresh = number[lines.incident]
    here = fresh != UNTOLD
    return Lines(lines.coded, fresh[here], lines.claim[here])


def _named(ground: Ground, at: Ints, lines: Lines, states: Ints) -> Ints:
    """Count the people named in claims that nobody rejected."""
    named = ground.named[at]
    gone = lines.where(states[lines.claim] == REJECTED)
    some = np.unique(gone.incident[stands_in(gone.claim, gone.coded.names)])
    if len(some):
        kept = np.isin(lines.incident, some) & (states[lines.claim] != REJECTED)
        named[some] = named_people(lines.where(kept), some)
    return named


def _counted(
    ground: Ground, at: Ints, lines: Lines, named: Ints, notes: Counter[str]
) -> Counted:
    """Give the incidents inside the scope that wait for nobody, with their numbers."""
    figures = count_lines(lines, named)
    rule = ground.codebook.treats(Treated.NUMBER)
    numbers = settle_numbers(
        lines, figures.filled, named, figures.disagree, (rule, ground.tellers)
    )
    inside = _inside(ground, at, lines, notes)
    # What people established waits for no teller.
    waiting = numbers.waiting & (inside != Inside.NO) & (ground.verified.low[at] == 0)
    notes[f"left out: {PENDING}"] = int(waiting.sum())
    kept = np.flatnonzero((inside != Inside.NO) & ~waiting)
    number = {old: n for n, old in enumerate(kept.tolist())}
    words = {number[n]: said for n, said in numbers.words.items() if n in number}
    if rule in FOLLOWS:
        notes[settled(Treated.NUMBER, rule)] = len(words)
    mine = np.isin(lines.incident, kept)
    where = at[kept]
    floor, ceiling = _lifted(ground, where, numbers.floor[kept], numbers.ceiling[kept])
    return Counted(
        at=where,
        lines=_renumbered(lines, kept),
        floor=floor,
        ceiling=ceiling,
        plain=figures.plain.take(kept),
        accepted=Numbers.of(()),
        has_accepted=np.zeros(len(where), np.bool_),
        sets_low=figures.sets_low[mine],
        sets_top=figures.sets_top[mine],
        followed=numbers.followed[mine],
        words=words,
        verified=(ground.verified.low[where], ground.verified.high[where]),
        refuted=ground.verified.refuted[where],
        sure=inside[kept] == Inside.YES,
    )


def _inside(ground: Ground, at: Ints, lines: Lines, notes: Counter[str]) -> Ints:
    """Tell how surely each lies in the scope, and note those that do not."""
    placed = ground.placed.inside[at]
    status = lines.coded.status[lines.claim]
    if len(at):
        status = Runs.of(lines.incident).union(status)
    of_people = of_status(status, ground.scope)
    inside = np.minimum(placed, of_people)
    part = np.where(of_people < placed, len(PARTS) - 1, ground.placed.part[at])
    for n, name in enumerate(PARTS):
        outside = (inside == Inside.NO) & (part == n)
        notes[f"left out: outside the {name} of the scope"] = int(outside.sum())
    return inside


def _lifted(ground: Ground, at: Ints, floor: Ints, ceiling: Ints) -> tuple[Ints, Ints]:
    """Lift both ends to what people established; what they refuted has no floor."""
    low, high = ground.verified.low[at], ground.verified.high[at]
    floor = np.where(ground.verified.refuted[at], 0, np.maximum(floor, low))
    most = np.maximum(np.maximum(ceiling, floor), high)
    return floor, np.where(ceiling == UNTOLD, UNTOLD, most)


def _accepted(counted: Counted, states: Ints) -> Counted:
    """Count the same incidents over accepted claims alone."""
    lines, size = counted.lines, len(counted.at)
    kept = lines.where(states[lines.claim] == STATES[ClaimState.ACCEPTED])
    figures = count_lines(kept)
    low, top = np.full(size, UNTOLD), np.full(size, UNTOLD)
    low[figures.incident] = figures.filled.low
    top[figures.incident] = figures.filled.top
    has_accepted = np.zeros(size, np.bool_)
    has_accepted[figures.incident] = True
    numbers = Numbers(low, top, np.zeros(size, np.bool_))
    return replace(counted, accepted=numbers, has_accepted=has_accepted)


def _local(at: Ints, edges: Edges) -> Edges:
    """Keep the pairs of incidents at hand, by their numbers here."""
    one, other = edges
    if not len(at):
        return one[:0], other[:0]
    places = [np.minimum(np.searchsorted(at, end), len(at) - 1) for end in edges]
    here = (at[places[0]] == one) & (at[places[1]] == other)
    return places[0][here], places[1][here]


def _chosen(ground: Ground, counted: Counted, weights: Ints, edges: Edges) -> Bools:
    """Choose incidents that are certainly different, with a large sum."""
    weights = np.where(ground.overlaps.vague[counted.at], 0, weights)
    order = np.argsort(ground.finest[counted.at])
    rank = np.argsort(order)
    firm = counted.sure & (counted.verified[0] > 0)
    found = independent(weights[order], (rank[edges[0]], rank[edges[1]]), firm[order])
    return found[rank]


def _added_up(
    ground: Ground,
    counted: Counted,
    chosen: Bools,
    edges: Edges,
    notes: Counter[str],
) -> Part:
    untold = counted.ceiling == UNTOLD
    doubtful = counted.sure & (counted.floor > 0) & ~chosen
    notes[NO_NUMBER] = int(untold.sum())
    notes[ELSEWHERE] = int(doubtful.sum())
    notes[MAYBE_OUTSIDE] = int((~counted.sure).sum())
    notes[NO_HARM] = int(counted.refuted.sum())
    rows, members = divide(ground, counted, chosen, edges, notes)
    return Part(
        sums=_sums(ground, counted, chosen, edges, notes),
        notes=notes,
        rows=rows,
        members=members,
        counts=dict(incident_counts(ground.columns, counted, chosen)),
    )


def _sums(
    ground: Ground,
    counted: Counted,
    chosen: Bools,
    edges: Edges,
    notes: Counter[str],
) -> Counter[str]:
    plain, known = counted.plain, counted.ceiling != UNTOLD
    most = np.where(known, counted.ceiling, counted.floor)
    floors = np.where(chosen, counted.floor, 0)
    low, high = (np.where(counted.sure, each, 0) for each in counted.verified)
    twice = ground.shared.twice
    one = np.zeros(len(counted.at), np.int64)

    def again(number: Ints, near: Edges | None = None, *, settled: bool) -> int:
        return twice(counted.at, one, number, near, settled=settled).get(0, 0)

    less = again(floors, edges, settled=False)
    notes[PERSONS] = less
    agreed, accepted = counted.has_accepted, counted.accepted
    firm = np.where(agreed & counted.sure, np.maximum(accepted.low, 0), 0)
    picked = _chosen(ground, counted, firm, edges) if agreed.any() else agreed
    firm = np.where(picked, firm, 0)
    most_agreed = np.where(agreed, np.maximum(accepted.low, accepted.top), 0)
    return Counter(
        {
            "floor": int(floors.sum()) - less,
            "ceiling": int(most.sum()) - again(most, settled=True),
            "with a ceiling": int(known.sum()),
            "reported": int(np.where(chosen, np.maximum(plain.low, 0), 0).sum()),
            "reported at most": int(np.maximum(plain.top, 0).sum()),
            "reported open": int((plain.is_open | (plain.top == UNTOLD)).sum()),
            "accepted": int(firm.sum()) - again(firm, edges, settled=False),
            "accepted at most": int(np.maximum(most_agreed, 0).sum())
            - again(np.maximum(most_agreed, 0), settled=True),
            "accepted with a ceiling": int((agreed & (accepted.top != UNTOLD)).sum()),
            "with accepted": int(agreed.sum()),
            "verified": int(low.sum()) - again(low, settled=False),
            "verified at most": int(np.maximum(high, 0).sum())
            - again(np.maximum(high, 0), settled=True),
            "verified open": int((high == UNTOLD).sum()),
        }
    )

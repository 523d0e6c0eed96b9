"""Which pairs tie each record to which persons: looked up once, weighed many times."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.pairs import Pairs

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_LISTS_TOLD_APART = 63


@dataclass(frozen=True, slots=True, eq=False)
class Ties:
    """n pairs, each seen from both its ends: 2n edges from a record to another.

    Attributes:
        record: Where each edge begins, (2n,).
        labels: Which person each record is of, (records,).
        sizes: How many records each person has, (persons,).
        together: Which pairs stand together, (n,).
        tie: For each edge, which record it ties to which person, by number, (2n,).
        untold: For each of these, with how many of the person's other records the
            record makes no pair.
        own_record: Records tied to their own person.
        own_tie: By which tie.
        taken: Edges to a person that a row of the record's own clean list stands with.
        rival: That row, for each of these.
        rival_edge: The edge from the record to that row; -1 where there is none.
        forbidden: Edges to a row of the same clean list.
        crossing: For each pair, which two persons it lies between, by number, (n,).
        untold_crossing: How many pairs of records between the two are no pair, (n,).
        never: Pairs whose two persons share a clean list, (n,).
        leaving: One edge for each record and each other person it is tied to.
    """

    record: Ints
    labels: Ints
    sizes: Ints
    together: Bools
    tie: Ints
    untold: Ints
    own_record: Ints
    own_tie: Ints
    taken: Ints
    rival: Ints
    rival_edge: Ints
    forbidden: Ints
    crossing: Ints
    untold_crossing: Ints
    never: Bools
    leaving: Ints

    @classmethod
    def of(cls, pairs: Pairs, labels: Ints, lists: Ints, clean: Bools) -> "Ties":
        """Look up who is tied to whom. The work is sorting: n log n."""
        left, right = (each.astype(np.int64) for each in (pairs.left, pairs.right))
        record = np.concatenate([left, right])
        other = np.concatenate([right, left])
        sizes = np.bincount(labels)
        keys, first, tie, count = np.unique(
            record * len(sizes) + labels[other],
            return_index=True,
            return_inverse=True,
            return_counts=True,
        )
        from_record, to_person = np.divmod(keys, len(sizes))
        own = labels[from_record] == to_person
        taken, rival = _taken(record, labels[other], labels, lists, clean)
        crossing, untold_crossing = _crossing(labels[left], labels[right], sizes)
        masks = _clean_lists(labels, lists, clean)
        return cls(
            record=record,
            labels=labels,
            sizes=sizes,
            together=labels[left] == labels[right],
            tie=tie,
            untold=sizes[to_person] - own - count,
            own_record=from_record[own],
            own_tie=np.flatnonzero(own),
            taken=taken,
            rival=rival,
            rival_edge=_edges(record, other, record[taken], rival, len(labels)),
            forbidden=np.flatnonzero(
                (lists[record] == lists[other]) & clean[lists[record]]
            ),
            crossing=crossing,
            untold_crossing=untold_crossing,
            never=(masks[labels[left]] & masks[labels[right]]) != 0,
            leaving=first[~own],
        )


def _taken(
    record: Ints, person: Ints, labels: Ints, lists: Ints, clean: Bools
) -> tuple[Ints, Ints]:
    """Find the edges to persons that stand on the record's clean list already."""
    places, holder = np.unique(labels * len(clean) + lists, return_index=True)
    wanted = person * len(clean) + lists[record]
    at = np.minimum(np.searchsorted(places, wanted), len(places) - 1)
    held = (places[at] == wanted) & clean[lists[record]] & (person != labels[record])
    return np.flatnonzero(held), holder[at[held]]


def _edges(record: Ints, other: Ints, some: Ints, rival: Ints, records: int) -> Ints:
    """Find the edge from each of some records to its rival; -1 where there is none."""
    if not len(some):
        return np.zeros(0, dtype=np.int64)
    keys = record * records + other
    order = np.argsort(keys, kind="stable")
    wanted = some * records + rival
    at = np.minimum(np.searchsorted(keys[order], wanted), len(keys) - 1)
    return np.where(keys[order][at] == wanted, order[at], -1)


def _crossing(one: Ints, other: Ints, sizes: Ints) -> tuple[Ints, Ints]:
    low, high = np.minimum(one, other), np.maximum(one, other)
    _, at, count = np.unique(
        low * len(sizes) + high, return_inverse=True, return_counts=True
    )
    return at, sizes[one] * sizes[other] - count[at]


def _clean_lists(labels: Ints, lists: Ints, clean: Bools) -> Ints:
    """Which clean lists each person stands on, as bits; beyond 63 lists some share."""
    masks = np.zeros(int(labels.max()) + 1, dtype=np.int64)
    on_clean = np.flatnonzero(clean[lists])
    bits = np.left_shift(1, lists[on_clean] % _LISTS_TOLD_APART)
    np.bitwise_or.at(masks, labels[on_clean], bits)
    return masks

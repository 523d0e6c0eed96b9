"""Names in columns: parsed once for each record, on every core where it pays."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

import pyarrow as pa

from tasjil.link.compare.habits import names_told
from tasjil.link.compare.parts import Codes, PartColumn
from tasjil.link.names import Name, Part, parse
from tasjil.model.particulars import Kin, Particulars

NAME_PARTS = ("given", "father", "grandfather", "family", "mother", "kunya")

TOGETHER = 25_000
"""Records whose names are laid out at once, by one process."""

WORTH_ANOTHER_CORE = 4 * TOGETHER
"""From how many records on a second process pays for its start."""

Told = tuple[str, tuple[str, ...], tuple[tuple[Kin, str], ...]]
"""What a record tells of names: its own, other spellings, and relatives."""


def name_columns(
    records: Sequence[Particulars],
    cores: int | None = None,
    beside: Sequence[Particulars] | None = None,
) -> pa.Table:
    """Lay the names of records out, as `prepare` tells.

    Whoever calls it from a script of their own with very many records guards the
    script with `if __name__ == "__main__"`, as for any work on several cores.

    Args:
        records: In any order; each is one row.
        cores: How many processes parse; None takes all cores where it pays.
        beside: All records of their lists, which tell how names are written.
    """
    names = names_told(records, beside)
    told = [
        (name, each.other_names, each.kin)
        for name, each in zip(names, records, strict=True)
    ]
    shares = [told[at : at + TOGETHER] for at in range(0, max(1, len(told)), TOGETHER)]
    wanted = _cores() if cores is None else cores
    if wanted > 1 and len(told) >= WORTH_ANOTHER_CORE:
        laid = _on_cores(shares, wanted)
    else:
        laid = [laid_out(share) for share in shares]
    return pa.concat_tables(laid).combine_chunks()


def laid_out(told: Sequence[Told]) -> pa.Table:
    """Lay the names of some records out.

    Example:
        >>> laid_out([("Daren Vell", (), ())])["father_heard"].to_pylist()
        [None]
    """
    parts = {each: PartColumn(each) for each in NAME_PARTS}
    for each in told:
        _add(parts, *each)
    columns: dict[str, pa.Array] = {}
    codes = Codes()
    for part in parts.values():
        columns |= part.columns(codes)
    return pa.table(columns)


def _on_cores(shares: Sequence[Sequence[Told]], cores: int) -> list[pa.Table]:
    """Hand shares to other processes from the front, and take them from the back."""
    # Not a fork: the parent may hold the keys of a register and open connections.
    fresh = get_context("spawn")
    pool = ProcessPoolExecutor(cores - 1, fresh)
    handed: dict[int, Future[pa.Table]] = {}
    own: dict[int, pa.Table] = {}
    try:
        for at in range(len(shares) - 1, -1, -1):
            if at in handed:
                break
            _hand(pool, shares[:at], handed, cores)
            own[at] = laid_out(shares[at])
        return [
            own[at] if at in own else _result(handed[at], share)
            for at, share in enumerate(shares)
        ]
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _hand(
    pool: ProcessPoolExecutor,
    shares: Sequence[Sequence[Told]],
    handed: dict[int, Future[pa.Table]],
    ahead: int,
) -> None:
    """Keep the other processes a few shares ahead."""
    waiting = sum(not each.done() for each in handed.values())
    for at in range(len(handed), len(shares))[: ahead - waiting]:
        try:
            handed[at] = pool.submit(laid_out, shares[at])
        except BrokenProcessPool:
            return


def _result(laid: Future[pa.Table], share: Sequence[Told]) -> pa.Table:
    """What a process laid out; done here where the system has ended that process."""
    try:
        return laid.result()
    except BrokenProcessPool:
        return laid_out(share)


def _cores() -> int:
    """How many cores this process may use; not every system tells of limits."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _add(
    parts: dict[str, PartColumn],
    own: str,
    spelled: Sequence[str],
    relatives: Sequence[tuple[Kin, str]],
) -> None:
    """Take the names of the next record."""
    name = parse(own)
    others = [parse(each) for each in spelled]
    kin = {kin: parse(name) for kin, name in relatives}
    father, grandfather = _chain(name, others, kin)
    mother = kin[Kin.MOTHER].given if Kin.MOTHER in kin else None
    if not others:
        told = (name.given, father, grandfather, name.family, mother, name.kunya)
        for column, part in zip(parts.values(), told, strict=True):
            column.add(part)
        return
    given = name.given or next((each.given for each in others if each.given), None)
    family = name.family or next((each.family for each in others if each.family), None)
    parts["given"].add(given, _kept(each.given for each in others))
    parts["father"].add(father)
    parts["grandfather"].add(grandfather)
    parts["family"].add(family, _kept(each.family for each in others))
    parts["mother"].add(mother)
    parts["kunya"].add(name.kunya, _kept(each.kunya for each in others))


def _kept(parts: Iterator[Part | None]) -> list[Part]:
    return [part for part in parts if part is not None]


def _chain(
    name: Name, others: Sequence[Name], kin: dict[Kin, Name]
) -> tuple[Part | None, Part | None]:
    """Give father and grandfather; relatives named apart fill what the name leaves."""
    chain = max((name, *others), key=lambda each: len(each.chain)).chain
    father = chain[0] if chain else None
    grandfather = chain[1] if len(chain) > 1 else None
    if kin:
        father = father or (kin[Kin.FATHER].given if Kin.FATHER in kin else None)
    if kin and len(chain) < 2 and Kin.GRANDFATHER in kin:
        grandfather = kin[Kin.GRANDFATHER].given
    return father, grandfather

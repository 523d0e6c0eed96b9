"""What changed between two versions of a list, and which row is still which record."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import log2

from tasjil.link.lists.columns.columns import Columns, header_keys
from tasjil.link.lists.columns.meaning import ID_OF, NAMES, ColumnMeaning
from tasjil.link.lists.plain import plain
from tasjil.model.ids import RecordId
from tasjil.model.record import ListRecord

M = ColumnMeaning

_HALF = 0.5
"""The share of what a row tells that has to stay for it to be the same row."""

_FEW = 20
"""Rows that may share a cell for it to bring two rows together."""

_MOST = 8
"""Rows that one row is held against, at most."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A record that tells something else than it did.

    Attributes:
        record: Its id, which it keeps.
        headers: Headers of the cells that changed, as they stand now.
        doubtful: True where so much changed, or the very name or number, that what
            people said about it wants another look.
    """

    record: RecordId
    headers: tuple[str, ...]
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class ListChanges:
    """How a list came from its earlier version to this one.

    Attributes:
        numbers: What each row of the new version is called behind the list's name, in
            the order of the file.
        unchanged: How many records are as they were.
        new: Ids of records that were not there.
        gone: Ids of records that are there no more; they are never given again.
        added: Headers that were not there.
        dropped: Headers that are there no more.
    """

    numbers: tuple[str, ...]
    unchanged: int
    changed: tuple[Changed, ...] = ()
    new: tuple[RecordId, ...] = ()
    gone: tuple[RecordId, ...] = ()
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def doubtful(self) -> tuple[RecordId, ...]:
        """Records about which what people said wants another look."""
        return tuple(each.record for each in self.changed if each.doubtful)


def changes(
    before: Sequence[ListRecord],
    after: Sequence[ListRecord],
    columns: Columns | None = None,
    used: Collection[str] = (),
) -> ListChanges:
    """Find every record of the earlier version in the new one, wherever it stands now.

    Rows that are the same to the last cell are one, wherever they were moved; then
    rows with the list's own number that agree in half of what they tell; then those
    that agree best. What is left is new, or gone.

    Args:
        before: The records of the earlier version, with the ids they have.
        after: The rows of the new version; their own ids are not looked at, but for
            the list's own numbers.
        columns: What the columns of the new version mean.
        used: Numbers that records of earlier versions had; they are not given again.

    Example:
        >>> one = ListRecord.of("a", 2, {"name": "Daren Vell"}, number="1")
        >>> two = ListRecord.of("a", 2, {"name": "Ilva Tornay"}, number="1")
        >>> moved = ListRecord.of("a", 3, {"name": "Daren Vell"}, number="2")
        >>> found = changes([one], [two, moved])
        >>> found.numbers, found.new, found.unchanged
        (('2', '1'), ('a:2',), 1)
    """
    if not after:
        gone = tuple(each.id for each in before)
        return ListChanges((), 0, gone=gone)
    sides = _Sides.of(before, after, columns)
    pairs = _Matching(sides).all()
    return _told(sides, pairs, before, after, used)


Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both versions under the headers they share.

    Attributes:
        headers: As the new version has them.
        own: Where among them the list's own number stands; None where it has none.
        names: Where names and numbers of the state stand.
        counts: True where the own numbers only count the rows, and move with them.
    """

    before: list[Row]
    after: list[Row]
    headers: tuple[str, ...]
    own: int | None
    names: frozenset[int]
    counts: bool
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        before: Sequence[ListRecord],
        after: Sequence[ListRecord],
        columns: Columns | None,
    ) -> "_Sides":
        old = tuple(before[0].cells) if before else ()
        new = tuple(after[0].cells)
        by_key = dict(zip(header_keys(old), old, strict=True))
        keyed = list(zip(header_keys(new), new, strict=True))
        shared = [(by_key[key], header) for key, header in keyed if key in by_key]
        headers = tuple(header for _, header in shared)
        dropped = set(old) - {was for was, _ in shared}
        records = columns.of(M.RECORD) if columns else ()
        named = columns.of(M.NAME, M.OTHER_NAME, *NAMES, *ID_OF) if columns else ()
        olds = [tuple(r.cells.get(w, "").strip() for w, _ in shared) for r in before]
        news = [tuple(r.cells.get(h, "").strip() for h in headers) for r in after]
        own = headers.index(records[0]) if records and records[0] in headers else None
        return cls(
            olds,
            news,
            headers,
            own,
            frozenset(headers.index(h) for h in named if h in headers),
            own is None or all(_merely_count(rows, own) for rows in (olds, news)),
            tuple(h for h in new if h not in headers),
            tuple(h for h in old if h in dropped),
        )


@dataclass(slots=True)
class _Matching:
    """Pairs rows of two versions, the surest first; each row once."""

    sides: _Sides
    found: dict[int, int] = field(default_factory=dict)
    """By the place of a row in the new version, its place in the earlier one."""

    taken: set[int] = field(default_factory=set)
    weights: list[Counter[str]] = field(default_factory=list)

    def all(self) -> dict[int, int]:
        sides = self.sides
        self._same([*sides.before], [*sides.after])
        if sides.own is not None:
            without = sides.own
            self._same(
                [(*r[:without], *r[without + 1 :]) for r in sides.before],
                [(*r[:without], *r[without + 1 :]) for r in sides.after],
            )
        if len(self.found) < len(sides.after) and len(self.taken) < len(sides.before):
            self.weights = [
                Counter(chain.from_iterable(_words(row[at]) for row in sides.before))
                for at in range(len(sides.headers))
            ]
            self._by_number(_HALF)
            self._by_agreement()
            if not sides.counts:
                self._by_number(0.0)
        return self.found

    def _pair(self, new: int, old: int) -> None:
        self.found[new] = old
        self.taken.add(old)

    def _same(self, before: list[Row], after: list[Row]) -> None:
        """Pair rows that are the same in every cell, in the order of the files."""
        places: dict[Row, list[int]] = defaultdict(list)
        for old in range(len(before) - 1, -1, -1):
            if old not in self.taken and any(before[old]):
                places[before[old]].append(old)
        for new, row in enumerate(after):
            if new not in self.found and (left := places.get(row)):
                self._pair(new, left.pop())

    def _by_number(self, least: float) -> None:
        own = self.sides.own
        if own is None:
            return
        olds = {
            number: old
            for old, row in enumerate(self.sides.before)
            if old not in self.taken and (number := plain(row[own]))
        }
        for new, row in enumerate(self.sides.after):
            old = olds.get(plain(row[own]))
            if new in self.found or old is None or old in self.taken:
                continue
            if self._agreement(old, new, own) >= least:
                self._pair(new, old)

    def _by_agreement(self) -> None:
        """Pair the rows left that agree best, each with the other."""
        scored: list[tuple[float, int, int]] = []
        places = self._places()
        for new, row in enumerate(self.sides.after):
            if new in self.found:
                continue
            for old in self._candidates(row, places):
                agreement = self._agreement(old, new, None)
                if agreement >= _HALF:
                    scored.append((-agreement, new, old))
        for _, new, old in sorted(scored):
            if new not in self.found and old not in self.taken:
                self._pair(new, old)

    def _places(self) -> dict[tuple[int, str], list[int]]:
        """Find the rows left of the earlier version by their rarer words."""
        places: dict[tuple[int, str], list[int]] = defaultdict(list)
        for old, row in enumerate(self.sides.before):
            if old in self.taken:
                continue
            for at, cell in enumerate(row):
                for word in _words(cell):
                    places[at, word].append(old)
        return {key: some for key, some in places.items() if len(some) <= _FEW}

    def _candidates(
        self, row: Row, places: Mapping[tuple[int, str], list[int]]
    ) -> list[int]:
        told: Counter[int] = Counter()
        for at, cell in enumerate(row):
            for word in _words(cell):
                told.update(places.get((at, word), ()))
        return [old for old, _ in sorted(told.items(), key=_best)[:_MOST]]

    def _agreement(self, old: int, new: int, leaving_out: int | None) -> float:
        """Say what share of what both rows tell is the same; rare words weigh more."""
        same = all_told = 0.0
        rows = zip(self.sides.before[old], self.sides.after[new], strict=True)
        total = len(self.sides.before) + 1
        for at, (was, now) in enumerate(rows):
            if at == leaving_out or not (was or now):
                continue
            one, other = _words(was), _words(now)
            for word in one | other:
                weight = 1 + log2(total / (1 + self.weights[at][word]))
                all_told += weight
                same += weight if word in one and word in other else 0.0
        return same / all_told if all_told else 0.0


def _best(scored: tuple[int, int]) -> tuple[int, int]:
    return -scored[1], scored[0]


def _words(cell: str) -> frozenset[str]:
    return frozenset(plain(cell).split()) if cell else frozenset()


def _merely_count(rows: Sequence[Row], own: int) -> bool:
    """Tell whether the list's own numbers only count its rows: 1, 2, 3."""
    return all(plain(row[own]) == str(n) for n, row in enumerate(rows, start=1))


def _told(
    sides: _Sides,
    pairs: Mapping[int, int],
    before: Sequence[ListRecord],
    after: Sequence[ListRecord],
    used: Collection[str],
) -> ListChanges:
    """Give every row its number, and say what became of each record."""
    listed = after[0].list
    olds = [each.id.partition(f"{each.list}:")[2] for each in before]
    fresh = _fresh({*used, *olds}, sides)
    numbers: list[str] = []
    new: list[RecordId] = []
    changed: list[Changed] = []
    unchanged = 0
    for at in range(len(after)):
        if at not in pairs:
            numbers.append(fresh(at))
            new.append(RecordId(f"{listed}:{numbers[-1]}"))
            continue
        old = pairs[at]
        numbers.append(olds[old])
        headers = _differ(sides, sides.before[old], sides.after[at])
        if not headers:
            unchanged += 1
            continue
        id = RecordId(f"{listed}:{olds[old]}")
        doubtful = _doubtful(sides, sides.before[old], sides.after[at])
        changed.append(Changed(id, headers, doubtful))
    kept = set(pairs.values())
    gone = tuple(each.id for at, each in enumerate(before) if at not in kept)
    return ListChanges(
        tuple(numbers),
        unchanged,
        tuple(changed),
        tuple(new),
        gone,
        sides.added,
        sides.dropped,
    )


class _fresh:
    """Gives numbers that no record ever had: the list's own, or the next free one."""

    def __init__(self, used: set[str], sides: _Sides) -> None:
        self._used = used
        self._sides = sides
        counted = (int(n) for n in used if n.isascii() and n.isdigit())
        self._next = max(chain(counted, [0])) + 1
        self._own_too = not sides.counts

    def __call__(self, at: int) -> str:
        own = self._sides.own
        if own is not None and self._own_too:
            number = plain(self._sides.after[at][own]).removesuffix(".0").upper()
            if number and number not in self._used and ":" not in number:
                self._used.add(number)
                return number
        while str(self._next) in self._used:
            self._next += 1
        self._used.add(str(self._next))
        return str(self._next)


def _differ(sides: _Sides, was: Row, now: Row) -> tuple[str, ...]:
    """Name the cells that changed; a count of the rows that moved on is no change."""
    leave = sides.own if sides.counts else None
    return tuple(
        header
        for at, header in enumerate(sides.headers)
        if at != leave and was[at] != now[at]
    )


def _doubtful(sides: _Sides, was: Row, now: Row) -> bool:
    """Tell whether a record may be of somebody else now.

    The words of its names, or a number of the state, changed for the most part; or
    most of its cells did.
    """
    for at in sides.names:
        one, other = _words(was[at]), _words(now[at])
        if one and other and len(one & other) < _HALF * len(one | other):
            return True
    told = [at for at in range(len(was)) if was[at] or now[at]]
    same = sum(was[at] == now[at] for at in told)
    return same < _HALF * len(told)


def versions(found: ListChanges) -> Iterator[str]:
    """Say in lines what is new, changed and gone.

    Example:
        >>> list(versions(ListChanges(("1",), 1)))
        ['1 as it was, 0 changed, 0 new, 0 gone']
    """
    yield (
        f"{found.unchanged} as it was, {len(found.changed)} changed, "
        f"{len(found.new)} new, {len(found.gone)} gone"
    )
    if found.added:
        yield f"headers that are new: {', '.join(found.added)}"
    if found.dropped:
        yield f"headers that are gone: {', '.join(found.dropped)}"

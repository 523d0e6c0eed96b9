"""Which pairs a model learns from: some drawn at random, some that agree on two things.

Pairs that agree on two things teach how records of one person agree on the others.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from tasjil.link.compare.comparing import NAME_PARTS
from tasjil.link.compare.levels import Comparison

AT_RANDOM = "at random"
"""The group of pairs drawn at random."""

LARGEST = 200
"""Records that may share what a pass agrees on; with more, it is given up there."""

_MIX = 1_000_000_007


@dataclass(frozen=True, slots=True)
class Pass:
    """Pairs that agree on some columns.

    Attributes:
        columns: What they agree on.
        given: Comparisons that say nothing new on such pairs.
    """

    columns: tuple[str, ...]
    given: frozenset[str]

    @property
    def by_name(self) -> bool:
        """Tell whether its pairs were found by a part of the name."""
        return not self.given.isdisjoint(NAME_PARTS)

    @property
    def name(self) -> str:
        """What keeps its counts apart."""
        return "+".join(self.columns)


def _pass(*columns: str, given: str) -> Pass:
    return Pass(columns, frozenset(given.split()))


OF_ONE_FATHER = _pass("father_1", "family_1", given="father family")

PASSES = (
    _pass("given_1", "family_1", given="given family"),
    OF_ONE_FATHER,
    _pass("given_1", "father_1", given="given father"),
    _pass("died_low", "place_1", given="died place"),
    _pass("died_low", "age_low", "place_2", given="died age place"),
    _pass("age_low", "place_1", "sex", given="age place sex"),
    _pass("given_1", "father_1", "died_low", given="given father died"),
    _pass("family_1", "place_1", "age_low", given="family place age"),
    _pass("given_1", "place_1", "age_low", given="given place age"),
    _pass("given_1", "father_1", "age_low", given="given father age"),
    _pass("family_1", "died_low", given="family died"),
    _pass("born_day", given="born age"),
)


def passes(filled: Set[str]) -> tuple[Pass, ...]:
    """Choose the passes that some records can make.

    Args:
        filled: Columns in which some record tells something.
    """
    ids = [_pass(each, given=each) for each in sorted(filled) if each.startswith("id_")]
    return tuple(each for each in (*PASSES, *ids) if filled >= set(each.columns))


def pairs_of(each: Pass, table: str, most: int, seed: int) -> str:
    """Write the SQL of the pairs of a pass, in `join_key_l`, `join_key_r`, `match_key`.

    Records too many to be paired are thinned by their keys, so that whole groups stay.

    Args:
        each: The pass.
        table: The records.
        most: Pairs to give, about.
        seed: Which groups are taken where not all are.
    """
    keys = ", ".join(each.columns)
    known = " and ".join(f"{column} is not null" for column in each.columns)
    same = " and ".join(f"l.{column} = r.{column}" for column in each.columns)
    own = ", ".join(f"records.{column}" for column in each.columns)
    return f"""
        with groups as (
            select {keys}, count(*) * (count(*) - 1) / 2 as pairs,
                hash({keys}, {seed}) as chance
            from {table} where {known}
            group by {keys} having count(*) between 2 and {LARGEST}
        ), kept as (
            select *, sum(pairs) over (order by chance, {keys}) as before from groups
            qualify before <= greatest({most}, pairs)
        ), own as (
            select records.row, {own}
            from {table} as records semi join kept using ({keys})
        )
        select l.row as join_key_l, r.row as join_key_r, '{each.name}' as match_key
        from own as l join own as r on {same} and l.row < r.row
    """


def pairs_at_random(records: int, most: int, seed: int) -> str:
    """Write the SQL of pairs drawn at random, with as many rows at most.

    Args:
        records: How many there are; their rows are 0 .. records - 1.
        most: Pairs to draw; those drawn twice count twice.
        seed: What chance is drawn from.
    """
    one, other = (f"(hash(n, {seed}, {side}) % {records})::integer" for side in (1, 2))
    return f"""
        select least(a, b) as join_key_l, greatest(a, b) as join_key_r,
            '{AT_RANDOM}' as match_key
        from (select {one} as a, {other} as b from range({most}) as drawn(n))
        where a <> b
    """


def taught(
    each: Pass, comparisons: Sequence[Comparison]
) -> Iterator[tuple[int, Comparison]]:
    """Give the comparisons that a pass teaches, with their places."""
    for place, comparison in enumerate(comparisons):
        if comparison.name not in each.given:
            yield place, comparison

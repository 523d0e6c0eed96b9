"""What the codebook does where the tellers of an incident disagree."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tasjil.count.algebra.lines import Lines
from tasjil.count.algebra.numbers import Numbers
from tasjil.count.algebra.runs import UNTOLD, Bools, Ints
from tasjil.count.evidence import Evidence
from tasjil.count.incidents.figures import count_lines
from tasjil.model.scope import Codebook, Disagreement
from tasjil.model.tally import Origin

RANGE = "range"
UNKNOWN = "number unknown: its tellers disagree"
PENDING = "pending: its tellers disagree"

WAITS = frozenset({Disagreement.PENDING, Disagreement.ASK})
"""Treatments that leave an incident out until it is settled."""

FOLLOWS = frozenset({Disagreement.PREFER, Disagreement.MAJORITY})
"""Treatments that follow some tellers and not the others."""

NOBODY = "unnamed:"
"""How the key of a teller without a name begins."""

Said = Mapping[int, object]
"""What each first teller says of an incident."""


@dataclass(frozen=True, slots=True)
class Tellers:
    """The first tellers of a count, by their number in the columns.

    Attributes:
        ranks: The place of each in the codebook's list of preferred sources.
    """

    keys: Sequence[str]
    names: Mapping[str, str]
    ranks: Mapping[int, int]

    @classmethod
    def of(
        cls, keys: Sequence[str], evidence: Evidence, codebook: Codebook
    ) -> "Tellers":
        """Look up who is preferred."""
        order = {str(source): n for n, source in enumerate(codebook.prefer)}
        origins: dict[str, Origin] = {}
        for origin in evidence.origins.values():
            origins.setdefault(origin.key, origin)
        ranks = {n: order[key] for n, key in enumerate(keys) if key in order}
        return cls(keys, {key: o.name for key, o in origins.items()}, ranks)

    def followed(
        self, said: Said, rule: Disagreement
    ) -> tuple[frozenset[int], str] | None:
        """Choose whom to follow, and say so; None where the range stands.

        Args:
            said: What each teller says; who says nothing is left out.
            rule: Prefer a source, or majority.
        """
        if rule is Disagreement.PREFER:
            ranked = [each for each in said if each in self.ranks]
            if not ranked:
                return None
            first = min(ranked, key=lambda each: self.ranks[each])
            name = self.names.get(self.keys[first], self.keys[first])
            return frozenset({first}), f"{rule}: {name}"
        return self._most(said, rule)

    def _most(
        self, said: Said, rule: Disagreement
    ) -> tuple[frozenset[int], str] | None:
        """Follow what most tellers say; a tie follows nobody."""
        by_word: dict[object, list[int]] = defaultdict(list)
        for teller, word in said.items():
            by_word[word].append(teller)
        votes = {word: self._votes(tellers) for word, tellers in by_word.items()}
        most = max(votes.values())
        winners = [word for word, count in votes.items() if count == most]
        if len(winners) > 1:
            return None
        told = f"{rule}: {most} of {sum(votes.values())} first tellers"
        return frozenset(by_word[winners[0]]), told

    def _votes(self, tellers: Sequence[int]) -> int:
        """Count tellers; those without a name may be one, or one of the others."""
        named = sum(not self.keys[each].startswith(NOBODY) for each in tellers)
        return named or 1


@dataclass(frozen=True, slots=True)
class Settled:
    """Numbers after the codebook.

    Attributes:
        followed: Of each line, whether its teller is followed; all where none is.
        words: What was done, by the place of the incident; none where the range stands.
        waiting: Incidents that are left out until they are settled.
    """

    floor: Ints
    ceiling: Ints
    followed: Bools
    words: dict[int, str]
    waiting: Bools


def settle_numbers(
    lines: Lines,
    filled: Numbers,
    named: Ints,
    disagree: Bools,
    rules: tuple[Disagreement, Tellers],
) -> Settled:
    """Apply the codebook to the incidents whose tellers give different numbers.

    A figure that says "unknown" keeps the people who are certain: its floor.

    Args:
        lines: The lines that count, of incidents numbered from 0 without a gap.
        filled: Their numbers, names filled in.
        named: How many people are named in each.
        disagree: Where tellers give different figures.
        rules: What the codebook does, and whom it prefers.
    """
    rule, tellers = rules
    floor, ceiling = np.maximum(filled.low, 0), filled.top.copy()
    disagree = disagree & (ceiling != UNTOLD) & (ceiling != floor)
    found = Settled(
        floor,
        ceiling,
        np.ones(len(lines), np.bool_),
        {},
        disagree & (rule in WAITS),
    )
    at = np.flatnonzero(disagree)
    if rule is Disagreement.UNKNOWN:
        ceiling[at] = UNTOLD
        found.words.update(dict.fromkeys(at.tolist(), UNKNOWN))
    if rule in FOLLOWS and len(at):
        _follow(lines, named, at, rules, found)
    return found


def _follow(
    lines: Lines,
    named: Ints,
    at: Ints,
    rules: tuple[Disagreement, Tellers],
    found: Settled,
) -> None:
    rule, tellers = rules
    teller = lines.coded.teller[lines.claim]
    for incident, said in _figures_by_teller(lines, at).items():
        chosen = tellers.followed(said, rule)
        if chosen is None:
            continue
        who, words = chosen
        low, top = said[min(who)]
        one = Numbers.of([(low, None if top == UNTOLD else top, False)])
        number = one.filled(named[incident : incident + 1])
        found.floor[incident] = number.low[0]
        found.ceiling[incident] = number.top[0]
        found.words[incident] = words
        mine = slice(*np.searchsorted(lines.incident, (incident, incident + 1)))
        found.followed[mine] = np.isin(teller[mine], sorted(who))


def _figures_by_teller(lines: Lines, at: Ints) -> dict[int, dict[int, tuple[int, int]]]:
    """Give, for some incidents, the lowest and highest figure of each first teller."""
    kept = lines.where(np.isin(lines.incident, at))
    teller = kept.coded.teller[kept.claim]
    size = int(teller.max(initial=0)) + 1
    pair = kept.incident * size + teller
    order = np.argsort(pair, kind="stable")
    by_teller = Lines(kept.coded, pair[order], kept.claim[order])
    figures = count_lines(by_teller, np.zeros(len(np.unique(pair)), np.int64))
    found: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    known = figures.plain.known
    rows = zip(
        figures.incident[known].tolist(),
        figures.plain.low[known].tolist(),
        figures.plain.top[known].tolist(),
        strict=True,
    )
    for key, low, top in rows:
        found[key // size][key % size] = (low, top)
    return found


def silenced(
    lines: Lines, code: Ints, disagree: Bools, rule: Disagreement, tellers: Tellers
) -> Bools:
    """Tell which lines the codebook takes to say nothing of an element.

    Args:
        lines: The lines that count.
        code: What each of them says.
        disagree: Incidents whose tellers contradict each other.
        rule: What the codebook does.
        tellers: Whom it prefers.
    """
    here = disagree[lines.incident]
    if rule is Disagreement.UNKNOWN:
        return here
    quiet = np.zeros(len(lines), np.bool_)
    if rule not in FOLLOWS:
        return quiet
    teller = lines.coded.teller[lines.claim]
    said: dict[int, dict[int, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))
    for n in np.flatnonzero(here & (code != UNTOLD)).tolist():
        said[int(lines.incident[n])][int(teller[n])][int(code[n])] = 1
    for incident, each in said.items():
        words = {who: frozenset(values) for who, values in each.items()}
        chosen = tellers.followed(words, rule)
        if chosen is not None:
            mine = slice(*np.searchsorted(lines.incident, (incident, incident + 1)))
            quiet[mine] = ~np.isin(teller[mine], sorted(chosen[0]))
    return quiet

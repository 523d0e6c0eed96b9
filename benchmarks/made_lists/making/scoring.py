"""How right linked lists are: pairs, records, overlaps, and what the losses had."""

import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

LARGEST_GROUP = 60
BLIND = frozenset({"unnamed"})
# Kinds of records that tell somebody's relatives in place of their own given name.
UNGIVEN = BLIND | {"kunya only", "kunya for name", "told by kin"}


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        """Write the three as percentages."""
        shares = (self.precision, self.recall, self.f1)
        return "P {:6.2f} R {:6.2f} F1 {:6.2f}".format(*(100 * s for s in shares))


def share(part: float, whole: float) -> float:
    """Divide; of nothing, everything was found."""
    return part / whole if whole else 1.0


def pairs_in(groups: Iterable[int]) -> int:
    """Count the pairs in groups of these sizes."""
    return sum(size * (size - 1) // 2 for size in groups)


def pair_rates(truth: Mapping[str, str], said: Mapping[str, str]) -> Rates:
    """Count pairs said to be one person against those that are."""
    hit = pairs_in(Counter((truth[r], said[r]) for r in truth).values())
    return Rates(
        share(hit, pairs_in(Counter(said[r] for r in truth).values())),
        share(hit, pairs_in(Counter(truth.values()).values())),
    )


def b_cubed(truth: Mapping[str, str], said: Mapping[str, str]) -> Rates:
    """Average over records how pure and how whole their person is (Bagga, Baldwin)."""
    true, told = Counter(truth.values()), Counter(said[r] for r in truth)
    both = Counter((truth[r], said[r]) for r in truth)
    pure = sum(n * n / told[group] for (_, group), n in both.items())
    whole = sum(n * n / true[person] for (person, _), n in both.items())
    return Rates(pure / len(truth), whole / len(truth))


def overlap_error(truth: Mapping[str, str], said: Mapping[str, str]) -> float:
    """Sum the differences between the tables of who is on which lists, per person."""
    true, told = _overlaps(truth, truth), _overlaps(truth, said)
    gap = sum(abs(true[cell] - told[cell]) for cell in true.keys() | told.keys())
    return gap / sum(true.values())


def _overlaps(records: Iterable[str], of: Mapping[str, str]) -> Counter[str]:
    lists: dict[str, set[str]] = defaultdict(set)
    for record in records:
        lists[of[record]].add(list_of(record))
    return Counter("+".join(sorted(on)) for on in lists.values())


def list_of(record: str) -> str:
    """Give the list that a record stands on."""
    return record.rpartition(":")[0]


def by_lists(
    truth: Mapping[str, str], said: Mapping[str, str], kind: Mapping[str, str]
) -> dict[str, Rates]:
    """Give the rates for each pair of kinds: of lists, or of scripts."""
    tallies = [
        _between((of[r], kind[r]) for r in truth)
        for of in (truth, said, {r: f"{truth[r]} {said[r]}" for r in truth})
    ]
    true, told, hit = tallies
    return {
        pair: Rates(share(hit[pair], told[pair]), share(hit[pair], true[pair]))
        for pair in sorted(true.keys() | told.keys())
        if true[pair] or told[pair]
    }


def _between(labelled: Iterable[tuple[str, str]]) -> Counter[str]:
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for label, kind in labelled:
        groups[label][kind] += 1
    pairs: Counter[str] = Counter()
    for kinds in groups.values():
        for kind, size in kinds.items():
            pairs[f"{kind} - {kind}"] += size * (size - 1) // 2
        for a, b in combinations(sorted(kinds), 2):
            pairs[f"{a} - {b}"] += kinds[a] * kinds[b]
    return pairs


def pairs_of(of: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the pairs of records of one person; very large groups are left out."""
    groups: dict[str, list[str]] = defaultdict(list)
    for record, person in of.items():
        groups[person].append(record)
    for records in groups.values():
        if len(records) <= LARGEST_GROUP:
            yield from combinations(records, 2)


def losses(
    truth: Mapping[str, str], said: Mapping[str, str], kinds: Mapping[str, set[str]]
) -> list[tuple[str, int, int]]:
    """Give for each kind of noise the true pairs that have it, and those missed."""
    all_, missed = Counter[str](), Counter[str]()
    for a, b in pairs_of(truth):
        for kind in (kinds[a] | kinds[b]) or {"nothing wrong"}:
            all_[kind] += 1
            missed[kind] += said[a] != said[b]
    return [(kind, n, missed[kind]) for kind, n in all_.most_common()]


def false_pairs(
    truth: Mapping[str, str], said: Mapping[str, str], noise: "Noise"
) -> list[tuple[str, int]]:
    """Give for each kind of two people taken for one how many pairs of records."""
    kinds = Counter(
        noise.between(a, b) for a, b in pairs_of(said) if truth[a] != truth[b]
    )
    return kinds.most_common()


def upper_bound(
    truth: Mapping[str, str],
    kinds: Mapping[str, set[str]],
    blind: frozenset[str] = BLIND,
) -> float:
    """Give the share of true pairs with a record that is blind in one of these ways."""
    pairs = [
        any(of & blind and "given beside kin" not in of for of in (kinds[a], kinds[b]))
        for a, b in pairs_of(truth)
    ]
    return share(sum(pairs), len(pairs)) if pairs else 0.0


def read_truth(path: Path) -> dict[str, str]:
    """Read who each record is."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        return {f"{row['list']}:{row['id']}": row["person"] for row in rows}


def read_clusters(path: Path, truth: Mapping[str, str]) -> dict[str, str]:
    """Read who each record is said to be; a record not named stands alone."""
    said = {record: f"alone {record}" for record in truth}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("{"):
                continue
            row = json.loads(line)
            if row["record"] not in truth:
                sys.exit(f"expected a record of the truth, found {row['record']!r}")
            said[row["record"]] = row["person"]
    return said


@dataclass(frozen=True, slots=True)
class Noise:
    """Of each record what went wrong, its script, and whose kin the person was."""

    kinds: Mapping[str, set[str]]
    scripts: Mapping[str, str]
    kin: Mapping[str, tuple[str, str, str]]

    def between(self, a: str, b: str) -> str:
        """Say what two people have in common, and whether a record names nobody."""
        (house, clan, bears), (house_b, clan_b, bears_b) = self.kin[a], self.kin[b]
        where = " in one list" if list_of(a) == list_of(b) else ""
        if (self.kinds[a] | self.kinds[b]) & BLIND:
            return f"a record that names nobody{where}"
        if bears == bears_b:
            return f"strangers of one name{where}"
        if house == house_b:
            return f"one household{where}"
        return f"{'kin, another house' if clan == clan_b else 'strangers'}{where}"


def read_noise(path: Path) -> Noise:
    """Read what went wrong in each record, and whose kin the person was."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return Noise(
        {row["record"]: set(filter(None, row["kinds"].split(";"))) for row in rows},
        {row["record"]: row["script"] for row in rows},
        {row["record"]: (row["house"], row["clan"], row["bears"]) for row in rows},
    )


def report(truth: Mapping[str, str], said: Mapping[str, str]) -> dict[str, object]:
    """Give the main figures, as a form for programs."""
    pairs, records = pair_rates(truth, said), b_cubed(truth, said)
    return {
        "pair_precision": pairs.precision,
        "pair_recall": pairs.recall,
        "pair_f1": pairs.f1,
        "b_cubed_f1": records.f1,
        "overlap_error": overlap_error(truth, said),
        "persons": len(set(truth.values())),
        "persons_said": len({said[record] for record in truth}),
    }

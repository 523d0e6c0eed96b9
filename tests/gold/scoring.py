"""How far a reader's claims are those a person coded: pairs, fields and groups."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gold.assignment import best_pairs
from gold.coded import CodedClaim, CodedReport
from gold.fields import FIELDS, acts_agree, numbers_agree, tellers_agree
from gold.words import content
from tasjil.model.acts import Level
from tasjil.model.claim import Claim
from tasjil.read.context import ReadingContext
from tasjil.read.door import NoReader, read

_OWN_WORDS = ("quantity", "victims", "names", "act")
ERRORS = (
    "missed",
    "spurious",
    "act",
    "number",
    "level",
    "teller",
    "stance",
    "group",
    "date",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A coded claim and what a reader said beside it."""

    coded: CodedClaim
    said: Claim


@dataclass(frozen=True, slots=True)
class Paired:
    """One report: pairs, coded claims nobody read, and claims nobody coded."""

    report: CodedReport
    pairs: tuple[Pair, ...]
    missed: tuple[CodedClaim, ...]
    spurious: tuple[Claim, ...]


@dataclass(slots=True)
class Share:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.of += 1

    @property
    def percent(self) -> float:
        """From 0 to 100; nothing of nothing is 100."""
        return 100 * self.right / self.of if self.of else 100.0


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision and recall of one way to be right, and their harmonic mean."""

    right: int
    said: int
    coded: int

    @property
    def precision(self) -> float:
        """Of what was said, how much is right, in percent."""
        return 100 * self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Of what was coded, how much was found right, in percent."""
        return 100 * self.right / self.coded if self.coded else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean; nothing said where nothing was coded is right."""
        if not self.said and not self.coded:
            return 100.0
        return 200 * self.right / (self.said + self.coded)


@dataclass(slots=True)
class Score:
    """What a reader reaches on a set of reports.

    Attributes:
        rates: Precision and recall by what must be right beside the act.
        fields: For each field, the share of pairs where it is right.
        grouping: B-cubed F1 of groups over the pairs, in percent.
        errors: How many of each class.
    """

    rates: dict[str, Rate]
    fields: dict[str, Share]
    grouping: float
    errors: Counter[str] = field(default_factory=Counter)


def said_of(coded: CodedReport) -> tuple[Claim, ...]:
    """What the reader says of a report; nothing where there is no reader yet."""
    teller = coded.report.publisher
    tellers = {teller: coded.publisher_kind} if teller else {}
    try:
        return read(coded.report, ReadingContext(tellers=tellers)).claims
    except NoReader:
        return ()


def pair(report: CodedReport, said: Sequence[Claim]) -> Paired:
    """Pair each coded claim with at most one of the reader's, as well as can be."""
    worth = [[_worth(coded, claim) for claim in said] for coded in report.claims]
    found = best_pairs(worth)
    rows, columns = {r for r, _ in found}, {c for _, c in found}
    return Paired(
        report,
        tuple(Pair(report.claims[r], said[c]) for r, c in found),
        tuple(c for i, c in enumerate(report.claims) if i not in rows),
        tuple(c for i, c in enumerate(said) if i not in columns),
    )


def _worth(coded: CodedClaim, said: Claim) -> float:
    """How well two claims go together; 0 where their words do not meet."""
    if not any(s < coded.end and coded.start < e for s, e in _spans(said)):
        return 0.0
    ours, theirs = content(coded.victims), content(said.victims.text or "")
    alike = len(ours & theirs) / max(len(ours | theirs), 1)
    number, act = numbers_agree(coded, said), acts_agree(coded, said)
    return 1.0 + 4.0 * number + 3.0 * act + alike


def _spans(said: Claim) -> list[tuple[int, int]]:
    """The words a claim stands on: its own, or else its passage."""
    own = [said.spans[key] for key in _OWN_WORDS if key in said.spans]
    return own or [(said.passage.start, said.passage.end)]


_RATES: Mapping[str, Callable[[Pair], bool]] = {
    "claims": lambda p: True,
    "number right": lambda p: numbers_agree(p.coded, p.said),
    "first teller right": lambda p: tellers_agree(p.coded, p.said),
    "stance right": lambda p: p.coded.stance is p.said.stance,
    "first teller and stance": lambda p: (
        tellers_agree(p.coded, p.said) and p.coded.stance is p.said.stance
    ),
}


def score(reports: Iterable[Paired]) -> Score:
    """Add up what a reader reaches over reports."""
    paired = list(reports)
    pairs = [p for each in paired for p in each.pairs]
    coded = sum(len(each.report.claims) for each in paired)
    said = sum(len(each.pairs) + len(each.spurious) for each in paired)
    same = [p for p in pairs if acts_agree(p.coded, p.said)]
    fields = {name: Share() for name in FIELDS} | {"part of": Share()}
    for p in pairs:
        for name, agrees in FIELDS.items():
            fields[name].add(agrees(p.coded, p.said))
    for each in paired:
        for right in parts_right(each.pairs):
            fields["part of"].add(right)
    rates = {n: Rate(sum(map(ok, same)), said, coded) for n, ok in _RATES.items()}
    errors = Counter(kind for each in paired for kind, *_ in errors_of(each))
    return Score(rates, fields, b_cubed([each.pairs for each in paired]), errors)


def b_cubed(reports: Iterable[Sequence[Pair]]) -> float:
    """B-cubed F1 of groups (Bagga and Baldwin 1998), over all pairs, in percent."""
    precision = recall = 0.0
    count = 0
    for pairs in reports:
        for one in pairs:
            ours = [p for p in pairs if p.coded.group == one.coded.group]
            theirs = [p for p in pairs if p.said.group == one.said.group]
            both = sum(p.said.group == one.said.group for p in ours)
            precision += both / len(theirs)
            recall += both / len(ours)
            count += 1
    if not count:
        return 0.0
    return 100 * 2 * precision * recall / ((precision + recall) * count)


def parts_right(pairs: Sequence[Pair]) -> list[bool]:
    """For each pair, whether it is a part of the whole it was coded a part of.

    A pair whose coded whole was not read is left out.
    """
    found = []
    for one in pairs:
        meant = {p.coded.group for p in pairs if p.said.group == one.said.part_of}
        if not one.coded.part_of:
            found.append(one.said.part_of is None)
        elif any(p.coded.group == one.coded.part_of for p in pairs):
            found.append(one.coded.part_of in meant)
    return found


def errors_of(paired: Paired) -> list[tuple[str, CodedClaim | None, Claim | None]]:
    """Everything that is wrong in one report, by class, with both sides."""
    found: list[tuple[str, CodedClaim | None, Claim | None]] = []
    found += [("missed", coded, None) for coded in paired.missed]
    found += [("spurious", None, said) for said in paired.spurious]
    for p in paired.pairs:
        found += [(kind, p.coded, p.said) for kind in _wrong(p, paired.pairs)]
    return sorted(found, key=lambda error: ERRORS.index(error[0]))


def _wrong(p: Pair, pairs: Sequence[Pair]) -> list[str]:
    """The classes of what is wrong with one pair."""
    ours = {id(o) for o in pairs if o.coded.group == p.coded.group}
    theirs = {id(o) for o in pairs if o.said.group == p.said.group}
    right = {
        "act": acts_agree(p.coded, p.said),
        "number": numbers_agree(p.coded, p.said),
        "level": Level(p.coded.level) is p.said.level,
        "teller": tellers_agree(p.coded, p.said),
        "stance": p.coded.stance is p.said.stance,
        "group": ours == theirs,
        "date": FIELDS["date"](p.coded, p.said),
    }
    return [kind for kind, ok in right.items() if not ok]

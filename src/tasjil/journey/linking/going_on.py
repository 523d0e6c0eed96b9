"""Goes on from a case's last linking, so that only what is new is compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from tasjil.journey.linking.people import Bin
from tasjil.journey.linking.records import CaseRecords
from tasjil.journey.linking.work import (
    KeptWork,
    Learned,
    told_digest,
    unpack_columns,
)
from tasjil.journey.program import PROGRAM
from tasjil.link.compare.columns import prepare
from tasjil.link.linking import Linked, LinkSettings, link_records
from tasjil.link.relinking import relink
from tasjil.link.score.calibration import Reliability
from tasjil.link.score.model import Model
from tasjil.link.work import Work
from tasjil.model.ids import RecordId
from tasjil.model.judgement import Judgement
from tasjil.model.particulars import Particulars
from tasjil.register.persons import KeptPerson, LastLinking

MOST_NEW = 0.2
"""The share of new records beyond which what was learned of the others is too old."""

NO_LIST = "\N{SYMBOL FOR NULL}"
"""The list of records that are gone or changed."""


@dataclass(frozen=True, slots=True)
class Before:
    """What the register holds of a case's last linking."""

    last: LastLinking | None
    work: KeptWork | None
    columns: bytes | None
    persons: Mapping[RecordId, KeptPerson]


@dataclass(frozen=True, slots=True)
class Done:
    """A linking of a case, whole or gone on with.

    Attributes:
        learned: What the next one goes on from.
        compared: Pairs that were looked at for what is new; None where it is whole.
        how: In a sentence, for the person who waits; "" for the first one.
    """

    linked: Linked
    work: Work
    learned: Learned
    compared: int | None
    how: str


def go_on(
    records: CaseRecords,
    words: Sequence[Judgement],
    settings: LinkSettings,
    before: Before,
) -> Done:
    """Link a case: what is new beside what was compared before, or all of it anew.

    Args:
        records: Everybody the case tells of now.
        words: What people said of records, oldest first.
        settings: How.
        before: What the last linking left.
    """
    asked, keeping = asked_digest(settings), replace(settings, keep=True)
    fresh = _fresh(records, before)
    anew = _why_anew(records, before, asked, len(fresh))
    compared = None
    if anew is None and before.last is not None and before.work is not None:
        work = _work(records, before, before.work, fresh)
        shown = _reliability(before.work)
        done = relink(
            work, records.told, judgements=words, reliability=shown, settings=keeping
        )
        linked, compared = done.linked, done.compared
        anew = (
            f"New or changed records: {len(fresh):,} of {len(records.told):,}; pairs "
            f"compared for them: {compared:,}. What was learned before stands."
        )
    else:
        linked = link_records(
            records.told, clean=records.clean, judgements=words, settings=keeping
        )
    assert linked.work is not None, "it was to be kept"
    learned = Learned.of(linked.work, PROGRAM, asked)
    return Done(linked, linked.work, learned, compared, anew or "")


def asked_digest(settings: LinkSettings) -> str:
    """Digest how a linking was asked for."""
    model = None if settings.model is None else settings.model.to_json()
    told = repr((settings.seed, model, settings.limits))
    return sha256(told.encode()).hexdigest()[:16]


def _fresh(records: CaseRecords, before: Before) -> frozenset[RecordId]:
    """Give the records that are new, or tell something else than before."""
    kept = before.persons
    return frozenset(
        each.record
        for each in records.told
        if each.record not in kept or kept[each.record].told != told_digest(each)
    )


def _why_anew(
    records: CaseRecords, before: Before, asked: str, fresh: int
) -> str | None:
    """Say why nothing of before can be gone on from; None where it can."""
    if before.last is None:
        return ""
    work = before.work
    if work is None:
        return _all("the pairs of the last linking are gone, with what was erased")
    if work.learned.program != PROGRAM:
        return _all("another version of the program linked them last")
    if work.learned.asked != asked or not _model(before.last).comparisons:
        return _all("it was asked for in another way, or there was nothing to learn")
    said, found = work.learned.said, work.learned.found
    told = {name: word for name, word in records.clean.items() if word is not None}
    lists = {each.list for each in records.told}
    if not lists <= said.keys() | found.keys():
        return _all("a list is new")
    if any(said.get(name) != told.get(name) for name in lists):
        return _all("it is told otherwise who may stand on a list twice")
    if fresh > MOST_NEW * len(records.told):
        return _all("more than a fifth of them are new or changed")
    return None


def _all(why: str) -> str:
    return f"All records are compared anew: {why}."


def _model(last: LastLinking) -> Model:
    return Model.from_json(last.model.decode())


def _work(
    records: CaseRecords,
    before: Before,
    kept: KeptWork,
    fresh: frozenset[RecordId],
) -> Work:
    """Lay out the last linking again; what its records told is told by them again."""
    now = {each.record: each for each in records.told if each.record not in fresh}
    # A record that is gone or changed keeps its place, and tells nothing, on a list
    # that nobody has: so it is never taken for one that is there.
    told = tuple(now.get(id) or Particulars(id, NO_LIST) for id in kept.records)
    learned, columns = kept.learned, before.columns
    assert before.last is not None, "somebody linked before"
    return Work(
        told,
        prepare(told) if columns is None else unpack_columns(columns),
        learned.filled,
        learned.said,
        learned.found,
        _model(before.last),
        learned.calibration,
        learned.measure,
        replace(kept.pairs, probability=kept.plain),
        kept.labels,
        kept.certainty,
        learned.doubtful,
        learned.taught,
    )


def _reliability(kept: KeptWork) -> Reliability:
    bins = [Bin(**each) for each in kept.beside.get("reliability", ())]
    return Reliability(
        tuple(each.said for each in bins),
        tuple(each.held for each in bins),
        tuple(int(each.pairs) for each in bins),
    )

"""A linking brought up to date: only what is new is compared, all are put together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tasjil.link.adding import Fresh, compare_fresh
from tasjil.link.linking import Linked, LinkSettings, as_they_came, put_together
from tasjil.link.persons.marks import marks_of
from tasjil.link.persons.told import told_of
from tasjil.link.review.answers import answers_of
from tasjil.link.score.calibration import Reliability
from tasjil.link.score.weighing import by_name
from tasjil.link.work import Work
from tasjil.model.judgement import Judgement
from tasjil.model.particulars import Particulars


@dataclass(frozen=True, slots=True, eq=False)
class Relinked:
    """A linking that was brought up to date, and what it took.

    Attributes:
        linked: Who is whom now, with the work to go on from.
        fresh: Records that were new or told something else.
        compared: Pairs that were looked at for them.
    """

    linked: Linked
    fresh: int
    compared: int


def relink(
    work: Work,
    records: Sequence[Particulars],
    *,
    judgements: Sequence[Judgement] = (),
    reliability: Reliability,
    settings: LinkSettings | None = None,
) -> Relinked:
    """Link records of which most were compared before, by the model learned then.

    Who is one is decided anew for everybody, as a whole linking by the same weights
    would: words that people said, or took back, count as if they had always been so.
    What takes long, comparing, is done for what is new alone.

    Args:
        work: From `link_records` with `keep`, or from here.
        records: All that there are now; those that are left out are gone.
        judgements: What people said about pairs of records, oldest first.
        reliability: How well the probabilities held when the model was learned.
        settings: How; the model of the work before stands.

    Raises:
        BadValue: Two records have one id, or there is no model to go by.
    """
    chosen = settings or LinkSettings()
    new = compare_fresh(work, records, chosen)
    linked = _together(work, new, judgements, reliability, chosen)
    return Relinked(as_they_came(linked, new.order), new.fresh, new.compared)


def _together(
    work: Work,
    new: Fresh,
    judgements: Sequence[Judgement],
    reliability: Reliability,
    chosen: LinkSettings,
) -> Linked:
    ids = [each.record for each in new.told]
    lists, places = np.unique([each.list for each in new.told], return_inverse=True)
    names, numbers = lists.tolist(), places.astype(np.int32)
    there = set(names)
    said = {name: word for name, word in work.said.items() if name in there}
    found = {name: word for name, word in work.found.items() if name in there}
    pairs, persons = put_together(
        new.pairs,
        marks_of(new.told, said, [name for name, word in found.items() if word]),
        (told_of(judgements, ids), answers_of(judgements, ids)),
        (numbers, by_name(names, said | found)),
        chosen.seed,
    )
    after = replace(
        work,
        told=new.told,
        table=new.table,
        pairs=new.pairs,
        measure=persons.measure,
        labels=persons.labels,
        certainty=persons.certainty[persons.labels],
    )
    return Linked(
        records=tuple(ids),
        lists=tuple(names),
        list_of=numbers,
        clean=said | found,
        labels=persons.labels,
        pairs=pairs,
        model=work.model,
        calibration=work.calibration,
        reliability=reliability,
        doubtful=persons.doubtful,
        certainty=persons.certainty,
        not_compared=new.not_compared,
        work=after,
    )

"""A linking brought up to date: only what is new is compared, and whom it touches."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tasjil.link.adding import Fresh, compare_fresh
from tasjil.link.linking import Linked, LinkSettings, as_they_came, put_together
from tasjil.link.persons.marks import marks_of
from tasjil.link.persons.told import Told, told_of
from tasjil.link.review.answers import answers_of
from tasjil.link.review.learning import Answer
from tasjil.link.score.calibration import Reliability
from tasjil.link.score.weighing import by_name, numbers_replaced
from tasjil.link.touched import Together, put_touched_together
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
        touched: Records that were put together anew.
    """

    linked: Linked
    fresh: int
    compared: int
    touched: int


def relink(
    work: Work,
    records: Sequence[Particulars],
    *,
    judgements: Sequence[Judgement] = (),
    reliability: Reliability,
    settings: LinkSettings | None = None,
) -> Relinked:
    """Link records of which most were compared before, by the model learned then.

    Only records that are new, or tell something else than before, are compared, and
    only persons that hang together with them, or with records that are gone, are put
    together anew. It comes out as a whole linking by the same weights would, but for
    tangles too large to look at all their linkages, where chance is drawn anew. What
    people said teaches all pairs: where anybody has, or took it back, all are put
    together anew, from the pairs as they were compared.

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
    lists = _lists_of(work, new)
    answers = answers_of(judgements, [each.record for each in new.told])
    if answers or work.taught:
        held = told_of(judgements, [each.record for each in new.told]), answers
        together = _all_together(new, lists, held, chosen.seed)
    else:
        together = put_touched_together(
            work, new, lists.said, lists.likely, work.model.seed
        )
    after = replace(
        work,
        told=new.told,
        table=new.table,
        pairs=new.pairs,
        measure=together.measure,
        labels=together.labels,
        certainty=together.certainty[together.labels],
        doubtful=together.doubtful,
        taught=bool(answers),
    )
    linked = _linked(after, new, lists, together, reliability)
    came = as_they_came(linked, new.order)
    return Relinked(came, new.fresh, new.compared, together.touched)


@dataclass(frozen=True, slots=True, eq=False)
class _Lists:
    """The lists that are there, by name, who stands on which, and numbers replaced."""

    names: list[str]
    of: NDArray[np.int32]
    said: dict[str, bool]
    found: dict[str, bool]
    replaced: frozenset[str]

    @property
    def clean(self) -> dict[str, bool]:
        return self.said | self.found

    @property
    def likely(self) -> list[str]:
        return [name for name, clean in self.found.items() if clean]


def _lists_of(work: Work, new: Fresh) -> _Lists:
    lists, places = np.unique([each.list for each in new.told], return_inverse=True)
    names = lists.tolist()
    there = set(names)
    said = {name: word for name, word in work.said.items() if name in there}
    found = {name: word for name, word in work.found.items() if name in there}
    replaced = numbers_replaced(work.model.comparisons)
    return _Lists(names, places.astype(np.int32), said, found, replaced)


def _all_together(
    new: Fresh, lists: _Lists, words: tuple[Told, tuple[Answer, ...]], seed: int
) -> Together:
    """Put all together, by what answers teach; the measure of before is not theirs."""
    marks = marks_of(new.told, lists.said, lists.likely, lists.replaced)
    standing = lists.of, by_name(lists.names, lists.clean)
    pairs, persons = put_together(new.pairs, marks, words, standing, seed)
    return Together(
        pairs,
        persons.labels,
        persons.certainty,
        persons.doubtful,
        persons.measure,
        len(persons.labels),
    )


def _linked(
    after: Work,
    new: Fresh,
    lists: _Lists,
    together: Together,
    reliability: Reliability,
) -> Linked:
    return Linked(
        records=tuple(each.record for each in new.told),
        lists=tuple(lists.names),
        list_of=lists.of,
        clean=lists.clean,
        labels=together.labels,
        pairs=together.pairs,
        model=after.model,
        calibration=after.calibration,
        reliability=reliability,
        doubtful=together.doubtful,
        certainty=together.certainty,
        not_compared=new.not_compared,
        work=after,
    )

"""Records added to a linking: little is done anew, and the outcome is that of all."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.errors import BadValue
from tasjil.link.linking import LinkSettings, link_records
from tasjil.link.pairs import Pairs
from tasjil.link.relinking import relink
from tasjil.link.score.calibration import Reliability
from tasjil.link.work import Work
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.model.particulars import Particulars
from tasjil.model.persons import AgeRange, Sex

STARTS = ("da", "ve", "mi", "ro", "sa", "tu", "ka", "li", "no", "be")
ENDS = ("ren", "lla", "mar", "dis", "vek", "tor", "nia", "sol")


def lumenians(count: int, seed: int = 1) -> list[Particulars]:
    """Two lists of invented persons; half of them stand on both."""
    chance = np.random.default_rng(seed)
    told = []
    for nth in range(count):
        name = " ".join(
            (
                chance.choice(STARTS) + chance.choice(STARTS) + chance.choice(ENDS)
            ).title()
            for _ in range(3)
        )
        day = f"2031-{chance.integers(1, 13):02}-{chance.integers(1, 28):02}"
        years = int(chance.integers(1, 80))
        for list_, share in (("office", 0.8), ("monitor", 0.7)):
            if chance.random() < share:
                age = years + int(chance.integers(0, 2))
                id = f"{list_}:{nth}"
                range_ = AgeRange(age, age, str(age))
                told.append(
                    Particulars(id, list_, name, sex=Sex.MAN, age=range_, died=day)
                )
    return told


@pytest.fixture(scope="module")
def records() -> list[Particulars]:
    return lumenians(450)


@pytest.fixture(scope="module")
def work(records: list[Particulars]) -> Work:
    found = link_records(records[:-12], settings=LinkSettings(keep=True)).work
    assert found is not None
    return found


def persons(records, labels) -> set[frozenset[str]]:
    found: dict[int, set[str]] = {}
    for record, label in zip(records, labels.tolist(), strict=True):
        found.setdefault(label, set()).add(record.record)
    return {frozenset(each) for each in found.values()}


def of_nothing(work: Work) -> Work:
    """The same model, map and measure, and no records yet."""
    none = np.empty(0, np.int32)
    pairs = work.pairs
    return replace(
        work,
        told=(),
        table=work.table.slice(0, 0),
        pairs=Pairs(
            none, none, np.empty(0), np.empty(0), pairs.levels[:0], pairs.comparisons
        ),
        labels=none,
        certainty=np.empty(0),
    )


def two_cousins(work: Work) -> tuple[frozenset[str], Judgement]:
    """Two records that were put together, and the word that they are two."""
    one = next(each for each in persons(work.told, work.labels) if len(each) == 2)
    a, b = sorted(one)
    word = Judgement(
        PairKind.RECORDS, a, b, Verdict.DIFFERENT, "salma",
        "2031-03-20T09:00:00+02:00", "two cousins of one name",
    )  # fmt: skip
    return one, word


def brought_up_to_date(work, records, judgements=()):
    none = Reliability((), (), ())
    return relink(work, records, judgements=judgements, reliability=none)


def test_nothing_new_compares_nothing_and_moves_nobody(records, work):
    again = brought_up_to_date(work, records[:-12])
    assert (again.fresh, again.compared, again.touched) == (0, 0, 0)
    assert np.array_equal(again.linked.work.labels, work.labels)
    assert np.array_equal(again.linked.work.certainty, work.certainty)
    assert again.linked.doubtful == work.doubtful


def test_taking_added_records_out_again_leaves_what_was_before(records, work):
    more = brought_up_to_date(work, records).linked.work
    back = brought_up_to_date(more, records[:-12]).linked.work
    assert persons(back.told, back.labels) == persons(work.told, work.labels)
    assert np.allclose(back.certainty, work.certainty)


def test_a_record_that_tells_something_else_is_compared_again(records, work):
    changed = replace(records[0], name="Norodis Kabetor Lisaven", died="2019-01-01")
    found = brought_up_to_date(work, [changed, *records[1:-12]])
    assert found.fresh == 1
    after = found.linked.work
    alone = next(
        each for each in persons(after.told, after.labels) if changed.record in each
    )
    assert alone == {changed.record}


def test_peoples_word_on_records_of_before_holds_when_others_are_added(records, work):
    one, word = two_cousins(work)
    found = brought_up_to_date(work, records, [word])
    assert one not in persons(records, found.linked.labels)


def test_a_linking_that_learned_nothing_cannot_be_added_to(work):
    empty = replace(work, model=replace(work.model, comparisons={}))
    with pytest.raises(BadValue, match="learned a model"):
        brought_up_to_date(empty, [])


@settings(max_examples=6, deadline=None)
@given(
    order=st.permutations(range(12)),
    cuts=st.sets(st.integers(1, 11), max_size=3),
)
def test_in_whatever_order_records_come_the_persons_are_the_same(
    records, work, order, cuts
):
    """By the model learned before; learned anew from more records, it would differ."""
    there, late = list(records[:-12]), [records[-12:][at] for at in order]
    now = work
    for low, high in pairwise((0, *sorted(cuts), 12)):
        there += late[low:high]
        now = brought_up_to_date(now, there).linked.work
    once = brought_up_to_date(work, records).linked.work
    assert persons(now.told, now.labels) == persons(once.told, once.labels)
    assert now.pairs.left.tolist() == once.pairs.left.tolist()
    assert np.allclose(now.pairs.probability, once.pairs.probability, atol=0.02)


def test_bringing_up_to_date_gives_what_linking_all_by_the_same_model_gives(
    records, work
):
    few = brought_up_to_date(work, records)
    whole = brought_up_to_date(of_nothing(work), records)
    assert few.linked.labels.tolist() == whole.linked.labels.tolist()
    assert few.linked.doubtful == whole.linked.doubtful
    assert np.allclose(few.linked.certainty, whole.linked.certainty)
    assert few.fresh == 12
    assert few.compared < 0.05 * whole.compared
    assert few.touched < 0.1 * len(records)
    assert whole.touched == len(records)


def test_a_word_is_heard_and_forgotten_without_comparing_again(records, work):
    there = records[:-12]
    one, word = two_cousins(work)
    told = brought_up_to_date(work, there, [word])
    assert told.compared == 0
    assert one not in persons(there, told.linked.labels)
    forgotten = brought_up_to_date(told.linked.work, there)
    assert forgotten.compared == 0
    assert persons(there, forgotten.linked.labels) == persons(work.told, work.labels)


def test_bringing_up_to_date_does_not_look_at_the_order_of_records(records, work):
    turned = records[::-1]
    one, other = (brought_up_to_date(work, each).linked for each in (records, turned))
    assert persons(records, one.labels) == persons(turned, other.labels)
    assert other.records == tuple(each.record for each in turned)

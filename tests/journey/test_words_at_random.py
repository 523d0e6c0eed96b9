"""Whatever people say and take back of records, the log alone tells who is whom."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lumenia import lumenia
from test_linking_a_case import CIVIL, HOSPITAL, REPORTS, write_list

from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.linking.case import people_kept
from tasjil.journey.linking.judging import Said, judge, undo
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence
from tasjil.model.judgement import Verdict
from tasjil.register.register import Register

NOON = datetime(2031, 6, 1, 12, tzinfo=UTC)
PAIRS = (
    ("civil:1", "hospital:2"),
    ("civil:3", "hospital:3"),
    ("civil:2", "hospital:4"),
    ("hospital:2", "hospital:3"),
)


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    made = lumenia(tmp_path_factory.mktemp("once") / "varesh", REPORTS)
    (made / "lists").mkdir()
    write_list(made, "hospital", HOSPITAL)
    write_list(made, "civil", CIVIL)
    build_case(open_case(made), Key(), None, Silence())
    return open_case(made)


def persons(case):
    with Register.open(case.register_folder, Key()) as register:
        return dict(people_kept(register).persons)


def tables_are_what_the_log_says(case):
    with Register.open(case.register_folder, Key()) as register:
        before = register.table_digests()
        assert register.rebuild() == before
        assert register.verify().entries == register.head().size


@pytest.mark.slow
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    words=st.lists(
        st.tuples(st.sampled_from(PAIRS), st.sampled_from(Verdict)),
        min_size=1,
        max_size=3,
        unique_by=lambda word: word[0],
    ),
    order=st.randoms(use_true_random=False),
)
def test_words_and_their_taking_back_leave_persons_as_they_were(case, words, order):
    before, at = persons(case), NOON
    for pair, verdict in words:
        at += timedelta(minutes=1)
        judge(case, Key(), Said(*pair, verdict, "as told"), at, Silence())
        held = persons(case)
        if verdict is Verdict.DIFFERENT:
            assert held[pair[0]] != held[pair[1]]
        tables_are_what_the_log_says(case)
    backwards = list(words)
    order.shuffle(backwards)
    for pair, _ in backwards:
        at += timedelta(minutes=1)
        undo(case, Key(), pair, "a slip", at, Silence())
    tables_are_what_the_log_says(case)
    assert persons(case) == before

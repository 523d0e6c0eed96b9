"""Laws of the log, over random histories."""

import hashlib
import json

import pytest
import rfc8785
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasjil.errors import BadValue
from tasjil.model.judgement import DECIDED
from tasjil.register import actions
from tasjil.register.actions import Reading
from tasjil.register.canonical import is_canonical, leaf, leaf_digest
from tasjil.register.entry import EntryKind, NewEntry

TOLD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(-1e15, 1e15)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(
    st.integers(1, 2**40),
    st.text(),
    st.none() | st.text(),
    st.dictionaries(st.text(), TOLD),
)
def test_a_leaf_is_the_canonical_json_of_the_whole_entry(seq, by, because, body):
    fields = {"seq": seq, "kind": "k", "at": "t", "by": by}
    fields |= {"because": because, "previous": "p"}
    text = rfc8785.dumps(body).decode()
    whole = rfc8785.dumps({**fields, "body": json.loads(text)})
    assert leaf(fields, text) == whole
    assert leaf_digest(fields, text) == hashlib.sha256(b"\x00" + whole).hexdigest()


@given(st.dictionaries(st.text(), TOLD | st.floats()))
def test_what_enters_the_log_can_be_written_again_to_the_same_bytes(body):
    try:
        text, _ = NewEntry(EntryKind.LIST_IMPORTED, body).sealed()
    except BadValue:
        return
    assert rfc8785.dumps(json.loads(text)).decode() == text


@given(st.dictionaries(st.text(), TOLD), st.integers(0, 99), st.sampled_from(" 0.,"))
def test_the_fast_way_and_the_long_way_agree_on_what_is_canonical(body, at, put_in):
    text = rfc8785.dumps(body).decode()
    assert is_canonical(text)
    changed = text[:at] + put_in + text[at:]
    try:
        read = json.loads(changed)
        expected = rfc8785.dumps(read).decode() == changed
    except (ValueError, rfc8785.CanonicalizationError):
        return
    assert is_canonical(changed) == expected


@given(st.characters(codec="utf-8"))
def test_every_letter_is_written_as_the_standard_says(letter):
    body = {letter: letter}
    assert NewEntry(EntryKind.LIST_IMPORTED, body).sealed()[0].encode() == (
        rfc8785.dumps(body)
    )


def test_a_number_that_json_cannot_keep_whole_is_refused():
    for number in (2.0**53, 2**53, float("nan"), float("inf")):
        with pytest.raises(BadValue, match="RFC 8785"):
            NewEntry(EntryKind.LIST_IMPORTED, {"n": number}).sealed()


STEP = st.one_of(
    st.tuples(st.just("capture"), st.integers(0, 2)),
    st.tuples(
        st.just("read"),
        st.integers(0, 2),
        st.sampled_from(["english/1", "english/2"]),
        st.lists(st.integers(0, 4), unique=True),
    ),
    st.tuples(
        st.just("judge"),
        st.integers(0, 2),
        st.integers(0, 4),
        st.sampled_from(sorted(DECIDED)),
    ),
    st.tuples(st.just("scope"), st.integers(0, 2)),
)


class Expected:
    """The rules in plain words and plain dicts, to hold the register against."""

    def __init__(self, lumenia):
        self.lumenia = lumenia
        self.reports = {}
        self.claims = {}
        self.history: list[list[NewEntry]] = []

    def take(self, step):
        getattr(self, step[0])(*step[1:])

    def capture(self, number):
        report, original = self.lumenia.report(number)
        if report.id not in self.reports:
            self.reports[report.id] = report
            self.history.append([actions.captured(report, original)])

    def read(self, number, reader, numbers):
        report, _ = self.lumenia.report(number)
        if report.id not in self.reports:
            return
        found = [self.lumenia.claim(report, each, reader) for each in numbers]
        for id, (claim, state) in list(self.claims.items()):
            if claim.report == report.id and state == "proposed":
                del self.claims[id]
        for claim in found:
            self.claims.setdefault(claim.id, (claim, "proposed"))
        reading = Reading(report.id, reader, tuple(found))
        self.history.append(list(actions.read(reading)))

    def judge(self, report, number, state):
        claim = self.lumenia.claim(self.lumenia.report(report)[0], number)
        if claim.id in self.claims:
            self.claims[claim.id] = (self.claims[claim.id][0], state)
            judgement = self.lumenia.judgement(claim, state)
            self.history.append([actions.judged(judgement)])

    def scope(self, number):
        self.history.append([actions.scoped({"number": number})])


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(STEP, max_size=25))
def test_however_a_history_is_kept_the_tables_are_the_same(
    new_register, lumenia, steps
):
    expected = Expected(lumenia)
    for step in steps:
        expected.take(step)
    one_by_one, at_once = new_register(), new_register()
    for action in expected.history:
        one_by_one.append(action, "lead", lumenia.noon)
    whole = [entry for action in expected.history for entry in action]
    at_once.append(whole, "lead", lumenia.noon)

    kept = {claim.id: (claim, state) for claim, state in one_by_one.claims()}
    assert kept == expected.claims
    assert one_by_one.table_digests() == at_once.table_digests()
    assert list(one_by_one.entries()) == list(at_once.entries())
    for register in (one_by_one, at_once):
        before = register.table_digests()
        assert register.rebuild() == before
        assert register.verify().tables == before

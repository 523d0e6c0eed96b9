"""Every noun goes to JSON and comes back as itself."""

import dataclasses
import importlib
import json
import pkgutil
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tasjil.model
from tasjil.errors import BadValue
from tasjil.model.acts import PerpetratorStance
from tasjil.model.assessment import Assessment, Dissent
from tasjil.model.claim import Claim, Perpetrator, Teller, When
from tasjil.model.consent import Consent
from tasjil.model.decision import Signature
from tasjil.model.edtf import Edtf, interval
from tasjil.model.estimate import Estimate, Interval, Refusal
from tasjil.model.identity import Identity
from tasjil.model.incident import Incident, PartTotal
from tasjil.model.json import from_json, to_json
from tasjil.model.judgement import DECIDED, ClaimJudgement, Judgement
from tasjil.model.missing import CaseGap, Gap, Missing, OpenIncident
from tasjil.model.particulars import Particulars
from tasjil.model.persons import AgeGroup, AgeRange, VictimGroup
from tasjil.model.places import Place, Where
from tasjil.model.quantity import CountRange, Quantity
from tasjil.model.reach import Nesting
from tasjil.model.reconciliation import (
    BoundRange,
    Difference,
    DifferencePart,
    Reconciliation,
    Slip,
    StatedScope,
)
from tasjil.model.record import ListRecord
from tasjil.model.release import Change, ChangeKind, Release
from tasjil.model.report import Passage, Report
from tasjil.model.scope import Codebook, Scope
from tasjil.model.sources import Source
from tasjil.model.standards.consent import ConsentUse
from tasjil.model.standings import Standings
from tasjil.model.tally import (
    AggregateStatement,
    Figure,
    IncidentCount,
    Origin,
    Row,
    Series,
    SeriesPoint,
    Tally,
)
from tasjil.model.users import User
from tasjil.model.victim import Victim

NOT_KEPT = {
    Edtf,  # kept as its text
    Nesting,  # worked out from claims each time
    Standings,  # worked out from assessments each time
    *(CaseGap, Gap, Missing, OpenIncident),  # worked out from the count each time
}

words = st.text(min_size=1, max_size=12).filter(str.strip)
digests = st.text("0123456789abcdef", min_size=4, max_size=4).map("sha256:".__add__)
counts = st.integers(0, 10**6)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
dates = st.builds(interval, st.just(None), days) | days.map(date.isoformat)
moments = st.datetimes(
    datetime(2000, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)
).map(datetime.isoformat)
ids = st.lists(words, unique=True, max_size=3).map(tuple)
some_ids = st.lists(words, unique=True, min_size=1, max_size=3).map(tuple)
numbers = st.integers(-(10**6), 10**6) | st.floats(allow_nan=False)
plain_dicts = st.dictionaries(words, numbers | words | st.none(), max_size=3)
decided = {"by": words, "at": moments, "because": words}


def noun(kind: type, **given: Any) -> st.SearchStrategy:
    """Fill every field of a noun, those with a default too."""
    fields = {field.name: ... for field in dataclasses.fields(kind)}
    return st.builds(kind, **(fields | given))


def rising(*names: str, kind: type, **given: Any) -> st.SearchStrategy:
    """Make a noun whose named fields rise; the last of them may be open."""

    def build(numbers: list[int], is_open: bool, others: dict[str, Any]) -> Any:
        ends = dict(zip(names, sorted(numbers), strict=True))
        if is_open:
            ends[names[-1]] = None
        return kind(**ends, **others)

    # Deferred: the nouns inside this one may not be registered yet.
    rest = {
        field.name: st.deferred(lambda of=field.type: st.from_type(of))
        for field in dataclasses.fields(kind)
        if field.name not in names
    } | given
    several = st.lists(counts, min_size=len(names), max_size=len(names))
    return st.builds(build, several, st.booleans(), st.fixed_dictionaries(rest))


passages = st.builds(
    lambda start, quote: Passage(start, start + len(quote), quote), counts, words
)
spans = st.tuples(counts, st.integers(1, 99)).map(lambda s: (s[0], s[0] + s[1]))
perpetrators = st.just(Perpetrator()) | noun(
    Perpetrator, text=words, stance=st.sampled_from(PerpetratorStance)
)
sources = noun(Source, id=words, name=words, relays=st.just(("another source",)))
intervals = st.builds(
    lambda ends, mean: Interval(mean, ends[1], ends[0], ends[2], 0.95),
    st.lists(st.floats(0, 1e9), min_size=3, max_size=3).map(sorted),
    st.floats(0, 1e9),
)
changes = st.builds(
    lambda what, because: Change(ChangeKind.CHANGED, what, because, "1", "2"),
    words,
    words,
)

NOUNS: dict[type, st.SearchStrategy] = {
    AgeRange: rising("low", "high", kind=AgeRange),
    VictimGroup: noun(
        VictimGroup,
        age=st.none() | st.integers(18, 130),
        age_group=st.sampled_from([AgeGroup.ADULT, AgeGroup.UNKNOWN]),
    ),
    When: noun(When, edtf=st.none() | dates),
    Perpetrator: perpetrators,
    Teller: noun(Teller),
    Quantity: rising("low", "high", kind=Quantity),
    CountRange: rising("low", "high", kind=CountRange),
    Passage: passages,
    Where: noun(Where, lat=st.floats(-90, 90), lon=st.floats(-180, 180)),
    Place: noun(
        Place,
        name=words,
        parent=st.none(),
        lat=st.floats(-90, 90),
        lon=st.floats(-180, 180),
    ),
    Source: sources,
    Report: noun(Report, id=digests, text=words, published=st.none() | dates),
    Claim: noun(
        Claim,
        part_of=st.none(),
        spans=st.dictionaries(words, spans, max_size=3),
    ),
    Incident: noun(Incident, claims=some_ids, edtf=st.none() | dates),
    PartTotal: noun(PartTotal, covers=some_ids),
    Scope: noun(
        Scope,
        edtf=st.none() | dates,
        acts=st.just(Scope().acts),
        statuses=st.just(Scope().statuses[:2]),
    ),
    Codebook: noun(Codebook),
    Signature: noun(Signature, **decided),
    ClaimJudgement: noun(
        ClaimJudgement, state=st.sampled_from(sorted(DECIDED)), **decided
    ),
    Judgement: noun(Judgement, one=st.just("a:1"), other=st.just("b:2"), **decided),
    Assessment: noun(
        Assessment,
        finding=words,
        victim=words,
        incident=st.none(),
        claims=some_ids,
        number=st.none(),
        against=st.just(()),
        second=st.none()
        | st.builds(Signature, st.just(" second"), st.just("2041-01-01T00:00Z"), words),
        **(decided | {"by": words.filter(lambda by: "second" not in by)}),
    ),
    Dissent: noun(Dissent, **decided),
    ListRecord: st.builds(
        ListRecord.of, words, st.integers(1, 999), st.just({"name": "Daren Vell"})
    ),
    Particulars: noun(
        Particulars,
        record=words,
        list=words,
        born=st.none() | dates,
        died=st.none() | dates,
    ),
    Consent: noun(
        Consent,
        uses=st.lists(st.sampled_from(ConsentUse), unique=True).map(tuple),
        when=dates,
        language=st.sampled_from(["ar", "en", "kmr"]),
    ),
    Identity: noun(Identity, names=words),
    Victim: noun(Victim, claims=some_ids, records=ids, incidents=ids),
    Interval: intervals,
    Estimate: noun(
        Estimate,
        n=st.just(0),
        data=digests,
        diagnostics=plain_dicts,
        settings=plain_dicts,
    ),
    Refusal: noun(
        Refusal,
        n=counts,
        refused=words,
        data=digests,
        diagnostics=plain_dicts,
        settings=plain_dicts,
    ),
    Change: changes,
    Release: noun(
        Release,
        id=st.just("2025-2"),
        previous=st.just("2025-1"),
        files=st.dictionaries(words, digests, min_size=1, max_size=3),
        log_head=digests,
        **decided,
    ),
    Origin: noun(Origin),
    IncidentCount: rising("floor", "ceiling", kind=IncidentCount),
    Row: rising("floor", "ceiling", kind=Row),
    Figure: rising("floor", "ceiling", kind=Figure),
    AggregateStatement: rising("low", "high", kind=AggregateStatement, claims=some_ids),
    SeriesPoint: rising("low", "high", kind=SeriesPoint),
    Series: noun(Series),
    Tally: noun(Tally),
    BoundRange: rising("low", "high", kind=BoundRange),
    StatedScope: noun(StatedScope),
    DifferencePart: noun(DifferencePart),
    Difference: noun(
        Difference, a=st.just("a"), b=st.just("b"), gap=st.none(), parts=st.just(())
    ),
    Slip: noun(Slip),
    Reconciliation: noun(Reconciliation),
    User: noun(
        User,
        id=st.from_regex(r"[a-z][a-z0-9-]{0,31}", fullmatch=True),
        own_records=st.just(False),
    ),
}
for kind, strategy in NOUNS.items():
    st.register_type_strategy(kind, strategy)


def nouns_of_the_model() -> set[type]:
    names = pkgutil.walk_packages(tasjil.model.__path__, "tasjil.model.")
    modules = [importlib.import_module(found.name) for found in names]
    return {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and dataclasses.is_dataclass(value)
    }


def test_every_noun_is_tried():
    assert set(NOUNS) == nouns_of_the_model() - NOT_KEPT


@pytest.mark.parametrize("kind", NOUNS)
def test_every_noun_is_frozen_and_takes_no_new_fields(kind):
    assert kind.__dataclass_params__.frozen
    assert "__dict__" not in dir(kind)


@pytest.mark.parametrize("kind", NOUNS)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_a_noun_comes_back_from_json_as_itself(kind, data):
    value = data.draw(NOUNS[kind])
    assert type(value) is kind
    text = json.dumps(to_json(value), ensure_ascii=False)
    assert from_json(json.loads(text), kind) == value


@pytest.mark.parametrize(
    ("plain", "kind", "reason"),
    [
        ({"low": 3, "high": 2, "text": "x"}, Quantity, "low <= high"),
        ({"low": "3", "high": 3, "text": "x"}, Quantity, "Expected `int"),
        ({"edtf": "2025-02-30"}, When, "February 2025 has 28 days"),
        ({"text": "gunmen", "stance": "sure"}, Perpetrator, "Invalid enum value"),
        ({"start": 0, "end": 3, "quote": "ab"}, Passage, "3 characters"),
        ([], Passage, "Expected `object`"),
    ],
)
def test_json_that_cannot_be_is_refused_with_the_reason(plain, kind, reason):
    with pytest.raises(BadValue, match=reason) as refusal:
        from_json(plain, kind)
    assert f"expected a {kind.__name__}" in str(refusal.value)


def test_a_claim_line_has_the_fields_of_the_stable_form():
    line = to_json(
        Claim("c1", "sha256:00", "killed", "incident", Passage(0, 1, "x"), "r/1", "g1")
    )
    # DESIGN section 8: it may gain fields, not lose them.
    assert set(line) >= {
        *("id", "report", "act", "level", "group", "part_of", "quantity", "victims"),
        *("when", "where", "perpetrator", "attribution", "stance", "passage"),
        *("spans", "reader"),
    }
    assert set(line["quantity"]) >= {"low", "high", "text", "unit"}
    assert set(line["victims"]) >= {
        *("names", "text", "age", "sex", "status", "communities", "relation")
    }
    assert set(line["when"]) >= {"edtf", "text"}
    assert set(line["perpetrator"]) >= {"text", "stance"}
    assert set(line["passage"]) >= {"start", "end", "quote"}

"""What holds for every set of reports, however they come."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.assess import independent_tellers
from tasjil.model.acts import Act, Level
from tasjil.model.scope import Scope

NUMBERS = st.one_of(
    st.none(),
    st.integers(1, 30).map(lambda n: (n, n)),
    st.integers(1, 30).map(lambda n: (n, None)),
    st.tuples(st.integers(1, 15), st.integers(15, 40)),
)
PLACES = st.sampled_from(
    ["varesh", "tolmin", "osk", "harbour", "north", "south", None, ("varesh", "osk")]
)
DAYS = st.sampled_from(
    ["2030-03-07", "2030-03-08", "2030-03-07/2030-03-09", "2030-03", "2030-02-28", None]
)
NAMES = st.lists(
    st.sampled_from(["Ilan Dor", "Mira Sel", "Teo Vant", "Muhamad Dor", "ليلى سعد"]),
    max_size=3,
    unique=True,
).map(tuple)
LEVELS = st.sampled_from([Level.INCIDENT, Level.INCIDENT, Level.INDIVIDUAL])
CLAIMS = st.lists(
    st.tuples(st.sampled_from("abcde"), NUMBERS, PLACES, DAYS, NAMES, LEVELS),
    max_size=9,
)
SCOPES = st.sampled_from(
    [
        Scope(acts=(Act.KILLED,)),
        Scope(acts=(Act.KILLED,), edtf="2030-03", where=("north",)),
    ]
)


def ends(country):
    killed = country.killed()
    return killed.floor, killed.ceiling


@pytest.fixture(scope="session")
def build(new_lumenia):
    """Give the way to make a country from drawn claims."""

    def make(claims, scope):
        country = new_lumenia()
        country.scope = scope
        for report, number, place, day, names, level in claims:
            country.tell(report, number, place, day, names=names, level=level)
        return country

    return make


@settings(deadline=None)
@given(CLAIMS, SCOPES)
def test_no_floor_is_above_its_ceiling(build, claims, scope):
    killed = build(claims, scope).killed()
    rows = [row for some in killed.by.values() for row in some]
    for each in (killed, *killed.incidents, *rows):
        assert each.ceiling is None or 0 <= each.floor <= each.ceiling
    assert killed.reported.high is None or killed.reported.low <= killed.reported.high


@settings(deadline=None)
@given(CLAIMS, SCOPES, st.randoms(use_true_random=False))
def test_the_order_in_which_reports_arrive_changes_nothing(
    build, claims, scope, chance: random.Random
):
    country = build(claims, scope)
    before = country.tally(), country.incidents()
    shuffled = list(country.claims.items())
    chance.shuffle(shuffled)
    country.claims = dict(shuffled)
    assert (country.tally(), country.incidents()) == before


@settings(deadline=None)
@given(CLAIMS, SCOPES, st.data())
def test_a_part_is_never_added_to_its_whole(build, claims, scope, data):
    country = build(claims, scope)
    before = ends(country)
    for claim in list(country.claims.values()):
        if claim.quantity.low is not None and not country.evidence().nesting.is_total(
            claim
        ):
            share = data.draw(st.integers(1, claim.quantity.low))
            place = claim.where[0].place if claim.where else None
            name = claim.report.removeprefix("sha256:")
            day = claim.when.edtf
            country.tell(name, share, place, day, part_of=claim.group)
    assert ends(country) == before


@settings(deadline=None)
@given(
    CLAIMS, SCOPES, st.lists(st.tuples(st.sampled_from("abxyz"), NUMBERS), max_size=6)
)
def test_a_total_is_in_no_sum(build, claims, scope, totals):
    country = build(claims, scope)
    before = country.killed()
    for report, number in totals:
        country.total(report, number)
    assert country.killed() == before


@settings(deadline=None)
@given(CLAIMS, SCOPES, st.data())
def test_one_more_name_never_raises_the_ceiling(build, claims, scope, data):
    country = build(claims, scope)
    numbered = [each for each in country.claims.values() if each.quantity.known]
    if not numbered:
        return
    before = country.killed()
    claim = data.draw(st.sampled_from(numbered))
    victims = replace(claim.victims, names=(*claim.victims.names, "Anwar Keld"))
    country.claims[claim.id] = replace(claim, victims=victims)
    after = country.killed()
    if same_incidents(before, after):
        assert after.ceiling == before.ceiling


def same_incidents(one, other):
    """Tell whether the name left every claim in the incident it was in."""
    return {each.incident for each in one.incidents} == {
        each.incident for each in other.incidents
    }


@settings(deadline=None)
@given(CLAIMS, SCOPES, st.sampled_from("abcde"))
def test_a_report_copied_by_a_relay_changes_neither_end(build, claims, scope, copied):
    country = build(claims, scope)
    before = ends(country)
    tellers = independent_tellers(country.claims.values(), country.evidence().origins)
    country.relay(copied, "copy", "Harbour Post", published="2030-03-11")
    assert ends(country) == before
    after = independent_tellers(country.claims.values(), country.evidence().origins)
    assert [each.key for each in after] == [each.key for each in tellers]


@settings(deadline=None)
@given(CLAIMS, SCOPES)
def test_a_report_from_elsewhere_changes_no_other_incident(build, claims, scope):
    country = build(claims, scope)
    before = country.incidents()
    country.tell("far", 77, "harbour", "2030-03-21")
    after = country.incidents()
    assert [each for each in after if each in before] == before
    assert len(after) == len(before) + 1

"""A link between two named victims takes from a floor only who was counted twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.assess.independence import origins
from tasjil.count.evidence import Evidence
from tasjil.count.tally import tally
from tasjil.link.named import named_records
from tasjil.link.victims import Linkage, find_victims
from tasjil.model.acts import Act
from tasjil.model.scope import Codebook, Scope

NAMES = ("Ilan Dor", "Mira Sel", "Teo Vant", "Muhamad Dor", "ليلى سعد")
PLACES = st.sampled_from(["varesh", "tolmin", "osk", "harbour", None])
DAYS = st.sampled_from(["2030-03-07", "2030-03-08", "2030-03-20", None])
CLAIMS = st.lists(
    st.tuples(
        st.sampled_from("abcde"),
        st.integers(1, 5),
        PLACES,
        DAYS,
        st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple),
    ),
    max_size=8,
)
PERSONS = st.lists(st.sampled_from(["v-1", "v-2", "v-3"]), min_size=24, max_size=24)


@pytest.fixture(scope="session")
def build(new_lumenia):
    def make(claims):
        country = new_lumenia()
        country.scope = Scope(acts=(Act.KILLED,))
        for report, number, place, day, names in claims:
            country.tell(report, max(number, len(names)), place, day, names=names)
        return country

    return make


def killed(country, linked):
    """Count the killed, and name who they are."""
    incidents = country.incidents()
    told = origins(country.claims.values(), country.reports, ())
    victims = find_victims(country.claims, incidents, (), None, linked)
    evidence = Evidence(
        country.claims, country.reports, country.states, told, victims=victims
    )
    counted = tally(country.scope, Codebook(), incidents, evidence, country.places)
    return counted.figures[0], victims


@settings(deadline=None, max_examples=60)
@given(CLAIMS, PERSONS)
def test_a_link_lowers_a_floor_by_no_more_than_who_stood_in_it_twice(
    build, claims, persons
):
    country = build(claims)
    records = [
        each.told.record for each in named_records(country.claims, country.incidents())
    ]
    linked = Linkage(dict(zip(records, persons, strict=False)))
    before, apart = killed(country, Linkage())
    after, joined = killed(country, linked)
    again = sum(len(each.incidents) - 1 for each in joined)
    again -= sum(len(each.incidents) - 1 for each in apart)
    assert before.floor - max(again, 0) <= after.floor <= before.floor
    assert after.ceiling == before.ceiling
    assert after.reported == before.reported

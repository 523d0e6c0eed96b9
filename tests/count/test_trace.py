"""Every number opens down to the words it rests on."""

import json

import pytest

from tasjil.count import trace
from tasjil.errors import NoSuchFigure
from tasjil.model.json import to_json
from tasjil.model.sources import SourceKind


@pytest.fixture
def told(lumenia):
    lumenia.tell("a", 38, tellers=(("Lumenian Observatory", SourceKind.MONITOR),))
    lumenia.tell("b", 24)
    lumenia.total("c", 900)
    return lumenia


def opened(country, figure):
    return trace(country.tally(), country.incidents(), country.evidence(), figure)


def every_id(tally):
    figures = [figure.id for figure in tally.figures]
    rows = [
        row.id
        for figure in tally.figures
        for some in figure.by.values()
        for row in some
    ]
    incidents = [f"incident/{c.incident}" for f in tally.figures for c in f.incidents]
    totals = [each.id for each in (*tally.aggregates, *tally.series)]
    return figures + rows + incidents + totals


def test_every_figure_leads_to_words(told):
    for figure in every_id(told.tally()):
        found = opened(told, figure)
        claims = [*found.claims, *(c for each in found.incidents for c in each.claims)]
        assert claims, figure
        for claim in claims:
            assert claim.passage.quote == told.claims[claim.id].passage.quote
            assert claim.first_teller


def test_ids_of_figures_are_all_different(told):
    ids = every_id(told.tally())
    assert len(set(ids)) == len(ids)


def test_a_trace_shows_both_ends_and_who_said_each(told):
    found = opened(told, "killed")
    assert (found.low, found.high) == (24, 38)
    (incident,) = found.incidents
    tellers = {claim.quantity.low: claim.first_teller for claim in incident.claims}
    assert tellers == {38: "Lumenian Observatory", 24: "Lumen Wire"}


def test_a_trace_is_plain_json(told):
    plain = json.loads(json.dumps(to_json(opened(told, "killed/place/varesh"))))
    assert plain["kind"] == "row"
    assert plain["incidents"][0]["claims"][0]["passage"]["quote"]


def test_a_claim_is_a_figure_of_its_own(told):
    assert opened(told, "claim/b-1").low == 24


def test_a_figure_that_is_not_there_names_the_nearest(told):
    with pytest.raises(NoSuchFigure, match="killed/place/varesh"):
        opened(told, "killed/place/varsh")


def test_an_empty_tally_says_what_to_do(lumenia):
    with pytest.raises(NoSuchFigure, match="expected the id of a figure"):
        opened(lumenia, "wounded")

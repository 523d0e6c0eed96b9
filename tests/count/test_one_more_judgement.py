"""A count that is held gives, after each judgement, what counting afresh gives."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import ACT, PLACES, SAID, world

from tasjil.count import Count, Evidence, tally
from tasjil.model.acts import Act
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.decision import Signature
from tasjil.model.judgement import ClaimState
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.quantity import CountRange
from tasjil.model.scope import Codebook, Disagreement, Scope
from tasjil.model.standings import Standings

SEEDS = st.integers(0, 1_000_000)
BOOKS = [Codebook(disagreement=each, prefer=("teller-a",)) for each in Disagreement]
SCOPES = [
    Scope(acts=(ACT,)),
    Scope(acts=(ACT, Act.ABDUCTED), edtf="2030-03-08/2030-03-31", where=("north",)),
]


def everything(made, chance):
    """Give the evidence of a world, some of it established by people."""
    found = {}
    for incident in made.incidents:
        if chance.random() < 0.3:
            low = chance.randint(0, 4)
            found[incident.id] = {
                Element.DEATH: Assessment(
                    element=Element.DEATH,
                    finding="died",
                    standing=chance.choice([Standing.ESTABLISHED, Standing.REFUTED]),
                    standard=StandardOfProof.REASONABLE_GROUNDS,
                    by="salma",
                    at="2030-04-01T09:00:00Z",
                    because="the words say so",
                    incident=incident.id,
                    claims=incident.claims,
                    number=CountRange(low, low + chance.randint(0, 3)),
                    second=Signature("omar", "2030-04-02T09:00:00Z", "I agree"),
                )
            }
    victims = tuple(
        replace(each, settled=chance.random() < 0.5) for each in made.victims
    )
    return Evidence(
        made.claims, states=made.states, victims=victims, standings=Standings(found)
    )


@settings(deadline=None, max_examples=60)
@given(SEEDS, st.randoms(use_true_random=False), st.sampled_from(SCOPES))
def test_one_more_judgement_gives_what_a_fresh_count_gives(seed, drawn, scope):
    made, chance = world(seed, mistakes=True), Random(drawn.random())
    book = chance.choice(BOOKS)
    evidence = everything(made, chance)
    count = Count.of(scope, book, made.incidents, evidence, PLACES)
    for _ in range(4):
        claim = chance.choice(sorted(made.claims))
        state = chance.choice(SAID)
        count = count.judged(claim, state)
        evidence = replace(evidence, states={**evidence.states, claim: state})
        afresh = tally(scope, book, made.incidents, evidence, PLACES)
        assert count.tally == afresh


@settings(deadline=None, max_examples=60)
@given(SEEDS, st.randoms(use_true_random=False))
def test_verified_is_in_the_floor_and_the_floor_in_the_ceiling(seed, drawn):
    made, chance = world(seed, mistakes=True), Random(drawn.random())
    evidence = everything(made, chance)
    figure = tally(SCOPES[0], Codebook(), made.incidents, evidence, PLACES).figures[0]
    for each in (figure, *figure.incidents):
        assert each.verified.low <= each.floor
        assert each.ceiling is None or each.floor <= each.ceiling
    for way in ("place", "day", "week", "month"):
        for row in figure.by[way]:
            assert row.verified.low <= row.floor <= (row.ceiling or row.floor)


@settings(deadline=None, max_examples=60)
@given(SEEDS)
def test_a_judgement_taken_back_leaves_no_trace_in_the_count(seed):
    made = world(seed, mistakes=True)
    evidence = Evidence(made.claims, states=made.states, victims=made.victims)
    before = Count.of(SCOPES[0], Codebook(), made.incidents, evidence, PLACES)
    claim = min(made.claims)
    after = before.judged(claim, ClaimState.REJECTED)
    again = after.judged(claim, evidence.state(claim))
    assert again.tally == before.tally

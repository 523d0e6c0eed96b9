"""The rules of counting, each a sentence that holds in every small world."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import ACT, PLACES, SAID, World, where_named, world

from tasjil.count import Evidence, tally
from tasjil.count.counting import Count
from tasjil.link import propose_incidents
from tasjil.model.acts import Level
from tasjil.model.claim import Claim, When
from tasjil.model.ids import ClaimId
from tasjil.model.incident import Incident
from tasjil.model.judgement import ClaimState, Judgement, PairKind, Verdict
from tasjil.model.persons import VictimGroup
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage
from tasjil.model.scope import Codebook, Scope
from tasjil.model.tally import Figure, IncidentCount, Tally
from tasjil.model.victim import Victim

SEEDS = st.integers(0, 1_000_000)
CHANCE = st.integers(0, 1_000_000).map(Random)
SCOPE = Scope(acts=(ACT,))
every_world = settings(deadline=None, max_examples=80)


def tallied(made: World) -> Tally:
    evidence = Evidence(made.claims, states=made.states, victims=made.victims)
    return tally(SCOPE, Codebook(), made.incidents, evidence, PLACES)


def counted(made: World) -> Figure:
    return tallied(made).figures[0]


def anything(seed: int) -> World:
    return world(seed, mistakes=True)


def ends(figure: Figure) -> dict[str, tuple[int, int | None]]:
    return {each.incident: (each.floor, each.ceiling) for each in figure.incidents}


def one_counted(made: World, chance: Random) -> Claim | None:
    kept = [c for group in made.groups for c in group if made.counted(c)]
    return made.claims[chance.choice(kept)] if kept else None


@every_world
@given(SEEDS, CHANCE)
def test_named_people_fill_unnamed_places(seed, chance):
    made = anything(seed)
    claim = one_counted(made, chance)
    if claim is None:
        return
    before = counted(made)
    names = tuple(
        f"{each} Ovrin" for each in ("Hela", "Duro", "Asmi")[: chance.randint(1, 3)]
    )
    made.claims[claim.id] = replace(claim, victims=VictimGroup(names))
    after = counted(made)
    for old, new in zip(before.incidents, after.incidents, strict=True):
        assert new.ceiling == old.ceiling
        if new.floor > old.floor:
            assert claim.id in made.groups[int(new.incident[1:])]
            assert new.ceiling is None or new.floor <= new.ceiling


@every_world
@given(SEEDS, CHANCE)
def test_a_name_never_raises_the_ceiling_of_a_number(seed, chance):
    made = anything(seed)
    claim = one_counted(made, chance)
    if claim is None or not all(each.ceiling for each in counted(made).incidents):
        return
    before = counted(made)
    named = replace(claim.victims, names=(*claim.victims.names, "Hela Ovrin"))
    made.claims[claim.id] = replace(claim, victims=named)
    assert counted(made).ceiling == before.ceiling


@every_world
@given(SEEDS, CHANCE)
def test_a_subset_is_never_added(seed, chance):
    made = anything(seed)
    claim = one_counted(made, chance)
    if claim is None or not claim.quantity.low or claim.level is not Level.INCIDENT:
        return
    before = counted(made)
    low = chance.randint(1, claim.quantity.low)
    part = replace(
        claim,
        id=ClaimId("z-99"),
        group="a part",
        part_of=claim.group,
        quantity=Quantity(low, low, str(low)),
        victims=VictimGroup(),
    )
    made.claims[part.id] = part
    made.groups = [[*g, part.id] if claim.id in g else g for g in made.groups]
    after = counted(made)
    assert (after.floor, after.ceiling) == (before.floor, before.ceiling)
    assert ends(after) == ends(before)


@every_world
@given(SEEDS)
def test_no_floor_stands_above_its_ceiling(seed):
    figure = counted(anything(seed))
    rows = [row for rows in figure.by.values() for row in rows]
    for each in (figure, *figure.incidents, *rows):
        assert each.floor >= 0
        assert each.ceiling is None or each.floor <= each.ceiling
    span = figure.reported
    assert span.high is None or span.low <= span.high


@every_world
@given(SEEDS, CHANCE)
def test_the_order_of_arrival_changes_nothing(seed, chance):
    made = anything(seed)
    before = tallied(made)
    ids = list(made.claims)
    chance.shuffle(ids)
    made.claims = {each: made.claims[each] for each in ids}
    for group in made.groups:
        chance.shuffle(group)
    assert tallied(made) == before


@every_world
@given(SEEDS, st.integers(1, 50))
def test_a_report_of_something_else_changes_no_other_incident(seed, number):
    made = anything(seed)
    before = counted(made)
    add_a_report_from_elsewhere(made, number)
    after = counted(made)
    old = {each.incident for each in before.incidents}
    kept = [each for each in after.incidents if each.incident in old]
    assert [(e.floor, e.ceiling) for e in kept] == list(ends(before).values())
    if any((each.place, each.edtf) == (None, None) for each in made.incidents):
        return  # Harm without place or day may be the harm elsewhere: connected.
    assert tuple(kept) == before.incidents
    assert after.floor == before.floor + number
    assert after.ceiling == sum(top(each) for each in before.incidents) + number


def top(count: IncidentCount) -> int:
    return count.floor if count.ceiling is None else count.ceiling


def add_a_report_from_elsewhere(made: World, number: int) -> None:
    quote = "they were wounded far away and long after all the rest"
    far = Claim(
        id=ClaimId("far-1"),
        report="far",
        act=ACT,
        level=Level.INCIDENT,
        passage=Passage(0, len(quote), quote),
        reader="test/1",
        group="far",
        quantity=Quantity(number, number, str(number)),
        when=When("2030-03-29"),
        where=(where_named("lake"),),
    )
    made.claims[far.id] = far
    made.groups.append([far.id])


@every_world
@given(SEEDS, CHANCE)
def test_splitting_what_was_merged_gives_back_what_was_counted(seed, chance):
    made = world(seed, mistakes=True, linked=True)
    before = tallied_by_machine(made, [])
    incidents = propose_incidents(made.claims.values(), made.states)
    if len(incidents) < 2:
        return
    one, other = chance.sample(incidents, 2)
    merged = said(one, other, Verdict.SAME, "2030-04-01T09:00:00Z")
    split = said(one, other, Verdict.CANNOT_TELL, "2030-04-02T09:00:00Z")
    together = propose_incidents(made.claims.values(), made.states, judgements=[merged])
    assert len(together) <= len(incidents)
    assert tallied_by_machine(made, [merged, split]) == before


def said(one: Incident, other: Incident, verdict: Verdict, at: str) -> Judgement:
    pair = (one.claims[0], other.claims[0])
    return Judgement(PairKind.CLAIMS, *pair, verdict, "salma", at, "I read both")


def tallied_by_machine(made: World, judgements: list[Judgement]) -> Tally:
    incidents = propose_incidents(
        made.claims.values(), made.states, judgements=judgements
    )
    evidence = Evidence(made.claims, states=made.states)
    return tally(SCOPE, Codebook(), incidents, evidence, PLACES)


@every_world
@given(SEEDS, CHANCE)
def test_a_floor_never_rises_when_what_holds_it_up_goes(seed, chance):
    """The lowest figure told holds a floor down: when it goes, the floor may rise.

    Every other telling holds it up, or does nothing.
    """
    made = anything(seed)
    before = counted(made)
    claim = one_counted(made, chance)
    if claim is None or claim.report in reports_of_the_lowest(made, before, claim):
        return
    made.states[claim.id] = ClaimState.REJECTED
    after = counted(made)
    assert after.floor <= before.floor
    old = ends(before)
    assert all(floor <= old[each][0] for each, (floor, _) in ends(after).items())


def reports_of_the_lowest(made: World, figure: Figure, claim: Claim) -> set[str]:
    """Give the reports whose figure is the lowest of the claim's incident."""
    count = next(
        each
        for each in figure.incidents
        if claim.id in made.groups[int(each.incident[1:])]
    )
    return {made.claims[each].report for each in count.floor_claims}


@every_world
@given(SEEDS, CHANCE)
def test_an_incident_that_is_taken_out_never_raises_the_floor(seed, chance):
    made = anything(seed)
    before = counted(made)
    for claim in chance.choice(made.groups):
        made.states[claim] = ClaimState.REJECTED
    assert counted(made).floor <= before.floor


@every_world
@given(SEEDS)
def test_a_total_is_never_added(seed):
    made = anything(seed)
    before = counted(made)
    made.claims = {
        each.id: each
        for each in made.claims.values()
        if each.level is not Level.AGGREGATE
    }
    assert counted(made) == before


@every_world
@given(SEEDS)
def test_unknown_is_a_row_of_its_own_and_spread_over_nobody(seed):
    made = anything(seed)
    told = {
        str(claim.victims.sex)
        for group in made.groups
        for claim in map(made.claims.get, group)
        if claim and made.counted(claim.id)
    }
    rows = {row.value for row in counted(made).by["sex"]}
    assert rows <= told | {"unknown"}


def test_a_group_that_nobody_numbered_adds_those_who_are_certain(lumenia):
    breath = {"start": 5, "quote": "four teachers and the women of one family"}
    lumenia.tell("a", 4, group="g1", **breath)
    lumenia.tell("a", None, group="g2", **breath)
    lumenia.tell("a", 2, group="g3", part_of="g2")
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (6, 6)


def test_a_ceiling_is_not_below_those_whom_another_report_is_certain_of(lumenia):
    lumenia.tell("a", 3)
    lumenia.tell("b", None, group="g1")
    lumenia.tell("b", 5, group="g2", part_of="g1")
    killed = lumenia.killed()
    assert (killed.floor, killed.ceiling) == (3, 5)


def test_one_report_that_writes_a_name_in_two_scripts_names_one_person(lumenia):
    lumenia.tell("a", (1, 9), names=("Layla Saad", "ليلى سعد"))
    assert lumenia.killed().floor == 1


@every_world
@given(SEEDS, CHANCE)
def test_one_more_judgement_gives_what_counting_anew_gives(seed, chance):
    made = world(seed, mistakes=True, twice=True)
    evidence = Evidence(made.claims, states=made.states, victims=made.victims)
    held = Count.of(SCOPE, Codebook(), made.incidents, evidence, PLACES)
    for _ in range(4):
        claim = chance.choice(list(made.claims))
        state = chance.choice(SAID)
        held, evidence = held.judged(claim, state), evidence.judged(claim, state)
        anew = tally(SCOPE, Codebook(), made.incidents, evidence, PLACES)
        assert held.tally == anew


@every_world
@given(SEEDS)
def test_a_person_in_two_incidents_counts_once(seed):
    made = world(seed, mistakes=True, twice=True)
    apart = Evidence(made.claims, states=made.states)
    once = Evidence(made.claims, states=made.states, victims=made.victims)
    before, after = (
        tally(SCOPE, Codebook(), made.incidents, each, PLACES).figures[0]
        for each in (apart, once)
    )
    again = sum(len(each.incidents) - 1 for each in made.victims)
    assert before.floor - again <= after.floor <= before.floor
    if before.ceiling is not None:
        assert before.ceiling - again <= after.ceiling <= before.ceiling
        assert after.floor <= after.ceiling
    assert after.incidents == before.incidents, "each incident keeps its own number"


def test_a_woman_wounded_on_two_days_is_one_woman(lumenia):
    first = lumenia.tell("a", 3, "varesh", "2030-03-07", names=("Mira Sel",))
    second = lumenia.tell("a", 5, "osk", "2030-03-09", names=("Mira Sel",))
    incidents = {each.claims[0]: each.id for each in lumenia.incidents()}
    both = (incidents[first.id], incidents[second.id])
    found = lumenia.evidence()
    for settled, ceiling in ((False, 8), (True, 7)):
        mira = Victim("v1", (first.id, second.id), (), both, settled=settled)
        evidence = replace(found, victims=(mira,))
        counted = tally(lumenia.scope, Codebook(), lumenia.incidents(), evidence)
        killed = counted.figures[0]
        assert (killed.floor, killed.ceiling) == (7, ceiling)

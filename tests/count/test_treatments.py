"""What the codebook does where tellers disagree, and what people establish."""

import pytest

from tasjil.count import Count, Evidence, tally
from tasjil.model.acts import Act
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.causes import Cause
from tasjil.model.decision import Signature
from tasjil.model.judgement import ClaimState
from tasjil.model.persons import AgeGroup, Sex, Status, VictimGroup
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.quantity import CountRange
from tasjil.model.scope import Codebook, Disagreement, Scope, Treated
from tasjil.model.sources import SourceKind
from tasjil.model.standings import Standings
from tasjil.model.victim import Victim

OBSERVATORY = (("Lumenian Observatory", SourceKind.MONITOR),)
UN = (("UN Office in Lumenia", SourceKind.UN),)
OTHERS = (("Union of Teachers", SourceKind.NGO),)
DOCTORS = (("Harbour Hospital", SourceKind.MEDICAL),)
CIVILIANS = VictimGroup(status=Status.CIVILIAN)
FIGHTERS = VictimGroup(status=Status.ARMED_FORCES)
EVERYWHERE = Scope(acts=(Act.KILLED,))


def rows(figure, name):
    return {row.value: (row.floor, row.ceiling) for row in figure.by[name]}


def rule(disagreement, element=Treated.NUMBER, **more):
    return Codebook(treatment={element: disagreement}, **more)


@pytest.fixture
def disputed(lumenia):
    """Give a village whose dead are 38 to the Observatory and 24 to the UN."""
    lumenia.tell("a", 38, tellers=OBSERVATORY)
    lumenia.tell("b", 24, tellers=UN)
    return lumenia


def test_the_source_that_the_codebook_prefers_gives_the_number(disputed):
    book = rule(Disagreement.PREFER, prefer=("un", "obs"))
    killed = disputed.killed(codebook=book)
    assert (killed.floor, killed.ceiling) == (24, 24)
    assert killed.reported == CountRange(24, 38)
    only = killed.incidents[0]
    assert only.treatment == "prefer a source: UN Office in Lumenia"
    assert only.floor_claims == only.ceiling_claims == ("b-1",)
    assert killed.treatments["number"] == "prefer a source"
    note = "1 incident: number: the source the codebook prefers is followed"
    assert note in killed.notes


def test_where_no_preferred_source_tells_the_range_stands(disputed):
    killed = disputed.killed(codebook=rule(Disagreement.PREFER, prefer=("wire",)))
    assert (killed.floor, killed.ceiling) == (24, 38)
    assert killed.incidents[0].treatment == "range"


def test_what_most_first_tellers_say_is_followed(disputed):
    disputed.tell("c", 38, tellers=DOCTORS)
    killed = disputed.killed(codebook=rule(Disagreement.MAJORITY))
    assert (killed.floor, killed.ceiling) == (38, 38)
    assert killed.incidents[0].treatment == "majority: 2 of 3 first tellers"


def test_ten_relays_of_one_source_are_no_majority(disputed):
    for nth in range(10):
        disputed.tell(f"r{nth}", 38, tellers=OBSERVATORY)
    killed = disputed.killed(codebook=rule(Disagreement.MAJORITY))
    assert (killed.floor, killed.ceiling) == (24, 38)


def test_a_named_person_fills_a_place_of_the_preferred_number(disputed):
    disputed.tell("c", 1, names=("Ilan Dor", "Mira Sel"), level="individual")
    book = rule(Disagreement.PREFER, prefer=("un",))
    assert disputed.killed(codebook=book).ceiling == 24


def test_asking_the_source_leaves_the_incident_out_until_it_answers(disputed):
    killed = disputed.killed(codebook=rule(Disagreement.ASK))
    assert (killed.floor, killed.ceiling) == (0, None)
    assert "1 incident: left out: pending: its tellers disagree" in killed.notes


def test_an_unknown_number_keeps_those_who_are_certain(disputed):
    killed = disputed.killed(codebook=rule(Disagreement.UNKNOWN))
    assert (killed.floor, killed.ceiling) == (24, None)
    assert killed.incidents[0].treatment == "number unknown: its tellers disagree"


def test_one_teller_with_a_range_disagrees_with_nobody(lumenia):
    lumenia.tell("a", (24, 38))
    killed = lumenia.killed(codebook=rule(Disagreement.PENDING))
    assert (killed.floor, killed.ceiling) == (24, 38)


@pytest.fixture
def doubtful(lumenia):
    """Give a village whose 13 dead are civilians to some and fighters to one."""
    lumenia.tell("a", 13, victims=CIVILIANS, tellers=OBSERVATORY)
    lumenia.tell("b", 13, victims=FIGHTERS, tellers=UN)
    lumenia.tell("c", 13, victims=CIVILIANS, tellers=DOCTORS)
    return lumenia


@pytest.mark.parametrize(
    ("book", "expected"),
    [
        (Codebook(), {"civilian": (0, 13), "armed forces": (0, 13)}),
        (
            rule(Disagreement.PREFER, Treated.STATUS, prefer=("un",)),
            {"armed forces": (13, 13)},
        ),
        (rule(Disagreement.MAJORITY, Treated.STATUS), {"civilian": (13, 13)}),
        (rule(Disagreement.UNKNOWN, Treated.STATUS), {"unknown": (13, 13)}),
        (rule(Disagreement.PENDING, Treated.STATUS), {}),
    ],
)
def test_status_follows_its_own_rule(doubtful, book, expected):
    killed = doubtful.killed(codebook=book)
    assert rows(killed, "status") == expected
    assert (killed.floor, killed.ceiling) == (13, 13)


def test_the_rule_for_status_is_said_with_its_number_of_incidents(doubtful):
    killed = doubtful.killed(codebook=rule(Disagreement.MAJORITY, Treated.STATUS))
    note = "1 incident: status: what most first tellers say is followed"
    assert note in killed.notes
    assert killed.treatments["status"] == "majority"
    assert killed.treatments["number"] == "range"


def test_an_incident_of_two_days_stands_in_its_own_row_and_in_one_week(lumenia):
    lumenia.tell("a", 3, day="2030-03-06/2030-03-07")
    lumenia.tell("a", 4, "tolmin", day="2030-03-07")
    lumenia.tell("a", 5, "osk", day="2030-03-10/2030-03-11")
    killed = lumenia.killed()
    assert rows(killed, "day") == {
        "2030-03-06/2030-03-07": (3, 3),
        "2030-03-07": (4, 4),
        "2030-03-10/2030-03-11": (5, 5),
    }
    assert rows(killed, "week") == {
        "2030-03-04/2030-03-10": (7, 7),
        "2030-03-10/2030-03-11": (5, 5),
    }
    assert rows(killed, "month") == {"2030-03": (12, 12)}


def test_rows_by_community_need_the_leave_of_the_case(lumenia):
    lumenia.tell("a", 3, victims=VictimGroup(communities=("Hill people",)))
    assert "community" not in lumenia.killed().by
    killed = lumenia.killed(codebook=Codebook(divide_by_community=True))
    assert rows(killed, "community") == {"hill people": (3, 3)}
    assert killed.by["community"][0].label == "Hill people"


def test_the_sdg_table_holds_each_person_once_and_keeps_the_unknown(lumenia):
    lumenia.tell("a", 13, group="g1", victims=CIVILIANS, cause=Cause.SMALL_ARMS)
    girls = VictimGroup(sex=Sex.WOMAN, age_group=AgeGroup.CHILD)
    lumenia.tell("a", 3, group="g2", part_of="g1", victims=girls)
    arms = Cause.SMALL_ARMS.value
    assert rows(lumenia.killed(), "sdg") == {
        f"woman / child / civilian / {arms}": (3, 3),
        f"unknown / unknown / civilian / {arms}": (10, 10),
    }


def test_parts_that_may_hold_each_other_leave_a_range(lumenia):
    lumenia.tell("a", 13, group="g1", victims=CIVILIANS)
    children = VictimGroup(age_group=AgeGroup.CHILD)
    women = VictimGroup(sex=Sex.WOMAN)
    lumenia.tell("a", 3, group="g2", part_of="g1", victims=children)
    lumenia.tell("a", 4, group="g3", part_of="g1", victims=women)
    table = rows(lumenia.killed(), "sdg")
    assert table["unknown / unknown / civilian / unknown"] == (6, 9)


# What people establish.


def established(incident, number=None, element=Element.DEATH, **more):
    return Assessment(
        element=element,
        finding=more.pop("finding", "died"),
        standing=more.pop("standing", Standing.ESTABLISHED),
        standard=more.pop("standard", StandardOfProof.REASONABLE_GROUNDS),
        by="salma",
        at="2030-04-01T09:00:00Z",
        because="three independent sources",
        incident=incident,
        claims=("a-0",),
        number=number,
        second=more.pop("second", Signature("omar", "2030-04-02T09:00:00Z", "I agree")),
        **more,
    )


def judged(country, *found, victims=(), persons=(), codebook=None):
    """Count with findings about the only incident, or about persons."""
    incidents = country.incidents()
    own = {each.element: each for each in found}
    standings = Standings(
        {incidents[0].id: own} if own else {},
        {each.victim: {each.element: each} for each in persons},
    )
    told = country.evidence()
    evidence = Evidence(
        told.claims, told.reports, told.states, told.origins, victims, standings
    )
    return tally(
        country.scope, codebook or Codebook(), incidents, evidence, country.places
    ).figures[0]


def only(country):
    return country.incidents()[0].id


def test_what_is_established_and_signed_is_verified_and_lifts_the_floor(lumenia):
    lumenia.tell("a", (2, 13), victims=CIVILIANS)
    killed = judged(lumenia, established(only(lumenia), CountRange(5, 6)))
    assert killed.verified == killed.incidents[0].verified == CountRange(5, 6)
    assert (killed.floor, killed.ceiling) == (5, 13)


@pytest.mark.parametrize(
    "short",
    [
        {"second": None},
        {"standing": Standing.CONTESTED},
        {"standard": StandardOfProof.REASONABLE_SUSPICION},
    ],
)
def test_what_falls_short_verifies_nothing(lumenia, short):
    lumenia.tell("a", (2, 13))
    killed = judged(lumenia, established(only(lumenia), CountRange(5, 6), **short))
    assert killed.verified == CountRange(0, 0)
    assert (killed.floor, killed.ceiling) == (2, 13)


def test_a_death_established_without_a_number_is_one_at_least(lumenia):
    lumenia.tell("a", (2, 13))
    assert judged(lumenia, established(only(lumenia))).verified == CountRange(1, 1)


def test_verified_persons_fill_the_verified_number_of_their_incident(lumenia):
    lumenia.tell("a", (2, 13))
    incident = only(lumenia)
    names = ("v1", "v2", "v3")
    victims = tuple(Victim(v, ("a-0",), incidents=(incident,)) for v in names)
    persons = [established(None, victim=each.id) for each in victims]
    found = established(incident, CountRange(2, 2))
    killed = judged(lumenia, found, victims=victims, persons=persons)
    assert killed.verified == CountRange(3, 3)
    alone = judged(lumenia, victims=victims, persons=persons)
    assert alone.verified == CountRange(3, 3)


def test_refuted_harm_is_in_no_floor_and_its_claims_stay(lumenia):
    lumenia.tell("a", 13)
    found = established(only(lumenia), standing=Standing.REFUTED)
    killed = judged(lumenia, found)
    assert (killed.floor, killed.ceiling) == (0, 13)
    assert killed.incidents[0].treatment.startswith("refuted")
    assert killed.incidents[0].reported == CountRange(13, 13)
    assert any("refuted" in note for note in killed.notes)


def test_a_verified_status_has_its_row_and_the_rest_is_unknown(lumenia):
    lumenia.tell("a", 13, victims=CIVILIANS)
    incident = only(lumenia)
    death = established(incident, CountRange(5, 5))
    status = established(incident, element=Element.STATUS, finding="Civilian")
    killed = judged(lumenia, death, status)
    verified = {row.value: row.verified for row in killed.by["status"]}
    assert verified == {"civilian": CountRange(5, 5)}
    killed = judged(lumenia, death)
    verified = {row.value: row.verified for row in killed.by["status"]}
    assert verified == {"civilian": CountRange(0, 0), "unknown": CountRange(5, 5)}


def test_two_incidents_that_people_established_are_two(lumenia):
    lumenia.tell("a", 13, "varesh")
    lumenia.tell("b", 5, "north")
    one, other = lumenia.incidents()
    told = lumenia.evidence()
    found = {
        each.id: {Element.DEATH: established(each.id, CountRange(4, 4))}
        for each in (one, other)
    }
    evidence = Evidence(
        told.claims, told.reports, {}, told.origins, (), Standings(found)
    )
    killed = tally(lumenia.scope, Codebook(), [one, other], evidence, lumenia.places)
    assert killed.figures[0].verified == CountRange(8, 8)
    assert killed.figures[0].floor == 18


# One person in two incidents.


def two_incidents(country, **more):
    """Give two incidents that one person may stand in."""
    country.tell("a", 13, "varesh", **more)
    country.tell("a", 1, "harbour", "2030-03-12", **more)
    incidents = country.incidents()
    return tuple(each.id for each in incidents)


@pytest.mark.parametrize(("settled", "ceiling"), [(False, 14), (True, 13)])
def test_a_person_in_two_incidents_counts_once(lumenia, settled, ceiling):
    both = two_incidents(lumenia)
    person = Victim("v1", ("a-0", "a-1"), incidents=both, settled=settled)
    killed = judged(lumenia, victims=(person,))
    assert (killed.floor, killed.ceiling) == (13, ceiling)
    assert rows(killed, "month") == {"2030-03": (13, ceiling)}
    assert rows(killed, "place")["varesh"] == (13, 13)
    assert any("counts once" in note for note in killed.notes)


def test_a_person_abducted_and_then_killed_is_in_both_figures(lumenia):
    lumenia.tell("a", 13, "varesh")
    lumenia.tell("a", 1, "harbour", "2030-03-12", act=Act.ABDUCTED)
    lumenia.scope = Scope(acts=(Act.KILLED, Act.ABDUCTED))
    both = tuple(each.id for each in lumenia.incidents())
    killed = judged(lumenia, victims=(Victim("v1", ("a-0",), incidents=both),))
    assert (killed.floor, killed.ceiling) == (13, 13)


def test_persons_lower_a_floor_to_that_of_the_largest_incident_at_most(lumenia):
    both = two_incidents(lumenia)
    victims = tuple(Victim(f"v{n}", ("a-0",), incidents=both) for n in range(5))
    assert judged(lumenia, victims=victims).floor == 13


def test_a_judgement_on_a_claim_that_nobody_counted_is_refused(lumenia):
    lumenia.tell("a", 13)
    count = Count.of(lumenia.scope, Codebook(), lumenia.incidents(), lumenia.evidence())
    with pytest.raises(ValueError, match="expected the id of a counted claim"):
        count.judged("nobody", ClaimState.REJECTED)


def test_one_person_in_a_chain_of_incidents_leaves_no_floor_to_rise(lumenia):
    lumenia.tell("a", 5, "varesh")
    lumenia.tell("a", 1, "tolmin")
    lumenia.tell("a", 1, "osk")
    varesh, tolmin, osk = (
        next(each.id for each in lumenia.incidents() if each.place == place)
        for place in ("varesh", "tolmin", "osk")
    )
    victims = (
        Victim("v1", ("a-0",), incidents=(varesh, tolmin)),
        Victim("v2", ("a-1",), incidents=(tolmin, osk)),
    )
    whole = judged(lumenia, victims=victims).floor
    lumenia.states["a-1"] = ClaimState.REJECTED
    assert judged(lumenia, victims=victims).floor == whole == 6


def test_a_number_that_people_established_waits_for_no_teller(disputed):
    book = rule(Disagreement.PENDING)
    found = established(only(disputed), CountRange(30, 30))
    killed = judged(disputed, found, codebook=book)
    assert (killed.floor, killed.ceiling) == (30, 38)
    assert killed.verified == CountRange(30, 30)

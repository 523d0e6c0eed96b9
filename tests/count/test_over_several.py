"""A total told over several incidents is listed with them, and lowers nothing."""

from tasjil.count import tally
from tasjil.count.evidence import Evidence
from tasjil.link import part_totals, propose_incidents
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim, When
from tasjil.model.places import PlaceLevel, Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage
from tasjil.model.scope import Codebook, Scope

PLACES = {
    name: Where(name, name, PlaceLevel.VILLAGE, place=name, within=("north", "lu"))
    for name in ("varesh", "tolmin")
}


def told(report, number, *places):
    quote = f"{number} people were killed"
    return Claim(
        id=f"{report}-1",
        report=f"sha256:{report}",
        act=Act.KILLED,
        level=Level.INCIDENT,
        passage=Passage(0, len(quote), quote),
        reader="test/1",
        group="g1",
        quantity=Quantity(number, number, str(number)),
        when=When("2030-03-07"),
        where=tuple(PLACES[each] for each in places),
    )


def counted(*claims):
    incidents = propose_incidents(claims)
    over = {each.claim: each for each in part_totals(claims, incidents)}
    evidence = Evidence({each.id: each for each in claims}, part_totals=over)
    return tally(Scope(acts=(Act.KILLED,)), Codebook(), incidents, evidence)


def test_fifty_two_in_two_villages_is_added_to_nothing_and_names_its_incidents():
    parts = told("b", 40, "varesh"), told("c", 21, "tolmin")
    apart = counted(*parts)
    found = counted(told("a", 52, "varesh", "tolmin"), *parts)
    (figure,) = found.figures
    assert (figure.floor, figure.ceiling) == (61, 61)
    assert figure.incidents == apart.figures[0].incidents
    (total,) = found.aggregates
    assert set(total.covers) == {each.incident for each in figure.incidents}
    (note,) = [each for each in figure.notes if "a total of" in each]
    assert "a total of 52" in note
    assert note.endswith("their ceilings add up to 61")


def test_a_total_that_its_incidents_do_not_exceed_needs_no_note():
    parts = told("b", 40, "varesh"), told("c", 12, "tolmin")
    (figure,) = counted(told("a", 52, "varesh", "tolmin"), *parts).figures
    assert not any("a total of" in note for note in figure.notes)

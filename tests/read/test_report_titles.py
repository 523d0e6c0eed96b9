"""What the title of a tally or of a periodic report says of its figures."""

from tasjil.model.acts import Level

TALLY = """Daily tally, Monday 10 March 2025

Ten civilians were killed today in the Orrel valley:
- Kesarun: 4, by army shelling
- Tolmin: 5, in an air strike
- Varesh: 1 woman, shot by a sniper
"""

MONTHLY = """Harm to civilians in February 2025

The centre documented the deaths of 118 civilians. 29 people were shot; seven
detainees died under torture. In Kesarun two men were shot dead on 9 February.
"""


def test_the_day_of_a_tally_is_that_of_each_of_its_lines(claims_of):
    assert {c.when.edtf for c in claims_of(TALLY, published="2025-03-10")} == {
        "2025-03-10"
    }


def test_a_number_divided_by_places_is_a_total_and_its_lines_are_events(claims_of):
    whole, *lines = claims_of(TALLY, published="2025-03-10")
    assert whole.level is Level.AGGREGATE
    assert len(lines) == 3
    assert Level.AGGREGATE not in {line.level for line in lines}


def test_who_shelled_a_place_harmed_all_who_are_told_in_its_line(claims_of):
    tally = TALLY.replace("4, by army", "4, two of them children, by army")
    told = {c.quantity.low: c for c in claims_of(tally, published="2025-03-10")}
    assert [told[n].perpetrator.text for n in (4, 2)] == ["army", "army"]


def test_the_month_of_a_report_makes_totals_of_figures_without_a_day(claims_of):
    told = {c.quantity.low: c for c in claims_of(MONTHLY)}
    assert told[118].level is Level.AGGREGATE
    assert (told[7].level, told[7].when.edtf) == (Level.AGGREGATE, "2025-02")
    assert told[2].level is not Level.AGGREGATE
    assert told[2].when.edtf == "2025-02-09"

"""Who relays whom: rings that prove nothing, and unusual numbers told again."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.assess import independent_tellers, origins
from tasjil.assess.citing import citing
from tasjil.assess.independence import Means, trace
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim, Teller, When
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage, Report
from tasjil.model.sources import Source, SourceKind

SOURCES = (
    Source("obs", "Lumenian Observatory", kind=SourceKind.MONITOR),
    Source("wire", "Lumen Wire", kind=SourceKind.MEDIA),
    Source("post", "Harbour Post", kind=SourceKind.MEDIA),
    Source("quay", "Daily Quay", kind=SourceKind.MEDIA, relays=("wire",)),
    Source("office", "Statistics Office", kind=SourceKind.GOVERNMENT),
)


class Press:
    """Claims by publisher, number and tellers, one report each."""

    def __init__(self):
        self.claims, self.reports = [], {}

    def prints(self, publisher, number, *tellers, on="2030-03-10", when="2030-03"):
        nth = len(self.claims)
        report = f"sha256:{nth}"
        self.reports[report] = Report(
            report,
            f"{nth}.md",
            "text",
            "sha256:0",
            "text/plain",
            4,
            publisher=publisher,
            published=on,
        )
        quote = f"{number} dead, says number {nth}"
        self.claims.append(
            Claim(
                id=f"c{nth}",
                report=report,
                act=Act.KILLED,
                level=Level.AGGREGATE,
                passage=Passage(0, len(quote), quote),
                reader="test/1",
                group="g1",
                quantity=Quantity(number, number, str(number)),
                when=When(when),
                attribution=tuple(Teller(each) for each in tellers),
            )
        )
        return self.claims[-1].id

    def trace(self):
        return trace(self.claims, self.reports, SOURCES)

    def independent(self):
        told = origins(self.claims, self.reports, SOURCES)
        return [each.key for each in independent_tellers(self.claims, told)]


@pytest.fixture
def press():
    return Press()


def test_two_who_cite_each_other_for_a_figure_are_one_teller(press):
    press.prints("Lumen Wire", 1400, "Harbour Post")
    press.prints("Harbour Post", 1400, "Lumen Wire", on="2030-03-11")
    assert len(press.independent()) == 1
    [ring] = press.trace().rings
    assert ring.members == ("post", "wire")
    assert ring.because == (
        "Harbour Post and Lumen Wire cite each other for 1400, so none of them is "
        "independent of another"
    )


def test_a_ring_through_a_third_is_found_as_well(press):
    press.prints("Lumen Wire", 800, "Harbour Post")
    press.prints("Harbour Post", 800, "Daily Quay")
    press.prints("Daily Quay", 800, "Lumen Wire")
    assert len(press.independent()) == 1
    [ring] = press.trace().rings
    assert ring.members == ("post", "quay", "wire")


def test_a_ring_beside_somebody_who_counted_gives_two(press):
    press.prints("Lumen Wire", 800, "Harbour Post")
    press.prints("Harbour Post", 800, "Lumen Wire")
    press.prints("Statistics Office", 800)
    assert len(press.independent()) == 2


def test_a_ring_of_which_one_names_an_outsider_goes_back_to_the_outsider(press):
    press.prints("Lumen Wire", 800, "Harbour Post")
    press.prints("Harbour Post", 800, "Lumen Wire")
    press.prints("Harbour Post", 800, "Lumenian Observatory")
    assert press.independent() == ["obs"]


def test_two_who_cite_each_other_for_different_figures_are_no_ring(press):
    press.prints("Lumen Wire", 800, "Harbour Post")
    press.prints("Harbour Post", 31, "Lumen Wire")
    assert press.trace().rings == ()
    assert press.independent() == ["post", "wire"]


def test_the_same_figure_of_another_year_closes_no_ring(press):
    press.prints("Lumen Wire", 800, "Harbour Post", when="2030-03")
    press.prints("Harbour Post", 800, "Lumen Wire", when="2029-06")
    assert press.trace().rings == ()
    assert press.independent() == ["post", "wire"]


def test_an_unusual_number_told_later_by_who_names_nobody_is_passed_on(press):
    press.prints("Lumenian Observatory", 1383, on="2030-03-12")
    again = press.prints("Harbour Post", 1383, on="2030-03-13")
    origin = press.trace().origins[again]
    assert origin.key == "obs"
    assert origin.because == (
        "the same unusual figure as Lumenian Observatory, a day later, and names nobody"
    )
    assert press.independent() == ["obs"]


@pytest.mark.parametrize("number", [31, 1400, 250])
def test_a_small_or_round_number_may_be_the_same_by_chance(press, number):
    press.prints("Lumenian Observatory", number, on="2030-03-12")
    press.prints("Harbour Post", number, on="2030-03-13")
    assert press.independent() == ["obs", "post"]


def test_an_office_that_states_its_own_figure_does_not_pass_a_paper_on(press):
    press.prints("Harbour Post", 1383, on="2030-03-12")
    press.prints("Statistics Office", 1383, on="2030-03-13")
    assert press.independent() == ["office", "post"]


def test_two_papers_of_one_day_with_one_unusual_number_pass_nobody_on(press):
    press.prints("Harbour Post", 1383)
    press.prints("Lumen Wire", 1383)
    assert press.independent() == ["post", "wire"]


def test_the_graph_says_who_relays_whom_and_how_it_is_known(press):
    named = press.prints("Harbour Post", 800, "Lumenian Observatory", on="2030-03-12")
    press.prints("Lumenian Observatory", 1383, on="2030-03-12")
    again = press.prints("Harbour Post", 1383, on="2030-03-13")
    edges = {
        (each.relay, each.first, each.means): each
        for each in citing(press.trace(), SOURCES)
    }
    assert edges.keys() == {
        ("quay", "wire", Means.LISTED),
        ("post", "obs", Means.CITED),
        ("post", "obs", Means.FIGURE),
    }
    cited = edges["post", "obs", Means.CITED]
    assert cited.claims == (named,)
    assert cited.because == (
        "reports of Harbour Post give it to Lumenian Observatory, once"
    )
    assert edges["post", "obs", Means.FIGURE].claims == (again,)


PRINTED = st.lists(
    st.tuples(
        st.sampled_from(["Lumen Wire", "Harbour Post", "Daily Quay", "Nobody's Voice"]),
        st.sampled_from([31, 800, 1383]),
        st.sampled_from([None, "Lumen Wire", "Harbour Post", "Lumenian Observatory"]),
        st.sampled_from(["2030-03-09", "2030-03-10", "2030-03", None]),
        st.sampled_from(["2030-03", "2029-06", None]),
    ),
    max_size=9,
)


@settings(deadline=None)
@given(PRINTED, st.randoms(use_true_random=False))
def test_the_order_in_which_reports_come_changes_nothing(drawn, chance: random.Random):
    press = Press()
    for publisher, number, teller, on, when in drawn:
        press.prints(publisher, number, *filter(None, [teller]), on=on, when=when)
    before = press.trace()
    chance.shuffle(press.claims)
    after = press.trace()
    assert after.origins == before.origins
    assert sorted(after.rings, key=repr) == sorted(before.rings, key=repr)
    assert citing(after, SOURCES) == citing(before, SOURCES)


@settings(deadline=None)
@given(PRINTED)
def test_no_two_of_a_ring_count_for_its_figure(drawn):
    press = Press()
    for publisher, number, teller, on, when in drawn:
        press.prints(publisher, number, *filter(None, [teller]), on=on, when=when)
    traced = press.trace()
    by_id = {claim.id: claim for claim in press.claims}
    for ring in traced.rings:
        closing = [by_id[claim] for claim in ring.claims]
        assert len(independent_tellers(closing, traced.origins)) == 1

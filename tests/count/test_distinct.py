"""A floor adds only incidents that no two reports can mean as one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.count.distinct.candidate import Candidate
from tasjil.count.distinct.distinct import certainly_distinct
from tasjil.model.acts import Act
from tasjil.model.edtf import Edtf
from tasjil.model.incident import Incident
from tasjil.model.places import PlaceLevel

WITHIN = {
    "varesh": ("north", "lumenia"),
    "tolmin": ("north", "lumenia"),
    "osk": ("south", "lumenia"),
    "north": ("lumenia",),
    "south": ("lumenia",),
    "coast": ("lumenia",),
    None: (),
}
LEVELS = {
    "north": PlaceLevel.GOVERNORATE,
    "south": PlaceLevel.GOVERNORATE,
    "coast": PlaceLevel.REGION,
    None: None,
}
TIMES = [
    "2030-03-07",
    "2030-03-08",
    "2030-03-07/2030-03-08",
    "2030-03",
    "2030-04-02",
    "2030-02-25/2030-03-07",
    "2030",
    "2029/..",
    None,
]
DRAWN = st.lists(
    st.tuples(
        st.sampled_from(sorted(WITHIN, key=str)),
        st.sampled_from(TIMES),
        st.integers(0, 20),
        st.frozensets(st.sampled_from("abcd"), min_size=1, max_size=2),
    ),
    max_size=12,
)


def candidates(drawn):
    for nth, (place, edtf, floor, reports) in enumerate(drawn):
        incident = Incident(
            f"i{nth:02}", Act.KILLED, (f"c{nth}",), edtf, place, WITHIN[place]
        )
        level = LEVELS.get(place, PlaceLevel.VILLAGE)
        yield incident, Candidate.of(incident, floor, reports, level)


def may_be_one(one, other):
    """Compare two incidents pair by pair, as a person would."""
    times = (one.edtf, other.edtf)
    if None not in times and not Edtf.parse(times[0]).overlaps(Edtf.parse(times[1])):
        return False
    anywhere = {None, "coast"} & {one.place, other.place}
    chains = [(each.place, *each.within) for each in (one, other)]
    return bool(anywhere or one.place in chains[1] or other.place in chains[0])


@settings(deadline=None)
@given(DRAWN)
def test_no_two_of_the_chosen_can_be_one_incident(drawn):
    pairs = dict(candidates(drawn))
    chosen = certainly_distinct(list(pairs.values()))
    kept = [(i, c) for i, c in pairs.items() if c.id in chosen]
    for at, (one, first) in enumerate(kept):
        for other, second in kept[at + 1 :]:
            if first.reports.isdisjoint(second.reports):
                assert not may_be_one(one, other)


@settings(deadline=None)
@given(DRAWN)
def test_the_largest_floor_alone_is_never_more_than_the_chosen(drawn):
    found = [candidate for _, candidate in candidates(drawn)]
    chosen = certainly_distinct(found)
    total = sum(each.floor for each in found if each.id in chosen)
    assert total >= max((each.floor for each in found), default=0)

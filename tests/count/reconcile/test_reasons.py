"""Why a range begins and ends where it does is said in both languages."""

from itertools import chain, combinations

from tasjil.count.reconcile.who import EVERYBODY, who_in_words
from tasjil.model.languages import Language
from tasjil.model.persons import AgeGroup, Sex, Status, VictimGroup
from tasjil.model.sources import SourceKind
from tasjil.publish.sentences import explained

OBSERVATORY = (("the Lumenian Observatory", SourceKind.MONITOR),)
OFFICE = (("the UN Office in Lumenia", SourceKind.UN),)
MINISTRY = (("the Ministry of Order", SourceKind.GOVERNMENT),)
COMPLETE = "The complete list of the dead has so many names"
CIVILIANS = VictimGroup(text="civilians", status=Status.CIVILIAN)


def in_arabic(text):
    return 'lang="en"' not in str(explained(text, Language.AR, {}))


def every_sentence(found):
    ranges = [found.range, *found.by_basis.values()]
    for each in ranges:
        yield from each.because_low
        yield from each.because_high
    yield from found.notes


def stories(lumenia):
    """Tell of ceilings, sums, clashes, slips, and nothing."""
    country = lumenia()
    yield country
    country = lumenia()
    country.total("a", 100, "north", tellers=OBSERVATORY)
    country.total("b", 40, None, victims=CIVILIANS, tellers=OFFICE)
    country.tell("c", 12, "osk")
    yield country
    country = lumenia()
    told = {"day": "2030-03", "tellers": OFFICE}
    country.total("a", (None, 40), "north", text="up to 40", **told)
    country.total("b", (None, 30), "south", text="up to 30", **told)
    country.total("c", 25, "south", tellers=OBSERVATORY)
    yield country
    country.total("d", 90, "south", tellers=OBSERVATORY)
    yield country
    country = lumenia()
    country.total("a", 90, group="g1", tellers=OBSERVATORY)
    country.total("a", 95, "north", part_of="g1", tellers=OBSERVATORY)
    yield country


def test_every_reason_and_every_note_has_its_arabic(new_lumenia):
    said = set()
    for country in stories(new_lumenia):
        said.update(every_sentence(country.reconciled()))
    assert {text for text in said if not in_arabic(text)} == set()
    assert len(said) > 10


def claim_of(lumenia, **victims):
    return lumenia.tell("a", 5, victims=VictimGroup(**victims))


def test_whom_a_total_counts_has_its_arabic(lumenia):
    known = sorted(EVERYBODY)
    sets = chain.from_iterable(combinations(known, n) for n in (1, 2, 3, 4))
    groups = (
        [],
        [claim_of(lumenia, age_group=AgeGroup.CHILD)],
        [claim_of(lumenia, sex=Sex.WOMAN)],
        [claim_of(lumenia, sex=Sex.MAN)],
    )
    for statuses in sets:
        for claims in groups:
            for status in ("unknown", "civilian"):
                words = who_in_words(frozenset(statuses), claims, status)
                assert in_arabic(words), words


def test_a_lone_statement_is_named_with_its_scope(lumenia):
    lumenia.total("a", 100, "north", tellers=OBSERVATORY)
    assert lumenia.reconciled().range.because_low == (
        "no fewer than 100, by one statement",
        "Lumenian Observatory counts 100 (people of any status; North Province) "
        "until 2030-03-10",
    )

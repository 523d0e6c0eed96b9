"""Many statements of many tellers: sizes add up, and all of it is said in Arabic."""

from random import Random

from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile.differences import differences
from tasjil.count.reconcile.scopes import totals
from tasjil.count.reconcile.slips import slips
from tasjil.model.languages import Language
from tasjil.model.persons import Status, VictimGroup
from tasjil.model.sources import SourceKind
from tasjil.publish.sentences import explained

WHO = (
    VictimGroup(text="people"),
    VictimGroup(text="civilians", status=Status.CIVILIAN),
    VictimGroup(text="fighters", status=Status.DIRECT_PARTICIPANT),
)
AREAS = (("north", "south"), "north", "south", "osk", None, ("varesh", "tolmin"))
QUOTES = (
    "{} were killed, it said",
    "it has documented the killing of {}",
    "reports received put the number at {}",
)


def crowd(lumenia, many):
    """State totals with parts, at random but always the same."""
    chance = Random(8)
    for nth in range(many):
        day = 7 + chance.randrange(20)
        name, teller = f"r{nth}", f"Teller {chance.randrange(many // 3)}"
        lumenia.report(name, f"Paper {chance.randrange(4)}", f"2030-03-{day:02}")
        number = chance.randrange(20, 2000)
        more = {
            "day": chance.choice([f"2030-03-06/2030-03-{day:02}", "2030-03", None]),
            "tellers": ((teller, SourceKind.MONITOR),),
            "quote": chance.choice(QUOTES).format(number) + f" in statement {nth}",
        }
        place = chance.choice(AREAS)
        lumenia.total(name, number, place, group="all", victims=WHO[0], **more)
        for at, victims in enumerate(WHO[1:]):
            part = chance.randrange(1, number)
            own = {"group": f"part-{at}", "part_of": "all", "victims": victims}
            lumenia.total(name, part, place, **own, **more)
    return lumenia.evidence(), lumenia.tally()


def test_sizes_add_up_and_every_sentence_has_its_arabic(lumenia):
    evidence, tally = crowd(lumenia, 45)
    book = PlaceBook.of(evidence.claims.values(), {})
    found = differences(totals(tally, evidence, book), evidence, book)
    assert len(found) > 900
    for each in found:
        sizes = [part.size for part in each.parts]
        assert each.gap >= 0
        assert None in sizes or sum(sizes) == each.gap
    said = {part.text for each in found for part in each.parts}
    said |= {slip.text for slip in slips(evidence, book, {})}
    english = [
        text for text in said if 'lang="en"' in str(explained(text, Language.AR, {}))
    ]
    assert len(said) > 500
    assert english == []


def test_of_many_totals_the_pairs_grow_with_their_number(lumenia):
    evidence, tally = crowd(lumenia, 300)
    book = PlaceBook.of(evidence.claims.values(), {})
    stated = totals(tally, evidence, book)
    found = differences(stated, evidence, book)
    assert len(found) < 15 * len(stated)

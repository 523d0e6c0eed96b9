"""What is compared with what: kinds of blocks, and how one that is too large is cut."""

from collections import Counter
from dataclasses import dataclass

from tasjil.link.block.traits import Trait


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of block: the records that share the same things.

    Attributes:
        traits: What they share.
        most: How many records it may hold.
        cuts: The kind whose too large blocks this one cuts; None if it stands alone.
        alike: So much is shared that pairs are compared whatever speaks against them.
        lacking: Of a block that is too large, those few who lack one of these are
            compared with all of it.
    """

    traits: tuple[Trait, ...]
    most: int
    cuts: tuple[Trait, ...] | None = None
    alike: bool = False
    lacking: tuple[Trait, ...] = ()

    def __str__(self) -> str:
        """Say what is shared: "2 coarse parts, weeks and age"."""
        counted = Counter(self.traits)
        said = [f"{n} {each}s" if n > 1 else str(each) for each, n in counted.items()]
        *first, last = said
        return f"{', '.join(first)} and {last}" if first else last


def _alone(
    most: int, *traits: Trait, alike: bool = False, lacking: tuple[Trait, ...] = ()
) -> Kind:
    return Kind(traits, most, None, alike, lacking)


def _cut(
    most: int, *traits: Trait, alike: bool = False, lacking: tuple[Trait, ...] = ()
) -> Kind:
    """The last trait is the one that cuts."""
    return Kind(traits, most, traits[:-1], alike, lacking)


_1 = Trait.PART
_2 = (Trait.PART,) * 2
_3 = (Trait.PART,) * 3
_C2 = (Trait.COARSE,) * 2

PLAN: tuple[Kind, ...] = (
    _alone(40, Trait.ID, alike=True),
    _alone(20, Trait.SOME_DIGITS, _1),
    _alone(12, _1),
    _alone(48, *_3, alike=True),
    _cut(40, *_3, Trait.PLACE, alike=True),
    _cut(40, *_3, Trait.WEEKS, alike=True),
    _cut(24, *_3, Trait.AGE, alike=True),
    _cut(24, *_3, Trait.AGE, Trait.AREA, alike=True),
    _alone(28, *_2),
    _cut(32, *_2, Trait.PLACE),
    _cut(32, *_2, Trait.PLACE, Trait.WEEKS),
    _cut(16, *_2, Trait.PLACE, Trait.AGE),
    _cut(16, *_2, Trait.NEARLY_BORN),
    _cut(16, *_2, Trait.WEEKS, lacking=(Trait.PLACE,)),
    _cut(16, *_2, Trait.WEEKS, Trait.AGE),
    _cut(16, *_2, Trait.WEEKS, Trait.AGE, Trait.AREA),
    _cut(16, *_2, Trait.WEEKS, Trait.AGE, Trait.AREA, Trait.SEX),
    _cut(16, *_2, Trait.WEEKS, Trait.AREA, lacking=(Trait.AGE,)),
    _cut(12, *_2, Trait.WEEKS, Trait.AREA, Trait.DAYS),
    _cut(8, *_2, Trait.AGE, lacking=(Trait.DAYS,)),
    _cut(12, *_2, Trait.AGE, Trait.AREA, lacking=(Trait.DAYS,)),
    _alone(16, *_C2),
    _cut(16, *_C2, Trait.PLACE),
    _cut(20, *_C2, Trait.PLACE, Trait.WEEKS),
    _alone(30, Trait.BORN, _1),
    _alone(8, Trait.NEARLY_BORN, _1),
    _alone(20, Trait.BORN, Trait.HOMES),
    _alone(16, Trait.HOME, _1),
    _cut(20, _1, Trait.PLACE),
    _cut(16, _1, Trait.PLACE, Trait.WEEKS, lacking=(Trait.PART,)),
    _cut(12, _1, Trait.PLACE, Trait.WEEKS, Trait.AGE),
    _cut(6, _1, Trait.PLACE, Trait.AGE),
    _alone(16, Trait.GIVEN, Trait.AREA, Trait.DAYS),
    _cut(16, Trait.GIVEN, Trait.AREA, Trait.DAYS, Trait.AGE),
    _alone(5, _1, Trait.AREA, Trait.DAYS, lacking=(Trait.PART,)),
    _cut(6, _1, Trait.AREA, Trait.DAYS, Trait.AGE),
    _alone(12, Trait.PLACE, Trait.WEEKS),
    _cut(16, Trait.PLACE, Trait.WEEKS, Trait.AGE),
    _cut(16, Trait.PLACE, Trait.WEEKS, Trait.AGE, Trait.SEX),
    _cut(16, Trait.PLACE, Trait.WEEKS, Trait.AGE, Trait.SEX, Trait.DAY),
    _alone(8, Trait.AREA, Trait.DAYS, Trait.AGE),
    _cut(8, Trait.AREA, Trait.DAYS, Trait.AGE, Trait.SEX),
)
"""In this order, so that what a kind cuts stands before it.

Two parts of the name find most pairs; one part and a place, or a place, days, age and
sex alone, find those whose names are broken, replaced by a kunya, or missing. Of large
blocks the few who lack what would cut them finer are compared with all. The
figures were chosen by how many pairs a kind of block costs on lists of 10,000 to a
million records, not by who is whom on them; but some kinds of homes and births were
added after reading which true pairs of one public set, febrl4, no block held, and who
may lack what after reading the same of a million made-up records.
"""

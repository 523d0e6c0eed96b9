"""When a field of a claim is what a person coded, field by field."""

from collections.abc import Callable, Mapping

from gold.coded import CodedClaim
from gold.words import alike, content
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.edtf import Edtf
from tasjil.model.quantity import Unit
from tasjil.model.sources import SourceKind

_DEATHS = frozenset({Act.KILLED, Act.BODIES_FOUND})


def acts_agree(coded: CodedClaim, said: Claim) -> bool:
    """The same act; killed and bodies found count as each other."""
    return coded.act is said.act or {coded.act, said.act} == _DEATHS


def numbers_agree(coded: CodedClaim, said: Claim) -> bool:
    """Both ends equal, and families counted as families."""
    told = said.quantity
    ends = (coded.low, coded.high) == (told.low, told.high)
    return ends and coded.families == (told.unit is Unit.FAMILY)


def tellers_agree(coded: CodedClaim, said: Claim) -> bool:
    """The nearest teller is called by words that mean the same."""
    ours = coded.tellers[0][0] if coded.tellers else ""
    return alike(ours, said.first_teller.text if said.first_teller else "")


def _kinds_agree(coded: CodedClaim, said: Claim) -> bool:
    ours = coded.tellers[0][1] if coded.tellers else SourceKind.UNKNOWN
    theirs = said.first_teller.kind if said.first_teller else SourceKind.UNKNOWN
    return ours is theirs


def _dates_agree(coded: CodedClaim, said: Claim) -> bool:
    """Both none, or the same first and last day, however they are written."""
    if not coded.when or said.when.edtf is None:
        return not coded.when and said.when.edtf is None
    ours, theirs = Edtf.parse(coded.when), Edtf.parse(said.when.edtf)
    return (ours.earliest, ours.latest) == (theirs.earliest, theirs.latest)


def _dates_meet(coded: CodedClaim, said: Claim) -> bool:
    """Both none, or a day that is possible for both."""
    if not coded.when or said.when.edtf is None:
        return not coded.when and said.when.edtf is None
    return Edtf.parse(coded.when).overlaps(Edtf.parse(said.when.edtf))


def _places_agree(coded: CodedClaim, said: Claim) -> bool:
    """The first place told is one of those coded; or there is none."""
    if not coded.where or not said.where:
        return not coded.where and not said.where
    return any(alike(place, said.where[0].text) for place in coded.where)


def _ages_agree(coded: CodedClaim, said: Claim) -> bool:
    told = said.victims.age_range
    theirs = str(said.victims.age) if said.victims.age is not None else ""
    if not theirs and told is not None:
        theirs = f"{told.low}-{told.high}"
    return coded.age == theirs


def _names_agree(coded: CodedClaim, said: Claim) -> bool:
    """As many names, and each with all the words of one coded, or the other way."""
    ours = [content(name) for name in coded.names]
    theirs = [content(name) for name in said.victims.names]
    if len(ours) != len(theirs):
        return False
    return all(any(a <= b or b <= a for b in theirs) for a in ours)


FIELDS: Mapping[str, Callable[[CodedClaim, Claim], bool]] = {
    "quantity": numbers_agree,
    "act": lambda coded, said: coded.act is said.act,
    "level": lambda coded, said: coded.level is said.level,
    "date": _dates_agree,
    "date overlaps": _dates_meet,
    "place": _places_agree,
    "status": lambda coded, said: coded.status is said.victims.status,
    "sex": lambda coded, said: coded.sex is said.victims.sex,
    "age": _ages_agree,
    "names": _names_agree,
    "perpetrator": lambda coded, said: alike(
        coded.perpetrator, said.perpetrator.text or ""
    ),
    "perpetrator stance": lambda coded, said: (
        coded.perpetrator_stance is said.perpetrator.stance
    ),
    "first teller": tellers_agree,
    "teller kind": _kinds_agree,
    "chain length": lambda coded, said: len(coded.tellers) == len(said.attribution),
    "stance": lambda coded, said: coded.stance is said.stance,
    "background": lambda coded, said: coded.background == said.background,
}

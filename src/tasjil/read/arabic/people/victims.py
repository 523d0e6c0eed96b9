"""Who was harmed, as the words of one phrase tell it: age, sex, standing, ties."""

from collections.abc import Iterator

from tasjil.model.acts import Act
from tasjil.model.persons import AgeGroup, AgeRange, Sex, Status, VictimGroup
from tasjil.read.arabic.people.people_phrases import People
from tasjil.read.arabic.text.inflection import Number
from tasjil.read.arabic.text.person_nouns import PersonNoun

_KEYS = {
    Act.KILLED: "fatality",
    Act.INJURED: "casualty",
    Act.BODIES_FOUND: "body",
    Act.MISSING: "person",
}


def key_of(people: People) -> tuple[str, frozenset[str]]:
    """What they are called, and every noun for them, in the shared keys.

    Returns:
        The key of the phrase's noun, empty for a bare name, "person" for a number;
        and all keys of the phrase.
    """
    called = frozenset(noun.key for noun in _nouns(people))
    if people.sense is not None:
        return people.sense.noun.key, called
    if people.state is not None:
        key = _KEYS.get(people.state.act, "person")
        return key, called | {key}
    return ("" if people.names else "person"), called


def _nouns(people: People) -> Iterator[PersonNoun]:
    if people.sense is not None:
        yield people.sense.noun
    yield from people.beside
    for other in people.others:
        yield from _nouns(other)


def group_of(people: People) -> VictimGroup:
    """What the nouns and the age of a phrase say of its people."""
    nouns = list(_nouns(people))
    years = people.age.value if people.age is not None else None
    exact = years if isinstance(years, int) and years <= 130 else None
    in_years = years if isinstance(years, AgeRange) else None
    return VictimGroup(
        age=exact,
        age_range=in_years,
        age_group=_age_group(nouns, exact, in_years),
        sex=_sex(people),
        status=Status.ARMED_FORCES if people.armed else _status(nouns, exact),
        relation=None
        if _are_of_a_place(people)
        else next((n.key for n in nouns if "kin" in n.traits), None),
    )


def _age_group(
    nouns: list[PersonNoun], years: int | None, in_years: AgeRange | None
) -> AgeGroup:
    """Child or adult: years first, then the noun."""
    if years is not None:
        return AgeGroup.CHILD if years < 18 else AgeGroup.ADULT
    if in_years is not None:
        return in_years.group
    child = any(noun.age is AgeGroup.CHILD for noun in nouns)
    return AgeGroup.CHILD if child else AgeGroup.UNKNOWN


def _sex(people: People) -> Sex:
    """The sex that the noun, the word for those harmed or the pronoun tells."""
    if people.pronoun:
        return Sex.UNKNOWN
    if people.others:
        each = {p.sense.noun.sex for p in (people, *people.others) if p.sense}
        return each.pop() if len(each) == 1 else Sex.UNKNOWN
    if people.sense is None:
        return _sex_of_state(people)
    if _are_of_a_place(people):
        return Sex.UNKNOWN
    if people.plural:
        woman = people.sense.noun.sex is Sex.WOMAN
        return people.sense.noun.sex if woman or _of_men(people) else Sex.UNKNOWN
    told = people.sense.sex
    for noun in people.beside:
        told = noun.sex if told is Sex.UNKNOWN else told
    return told


def _are_of_a_place(people: People) -> bool:
    """True for "830 of the sons of Tolmin": people of either sex, nobody's sons."""
    sense = people.sense
    sons = sense is not None and sense.noun.singular == "ابن" and not sense.after
    return sons and people.plural and not people.names


def _sex_of_state(people: People) -> Sex:
    """The sex of "a wounded man", "two women killed"."""
    if people.state is None or people.state.act is Act.BODIES_FOUND:
        return Sex.UNKNOWN
    if people.state.feminine:
        return Sex.WOMAN
    one = people.state.number is Number.ONE and not people.plural
    return Sex.MAN if one else Sex.UNKNOWN


def _of_men(people: People) -> bool:
    return people.sense is not None and "man" in people.sense.noun.traits


def _status(nouns: list[PersonNoun], years: int | None) -> Status:
    """The standing a noun tells; "civilian" outright before all else."""
    told = [noun.status for noun in nouns if noun.status is not Status.UNKNOWN]
    if any(noun.key == "civilian" for noun in nouns):
        return Status.CIVILIAN
    if told:
        return told[0]
    child = years is not None and years < 18
    return Status.CIVILIAN if child else Status.UNKNOWN

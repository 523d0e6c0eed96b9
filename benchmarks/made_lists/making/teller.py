"""How one list tells of a person: what it leaves out, changes, and mistakes."""

from random import Random

from making import slips, words
from making.land import land
from making.people import Person
from making.sounds import Speller, arabic
from making.sources import Source
from making.told import PARTS, Told

DAYS_A_YEAR = 365.25
PLACE_HANDS = {"en": ("plain", 0.04), "fr": ("french", 0.04), "ar": ("plain", 0.0)}


class Teller:
    """Tells of persons as one source does."""

    def __init__(self, source: Source, chance: Random) -> None:
        """Take the source; the same chance tells the same."""
        self.source, self.chance = source, chance
        self.hands = [Speller(s, source.wobble, chance) for s in source.schemes]
        self.weights = list(source.schemes.values())
        self.places = Speller(*PLACE_HANDS[source.language], chance)
        self.hand = self.places
        self.land = land()
        self.last_identity = "0000000000"

    def tell(self, person: Person) -> Told:
        """Tell of a person."""
        told = Told(person.number, self.source.script, house=person.head_identity)
        told.clan = f"{person.family} {person.village.name}"
        told.bears = f"{person.given} {person.father} {person.family}"
        if self.hands:
            self.hand = self.chance.choices(self.hands, self.weights)[0]
        self._name(told, person)
        self._ages(told, person)
        self._places(told, person)
        self._identity(told, person)
        if not self.hit(told, "no mother"):
            told.mother = self.spelled(person.mother)
        return told

    def hit(self, told: Told, kind: str) -> bool:
        """Say whether something goes wrong this time, and remember that it did."""
        if self.chance.random() >= self.source.care.get(kind, 0.0):
            return False
        told.kinds.append(kind)
        return True

    def spelled(self, name: str) -> str:
        """Spell a name as this list's hand does."""
        if self.source.script == "latin":
            return self.hand.spell(name)
        rate = 0.05 if self.source.name == "registry" else 0.15
        return slips.habits(arabic(name), self.chance, rate)

    def _name(self, told: Told, person: Person) -> None:
        if self.hit(told, "unnamed"):
            told.whole = self.chance.choice(words.UNNAMED[told.script])
            return
        names = {part: getattr(person, part) for part in PARTS}
        self._leave_out(told, names)
        if names["given"] in words.CALLED and self.hit(told, "called"):
            names["given"] = self.chance.choice(words.CALLED[names["given"]])
        if person.child:
            self._kunya(told, person, names)
        if person.spouse and self.hit(told, "told by kin"):
            self._by_kin(told, person, names)
        told.parts |= {part: self.spelled(name) for part, name in names.items() if name}
        self._slip(told)

    def _leave_out(self, told: Told, names: dict[str, str]) -> None:
        if self.hit(told, "grandfather for family"):
            names |= {"family": names["grandfather"], "grandfather": ""}
        elif self.hit(told, "no family"):
            names["family"] = ""
        if names["grandfather"] and self.hit(told, "no grandfather"):
            names["grandfather"] = ""
        if self.hit(told, "no father"):
            names["father"] = ""
        if not names["father"] and not names["family"]:
            told.kinds.append("given alone")

    def _kunya(self, told: Told, person: Person, names: dict[str, str]) -> None:
        kunya = ("abu_" if person.man else "umm_") + person.child
        if self.hit(told, "kunya only"):
            names.update(dict.fromkeys(PARTS, "") | {"given": kunya})
        elif self.hit(told, "kunya for name"):
            names |= {"given": kunya, "father": "", "grandfather": ""}
        elif self.hit(told, "kunya added"):
            told.title = f"({self.spelled(kunya)})"

    def _by_kin(self, told: Told, person: Person, names: dict[str, str]) -> None:
        mother = person.child and self.chance.random() < 0.4
        kin = f"{person.child}_{person.spouse}" if mother else person.spouse
        said = (words.MOTHER if mother else words.WIFE)[told.script]
        whole = self.chance.choice(said).format(self.spelled(kin))
        if names["given"] and self.chance.random() < 0.4:
            told.kinds.append("given beside kin")
            whole = f"{self.spelled(names['given'])}, {whole}"
        told.whole = whole
        names.update(dict.fromkeys(PARTS, ""))

    def _slip(self, told: Told) -> None:
        parts = told.parts
        if not parts:
            return
        if "family" in parts and self.hit(told, "article"):
            parts["family"] = slips.article(parts["family"], self.chance)
        if "family" in parts and "given" in parts and self.hit(told, "swapped"):
            parts["given"], parts["family"] = parts["family"], parts["given"]
        for kind, slip in (("typed", slips.typed), ("hidden", slips.hidden)):
            if self.hit(told, kind):
                part = self.chance.choice(sorted(parts))
                parts[part] = slip(parts[part], self.chance)
        if self.chance.random() < self.source.scanned:
            told.kinds.append("scanned")
            for part in self.chance.sample(sorted(parts), min(2, len(parts))):
                parts[part] = slips.scanned(parts[part], self.chance)
        if not told.title and self.hit(told, "title"):
            told.title = self.chance.choice(words.TITLES[told.script])

    def _ages(self, told: Told, person: Person) -> None:
        chance = self.chance
        told.age, told.man = person.age, person.man
        if self.hit(told, "no age"):
            told.age = None
        elif self.hit(told, "rounded"):
            told.age = round(person.age / 5) * 5
        elif self.hit(told, "age off"):
            told.age = max(0, person.age + chance.choice((-2, -1, -1, 1, 1, 2)))
        elif person.age < 2:
            told.months = int((person.died - person.born) / DAYS_A_YEAR * 12)
        if self.hit(told, "no sex"):
            told.man = None
        elif self.hit(told, "wrong sex"):
            told.man = not person.man
        told.born = None if self.hit(told, "no birth") else person.born
        told.died = person.died
        if self.hit(told, "no date"):
            told.died = None
        elif self.hit(told, "burial date"):
            told.died = person.died + chance.randrange(1, 10)
        elif self.hit(told, "date off"):
            told.died = person.died + chance.choice((-3, -2, -1, -1, 1, 1, 2, 3))

    def _places(self, told: Told, person: Person) -> None:
        village = person.village
        town = village.name
        if self.hit(told, "no place"):
            return
        if self.hit(told, "other place"):
            other = self.chance.choice(self.land).name
            town = village.district if self.chance.random() < 0.8 else other
        told.town = self.place(town)
        told.district = self.place(village.district)
        told.governorate = self.place(village.governorate)
        if town != village.name and self.chance.random() < 0.5:
            told.town = words.HOSPITAL[self.source.language].format(told.town)

    def place(self, name: str) -> str:
        """Write a place in the list's script."""
        if self.source.script == "latin":
            return self.places.spell(name)
        return arabic(name)

    def _identity(self, told: Told, person: Person) -> None:
        if self.hit(told, "no id"):
            return
        told.identity = person.identity
        if person.identity != person.head_identity and self.hit(told, "id of the head"):
            told.identity = person.head_identity
        elif self.hit(told, "id of another"):
            told.identity = self.last_identity
        elif self.hit(told, "id slip"):
            told.identity = slips.digits(person.identity, self.chance)
        self.last_identity = person.identity

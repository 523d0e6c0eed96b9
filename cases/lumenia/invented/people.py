"""Names for the people of the invented country, in both scripts; none is anyone's."""

from dataclasses import dataclass
from random import Random

MEN = (
    ("Omar", "عمر"),
    ("Salem", "سالم"),
    ("Dravin", "درافين"),
    ("Marin", "مارن"),
    ("Khaled", "خالد"),
    ("Tavik", "تافيك"),
    ("Yusef", "يوسف"),
    ("Halim", "حليم"),
    ("Orsan", "أورسان"),
    ("Nabil", "نبيل"),
    ("Rudin", "رودين"),
    ("Samir", "سمير"),
    ("Velim", "فيليم"),
    ("Karim", "كريم"),
    ("Adrin", "أدرين"),
    ("Hasan", "حسن"),
)
WOMEN = (
    ("Rima", "ريما"),
    ("Nadia", "نادية"),
    ("Fatin", "فاتن"),
    ("Selva", "سلفا"),
    ("Mariam", "مريم"),
    ("Olenka", "أولينكا"),
    ("Huda", "هدى"),
    ("Tirza", "تيرزا"),
    ("Salma", "سلمى"),
    ("Irvana", "إرفانا"),
    ("Zeina", "زينة"),
    ("Dalia", "داليا"),
    ("Ludra", "لودرا"),
    ("Amina", "أمينة"),
    ("Sivanka", "سيفانكا"),
    ("Rasha", "رشا"),
)
FAMILIES = (
    ("Halqi", "حلقي"),
    ("Sorel", "سوريل"),
    ("Tavrin", "تافرين"),
    ("Darvand", "درفند"),
    ("Mirzal", "مرزال"),
    ("Kestani", "كستاني"),
    ("Ovreth", "أوفريث"),
    ("Banlif", "بنليف"),
    ("Rashkel", "راشكل"),
    ("Velqani", "فلقاني"),
    ("Torgan", "تورغان"),
    ("Samdari", "سمداري"),
    ("Lumrek", "لومرك"),
    ("Hesmin", "حسمين"),
    ("Jaldir", "جلدير"),
    ("Norvash", "نورفاش"),
    ("Qirvan", "قرفان"),
    ("Ashmir", "أشمير"),
    ("Bolvand", "بولفند"),
    ("Drisk", "دريسك"),
    ("Yalmur", "يلمور"),
    ("Zendal", "زندال"),
    ("Meshkal", "مشكال"),
    ("Gavrin", "غافرين"),
    ("Tushkal", "توشكال"),
    ("Ermand", "إرمند"),
    ("Olqar", "أولقار"),
    ("Pashrin", "باشرين"),
    ("Wardal", "وردال"),
    ("Sunvar", "سونفار"),
)


@dataclass(frozen=True, slots=True)
class Person:
    """One inhabitant.

    Attributes:
        status: Civilian, armed forces or direct participant.
        age: Years, on the day of the first harm.
    """

    id: str
    name: str
    name_ar: str
    sex: str
    age: int
    status: str

    @property
    def child(self) -> bool:
        """Tell whether they were under 18."""
        return self.age < 18


class Births:
    """Gives people, no two of one name."""

    def __init__(self, chance: Random) -> None:
        """Shuffle every name that a man or a woman can have."""
        self._chance = chance
        self._names = {
            sex: [(one, two) for one in given for two in FAMILIES]
            for sex, given in (("man", MEN), ("woman", WOMEN))
        }
        for names in self._names.values():
            chance.shuffle(names)
        self._born = 0

    def person(self, status: str) -> Person:
        """Give one more person of this status; those who fight are men."""
        armed = status != "civilian"
        sex = "man" if armed or self._chance.random() < 0.6 else "woman"
        age = self._chance.randint(18, 45) if armed else self._chance.randint(3, 80)
        self._born += 1
        one, two = self._names[sex].pop()
        return Person(
            id=f"p{self._born:03}",
            name=f"{one[0]} {two[0]}",
            name_ar=f"{one[1]} {two[1]}",
            sex=sex,
            age=age,
            status=status,
        )

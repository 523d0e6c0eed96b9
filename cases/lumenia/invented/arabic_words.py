"""Arabic words for numbers, people, days, places and tellers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from random import Random

from invented.land import PROVINCES, SPOTS, homonym_of, province_of
from invented.tellers import TELLERS
from invented.views import EventView, TotalView

_WITH_MEN = ["ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
_WITH_WOMEN = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
_DAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
_MONTHS = {5: ("أيار", "أيار/مايو", "مايو"), 6: ("حزيران", "حزيران/يونيو", "يونيو")}


@dataclass(frozen=True, slots=True)
class Noun:
    """A word for people, in the forms that numbers ask for.

    Attributes:
        after_eleven: As it stands after 11 to 99.
        many: As it stands after three to ten.
        two: Two of them, as a subject and as an object.
    """

    one: str
    after_eleven: str
    many: str
    two: tuple[str, str]
    of_women: bool = False
    behind: str = ""


NOUNS = {
    "people": Noun("شخص", "شخصاً", "أشخاص", ("شخصان", "شخصين")),
    "civilians": Noun("مدني", "مدنياً", "مدنيين", ("مدنيان", "مدنيين اثنين")),
    "soldiers": Noun("جندي", "جندياً", "جنود", ("جنديان", "جنديين")),
    "fighters": Noun("مقاتل", "مقاتلاً", "مقاتلين", ("مقاتلان", "مقاتلين اثنين")),
    "women": Noun("امرأة", "امرأة", "نساء", ("امرأتان", "امرأتين"), of_women=True),
    "children": Noun("طفل", "طفلاً", "أطفال", ("طفلان", "طفلين")),
    "forces": Noun(
        "عنصر", "عنصراً", "عناصر", ("عنصران", "عنصرين"), behind=" من القوات المسلحة"
    ),
    "residents": Noun("شخص", "شخصاً", "أشخاص", ("شخصان", "شخصين"), behind=" من الأهالي"),
}
PLURALS = {
    "people": "الأشخاص",
    "civilians": "المدنيين",
    "soldiers": "الجنود",
    "fighters": "المقاتلين",
    "women": "النساء",
    "children": "الأطفال",
    "forces": "عناصر القوات المسلحة",
}
DOERS = {
    "army": ("الجيش اللوميني", "جنود من الجيش اللوميني"),
    "brigade": ("لواء التلال", "مسلحون من لواء التلال"),
}
_MASCULINE = {"dcl", "hospital", "council", "masar", "voice", "post"}
_VERBS = {
    "said": ("قالت", "قال"),
    "documented": ("وثّقت", "وثّق"),
    "reported": ("أفادت", "أفاد"),
    "counted": ("أحصت", "أحصى"),
    "verified": ("تحققت", "تحقق"),
    "estimated": ("قدّرت", "قدّر"),
    "lowered": ("خفّضت", "خفّض"),
    "completed": ("أتمّت", "أتمّ"),
    "recorded": ("سجّلت", "سجّل"),
}


def counted(many: int, who: str, *, subject: bool = True) -> str:
    """Write a number of people, as Arabic grammar asks.

    Example:
        >>> counted(2, "civilians"), counted(3, "women")
        ('مدنيان', 'ثلاث نساء')
    """
    noun = NOUNS[who]
    return _bare(many, noun, subject) + noun.behind


def _bare(many: int, noun: Noun, subject: bool) -> str:
    if many == 1:
        return noun.one
    if many == 2:
        return noun.two[0 if subject else 1]
    if many <= 10:
        words = _WITH_WOMEN if noun.of_women else _WITH_MEN
        return f"{words[many - 3]} {noun.many}"
    rest = many % 100
    if 3 <= rest <= 10:
        return f"{many} {noun.many}"
    return f"{many} {noun.after_eleven if rest > 10 else noun.one}"


def joined(words: Iterable[str]) -> str:
    """Join words as a list is spoken: "و" ties to the word behind it."""
    *most, last = words

    return f"{' و'.join(most)} و{last}" if most else last


def does(verb: str, teller: str) -> str:
    """Give the verb in the gender of the teller's name."""
    return _VERBS[verb][teller in _MASCULINE]


def the(teller: str) -> str:
    """Name a teller inside a sentence."""
    before = {"herald": "صحيفة ", "voice": "إذاعة ", "masar": "موقع ", "post": "موقع "}
    return before.get(teller, "") + TELLERS[teller].name_ar


def on_date(day: date, chance: Random) -> str:
    """Write a day and its month."""
    return f"{day.day} {chance.choice(_MONTHS[day.month])}"


def on_day(day: date, published: date, chance: Random) -> str:
    """Say when, as a paper of that day would."""
    ago = (published - day).days
    if ago == 1 and chance.random() < 0.3:
        return "أمس"
    if 1 <= ago <= 5 and chance.random() < 0.6:
        return f"يوم {_DAYS[day.weekday()]}"
    return f"في {on_date(day, chance)}"


def weekday(day: date) -> str:
    """Say on which day of the week something was said."""
    return f"يوم {_DAYS[day.weekday()]}"


def at(view: EventView, chance: Random) -> str:
    """Say where."""
    return f"في {spot(view, chance)}"


def spot(view: EventView, chance: Random) -> str:
    """Name the place, with its province where the name alone does not say which."""
    place = SPOTS[view.place]
    kind = "قرية" if place.level == "village" else "بلدة"
    province = SPOTS[view.province or province_of(view.place)].name_ar
    if not view.tell_province and chance.random() < 0.6:
        return f"{kind} {place.name_ar}"
    return chance.choice(
        (
            f"{kind} {place.name_ar} في محافظة {province}",
            f"{kind} {place.name_ar} بمحافظة {province}",
        )
    )


def area(where: tuple[str, ...], chance: Random) -> str:
    """Say over which places a total goes."""
    if where == ("lumenia",):
        return chance.choice(("في لومينيا", "في أنحاء لومينيا", "في عموم البلاد"))
    names = [SPOTS[each].name_ar for each in where]
    if all(each in PROVINCES for each in where):
        if len(names) == 1:
            return f"في محافظة {names[0]}"
        kind = "محافظتي" if len(names) == 2 else "محافظات"
        return chance.choice((f"في {kind} {joined(names)}", f"في {joined(names)}"))
    kind = "قرية" if len(names) == 1 else "قريتي"
    text = f"في {kind} {joined(names)}"
    if any(homonym_of(each) for each in where):
        provinces = sorted({SPOTS[province_of(each)].name_ar for each in where})
        text += f" في محافظة {joined(provinces)}"
    return text


def period(view: TotalView, chance: Random) -> str:
    """Say over which days a total goes."""
    first, last = view.days
    if last is None:
        return f"منذ {on_date(first, chance)}"
    if first == last:
        return f"في {on_date(first, chance)}"
    month = chance.choice(_MONTHS[last.month])
    if first.month == last.month:
        return chance.choice(
            (
                f"بين {first.day} و{last.day} {month}",
                f"من {first.day} إلى {last.day} {month}",
            )
        )
    return f"بين {on_date(first, chance)} و{on_date(last, chance)}"


def said_by(chain: tuple[str, ...], chance: Random) -> str:
    """Say who tells, from the first teller to the one before the publisher."""
    first, *between = chain[:-1]
    if not between:
        return chance.choice(
            (f"بحسب {the(first)}", f"وفق {the(first)}", f"حسبما {_told(first)}")
        )
    return chance.choice(
        (
            f"حسبما ذكرت {the(between[-1])} نقلاً عن {the(first)}",
            f"وفق {the(first)} في بيان نقلته {the(between[-1])}",
        )
    )


def _told(teller: str) -> str:
    return f"{does('reported', teller)} {the(teller)}"

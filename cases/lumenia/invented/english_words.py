"""English words for numbers, people, days, places and tellers."""

from collections.abc import Iterable
from datetime import date
from random import Random

from invented.land import PROVINCES, SPOTS, homonym_of, province_of
from invented.tellers import TELLERS
from invented.views import EventView, TotalView

_SMALL = (
    *("no", "one", "two", "three", "four", "five"),
    *("six", "seven", "eight", "nine", "ten"),
)

NOUNS = {
    "people": ("person", "people"),
    "civilians": ("civilian", "civilians"),
    "soldiers": ("soldier", "soldiers"),
    "fighters": ("fighter", "fighters"),
    "women": ("woman", "women"),
    "children": ("child", "children"),
    "forces": ("member of the armed forces", "members of the armed forces"),
    "residents": ("resident", "residents"),
}
DOERS = {
    "army": ("the Lumenian army", "soldiers of the Lumenian army"),
    "brigade": ("the Hill Brigade", "fighters of the Hill Brigade"),
}


_WITHOUT_ARTICLE = {"wire", "voice", "masar", "hospital"}


def number(many: int) -> str:
    """Write a number as newsrooms do: in words to ten, then in digits.

    Example:
        >>> number(7), number(1204)
        ('seven', '1,204')
    """
    return _SMALL[many] if 0 < many <= 10 else f"{many:,}"


def counted(many: int, who: str) -> str:
    """Write a number of people.

    Example:
        >>> counted(1, "children"), counted(13, "civilians")
        ('one child', '13 civilians')
    """
    return f"{number(many)} {NOUNS[who][many != 1]}"


def joined(words: Iterable[str]) -> str:
    """Join words as a list is spoken.

    Example:
        >>> joined(["Dorrim", "Sarvel", "Halvene"])
        'Dorrim, Sarvel and Halvene'
    """
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def capital(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]


def on_date(day: date) -> str:
    """Write a day and its month: "6 May"."""
    return f"{day.day} {day:%B}"


def on_day(day: date, published: date, chance: Random) -> str:
    """Say when, as a paper of that day would."""
    ago = (published - day).days
    if ago == 1 and chance.random() < 0.25:
        return "yesterday"
    if 1 <= ago <= 5 and chance.random() < 0.6:
        return f"on {day:%A}"
    return f"on {on_date(day)}"


def at(view: EventView, chance: Random) -> str:
    """Say where: "in the village of Kelve in Halvene province"."""
    return f"in {spot(view, chance)}"


def spot(view: EventView, chance: Random) -> str:
    """Name the place, with its province where the name alone does not say which."""
    place = SPOTS[view.place]
    kind = f"the {place.level} of " if chance.random() < 0.4 else ""
    province = SPOTS[view.province or province_of(view.place)].name
    if not view.tell_province and chance.random() < 0.6:
        return kind + place.name
    return kind + chance.choice(
        (f"{place.name}, {province} province,", f"{place.name} in {province} province")
    )


def area(where: tuple[str, ...], chance: Random) -> str:
    """Say over which places a total goes."""
    if where == ("lumenia",):
        return chance.choice(("across Lumenia", "in Lumenia", "across the country"))
    names = [SPOTS[each].name for each in where]
    if all(each in PROVINCES for each in where):
        if len(names) == 1:
            return f"in {names[0]} province"
        how_many = _SMALL[len(names)]
        return chance.choice(
            (
                f"in {joined(names)}",
                f"in {how_many} provinces, {joined(names)},",
                f"in the provinces of {joined(names)}",
            )
        )
    provinces = {SPOTS[province_of(each)].name for each in where}
    if any(homonym_of(each) for each in where) or chance.random() < 0.4:
        return f"in {joined(names)} in {joined(sorted(provinces))} province"
    return chance.choice(("in", "in the villages of")) + f" {joined(names)}"


def period(view: TotalView, chance: Random) -> str:
    """Say over which days a total goes."""
    first, last = view.days
    if last is None:
        return chance.choice(
            (f"since {on_date(first)}", f"since {first.day} {first:%B %Y}")
        )
    if first == last:
        return f"on {on_date(first)}"
    return chance.choice(
        (
            f"between {on_date(first)} and {on_date(last)}",
            f"from {on_date(first)} to {on_date(last)}",
        )
    )


def the(teller: str) -> str:
    """Name a teller inside a sentence."""
    name = TELLERS[teller].name
    return name if teller in _WITHOUT_ARTICLE else f"the {name}"


def said_by(chain: tuple[str, ...], chance: Random) -> str:
    """Say who tells, from the first teller to the one before the publisher."""
    first, *between = chain[:-1]
    if not between:
        return chance.choice(
            (
                f"{the(first)} said",
                f"according to {the(first)}",
                f"{the(first)} reported",
            )
        )
    carrier = the(between[-1])
    return chance.choice(
        (
            f"{carrier} reported, citing {the(first)}",
            f"{the(first)} said, in a statement carried by {carrier}",
            f"{the(first)} told {carrier}",
        )
    )

"""The places of the invented country, with their names in both scripts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: a country, a province, a district, a town or a village."""

    id: str
    name: str
    name_ar: str
    level: str
    parent: str | None = None


_PROVINCES = (
    ("northmark", "Northmark", "نورثمارك"),
    ("halvene", "Halvene", "هالفين"),
    ("dorrim", "Dorrim", "دوريم"),
    ("sarvel", "Sarvel", "سارفيل"),
)

_TOWNS = {
    "northmark": (("varesh", "Varesh", "فاريش"), ("ostrel", "Ostrel", "أوستريل")),
    "halvene": (("kessary", "Kessary", "كيساري"), ("tolven", "Tolven", "تولفين")),
    "dorrim": (("askova", "Askova", "أسكوفا"), ("belrim", "Belrim", "بلريم")),
    "sarvel": (("mandrel", "Mandrell", "ماندريل"), ("yorvik", "Yorvek", "يورفيك")),
}

_VILLAGES = {
    "varesh": (("sorin-north", "Sorin", "سورين"), ("hadrow", "Hadrow", "هدرو")),
    "ostrel": (("ashkel", "Ashkel", "أشكيل"), ("brenit", "Brenit", "برينيت")),
    "kessary": (("kelve-halvene", "Kelve", "كلفي"), ("oreth", "Oreth", "أوريث")),
    "tolven": (("palvar", "Palvar", "بالفار"), ("demlin", "Demlin", "دملين")),
    "askova": (("kelve-dorrim", "Kelve", "كلفي"), ("vorash", "Vorash", "فوراش")),
    "belrim": (("gorlin", "Gorlin", "غورلين"), ("imlet", "Imlet", "إملت")),
    "mandrel": (("sorin-south", "Sorin", "سورين"), ("tessan", "Tessan", "تيسان")),
    "yorvik": (("zareth", "Zareth", "زاريث"), ("halket", "Halket", "هلكت")),
}


def _spots() -> tuple[Spot, ...]:
    found = [Spot("lumenia", "Lumenia", "لومينيا", "country")]
    for province, name, name_ar in _PROVINCES:
        found.append(Spot(province, name, name_ar, "governorate", "lumenia"))
        for town, town_name, town_ar in _TOWNS[province]:
            district = f"{town}-district"
            found += [
                Spot(
                    district,
                    f"{town_name} district",
                    f"منطقة {town_ar}",
                    "district",
                    province,
                ),
                Spot(town, town_name, town_ar, "town", district),
            ]
            found += [
                Spot(village, called, called_ar, "village", district)
                for village, called, called_ar in _VILLAGES[town]
            ]
    return tuple(found)


SPOTS = {spot.id: spot for spot in _spots()}
PROVINCES = tuple(province for province, *_ in _PROVINCES)
SETTLEMENTS = tuple(
    spot.id for spot in SPOTS.values() if spot.level in ("town", "village")
)
VILLAGES = tuple(spot.id for spot in SPOTS.values() if spot.level == "village")


def holders(place: str) -> tuple[str, ...]:
    """Give the place and all that hold it, nearest first.

    Example:
        >>> holders("hadrow")
        ('hadrow', 'varesh-district', 'northmark', 'lumenia')
    """
    chain: list[str] = []
    above: str | None = place
    while above is not None:
        chain.append(above)
        above = SPOTS[above].parent
    return tuple(chain)


def province_of(place: str) -> str:
    """Give the province in which a settlement lies."""
    return next(each for each in holders(place) if each in PROVINCES)


def homonym_of(place: str) -> str | None:
    """Give the other place of the same name; None where the name is its alone.

    Example:
        >>> homonym_of("sorin-north"), homonym_of("hadrow")
        ('sorin-south', None)
    """
    name = SPOTS[place].name
    return next((p for p in VILLAGES if p != place and SPOTS[p].name == name), None)

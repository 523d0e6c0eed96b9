"""The ground of the map: degrees to the page, graticule and scale bar."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, radians

from markupsafe import Markup

from tasjil.publish.charts.svg import element, joined

KM_A_DEGREE = 111.32
"""Kilometres in a degree of latitude, near enough for any map of a country."""

Point = tuple[float, float]
"""Longitude and latitude, as GeoJSON orders them."""

_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20)
_LENGTHS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Ground:
    """A flat picture of a small part of the globe, true to scale at its middle."""

    west: float
    east: float
    south: float
    north: float
    width: int
    height: int

    @classmethod
    def around(cls, reach: Iterable[tuple[Point, float]], width: int) -> "Ground":
        """Choose the part that holds every disc, always wider than tall.

        Args:
            reach: Centres and radii in kilometres; at least one.
            width: Width of the picture in pixels.
        """
        sides = [_box(centre, km) for centre, km in reach]
        west, east = min(s[0] for s in sides), max(s[1] for s in sides)
        south, north = min(s[2] for s in sides), max(s[3] for s in sides)
        shrink = cos(radians((south + north) / 2))
        across, up = (east - west) * shrink, north - south
        need_across, need_up = max(across, up / 0.8), max(up, across * 0.62)
        more_across = (need_across - across) / shrink / 2
        more_up = (need_up - up) / 2
        height = round(width * need_up / need_across)
        return cls(
            west - more_across,
            east + more_across,
            south - more_up,
            north + more_up,
            width,
            height,
        )

    def __call__(self, point: Point) -> Point:
        """Give the position of a place on the page."""
        x = (point[0] - self.west) / (self.east - self.west) * self.width
        y = (self.north - point[1]) / (self.north - self.south) * self.height
        return x, y

    @property
    def pixels_a_km(self) -> float:
        """How many pixels one kilometre takes."""
        return self.height / ((self.north - self.south) * KM_A_DEGREE)

    def path(self, rings: Iterable[Sequence[Sequence[float]]]) -> str:
        """Write rings of longitude and latitude as an SVG path."""
        written = []
        for ring in rings:
            points = (self((float(p[0]), float(p[1]))) for p in ring)
            written.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z")
        return "".join(written)


def graticule(ground: Ground) -> Markup:
    """Draw lines of longitude and latitude with their degrees at the edge."""
    span = max(ground.east - ground.west, ground.north - ground.south)
    step = next((s for s in _STEPS if span / s <= 6), 30)
    pieces = []
    for n in range(ceil(ground.west / step), floor(ground.east / step) + 1):
        x, _ = ground((n * step, 0))
        pieces.append(
            element("line", class_="graticule", x1=x, x2=x, y1=0, y2=ground.height)
        )
        text = f"{degrees(n * step)}E" if n >= 0 else f"{degrees(-n * step)}W"
        if x < ground.width - 44:
            pieces.append(element("text", text, x=x + 3, y=ground.height - 5))
    for n in range(ceil(ground.south / step), floor(ground.north / step) + 1):
        _, y = ground((0, n * step))
        pieces.append(
            element("line", class_="graticule", x1=0, x2=ground.width, y1=y, y2=y)
        )
        text = f"{degrees(n * step)}N" if n >= 0 else f"{degrees(-n * step)}S"
        pieces.append(element("text", text, x=4, y=y - 4))
    return element("g", joined(pieces), class_="axis", aria_hidden="true")


def degrees(value: float) -> str:
    """Write degrees shortly.

    Example:
        >>> degrees(35.5), degrees(36.0)
        ('35.5°', '36°')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".") + "°"


def scale_bar(ground: Ground, unit: str) -> Markup:
    """Draw a bar of round length in the upper right corner.

    Args:
        ground: The part of the globe that is drawn.
        unit: The word for kilometre in the page's language.
    """
    room = ground.width * 0.3
    fitting = [km for km in _LENGTHS if km * ground.pixels_a_km <= room]
    length = fitting[-1] if fitting else _LENGTHS[0]
    pixels = length * ground.pixels_a_km
    right, top = ground.width - 14, 30
    line = f"M{right - pixels:.1f} {top - 5}v5H{right}v-5"
    label = element("text", f"{length} {unit}", x=right, y=top - 10, text_anchor="end")
    bar = element("path", class_="scale-bar", d=line)
    return element("g", bar, label, class_="axis", aria_hidden="true")


def _box(centre: Point, km: float) -> tuple[float, float, float, float]:
    up = km / KM_A_DEGREE
    across = up / max(cos(radians(centre[1])), 0.1)
    lon, lat = centre
    return lon - across, lon + across, lat - up, lat + up

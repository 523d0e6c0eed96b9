"""The map: every place as the area it stands for, never as a false point."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.publish.charts.ground import Ground, Point, graticule, scale_bar
from tasjil.publish.charts.svg import element, isolated, joined

Rings = tuple[Sequence[Sequence[float]], ...]

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in pixels."""

SMALLEST_RING = 7.0
"""Pixels: an area smaller than this gets a ring, or nobody would see it."""

LETTER = 6.6
LINE = 15


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with incidents, and how far around its centre it reaches.

    Attributes:
        fine: True for a village, town or city; False for a district or wider, which
            is drawn hatched because nothing says where in it the harm was done.
        rings: The outline, where the case has one.
    """

    name: str
    words: str
    href: str
    centre: Point
    km: float
    fine: bool
    rings: Rings = ()


@dataclass(frozen=True, slots=True)
class MapWords:
    """The words on the map, in the page's language."""

    name: str
    km: str


def draw_map(
    spots: Sequence[Spot], outlines: Sequence[Rings], words: MapWords, width: int
) -> Markup:
    """Draw the ground, the wide areas, the fine places, and their names.

    Args:
        spots: At least one.
        outlines: Borders and coasts that are only there to find one's way.
        words: What the map says in the page's language.
        width: In pixels of the drawing.
    """
    fine = [spot for spot in spots if spot.fine] or list(spots)
    ground = Ground.around([(s.centre, max(s.km * 1.6, 9)) for s in fine], width)
    key = f"m{width}"
    wide = sorted((s for s in spots if not s.fine), key=lambda s: -s.km)
    inside = [
        _outlines(ground, outlines),
        graticule(ground),
        joined(_wide(ground, spot, key) for spot in wide),
        joined(_fine(ground, spot) for spot in spots if spot.fine),
        _names(ground, spots),
        scale_bar(ground, words.km),
    ]
    frame = {"x": 0, "y": 0, "width": ground.width, "height": ground.height}
    return element(
        "svg",
        _definitions(key, frame),
        element("rect", class_="sea", **frame),
        element("g", joined(inside), clip_path=f"url(#{key}-frame)"),
        class_="chart map " + ("wide" if width > 500 else "narrow"),
        viewBox=f"0 0 {ground.width} {ground.height}",
        role="group",
        aria_label=words.name,
    )


def _definitions(key: str, frame: dict[str, int]) -> Markup:
    hatch = element(
        "pattern",
        element("path", class_="hatch", d="M0 0V8"),
        id=f"{key}-hatch",
        width=8,
        height=8,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    clip = element("clipPath", element("rect", **frame), id=f"{key}-frame")
    return element("defs", hatch, clip)


def _outlines(ground: Ground, outlines: Sequence[Rings]) -> Markup:
    return joined(
        element("path", class_="land", d=ground.path(rings)) for rings in outlines
    )


def _wide(ground: Ground, spot: Spot, key: str) -> Markup:
    """Draw a district or wider: hatched, with a broken edge."""
    fill = f"url(#{key}-hatch)"
    if spot.rings:
        shape = element("path", class_="area", d=ground.path(spot.rings), fill=fill)
    else:
        shape = _disc(ground, spot, "area", fill)
    return _linked(spot, shape)


def _fine(ground: Ground, spot: Spot) -> Markup:
    """Draw a place at true scale, with a ring where that would be too small."""
    shape = _disc(ground, spot, "place")
    if spot.km * ground.pixels_a_km < SMALLEST_RING:
        x, y = ground(spot.centre)
        drawn = spot.km * ground.pixels_a_km
        radius = max(SMALLEST_RING, drawn + 3)
        ring = element("circle", class_="ring", cx=x, cy=y, r=radius)
        shape = element("g", shape, ring)
    return _linked(spot, shape)


def _disc(ground: Ground, spot: Spot, kind: str, fill: str | None = None) -> Markup:
    x, y = ground(spot.centre)
    radius = spot.km * ground.pixels_a_km
    return element("circle", class_=kind, cx=x, cy=y, r=radius, fill=fill)


def _linked(spot: Spot, shape: Markup) -> Markup:
    title = element("title", spot.words)
    return element("a", title, shape, href=spot.href, aria_label=spot.words)


def _names(ground: Ground, spots: Sequence[Spot]) -> Markup:
    """Name each place where its name covers no other name; the list has them all."""
    taken = [_disc_box(ground, spot) for spot in spots if spot.fine]
    written = []
    for spot in sorted(spots, key=lambda s: (not s.fine, s.name)):
        found = _room_for(ground, spot, taken)
        if found is None:
            continue
        box, x, y, end = found
        taken.append(box)
        kind = "place-name" if spot.fine else "area-name"
        written.append(
            element("text", isolated(spot.name), class_=kind, x=x, y=y, text_anchor=end)
        )
    return element("g", joined(written), class_="names", aria_hidden="true")


def _disc_box(ground: Ground, spot: Spot) -> Box:
    """Give the part of a place that no other place's name may cover."""
    x, y = ground(spot.centre)
    radius = max(spot.km * ground.pixels_a_km, SMALLEST_RING - 2)
    return x - radius, y - radius, x + radius, y + radius


def _room_for(
    ground: Ground, spot: Spot, taken: Sequence[Box]
) -> tuple[Box, float, float, str] | None:
    """Try right, left, below and above; give up where all are taken."""
    x, y = ground(spot.centre)
    off = max(spot.km * ground.pixels_a_km, SMALLEST_RING) + 4 if spot.fine else 0
    wide = len(spot.name) * LETTER
    tries = (
        (x + off, y + 4, "start", x + off),
        (x - off, y + 4, "end", x - off - wide),
        (x, y + off + LINE - 3, "middle", x - wide / 2),
        (x, y - off - 3, "middle", x - wide / 2),
    )
    for at_x, at_y, end, left in tries[:: 1 if spot.fine else -1]:
        box = (left, at_y - LINE + 3, left + wide, at_y + 3)
        inside = box[0] > 0 and box[2] < ground.width and box[1] > 0
        inside = inside and box[3] < ground.height - 16
        if inside and not any(_meet(box, other) for other in taken):
            return box, at_x, at_y, end
    return None


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]

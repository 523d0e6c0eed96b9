"""The colours: every text stands out from its ground, by light and in the dark."""

import re
from importlib.resources import files

import pytest

CSS = files("tasjil.publish").joinpath("assets", "site.css").read_text("utf-8")

TEXT_ON_GROUND = (
    ("ink", "paper"), ("ink", "sheet"), ("ink", "soft"), ("quiet", "paper"),
    ("quiet", "sheet"), ("quiet", "soft"), ("link", "paper"), ("link", "sheet"),
    ("link", "soft"), ("accent", "paper"), ("accent", "sheet"), ("paper", "accent"),
    ("mark-ink", "mark-1"), ("mark-ink", "mark-2"), ("mark-ink", "mark-3"),
    ("number", "sheet"), ("ink", "sea"), ("ink", "land"), ("quiet", "sea"),
    ("quiet", "land"), *((f"s{n}", "sheet") for n in range(6)),
)  # fmt: skip

SHAPE_ON_GROUND = (("floor", "track"), ("floor", "ceiling"), ("focus", "paper"),
                   ("focus", "sheet"), ("place", "land"), ("place", "sea"))  # fmt: skip


def palettes() -> dict[str, dict[str, str]]:
    light, dark = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
    colours = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
    bright = dict(colours.findall(light))
    return {"light": bright, "dark": {**bright, **dict(colours.findall(dark))}}


def luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_of_contrast_knows_black_on_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_has_the_contrast_of_wcag_aa(mode, text, ground):
    colours = palettes()[mode]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPE_ON_GROUND)
def test_shapes_and_the_focus_ring_stand_out(mode, shape, ground):
    colours = palettes()[mode]
    assert contrast(colours[shape], colours[ground]) >= 3


def test_nothing_in_the_style_sheet_comes_from_elsewhere():
    assert "@import" not in CSS
    assert "url(" not in CSS
    assert "@font-face" not in CSS

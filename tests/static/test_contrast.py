"""Every pair of colours that meets on a page passes WCAG 2.2 AA, in both themes.

The colours are read from the style sheets themselves. Conversion from OKLCH to linear
sRGB and relative luminance follow CSS Color 4 and WCAG 2.2.
"""

import math
import re

import pytest
from django.conf import settings

SHEETS = "\n".join(
    (settings.BASE_DIR / "static" / path).read_text("utf-8")
    for path in ("css/00-tokens.css", "more/code.css")
)
PAIR = re.compile(
    r'(?:--|framework=")([\w-]+)(?:"\] \{ --fw)?: '
    r"light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)"
)
THEMES = ("light", "dark")
COLOURS = {
    name: tuple(tuple(float(part) for part in value.split()) for value in values)
    for name, *values in PAIR.findall(SHEETS)
}
FRAMEWORKS = ("flask", "django", "fastapi", "quart", "litestar")
GROUNDS = ("paper", "surface", "sunken")
INKS = ("ink", "ink-soft", "accent", "accent-strong", "alert", *FRAMEWORKS)
CODE = tuple(name for name in COLOURS if name.startswith("code-"))
TEXT_ON_GROUND = [
    *((ink, ground) for ink in INKS for ground in GROUNDS),
    *((ink, "accent-soft") for ink in ("ink", "ink-soft", "accent", "accent-strong")),
    *((ink, "alert-soft") for ink in ("ink", "ink-soft", "alert")),
    *((code, "sunken") for code in CODE),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
]


def linear_srgb(colour: tuple[float, ...]) -> tuple[float, float, float]:
    lightness, chroma, hue = colour
    a = chroma * math.cos(math.radians(hue))
    b = chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def luminance(colour: tuple[float, ...]) -> float:
    red, green, blue = (min(1.0, max(0.0, part)) for part in linear_srgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(front: str, ground: str, theme: str) -> float:
    index = THEMES.index(theme)
    first, second = luminance(COLOURS[front][index]), luminance(COLOURS[ground][index])
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("front", "ground"), TEXT_ON_GROUND)
def test_text_stands_out_from_its_ground(front, ground, theme):
    assert contrast(front, ground, theme) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_edge_of_a_control_can_be_seen(ground, theme):
    assert contrast("rule-strong", ground, theme) >= 3


@pytest.mark.parametrize("name", COLOURS)
def test_a_colour_can_be_shown_on_every_screen(name):
    for colour in COLOURS[name]:
        assert all(-0.002 <= part <= 1.002 for part in linear_srgb(colour))


def test_no_framework_is_lighter_or_louder_than_another():
    assert len({colour[:2] for name in FRAMEWORKS for colour in COLOURS[name]}) == 2

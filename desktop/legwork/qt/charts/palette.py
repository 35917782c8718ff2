"""The look of every line: hue by region, lightness by site, dash and marker by side.

Owns how series colours are derived from the theme's roles. Every colour keeps at least 3:1 to the surface, and sites
of one region differ in lightness, so that they stay apart for every kind of colour vision and in grey.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor

from legwork.domain.sites import Side
from legwork.qt.charts.series import Series
from legwork.qt.core.theme import ThemeManager

_FAMILY = {"lower": "legs", "upper": "upper"}
_CONTRASTS = {
    "light": (None, 3.2, 10.5, 4.3, 7.8, 13.0, 3.7),
    "dark": (None, 4.4, 12.5, 5.6, 10.2, 3.3, 14.0),
    "contrast_light": (None, 5.0, 16.0, 6.6, 13.0, 8.2, 18.5),
    "contrast_dark": (None, 6.5, 18.2, 8.6, 4.9, 10.6, 16.3),
}
"""Contrast to the surface of the first, second, third site of a region, by theme; None: the role itself."""

_TURNS = (0.0, 5.0, 0.0, 9.0, 3.0, -3.0, 12.0)
"""A slight turn of the hue for each, degrees: a help for those who see it, never needed. Only towards blue and
ochre: the other way lie green and red, which mean "growing" and "error" here."""


@dataclass(frozen=True)
class Look:
    """How one series is drawn. Left and no side: solid and round; right: dashed with a diamond. bar: as bars; light:
    in a lighter shade of its colour."""

    colour: QColor
    dashed: bool
    diamond: bool
    bar: bool = False
    light: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """By which pictures of it are kept."""
        return self.colour.rgb(), self.dashed, self.diamond, self.bar, self.light


def looks_of(series: Iterable[Series], theme: ThemeManager) -> list[Look]:
    """A look for each of `series`: both sides of a site share a colour, and so do the parts of one region."""
    colours: dict[tuple[str, str], QColor] = {}
    seen: dict[str, int] = {}
    looks = []
    for one in series:
        site = one.pair, one.region
        if site not in colours:
            family = _FAMILY.get(one.region, "secondary")
            colours[site] = _shade(theme, family, seen.get(family, 0))
            seen[family] = seen.get(family, 0) + 1
        right = one.side is Side.RIGHT
        bars = one.bars
        looks.append(Look(colours[site], right, right, bars is not None, bars is not None and bars.light))
    return looks


def lighter(colour: QColor, surface: QColor, share: float) -> QColor:
    """A colour of which only `share` is left on a surface; opaque, so that bars may lie over each other."""
    parts = zip(colour.getRgb()[:3], surface.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(share * one + (1 - share) * other) for one, other in parts))


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, 1 to 21. Source: W3C, WCAG 2.2, relative luminance and contrast ratio."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _shade(theme: ThemeManager, family: str, count: int) -> QColor:
    return QColor(_shade_name(theme.colour(family).name(), theme.colours.surface, theme.shown, family, count))


@cache
def _shade_name(role_name: str, surface_name: str, shown: str, family: str, count: int) -> str:
    role, surface = QColor(role_name), QColor(surface_name)
    wanted, dark = _CONTRASTS[shown], shown.endswith("dark")
    target = wanted[count % len(wanted)]
    if target is None:
        return role_name
    hue = (role.hslHueF() + _TURNS[count % len(_TURNS)] / 360) % 1.0 if family != "secondary" else role.hslHueF()
    # Light shades of a strong hue shout; they get less of it.
    strength = role.hslSaturationF() * (0.7 if target < contrast(role, surface) else 1.0)
    low, high = 0.0, 1.0
    for _ in range(16):
        middle = (low + high) / 2
        enough = contrast(QColor.fromHslF(hue, strength, middle), surface) >= target
        # On a dark surface contrast grows with lightness, on a light one it falls.
        if enough == dark:
            high = middle
        else:
            low = middle
    return QColor.fromHslF(hue, strength, high if dark else low).name()


def _luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())

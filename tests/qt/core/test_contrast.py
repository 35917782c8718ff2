"""Every theme by the numbers: text on the grounds it stands on, and the lines of what can be touched.

Which text stands on which ground is read from the style sheet and from the palette as Qt gets them. Source of the
bounds: WCAG 2.2, 1.4.3 (4.5:1 for text), 1.4.6 (7:1, asked here of high contrast), 1.4.11 (3:1 for controls and marks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from legwork.paths import resources_dir
from legwork.qt.core.style_sheet import style_sheet
from legwork.qt.core.theme import CHOICES, ThemeManager

THEMES = CHOICES[1:]
TEXTS = ("text", "secondary", "legs", "upper", "good", "caution", "error")
GROUNDS = ("window", "surface", "raised", "legs_soft", "upper_soft")
"""Pages, cards, rows pointed at, rows chosen, exercises of the upper body: painted rows put any text on any of them."""


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeManager]:
    manager = ThemeManager(resources_dir() / "themes")
    yield manager
    manager.apply("light", 100)
    qapp.setStyleSheet("")


def luminance(colour: QColor) -> float:
    """Relative luminance. Source: WCAG 2.2, definition of relative luminance."""
    parts = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in colour.getRgbF()[:3])
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: QColor | str, other: QColor | str) -> float:
    low, high = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def bound(theme: ThemeManager) -> float:
    """What text has to reach."""
    return 7 if theme.colours.contrast else 4.5


def rules(sheet: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each selector of a style sheet with what it says; what is said of it elsewhere is not counted."""
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        said = dict(re.findall(r"(?:^|[\s;])([a-z-]+): *([^;]+)", body))
        for selector in selectors.split(","):
            yield " ".join(selector.split()), said


def pairs(theme: ThemeManager) -> Iterator[tuple[str, str, str]]:
    """Selector, colour of its text, and each ground under it: its own, that of what it stands in, or any of a page."""
    every = list(rules(style_sheet(theme)))
    grounds = {selector: said["background"] for selector, said in every if said.get("background", "").startswith("#")}
    texts = {selector: said["color"] for selector, said in every if "color" in said}
    pages = [getattr(theme.colours, one) for one in GROUNDS[:3]]
    for selector, said in every:
        if ":disabled" in selector:
            continue
        plain, outer = re.sub(r":[a-z-]+$", "", selector), selector.rsplit(" ", 1)[0]
        under = grounds.get(selector) or ("" if "color" in said else None)
        if under is None:
            continue
        inherited = "" if said.get("background") == "transparent" else grounds.get(plain, "")
        under = under or inherited or grounds.get(outer, "")
        colour = said.get("color") or texts.get(plain) or theme.colours.text
        for ground in [under] if under else pages:
            yield selector, colour, ground


def test_the_formula_knows_its_ends() -> None:
    assert contrast("black", "white") == pytest.approx(21)
    assert contrast("#777777", "white") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
def test_all_that_the_style_sheet_writes_can_be_read(theme: ThemeManager, name: str) -> None:
    theme.apply(name)
    found = list(pairs(theme))
    said = {selector for selector, _, _ in found}
    assert {'QLabel[role="secondary"]', 'QPushButton[kind="primary"]', "QWidget#rail QToolButton:checked"} <= said
    assert ('QFrame[role="notice"] QLabel', theme.colours.window, theme.colours.text) in found
    # A scroll bar, a mark and a line have a ground and no text.
    wordless = re.compile(r"handle|chunk|indicator|QProgressBar|branch|corner|Corner|line|separator|notice\"\]$")
    faint = [
        f"{selector}: {colour} on {ground} is {contrast(colour, ground):.2f}:1"
        for selector, colour, ground in found
        if contrast(colour, ground) < bound(theme) and not wordless.search(selector)
    ]
    assert faint == []


@pytest.mark.parametrize("name", THEMES)
def test_all_that_the_palette_writes_can_be_read(theme: ThemeManager, name: str, qapp: QApplication) -> None:
    theme.apply(name)
    role, palette = QPalette.ColorRole, qapp.palette()
    for group, (text, ground) in product(
        (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive),
        (
            (role.WindowText, role.Window),
            (role.Text, role.Base),
            (role.Text, role.AlternateBase),
            (role.ButtonText, role.Button),
            (role.HighlightedText, role.Highlight),
            (role.ToolTipText, role.ToolTipBase),
            (role.PlaceholderText, role.Base),
            (role.Link, role.Base),
            (role.Link, role.Window),
        ),
    ):
        measured = contrast(palette.color(group, text), palette.color(group, ground))
        assert measured >= bound(theme), f"{text} on {ground}"


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("role", "ground"), list(product(TEXTS, GROUNDS)))
def test_every_text_can_be_read_on_every_ground(theme: ThemeManager, name: str, role: str, ground: str) -> None:
    theme.apply(name)
    assert contrast(theme.colour(role), theme.colour(ground)) >= bound(theme)


@pytest.mark.parametrize("name", THEMES)
def test_what_can_be_touched_has_an_outline_and_a_focus_that_are_seen(theme: ThemeManager, name: str) -> None:
    theme.apply(name)
    for role, ground in product(("field_border", "legs", "error", "caution", "skin_line"), GROUNDS[:3]):
        assert contrast(theme.colour(role), theme.colour(ground)) >= 3, f"{role} on {ground}"
    filled, focused = (
        next(said for selector, said in rules(style_sheet(theme)) if selector == f'QPushButton[kind="primary"]{state}')
        for state in ("", ":focus")
    )
    ring = focused["border"].split()[-1]
    assert contrast(ring, filled["background"]) >= 4.5, "it is seen inside the button that is filled"


@pytest.mark.parametrize("name", THEMES)
def test_what_is_disabled_is_paler_than_what_is_not(theme: ThemeManager, name: str) -> None:
    theme.apply(name)
    pale, plain = (contrast(theme.colour(role), theme.colour("surface")) for role in ("disabled", "secondary"))
    assert 2.5 <= pale < plain * 0.7


@pytest.mark.parametrize("name", ["contrast_light", "contrast_dark"])
def test_high_contrast_shows_every_line_and_what_is_chosen(theme: ThemeManager, name: str) -> None:
    theme.apply(name)
    for role, ground in product(("border", "field_border", "skin_line"), GROUNDS[:2]):
        assert contrast(theme.colour(role), theme.colour(ground)) >= 4.5, f"{role} on {ground}"
    chosen = [said for selector, said in rules(style_sheet(theme)) if selector == "QListView::item:selected"]
    assert any(said.get("border") == f"1px solid {theme.colours.legs}" for said in chosen), "not by its ground alone"

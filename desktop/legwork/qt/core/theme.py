"""Colours, type and measures of the whole window, and the one place that changes them while it is open.

Owns the palette roles (read from resources/themes), the style sheet and the text scale. Widgets ask it for colours
and sizes and listen to `changed`; none of them may hold a colour or a pixel size of its own. An icon follows by itself.

The look, which `style_sheet` puts on and tests hold to:
- Legs are teal, upper body is rust, everywhere; left is solid and round, right is dashed with a diamond. Growing is
  green with an arrow up, shrinking amber with an arrow down, within the error grey with a tilde.
- Colour never stands alone: a word, a sign, a letter, a shape, a hatch or a number says the same. A field that is
  refused says why under it; what is chosen has a line or bold letters too where contrast is high.
- Text is at least 4.5:1 on any ground, 7:1 in high contrast; outlines of what can be touched, and marks, are 3:1.
- Type in unscaled pixels: 12 small, 13 body, 15 section, 20 page title, 32 the one big number of a card. Space: SPACE.
  Corners 8 on cards, 6 on fields and buttons. What is pressed is at least 28 high, a page's header 36.
- Nothing moves by itself. Paper and saved pictures are always light.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from legwork.qt.core.style_sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

CHOICES = ("system", "light", "dark", "contrast_light", "contrast_dark")
"""What can be chosen: to be as the desktop is, or one of resources/themes by the name of its file."""

SPACE = (0, 1, 2, 4, 6, 8, 12, 16, 20, 24, 32)
"""The spacing scale, in unscaled pixels: 1 keeps a table inside the line of its card, 2 to 6 part what is read as one,
8 and 12 things of one kind, 16 cards, 20 is the edge of a dialog, 24 that of a page, 32 parts what is far apart."""

TEXT_SCALES = (100, 115, 130, 150)
"""Text sizes to choose from, percent."""

STYLE = "Fusion"
"""Qt's style under our style sheet, the same on every system."""

HAS_STYLE = "has_style"
"""Property of an application that was made with STYLE: to ask for it, or to set it, costs a start 10 ms."""


@dataclass(frozen=True)
class Colours:
    """One theme's roles, as #RRGGBB. See resources/themes for what each is used for."""

    dark: bool
    contrast: bool
    window: str
    surface: str
    raised: str
    border: str
    field_border: str
    text: str
    secondary: str
    legs: str
    on_legs: str
    legs_soft: str
    upper: str
    upper_soft: str
    good: str
    caution: str
    error: str
    disabled: str
    skin: str
    skin_line: str

    @classmethod
    def load(cls, file: Path) -> Colours:
        """Read a theme file. Raises TypeError when a role is missing or unknown."""
        # Through Qt, which is here already: importing a parser of Python's would cost each start 4 ms.
        read = QSettings(str(file), QSettings.Format.IniFormat)
        read.beginGroup("colours")
        roles = {role: str(read.value(role)) for role in read.childKeys()}
        dark, contrast = (roles.pop(flag) == "true" for flag in ("dark", "contrast"))
        return cls(dark=dark, contrast=contrast, **roles)


class ThemeManager(QObject):
    """Applies a theme to the application and says so."""

    resizing = Signal()
    """Text will have another size at once: what is hidden and can be made anew need not come along."""
    changed = Signal()

    def __init__(self, themes_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dir = themes_dir
        self._loaded: dict[str, Colours] = {}
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self.choice = "system"
        self.text_percent = 100
        self._scale = 1.0
        self._desktop_dark = False
        """As its own colours were before ours took their place."""
        self._desktop_contrast = False
        """Whether the desktop asks for strong contrast."""
        self.colours = self._colours("light")

    def apply(self, choice: str = "system", text_percent: int = 100) -> None:
        """Show the theme `choice` (one of CHOICES) with text at `text_percent`."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        text_percent = text_percent if text_percent in TEXT_SCALES else TEXT_SCALES[0]
        if not app.styleSheet():
            self._desktop_dark = app.palette().color(QPalette.ColorRole.Window).lightness() < 128
            if not app.property(HAS_STYLE):
                app.setStyle(STYLE)
            self._show(app, choice, text_percent)
            return
        with _busy(app):
            if text_percent != self.text_percent:
                self.resizing.emit()
            self._show(app, choice, text_percent)

    def _show(self, app: QApplication, choice: str, text_percent: int) -> None:
        self.choice, self.text_percent = choice, text_percent
        self._scale = text_percent / 100 * self._system_scale(app)
        self._fonts.clear()
        self.colours = self._colours(self._resolve(app))
        if app.styleSheet():
            # A sheet that follows a sheet dresses each widget once for every one around it; after none, just once.
            app.setStyleSheet("")
        app.setPalette(self._palette())
        app.setFont(self.font())
        app.setStyleSheet(style_sheet(self))
        self.changed.emit()

    def follow_system(self) -> None:
        """Be as light or dark, and as strong in contrast, as the desktop, and switch with it from now on."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        asked = hints.accessibility()
        asked.contrastPreferenceChanged.connect(self._on_contrast_changed)
        self._desktop_contrast = _is_high(asked.contrastPreference())
        if self.choice == CHOICES[0] and self._colours(self._resolve(app)) != self.colours:
            self._on_scheme_changed()

    @property
    def shown(self) -> str:
        """The theme that is shown, by the name of its file."""
        return ("contrast_" if self.colours.contrast else "") + ("dark" if self.colours.dark else "light")

    def px(self, pixels: float) -> int:
        """An unscaled length in pixels of this screen at this text size."""
        return round(pixels * self._scale)

    def colour(self, role: str) -> QColor:
        """The QColor of a role by name."""
        return QColor(getattr(self.colours, role))

    def region_colour(self, region: str) -> QColor:
        """Legs are teal, upper body is rust, everywhere; what is neither is plain text."""
        return self.colour({"lower": "legs", "upper": "upper"}.get(region, "secondary"))

    def icon_file(self, name: str) -> str:
        """A small drawing made for this theme, as a style sheet wants its path."""
        return (self._dir.parent / "icons" / f"{name}-{'dark' if self.colours.dark else 'light'}.svg").as_posix()

    def font(self, pixels: float = 13, bold: bool = False) -> QFont:
        """The system's font at a size of the type scale, with digits of one width."""
        if (pixels, bold) not in self._fonts:
            font = QFont(QApplication.font())
            font.setPixelSize(self.px(pixels))
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[pixels, bold] = font
        return QFont(self._fonts[pixels, bold])

    def _on_scheme_changed(self) -> None:
        if self.choice == CHOICES[0]:
            self.apply(self.choice, self.text_percent)

    def _on_contrast_changed(self, preference: Qt.ContrastPreference) -> None:
        self._desktop_contrast = _is_high(preference)
        self._on_scheme_changed()

    def _resolve(self, app: QApplication) -> str:
        if self.choice in CHOICES[1:]:
            return self.choice
        # By name: importing Qt's enumerations costs 30 ms, as asking for the scheme does. Not before the first paint;
        # `follow_system` asks.
        scheme = app.styleHints().colorScheme().name if app.styleSheet() else "Unknown"
        dark = scheme == "Dark" or (scheme == "Unknown" and self._desktop_dark)
        return ("contrast_" if self._desktop_contrast else "") + ("dark" if dark else "light")

    @staticmethod
    def _system_scale(app: QApplication) -> float:
        # macOS counts 72 logical dots to the inch where the others count 96; both mean "100 %".
        screen = app.primaryScreen()
        return screen.logicalDotsPerInchY() / (72 if sys.platform == "darwin" else 96) if screen else 1.0

    def _colours(self, name: str) -> Colours:
        if name not in self._loaded:
            self._loaded[name] = Colours.load(self._dir / f"{name}.ini")
        return self._loaded[name]

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        palette = QPalette()
        for target, source in (
            (role.Window, "window"),
            (role.WindowText, "text"),
            (role.Base, "surface"),
            (role.AlternateBase, "raised"),
            (role.Text, "text"),
            (role.Button, "surface"),
            (role.ButtonText, "text"),
            (role.ToolTipBase, "surface"),
            (role.ToolTipText, "text"),
            (role.PlaceholderText, "secondary"),
            (role.Highlight, "legs"),
            (role.HighlightedText, "on_legs"),
            (role.Link, "legs"),
            (role.Mid, "border"),
            (role.Accent, "legs"),
        ):
            palette.setColor(target, self.colour(source))
        for target in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, self.colour("disabled"))
        return palette


@contextmanager
def _busy(app: QApplication) -> Iterator[None]:
    """A hundred widgets take 30 ms, and there may be thousands: the pointer says that something is going on."""
    from PySide6.QtCore import Qt

    app.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        app.restoreOverrideCursor()


def _is_high(preference: Qt.ContrastPreference) -> bool:
    return preference.name == "HighContrast"

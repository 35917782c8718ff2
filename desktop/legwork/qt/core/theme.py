"""Colours, type and measures of the whole window, and the one place that changes them while it is open.

Owns the palette roles (read from resources/themes), the style sheet and the text scale. Widgets ask it for colours
and sizes and listen to `changed`; none of them may hold a colour or a pixel size of its own.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from legwork.qt.core.style_sheet import style_sheet

SPACE = (4, 8, 12, 16, 24, 32)
"""The spacing scale, in unscaled pixels."""

TEXT_SCALES = (100, 115, 130, 150)
"""Text sizes to choose from, percent."""


@dataclass(frozen=True)
class Colours:
    """One theme's roles, as #RRGGBB. See resources/themes for what each is used for."""

    dark: bool
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
    skin: str
    skin_line: str

    @classmethod
    def load(cls, file: Path) -> Colours:
        """Read a theme file. Raises TypeError when a role is missing or unknown."""
        # Through Qt, which is here already: importing a parser of Python's would cost each start 4 ms.
        read = QSettings(str(file), QSettings.Format.IniFormat)
        read.beginGroup("colours")
        roles = {role: str(read.value(role)) for role in read.childKeys()}
        return cls(dark=roles.pop("dark") == "true", **roles)


class ThemeManager(QObject):
    """Applies a theme to the application and says so."""

    changed = Signal()

    def __init__(self, themes_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dir = themes_dir
        self._loaded: dict[str, Colours] = {}
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self.choice = "system"
        self.text_percent = 100
        self._scale = 1.0
        self.colours = self._colours("light")

    def apply(self, choice: str = "system", text_percent: int = 100) -> None:
        """Show the theme `choice` (system, light or dark) with text at `text_percent`."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        text_percent = text_percent if text_percent in TEXT_SCALES else TEXT_SCALES[0]
        self.choice, self.text_percent = choice, text_percent
        self._scale = text_percent / 100 * self._system_scale(app)
        self._fonts.clear()
        self.colours = self._colours(self._resolve(app))
        if app.style().objectName() != "fusion" and not app.styleSheet():
            app.setStyle("Fusion")
        app.setPalette(self._palette())
        app.setFont(self.font())
        app.setStyleSheet(style_sheet(self))
        self.changed.emit()

    def follow_system(self) -> None:
        """Switch with the desktop between light and dark from now on."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

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
        if self.choice == "system":
            self.apply(self.choice, self.text_percent)

    def _resolve(self, app: QApplication) -> str:
        if self.choice in ("light", "dark"):
            return self.choice
        # By name: importing Qt's enumerations costs every start 18 ms, and nothing before the first paint needs them.
        return "dark" if app.styleHints().colorScheme().name == "Dark" else "light"

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
            palette.setColor(QPalette.ColorGroup.Disabled, target, self.colour("field_border"))
        return palette

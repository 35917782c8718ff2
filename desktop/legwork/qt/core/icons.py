"""Icons by name, drawn from the Phosphor font that qtawesome ships, in the theme's colours.

An icon is drawn when it is shown and in the colours of that moment: who sets one sets it once, whatever theme comes.
The font is read without importing qtawesome itself: its import pulls in QtOpenGL and costs more time (0.14 s) than
the whole window takes to appear. A test holds the code points below to qtawesome's own table.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from legwork.paths import resources_dir
from legwork.qt.core.theme import ThemeManager

FONT_FILE = "phosphor-1.3.0.ttf"

CODE_POINTS = {
    "arrow-down": 0xF022,
    "arrow-up": 0xF061,
    "barbell": 0xF074,
    "bell": 0xF082,
    "calendar": 0xF0AC,
    "caret-left": 0xF0C3,
    "caret-right": 0xF0C4,
    "chart-line": 0xF0D4,
    "check": 0xF0E7,
    "clipboard-text": 0xF0F8,
    "columns": 0xF10E,
    "database": 0xF12D,
    "drop": 0xF14E,
    "flag": 0xF17C,
    "fork-knife": 0xF193,
    "gear": 0xF19B,
    "plus": 0xF27F,
    "printer": 0xF288,
    "question": 0xF293,
    "ruler": 0xF2A9,
    "scales": 0xF2AA,
    "sun-horizon": 0xF300,
    "table": 0xF304,
    "target": 0xF308,
    "trash": 0xF334,
    "user": 0xF346,
    "users": 0xF351,
    "x": 0xF36D,
}


class Icons:
    """Makes QIcons; one per application."""

    def __init__(self, theme: ThemeManager) -> None:
        self._theme = theme
        self._fonts: dict[int, QFont] = {}
        self._family = ""

    def icon(self, name: str, role: str = "secondary", checked_role: str = "legs") -> QIcon:
        """The icon `name` in the colour of `role`, and of `checked_role` where it is switched on."""
        return QIcon(_Glyph(self, name, role, checked_role))

    def pixmap(self, name: str, size: int, colour: QColor, ratio: float = 1) -> QPixmap:
        """The glyph `name`, `size` unscaled pixels square, as it is now: another theme or text size wants another."""
        side = round(self._theme.px(size) * ratio)
        pixmap = QPixmap(side, side)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        edge = round(side / ratio)
        self.draw(painter, QRect(0, 0, edge, edge), name, colour)
        painter.end()
        return pixmap

    def draw(self, painter: QPainter, rect: QRect, name: str, colour: QColor) -> None:
        """Paint the glyph `name` into the middle of `rect`, as large as fits."""
        side = max(1, min(rect.width(), rect.height()))
        if side not in self._fonts:
            self._fonts[side] = QFont(self._font_family())
            self._fonts[side].setPixelSize(side)
        painter.setFont(self._fonts[side])
        painter.setPen(colour)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chr(CODE_POINTS[name]))

    def colour(self, role: str) -> QColor:
        """What `role` looks like in the theme that is shown."""
        return self._theme.colour(role)

    def _font_family(self) -> str:
        if not self._family:
            spec = find_spec("qtawesome")
            assert spec is not None and spec.origin is not None
            file = Path(spec.origin).parent / "fonts" / FONT_FILE
            families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
            if not families:
                raise FileNotFoundError(file)
            self._family = families[0]
        return self._family


class _Glyph(QIconEngine):
    """What is behind a QIcon, and belongs to it: paints the glyph each time, paler where it is disabled."""

    _clones: ClassVar[list[QIconEngine]] = []
    """Qt takes a clone without a hold on its Python half, which would take Qt's half with it when it ends."""

    def __init__(self, icons: Icons, name: str, role: str, checked_role: str) -> None:
        super().__init__()
        self._icons, self._name, self._roles = icons, name, (role, checked_role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = self._roles[state is QIcon.State.On]
        colour = self._icons.colour("disabled" if mode is QIcon.Mode.Disabled else role)
        painter.save()
        self._icons.draw(painter, rect, self._name, colour)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)  # Qt's own begins with whatever was in the memory
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        made = _Glyph(self._icons, self._name, *self._roles)
        self._clones[:] = [*(one for one in self._clones if isValid(one)), made]
        return made


APP_SIZES = (16, 20, 22, 24, 32, 40, 48, 64, 96, 128, 256)
"""The program's own icon comes drawn for these, in pixels; the larger ones are only for shops and docks."""


def show_app_icon() -> None:
    """Have every window wear the program's own icon: a moment after the first page, or with a dialog before it."""
    if QApplication.windowIcon().isNull():
        QApplication.setWindowIcon(app_icon())


def app_icon() -> QIcon:
    """The program's own icon. Its pictures are read when one of their size is wanted, which makes it cheap."""
    icon = QIcon()
    for size in APP_SIZES:
        icon.addFile(str(resources_dir() / "icons" / "app" / f"legwork-{size}.png"), QSize(size, size))
    return icon

"""Icons by name, drawn from the Phosphor font that qtawesome ships, in the theme's colours.

The font is read without importing qtawesome itself: its import pulls in QtOpenGL and costs more time (0.14 s) than
the whole window takes to appear. A test holds the code points below to qtawesome's own table.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap

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
        self._family = ""

    def icon(self, name: str, role: str = "secondary", checked_role: str = "legs") -> QIcon:
        """The icon `name` in the colour of `role`, and of `checked_role` where it is switched on."""
        icon = QIcon()
        for state, colour_role in ((QIcon.State.Off, role), (QIcon.State.On, checked_role)):
            colour = self._theme.colour(colour_role)
            icon.addPixmap(self.pixmap(name, 20, colour, self._ratio()), QIcon.Mode.Normal, state)
        return icon

    def pixmap(self, name: str, size: int, colour: QColor, ratio: float = 1) -> QPixmap:
        """The glyph `name`, `size` unscaled pixels square."""
        side = round(self._theme.px(size) * ratio)
        pixmap = QPixmap(side, side)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        font = QFont(self._font_family())
        font.setPixelSize(self._theme.px(size))
        painter.setFont(font)
        painter.setPen(colour)
        edge = round(side / ratio)
        painter.drawText(QRect(0, 0, edge, edge), Qt.AlignmentFlag.AlignCenter, chr(CODE_POINTS[name]))
        painter.end()
        return pixmap

    @staticmethod
    def _ratio() -> float:
        app = QGuiApplication.instance()
        return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0

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


APP_SIZES = (16, 20, 22, 24, 32, 40, 48, 64, 96, 128, 256)
"""The program's own icon comes drawn for these, in pixels; the larger ones are only for shops and docks."""


def app_icon() -> QIcon:
    """The program's own icon. Its pictures are read when one of their size is wanted, which makes it cheap."""
    icon = QIcon()
    for size in APP_SIZES:
        icon.addFile(str(resources_dir() / "icons" / "app" / f"legwork-{size}.png"), QSize(size, size))
    return icon

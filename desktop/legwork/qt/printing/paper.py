"""Sizes of paper, its margins, its length unit, and its theme: always light, its letters always of the same size.

Owns the one unit in which everything printed is measured: 1/108 inch. It makes the window's type scale come out on
paper as it should: 12 pixels are 8 points, 15 are 10. So what paints a widget paints the same drawing on paper.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize

from legwork.i18n import mark, tr
from legwork.paths import resources_dir
from legwork.qt.core.theme import ThemeManager

UNITS_PER_INCH = 108

_LETTER_LANDS = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Where paper is Letter. Source: Unicode CLDR, supplemental measurement data, paperSize US-Letter."""


def mm(millimetres: float) -> float:
    """A length on paper in units."""
    return millimetres / 25.4 * UNITS_PER_INCH


MARGINS = QMarginsF(mm(20), mm(12), mm(12), mm(12))
"""Left for the holes of a punch, 20 mm; no printer needs more than 12 mm on the others (both conventions)."""


def margins_of(size: QSizeF) -> QMarginsF:
    """The margins of a sheet of that size. Holes go into the long edge, the upper one of a sheet that lies on its side.

    So all sheets of a plan hang in one folder, whichever way each of them lies.
    """
    if size.width() <= size.height():
        return MARGINS
    return QMarginsF(MARGINS.bottom(), MARGINS.left(), MARGINS.top(), MARGINS.right())


class Orientation(StrEnum):
    """Which way a sheet lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"

    @property
    def label(self) -> str:
        """Its name, translated."""
        return tr(_WAYS[self])

    @property
    def on_page(self) -> QPageLayout.Orientation:
        """As Qt names it."""
        return QPageLayout.Orientation.Landscape if self is Orientation.LANDSCAPE else QPageLayout.Orientation.Portrait


_WAYS = {Orientation.PORTRAIT: mark("Portrait"), Orientation.LANDSCAPE: mark("Landscape")}


class Paper(StrEnum):
    """The sizes to choose from."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def label(self) -> str:
        """Its name, translated."""
        return tr(_NAMES[self])

    @property
    def page_size(self) -> QPageSize:
        """As Qt names it."""
        return QPageSize(QPageSize.PageSizeId.A4 if self is Paper.A4 else QPageSize.PageSizeId.Letter)

    @property
    def size(self) -> QSizeF:
        """The whole sheet, upright, in units."""
        return self.page_size.size(QPageSize.Unit.Inch) * UNITS_PER_INCH

    def lying(self, orientation: Orientation) -> QSizeF:
        """The whole sheet as it lies, in units."""
        return self.size.transposed() if orientation is Orientation.LANDSCAPE else self.size

    @classmethod
    def usual(cls, locale: QLocale | None = None) -> Paper:
        """What is in the printers of the person's country."""
        land = QLocale.territoryToCode((locale or QLocale.system()).territory())
        return cls.LETTER if land in _LETTER_LANDS else cls.A4

    @classmethod
    def named(cls, name: str) -> Paper:
        """The one that was kept by name; the usual one when there is none of that name."""
        return cls(name) if name in (*cls,) else cls.usual()


_NAMES = {Paper.A4: mark("A4"), Paper.LETTER: mark("Letter")}


class PaperTheme(ThemeManager):
    """The light theme at 100 %, whatever the window wears. Never applied to the window."""

    def __init__(self) -> None:
        super().__init__(resources_dir() / "themes")

    def font(self, pixels: float = 15, bold: bool = False) -> QFont:
        """As in the window, but laid out for ink: no letter is moved to a pixel, and none are joined to one sign.

        Joined letters ("fi") look well but are not found by who searches a PDF.
        """
        font = super().font(pixels, bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setFeature(QFont.Tag("liga"), 0)
        return font

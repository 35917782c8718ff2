"""A picture of rows as a widget: as high as its rows need at its width, each row a part to point at.

Owns what such widgets share. It must not paint: that, and where the rows are, is told by the class that builds on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.pointed_picture import PointedPicture
from legwork.qt.widgets.row_drawing import WIDE, RowPlace


class PictureRow(Protocol):
    """A row of numbers and words about a site."""

    @property
    def site(self) -> str:
        """Its key."""

    @property
    def spoken(self) -> str:
        """The whole row as a sentence."""


R = TypeVar("R", bound=PictureRow)


class RowPicture(PointedPicture, Generic[R]):
    """Says which row is pointed at ("" for none), and which one was chosen, each by its site."""

    row_pointed = Signal(str)
    activated = Signal(str)

    def __init__(self, theme: ThemeManager, name: str, said: str, parent: QWidget | None = None) -> None:
        """name: the object's name. said: its translated name for a screen reader."""
        super().__init__(theme, name, said, parent)
        self._rows: tuple[R, ...] = ()
        self._heights: dict[int | None, int] = {}
        theme.changed.connect(self._heights.clear)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.parts_changed()

    def height_of(self, rows: Sequence[R], width: float | None) -> int:
        """How high the picture is at a width; with None, at the width it is made for."""
        raise NotImplementedError

    def places_of(self, rect: QRectF, rows: Sequence[R]) -> Sequence[RowPlace]:
        """Where the rows are in `rect`."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these rows, from top to bottom."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._heights.clear()
            self.parts_changed()

    def row_rect(self, site: str) -> QRectF:
        """Where a site's row is in this widget; empty when it has none."""
        places = self.places_of(QRectF(self.rect()), self._rows)
        return next((one.whole for row, one in zip(self._rows, places, strict=True) if row.site == site), QRectF())

    def sentences(self) -> list[str]:
        return [row.spoken for row in self._rows]

    def part_at(self, position: QPointF) -> int | None:
        places = self.places_of(QRectF(self.rect()), self._rows)
        return next((index for index, one in enumerate(places) if one.whole.contains(position)), None)

    def pointed_at(self, part: int | None) -> None:
        self.row_pointed.emit("" if part is None else self._rows[part].site)

    def chosen(self, part: int) -> None:
        self.activated.emit(self._rows[part].site)

    def heightForWidth(self, width: int) -> int:
        return self._height(width)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDE), self._height(None))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._height(None))

    def _height(self, width: int | None) -> int:
        """A layout asks again and again."""
        if width not in self._heights:
            self._heights[width] = self.height_of(self._rows, width)
        return self._heights[width]

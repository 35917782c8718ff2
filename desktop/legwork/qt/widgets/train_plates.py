"""The plate calculator: what to put on for the load at hand, as a picture and in words.

Owns the picture and the choice of a bar. Which plates go on is `domain.log.plates`.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from legwork.domain.exercise import Exercise
from legwork.domain.log.plates import Loading, load_bar, loading_words
from legwork.domain.units import Quantity, UnitSystem, typed_text
from legwork.i18n import tr
from legwork.numerals import localised
from legwork.qt.core.spoken_roles import PICTURE
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choices import name_chooser
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.wheel import calm
from legwork.services.own_plates import Gym, bar_for, bar_words, bars_for, takes_plates


class PlatesPanel(QWidget):
    """Shows the plates of one end, heaviest first."""

    own_asked = Signal()
    """What the person owns shall be said."""
    bar_chosen = Signal(object)

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._gym: Gym | None = None
        self._exercise: Exercise | None = None
        self.loading: Loading | None = None
        self.setObjectName("train_plates")
        self.title = label("", "section")
        self.bar = calm(QComboBox())
        self.bar.setObjectName("train_bar")
        name_chooser(self.bar, tr("Bar"))
        self.bar.activated.connect(lambda place: self.bar_chosen.emit(self.bar.itemData(place)))
        self.picture = PlatesPicture(theme)
        self.words = label("", wrap=True)
        self.words.setObjectName("train_plates_words")
        own = button(tr("Own plates and bars…"), "train_own_plates", "link")
        own.clicked.connect(self.own_asked)
        self.setLayout(column(self.title, self.bar, self.picture, self.words, row(own, None), spacing=theme.px(6)))

    def show_load(self, exercise: Exercise | None, load: Quantity | None, gym: Gym, units: UnitSystem) -> None:
        """Show what to put on for a load; nothing where none is known, or it is not made of plates."""
        shown = load is not None and takes_plates(exercise)
        self.setVisible(shown)
        if not shown or load is None:
            return
        self._exercise, self._gym = exercise, gym
        bar = bar_for(exercise, gym)
        self.title.setText(tr("Plates for {load}", load=typed_text(load)))
        self.bar.clear()
        for one in bars_for(exercise, gym):
            self.bar.addItem(bar_words(one), one)
        self.bar.setCurrentIndex(next(at for at, one in enumerate(bars_for(exercise, gym)) if one == bar))
        self.loading = load_bar(load.value, bar, gym.plates)
        self.picture.show_loading(self.loading)
        self.words.setText(loading_words(self.loading, units))


class PlatesPicture(QWidget):
    """One end of a bar from the side, the heaviest plate innermost."""

    spoken_role = PICTURE

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._plates: list[tuple[Quantity, int]] = []
        self.setObjectName("train_plates_picture")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_loading(self, loading: Loading) -> None:
        """Draw a loading."""
        self._plates = list(loading.each_end)
        self.setAccessibleName(tr("Plates on one end"))
        self.setVisible(bool(self._plates))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(96))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        plates = [weight for weight, count in self._plates for _ in range(count)]
        if not plates:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, left = self.height() / 2, float(px(4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("field_border"))
        painter.drawRoundedRect(QRectF(left, middle - px(3), self.width() - 2 * left, px(6)), 3, 3)
        painter.drawRoundedRect(QRectF(left + px(10), middle - px(8), px(6), px(16)), 2, 2)
        room = self.width() - px(44)
        wide = min(px(26), room / len(plates) - px(3))
        x = left + px(20)
        heaviest = max(one.value for one in plates)
        painter.setFont(theme.font(11, bold=True))
        for one in plates:
            share = min(1.0, 0.36 + 0.64 * (one.value / max(heaviest, 20.0)) ** 0.5)
            high = (self.height() - px(4)) * share
            box = QRectF(x, middle - high / 2, max(wide, px(5)), high)
            painter.setPen(QPen(theme.colour("legs"), 1))
            painter.setBrush(theme.colour("legs_soft"))
            painter.drawRoundedRect(box, px(4), px(4))
            weight = localised(one.entered)
            if wide >= painter.fontMetrics().horizontalAdvance(weight):
                painter.setPen(theme.colour("legs"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, weight)
            x += wide + px(3)
        painter.end()

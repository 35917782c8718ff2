"""One line of the sheet: which set it is, the field for it, what the plan asks for, and what was done last time.

Owns how a line is laid out. Reading what is typed is `set_field`; which lines there are, `domain.log.sheet`.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.domain.log.sets import LOGGED_KINDS, LoggedKind
from legwork.domain.log.sheet import Line
from legwork.domain.plan.prescription import Prescription, all_equal
from legwork.i18n import ptr, tr
from legwork.qt.core.spoken_roles import PICTURE
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import column, label, row, set_role
from legwork.qt.widgets.set_field import Reading, SetField
from legwork.services.prescription_words import target_words
from legwork.services.set_words import line_words

FIELD_WIDTH = 300
"""The widest field, unscaled: both sides with their effort fit in."""


class SetLine(QWidget):
    """A line; its field has the focus for it."""

    put_asked = Signal(int, int, object)
    """From this place on, in the place of so many sets, these shall stand."""
    went_on = Signal(bool)
    stepped = Signal(int)
    focused = Signal()

    def __init__(self, theme: ThemeManager, name: str) -> None:
        """name: which line it is, for object names."""
        super().__init__()
        self._theme = theme
        self.line = Line(0)
        self.badge = Badge(theme)
        self.field = SetField(theme)
        self.field.setObjectName(f"train_set_{name}")
        self.field.taken.connect(self._on_taken)
        self.field.went_on.connect(self.went_on)
        self.field.stepped.connect(self.stepped)
        self.field.focused.connect(self.focused)
        self.field.told.connect(self._on_told)
        self.target = label("", "secondary")
        self.target.setObjectName("train_target")
        self.last = label("", "secondary")
        self.last.setObjectName("train_last")
        self.last.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.message = label("", "error", wrap=True)
        self.message.setObjectName("train_message")
        self.message.hide()
        self._line = row(self.badge, self.field, self.target, self.last, spacing=theme.px(12))
        self._line.setStretch(1, 300)
        self._line.setStretch(3, 400)
        self._line.addStretch(1)
        below = row(theme.px(40), self.message, spacing=0)
        below.setStretch(1, 1)
        self.setLayout(column(self._line, below, spacing=2))
        self.setFocusProxy(self.field)
        self.look()

    def look(self) -> None:
        """Take over the size of the text."""
        px = self._theme.px
        self.field.look()
        self.field.setMinimumWidth(px(150))
        self.field.setMaximumWidth(px(FIELD_WIDTH))
        self.target.setMinimumWidth(px(72))
        self.badge.updateGeometry()

    def show_line(self, line: Line, how: Reading, cell: Prescription | None, exercise: str) -> None:
        """Show a line of an exercise (its translated name)."""
        self.line = line
        name = line_name(line)
        self.field.show_line(line, how, tr("{exercise}, {line}", exercise=exercise, line=name))
        self.badge.show_line(line, name)
        asked = tr(LOGGED_KINDS[line.kind]) if not line.number else ""
        if line.target is not None and cell is not None and not all_equal(cell.targets):
            asked = target_words(line.target)  # else it stands above them all
        self.target.setText(asked)
        self.target.setVisible(bool(asked))
        counting = how.exercise.counting if how.exercise is not None else None
        last = line_words(line.last, how.units, counting)
        self.last.setText(last)
        self.last.setToolTip(tr("Last time: {sets}", sets=last) if last else "")
        self.last.setAccessibleName(tr("Last time: {sets}", sets=last) if last else "")

    def show_last(self, shown: bool) -> None:
        """In a narrow window last time's numbers give way: they are in the field in grey as well."""
        self.last.setVisible(shown)

    def _on_taken(self, sets: object) -> None:
        self.put_asked.emit(self.line.at, len(self.line.sets), sets)

    def _on_told(self, sentence: str, role: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        if role:
            set_role(self.message, role)


def line_name(line: Line) -> str:
    """Which set a line stands for: "set 2", "warm-up", "drop set"."""
    return tr("set {number}", number=line.number) if line.number else tr(LOGGED_KINDS[line.kind])


class Badge(QWidget):
    """The number of a set, ticked once it is done; a letter for a warm-up or a tail."""

    spoken_role = PICTURE

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._line = Line(0)
        self.setObjectName("train_badge")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_line(self, line: Line, name: str) -> None:
        """Stand for a line of that name."""
        self._line = line
        self.setAccessibleName(tr("{line}, done", line=name) if line.done else name)
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(28), self._theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, line = self._theme, self._line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if line.done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("legs_soft"))
        else:
            painter.setPen(QPen(theme.colour("border"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        if line.done and line.number:
            painter.setPen(QPen(theme.colour("legs"), theme.px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            x, y, side = box.x(), box.y(), box.width()
            points = ((0.28, 0.53), (0.44, 0.68), (0.72, 0.36))
            painter.drawPolyline(QPolygonF([QPointF(x + side * a, y + side * b) for a, b in points]))
        else:
            painter.setFont(theme.font(12, bold=line.done))
            painter.setPen(theme.colour("legs" if line.done else "secondary"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _sign(line))
        painter.end()


def _sign(line: Line) -> str:
    if line.number:
        return str(line.number)
    if line.kind is LoggedKind.WARM_UP:
        return ptr("letter of a set", "W")
    if line.kind is LoggedKind.DROP:
        return ptr("letter of a set", "D")
    return ptr("letter of a set", "M") if line.kind is LoggedKind.MYO else ""

"""Drawings of the help about plans and data: the parts of a cell, hard sets, two ranges, the planner, the week sheet,
the way to another computer.

Owns how they are painted; the numbers in them are invented. Bars are painted by what paints them on the pages.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from legwork.domain.muscles import MUSCLES, Muscle
from legwork.domain.sites import BUILT_IN_BY_KEY, Region
from legwork.i18n import ptr, tr
from legwork.numerals import number
from legwork.qt.core.theme import ThemeManager
from legwork.qt.pages.help.drawing import CENTRE, LEFT, arrow, boxed, words
from legwork.qt.widgets.body_map import pen
from legwork.qt.widgets.gap_bars import gap_bars_height, paint_gap_bars
from legwork.qt.widgets.plan_volume_bars import paint_volume_bars, volume_bars_height
from legwork.services.balance_rows import GapRow
from legwork.services.plan_volumes import Effect, VolumeRow

_PAD = 12


def cell(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
    """A cell with the name of each part below it."""
    parts = (
        ("3x", tr("sets")),
        ("8-12", tr("reps")),
        ("@2 RIR", tr("left in reserve")),
        ("60kg", tr("load")),
        ("r90", tr("seconds of rest")),
        ("; " + tr("slow down"), tr("note")),
    )
    gaps = (0, 1, 1, 1, 0, 0)
    font = QFont(theme.font(18))
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setFamilies(["monospace"])
    text = "".join(part + " " * gap for (part, _), gap in zip(parts, gaps, strict=True))
    most, metrics = rect.width() - theme.px(32), QFontMetricsF(font)
    if (wide := metrics.horizontalAdvance(text)) > most:
        font.setPixelSize(max(1, int(font.pixelSize() * most / wide)))
        metrics = QFontMetricsF(font)
    left, top = (rect.width() - metrics.horizontalAdvance(text)) / 2, theme.px(20)
    height = metrics.height()
    field = QRectF(
        left - theme.px(8), top - theme.px(4), metrics.horizontalAdvance(text) + theme.px(16), height + theme.px(8)
    )
    painter.setPen(pen(theme, theme.colour("legs"), 2))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(field, theme.px(4), theme.px(4))
    x = left
    for at, ((part, name), gap) in enumerate(zip(parts, gaps, strict=True)):
        wide = metrics.horizontalAdvance(part)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(QRectF(x, top, wide + theme.px(4), height), int(Qt.AlignmentFlag.AlignVCenter), part)
        middle, low = x + wide / 2, field.bottom() + theme.px(6 + 20 * (at % 3))
        painter.setPen(pen(theme, theme.colour("secondary"), 1))
        painter.drawLine(QPointF(middle, field.bottom()), QPointF(middle, low))
        box = QRectF(middle - theme.px(64), low, theme.px(128), theme.px(20))
        box.moveLeft(min(max(box.left(), theme.px(4) - theme.px(40)), rect.width() - box.width() + theme.px(36)))
        words(painter, theme, box, name, align=CENTRE)
        x += wide + metrics.horizontalAdvance(" ") * gap


def ranges_height(theme: ThemeManager, width: float) -> float:
    """How high the picture of the two ranges is."""
    return gap_bars_height(theme, _gap_rows(), width - 2 * theme.px(_PAD)) + 2 * theme.px(_PAD)


def ranges(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
    """A leg girth among people of the same build, as Balance draws it."""
    paint_gap_bars(painter, _padded(painter, rect, theme), theme, _gap_rows())


def _padded(painter: QPainter, rect: QRectF, theme: ThemeManager) -> QRectF:
    """Where bars are drawn in a picture that is higher than they are by a margin above and below."""
    pad = theme.px(_PAD)
    painter.translate(pad, pad)
    return QRectF(0, 0, rect.width() - 2 * pad, rect.height())


def _gap_rows() -> list[GapRow]:
    name = tr(BUILT_IN_BY_KEY["upper_thigh"].name)
    gap = tr("{gap} cm to the middle", gap=number(2.9, 1))
    standing = tr("larger than {share} of 100", share=number(13))
    return [GapRow("upper_thigh", name, "cm", 59.0, 62.3, 65.8, 62.3, 59.4, 58.8, 60.0, standing, "", gap, "", "")]


def sets_height(theme: ThemeManager, width: float) -> float:
    """How high the picture of hard sets is."""
    return volume_bars_height(theme, _volume_rows(), width - 2 * theme.px(_PAD)) + 2 * theme.px(_PAD)


def sets(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
    """Three muscles with few, enough and many sets, as the plan draws them."""
    paint_volume_bars(painter, _padded(painter, rect, theme), theme, _volume_rows())


def _volume_rows() -> list[VolumeRow]:
    rows = (
        (Muscle.QUADRICEPS, 6.0, 2.0, Effect.GROWS),
        (Muscle.HAMSTRINGS, 2.0, 1.5, Effect.HOLDS),
    )
    return [
        VolumeRow(muscle, tr(MUSCLES[muscle]), Region.LOWER, direct, more, 3.0, (5.0, 10.0), effect, "", (), "", "")
        for muscle, direct, more, effect in rows
    ]


def planner(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
    """What is known, and what it decides."""
    asked = (
        (tr("Your legs"), tr("how many sets")),
        (tr("Your days"), tr("how they are spread")),
        (tr("Your equipment"), tr("which exercises")),
        (tr("The weeks"), tr("how hard")),
    )
    edge, gap = theme.px(16), theme.px(12)
    wide = (rect.width() - 2 * edge - 3 * gap) / 4
    target = QRectF(0, 0, theme.px(180), theme.px(34))
    target.moveCenter(QPointF(rect.center().x(), rect.height() - theme.px(33)))
    for at, (title, text) in enumerate(asked):
        box = QRectF(edge + at * (wide + gap), theme.px(16), wide, theme.px(84))
        boxed(painter, theme, box, title, text)
        start = QPointF(box.center().x(), box.bottom() + theme.px(3))
        end = QPointF(target.left() + target.width() * (at + 1) / 5, target.top() - theme.px(3))
        arrow(painter, theme, (start, end))
    boxed(painter, theme, target, tr("A plan, to be edited"), role="legs")


def sheet(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
    """One exercise as it is printed: what is asked for, last time, boxes for three sets, the first filled in."""
    paper = rect.adjusted(theme.px(12), theme.px(12), -theme.px(12), -theme.px(12))
    painter.fillRect(paper, theme.colour("surface"))
    painter.setPen(pen(theme, theme.colour("border"), 1))
    painter.drawRect(paper)
    line, left = theme.px(20), paper.left() + theme.px(12)
    texts = (
        (tr("Bulgarian split squat"), "text", True),
        (tr("{sets} sets of {reps} reps, {left} left", sets=3, reps="8–12", left=2), "text", False),
        (tr("last time: {sets}", sets="20 kg × 10, 10, 9"), "secondary", False),
        (tr("Feel it in the thigh of the front leg."), "secondary", False),
    )
    width = min(theme.px(220), paper.width() * 0.45)
    for at, (text, role, bold) in enumerate(texts):
        box = QRectF(left, paper.top() + theme.px(8) + at * line, width, line * (2 if at == len(texts) - 1 else 1))
        words(painter, theme, box, text, role, LEFT, bold=bold)
    first = left + width + theme.px(20)
    heads = (tr("load"), tr("reps"), ptr("reps", "left"))
    shares = (0.36, 0.32, 0.32)
    room = paper.right() - theme.px(12) - first
    written = ("20", "11", "2")
    for row in range(3):
        top = paper.top() + theme.px(28) + row * theme.px(30)
        x = first
        words(painter, theme, QRectF(x, top, theme.px(16), theme.px(26)), number(row + 1), "secondary", LEFT)
        x += theme.px(18)
        for head, share, value in zip(heads, shares, written, strict=True):
            box = QRectF(x, top, (room - theme.px(18)) * share - theme.px(6), theme.px(26))
            if row == 0:
                above = QRectF(x - theme.px(3), top - theme.px(24), box.width() + theme.px(6), theme.px(22))
                words(painter, theme, above, head, "secondary")
                words(painter, theme, box, value, "legs", bold=True, pixels=15)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(theme, theme.colour("text"), 1))
            painter.drawRect(box)
            x += (room - theme.px(18)) * share


def moving(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
    """The old computer, one file, the new computer."""
    edge, gap = theme.px(16), theme.px(40)
    wide = (rect.width() - 2 * edge - 2 * gap) / 3
    high = theme.px(88)
    steps = (
        (tr("Old computer"), tr("Your data: take a copy elsewhere")),
        (tr("One file"), tr("on a stick, or where both can reach it")),
        (tr("New computer"), tr("First page: restore a copy")),
    )
    for at, (title, text) in enumerate(steps):
        box = QRectF(edge + at * (wide + gap), theme.px(18), wide, high)
        boxed(painter, theme, box, title, text, "legs" if at == 1 else "border")
        if at < 2:
            y = box.center().y()
            arrow(painter, theme, (QPointF(box.right() + theme.px(6), y), QPointF(box.right() + gap - theme.px(6), y)))

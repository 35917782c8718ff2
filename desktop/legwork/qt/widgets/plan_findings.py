"""The checks of a plan in plain words: what works against the aim, what is worth a look, and what is as it should be.

Owns how findings are shown and how their fixes are asked for. It must not check anything nor change a plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan.edits import Fresh
from legwork.domain.plan.findings import CheckKey, Finding, Fix, Grade
from legwork.domain.plan.fixes import carried_out
from legwork.domain.plan.model import Plan
from legwork.domain.plan.starting import increment_of
from legwork.domain.units import Quantity, UnitSystem
from legwork.i18n import mark, ntr, tr
from legwork.qt.core.spoken_roles import PICTURE
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choices import name_chooser
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.fold import FoldHeader
from legwork.qt.widgets.layout import button, column, label, row, scrolled
from legwork.qt.widgets.prose import strong
from legwork.qt.widgets.wheel import calm
from legwork.services.plan_aims import JUMP_LIMITS
from legwork.services.plan_choice import choice_for

_NAMES = {
    Grade.WARNING: mark("Works against the aim"),
    Grade.HINT: mark("Worth a look"),
    Grade.FINE: mark("As it should be"),
}
_ORDER = (Grade.WARNING, Grade.HINT, Grade.FINE)


class PlanFindings(QWidget):
    """An entry for each finding; the fine ones folded away."""

    edit_asked = Signal(object, str)
    """A pure change, Plan -> Plan, and its translated name."""

    limit_chosen = Signal(int)
    """By how many percent weekly sets may rise at most."""

    week_chosen = Signal(int)
    """The person wants to see the first week that a finding is about."""

    def __init__(self, theme: ThemeManager, fresh: Fresh) -> None:
        super().__init__()
        self.setObjectName("plan_findings")
        self.setAccessibleName(tr("Checks of the plan"))
        self._theme, self._fresh = theme, fresh
        self._plan, self._catalogue, self._mending = Plan(), Catalogue(()), False
        self._units = UnitSystem.METRIC
        self._entries: dict[tuple[str, str], _Entry] = {}
        self.limit = calm(QComboBox())
        self.limit.setObjectName("plan_jump_limit")
        name_chooser(self.limit, tr("Largest rise of weekly sets"))
        for percent in JUMP_LIMITS:
            self.limit.addItem(tr("{percent} %", percent=percent), percent)
        self.limit.activated.connect(self._on_limit)
        self.said = label("", "secondary", wrap=True)
        self.said.setObjectName("plan_findings_said")
        self._open, self._fine = QVBoxLayout(), QVBoxLayout()
        for one in (self._open, self._fine):
            one.setSpacing(theme.px(16))
        self._fine_title = label("", "section")
        self.fold = FoldHeader(theme, "plan_findings_fine", tr("Checks that are fine"), row(self._fine_title, None))
        self._fine_part = QWidget()
        self._fine_part.setLayout(self._fine)
        self._fine_part.hide()
        self.fold.toggled.connect(self._fine_part.setVisible)
        content = QWidget()
        limit = row(
            label(tr("Largest rise from week to week"), "secondary", wrap=True), self.limit, spacing=theme.px(8)
        )
        limit.setStretch(0, 1)
        self._limit_part = QWidget()
        self._limit_part.setLayout(limit)
        layout = column(self.said, self._open, self.fold, self._fine_part, self._limit_part, None, spacing=theme.px(16))
        margin = theme.px(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        content.setLayout(layout)
        self.area = scrolled(content, "plan_findings_area", tr("Checks of the plan"))
        self.setLayout(column(self.area, spacing=0))

    def show_findings(
        self, findings: Sequence[Finding], plan: Plan, catalogue: Catalogue, units: UnitSystem = UnitSystem.METRIC
    ) -> None:
        """Show what was found in a plan. What the person unfolded, and the place of the keys, stays.

        catalogue, units: for the exercises and loads that a fix brings in.
        """
        self._units = units
        self._plan, self._catalogue, self._mending = plan, catalogue, False
        had_focus = next((one for one in self._entries.values() if one.has_focus), None)
        kept = {(one.key.value, one.subject): one for one in findings}
        for name in [name for name in self._entries if name not in kept]:
            gone = self._entries.pop(name)
            gone.hide()
            gone.deleteLater()
        for name, finding in kept.items():
            if name not in self._entries:
                self._entries[name] = _Entry(self._theme)
                self._entries[name].fix_asked.connect(self._on_fix)
                self._entries[name].week_asked.connect(self.week_chosen)
            self._entries[name].show_finding(finding)
        ordered = sorted(kept.items(), key=lambda item: _ORDER.index(item[1].grade))
        fine = [item for item in ordered if item[1].grade is Grade.FINE]
        _put(self._open, [self._entries[name] for name, one in ordered if one.grade is not Grade.FINE])
        _put(self._fine, [self._entries[name] for name, _ in fine])
        self.fold.setVisible(bool(fine))
        self._limit_part.setVisible(bool(findings))
        self._fine_title.setText(ntr("{count} check is fine", "{count} checks are fine", len(fine)))
        self.said.setText(_sentence(findings, len(ordered) - len(fine)))
        if had_focus is not None and not had_focus.has_focus:
            self._focus_on_first()

    def show_limit(self, jump: float) -> None:
        """Show by how much weekly sets may rise, as a share."""
        self.limit.setCurrentIndex(self.limit.findData(round(jump * 100)))

    def _focus_on_first(self) -> None:
        """What had the keys has nothing to press any more: they go on to the next that has."""
        for place in range(self._open.count()):
            item = self._open.itemAt(place)
            entry = item.widget() if item is not None else None
            if isinstance(entry, _Entry) and entry.take_focus():
                return
        self.fold.setFocus()

    def _on_fix(self, fix: Fix) -> None:
        if self._mending:
            return  # pressed twice: the checks look at the mended plan first
        self._mending = True
        choose = choice_for(self._plan, self._catalogue)
        mended = partial(carried_out, fix=fix, fresh=self._fresh, choose=choose, step_of=self._step_of)
        self.edit_asked.emit(mended, fix.sentence)

    def _step_of(self, key: str) -> Quantity | None:
        exercise = self._catalogue.get(key)
        return increment_of(exercise, self._units) if exercise is not None else None

    def _on_limit(self, place: int) -> None:
        self.limit_chosen.emit(self.limit.itemData(place))


def _put(layout: QVBoxLayout, entries: Sequence[QWidget]) -> None:
    """Bring these into a layout in this order; those that stand right already are not touched."""
    for place, entry in enumerate(entries):
        item = layout.itemAt(place)
        if item is None or item.widget() is not entry:
            layout.insertWidget(place, entry)
            entry.show()


def _sentence(findings: Sequence[Finding], open_: int) -> str:
    if not findings:
        return tr("The checks begin with the first exercise outside a deload.")
    if not open_:
        return tr("Nothing to mend: every check is fine.")
    return ntr(
        "{count} of {all} checks asks for a look. They are advice: the plan is yours.",
        "{count} of {all} checks ask for a look. They are advice: the plan is yours.",
        open_,
        all=len(findings),
    )


class _Entry(QWidget):
    """One finding: sign and subject, what was found, why it matters, and what can be done."""

    fix_asked = Signal(object)
    week_asked = Signal(int)

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._finding: Finding | None = None
        self.sign = GradeSign(theme)
        self.subject, self.sentence = strong(theme, "", wrap=True), label("", wrap=True)
        self.why = label("", "small", wrap=True)
        self.way_out = label("", wrap=True)
        self.fix = button(tr("Do it"), "plan_fix")
        self.fix.clicked.connect(self._on_fix)
        self.week = button(tr("Show the week"), "plan_finding_week", "link")
        self.week.clicked.connect(self._on_week)
        below = FlowLayout(self.fix, self.week, spacing=theme.px(12))
        inside = column(self.subject, self.sentence, self.why, self.way_out, below, spacing=theme.px(4))
        layout = row(self.sign, inside, spacing=theme.px(8))
        layout.setStretch(1, 1)
        layout.setAlignment(self.sign, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)

    def show_finding(self, finding: Finding) -> None:
        """Show it, or what became of it."""
        if finding == self._finding:
            return
        self._finding = finding
        several = finding.key is CheckKey.LEG_VOLUME  # one for each muscle
        self.setObjectName(f"plan_finding_{finding.key}" + (f"_{finding.subject.replace(' ', '_')}" if several else ""))
        self.sign.show_grade(finding.grade)
        self.setAccessibleName(f"{tr(_NAMES[finding.grade])}. {finding.subject}. {finding.sentence} {finding.why}")
        self.subject.setText(finding.subject[:1].upper() + finding.subject[1:])
        self.sentence.setText(finding.sentence)
        self.why.setText(finding.why)
        self.fix.setVisible(finding.fix is not None)
        self.way_out.setVisible(finding.fix is not None)
        if finding.fix is not None:
            self.way_out.setText(tr("{what}?", what=finding.fix.sentence))
            self.fix.setAccessibleName(finding.fix.sentence)
        self.week.setVisible(bool(finding.weeks))

    @property
    def has_focus(self) -> bool:
        """Whether one of its buttons has the keys."""
        return any(one.hasFocus() and one.isVisibleTo(self) for one in (self.fix, self.week))

    def take_focus(self) -> bool:
        """Give the keys to its first button; False when it has none."""
        for one in (self.fix, self.week):
            if one.isVisibleTo(self):
                one.setFocus()
                return True
        return False

    def _on_fix(self) -> None:
        if self._finding is not None and self._finding.fix is not None:
            self.fix_asked.emit(self._finding.fix)

    def _on_week(self) -> None:
        if self._finding is not None and self._finding.weeks:
            self.week_asked.emit(self._finding.weeks[0])


class GradeSign(QWidget):
    """A triangle, a ring or a tick: told apart by shape, then by colour."""

    spoken_role = PICTURE

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme, self._grade = theme, Grade.FINE
        self.setFixedSize(theme.px(18), theme.px(18))
        theme.changed.connect(self.update)

    def show_grade(self, grade: Grade) -> None:
        """Show another grade."""
        self._grade = grade
        self.setAccessibleName(tr(_NAMES[grade]))
        self.setToolTip(tr(_NAMES[grade]))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_grade(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._theme, self._grade)
        painter.end()


def paint_grade(painter: QPainter, rect: QRectF, theme: ThemeManager, grade: Grade) -> None:
    """The sign of a grade, as large as `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.colour({Grade.WARNING: "caution", Grade.HINT: "secondary", Grade.FINE: "good"}[grade])
    pen = QPen(colour, theme.px(1.6))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    middle, half = rect.center(), rect.height() / 2
    if grade is Grade.FINE:
        painter.drawPolyline(
            QPolygonF([middle + QPointF(-0.6, 0.05) * half, middle + QPointF(-0.1, 0.5) * half,
                       middle + QPointF(0.65, -0.5) * half])
        )  # fmt: skip
        return
    if grade is Grade.WARNING:
        corners = [middle + QPointF(0, -0.85) * half, middle + QPointF(0.9, 0.75) * half,
                   middle + QPointF(-0.9, 0.75) * half]  # fmt: skip
        painter.drawPolygon(QPolygonF(corners))
        top, bottom, dot = -0.25, 0.15, 0.48
    else:
        painter.drawEllipse(middle, 0.85 * half, 0.85 * half)
        top, bottom, dot = -0.02, 0.45, -0.38
    painter.drawLine(middle + QPointF(0, top) * half, middle + QPointF(0, bottom) * half)
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(middle + QPointF(0, dot) * half, theme.px(1.1), theme.px(1.1))

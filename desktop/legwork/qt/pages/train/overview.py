"""What stands there while no workout is open: the sessions of the week, and what was done so far.

Owns how these stand together. What is asked for is handed on.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QWidget

from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.widgets.choices import name_chooser
from legwork.qt.widgets.layout import button, card, column, label, row, scrolled
from legwork.qt.widgets.side_by_side import SideBySide
from legwork.qt.widgets.train_answers import TrainAnswers
from legwork.qt.widgets.train_count import TrainCount
from legwork.qt.widgets.train_history import TrainHistory
from legwork.qt.widgets.train_next import NextTimes
from legwork.qt.widgets.train_records import HistoryOrStrength, StrengthPanel
from legwork.qt.widgets.train_week import WeekList
from legwork.qt.widgets.wheel import calm


class Overview(QWidget):
    """The week beside the history; above them what is in progress, and what was just finished; below them the count."""

    free_asked = Signal()
    plan_chosen = Signal(int)
    go_on_asked = Signal()
    finish_asked = Signal()
    make_plan_asked = Signal()
    plan_start_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme = context.theme
        self._px = theme.px
        self.setObjectName("train_overview")
        self.week = WeekList(theme, context.icons)
        self.history = TrainHistory(theme)
        self.next = NextTimes(theme)
        self.next.hide()
        self.answers = TrainAnswers(theme)
        self._build_open(context)
        self._build_plan()
        self.free = button(tr("Free session"), "train_free")
        self.free.setToolTip(tr("A session without a plan"))
        self.free.clicked.connect(self.free_asked)
        left = card(
            self.chooser, self.no_plan, self.week, self.unstarted, row(self.free, None), None,
            spacing=theme.px(8),
        )  # fmt: skip
        self.switch = HistoryOrStrength(theme)
        self.strength = StrengthPanel(theme, context.icons)
        self.strength.hide()
        self.right = card(self.switch, self.history, self.strength, spacing=theme.px(12))
        parts = QWidget()
        parts.setLayout(
            SideBySide(left, self.right, wide=theme.px(720), spacing=theme.px(16), gap=theme.px(16), shares=(3, 2))
        )
        self.count = TrainCount(theme, context.icons)
        self._content = content = QWidget()
        whole = column(self.open, self.next, self.answers, parts, self.count, None, spacing=theme.px(16))
        whole.setContentsMargins(0, 0, theme.px(8), 0)
        content.setLayout(whole)
        self.area = scrolled(content, "train_overview_area", tr("Week and history"))
        self.answers.focused.connect(self._on_answers_focused)
        self.strength.returned.connect(self._on_returned)
        self.setLayout(column(self.area))

    def show_plan(self, names: list[tuple[int, str]], shown: int | None, *, starts: bool) -> None:
        """List the plans by id and name, one of them chosen; None: there is none. starts: it has a start."""
        self.chooser.setVisible(len(names) > 1)
        self.chooser.clear()
        for plan_id, name in names:
            self.chooser.addItem(name, plan_id)
        self.chooser.setCurrentIndex(self.chooser.findData(shown))
        self.week.setVisible(shown is not None)
        self.no_plan.setVisible(shown is None)
        self.unstarted.setVisible(shown is not None and not starts)

    def focus_next(self) -> None:
        """Put the focus on what comes next: the workout in progress, a session, or a free one."""
        if self.open.isVisible():
            self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.week.isVisible() and self.week.rows:
            self.week.focus_next()
        else:
            self.free.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring_focus_into_sight()

    def focus_finished(self) -> None:
        """Put the focus on what a workout that was just finished proposes: to start the next session takes more than
        one Enter too many."""
        if not self.next.isVisible():
            self.focus_next()
            return
        self.next.focus_first()
        self.area.ensureWidgetVisible(self.next.title, 0, self._px(24))
        self._bring_focus_into_sight()

    def show_strength(self, shown: bool) -> None:
        """Show how strong every lift is, or what was done so far."""
        self.history.setVisible(not shown)
        self.strength.setVisible(shown)

    def show_open(self, sentence: str) -> None:
        """Say what is in progress; "" for nothing."""
        self.open.setVisible(bool(sentence))
        self.open_said.setText(sentence)

    def _on_answers_focused(self, shown: QWidget) -> None:
        """Keep in sight what has the focus, with what it belongs to where both have room."""
        layout = self._content.layout()
        if layout is not None:
            layout.activate()  # the questions have just come
        for part in (self.answers.heading, shown):
            self.area.ensureWidgetVisible(part, 0, self._px(24))

    def _bring_focus_into_sight(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.area.isAncestorOf(focused):
            self.area.ensureWidgetVisible(focused, 0, self._px(24))

    def _on_returned(self, place: QRect) -> None:
        middle = self.strength.mapTo(self._content, place.center())
        self.area.ensureVisible(middle.x(), middle.y(), 0, place.height() + self._px(24))

    def _build_open(self, context: Context) -> None:
        theme = context.theme
        self.open = QFrame()
        self.open.setObjectName("train_open")
        self.open.setProperty("role", "card")
        self.open_said = label("", wrap=True)
        self.open_said.setObjectName("train_open_said")
        self.go_on = button(tr("Go on"), "train_go_on", "primary")
        self.go_on.clicked.connect(self.go_on_asked)
        self.finish = button(tr("Finish it"), "train_open_finish", "quiet")
        self.finish.clicked.connect(self.finish_asked)
        line = row(self.open_said, self.finish, self.go_on, spacing=theme.px(8))
        line.setStretch(0, 1)
        line.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8))
        self.open.setLayout(line)
        self.open.hide()

    def _build_plan(self) -> None:
        self.chooser = calm(QComboBox())
        self.chooser.setObjectName("train_plan")
        name_chooser(self.chooser, tr("Which plan"))
        self.chooser.activated.connect(lambda place: self.plan_chosen.emit(self.chooser.itemData(place)))
        text = label(
            tr("No plan yet. With one, each session waits here with its targets; a free session needs none."),
            "secondary", wrap=True,
        )  # fmt: skip
        make = button(tr("New plan…"), "train_make_plan", "link")
        make.clicked.connect(self.make_plan_asked)
        self.no_plan = QWidget()
        self.no_plan.setLayout(column(label(tr("This week"), "section"), text, row(make, None)))
        start = button(tr("Set the start of the plan…"), "train_set_start", "link")
        start.clicked.connect(self.plan_start_asked)
        self.unstarted = QWidget()
        self.unstarted.setLayout(
            column(
                label(tr("The plan has no start, so its sessions simply follow each other."), "secondary", wrap=True),
                row(start, None), spacing=0,
            )
        )  # fmt: skip

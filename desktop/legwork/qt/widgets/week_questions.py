"""The two short questions of a week for each group of muscles, as a table of answers.

Owns the questions, their keys and how they are laid out. What is answered is kept by whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from legwork.domain.log.autoregulate import RECOVERY, SORENESS, Recovery, Soreness
from legwork.domain.log.week_answers import GROUPS, Answer, Group
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.answer_pick import AnswerPick
from legwork.qt.widgets.layout import label

T = TypeVar("T")

_NAME, _GAP = 136, 12

_SORE, _RESTED = tuple(Soreness), tuple(Recovery)


class WeekQuestions(QWidget):
    """Rows of a name and two questions; a number answers and goes on to the next one, Enter is done."""

    entered = Signal()
    focused = Signal(QWidget)
    """The question that got the focus: keep it in sight."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._answers: dict[Group, Answer] = {}
        self._parts: list[QWidget] = []
        self._wide: bool | None = None
        self.rows: tuple[tuple[Group, QLabel, AnswerPick, AnswerPick], ...] = ()
        self.setObjectName("week_questions")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setHorizontalSpacing(theme.px(_GAP))
        self._heads = (
            label(tr("Sore when trained again?"), "small"),
            label(tr("How rested?"), "small"),
        )
        for one in self._heads:
            one.setContentsMargins(theme.px(4), 0, 0, 0)
            one.setParent(self)  # shown before it lies in the grid it would be a window
            one.hide()

    @property
    def answers(self) -> dict[Group, Answer]:
        """What is answered now; groups about which nothing is said are absent."""
        return {group: one for group, one in self._answers.items() if one != Answer()}

    def show_groups(self, groups: Sequence[Group], answers: dict[Group, Answer]) -> None:
        """Ask about these groups, with the answers that there are."""
        for one in self._parts:
            self._grid.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._answers = {group: answers.get(group, Answer()) for group in groups}
        self.rows = tuple(self._row(group) for group in groups)
        self._parts = [part for _, *parts in self.rows for part in parts]
        self._wide = None
        self._arrange()
        for before, pick in pairwise(self._picks()):
            QWidget.setTabOrder(before, pick)

    def focus_first(self) -> None:
        """Put the focus on the first question without an answer, else on the first one."""
        picks = self._picks()
        first = next((one for one in picks if one.place is None), picks[0] if picks else None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _row(self, group: Group) -> tuple[Group, QLabel, AnswerPick, AnswerPick]:
        name = tr(GROUPS[group])
        said = label(f"{name[:1].upper()}{name[1:]}", wrap=True)
        sore = AnswerPick(
            self._theme, f"week_sore_{group.value}", tr("{muscles}, sore when trained again", muscles=name),
            [tr(SORENESS[one]) for one in _SORE],
        )  # fmt: skip
        rested = AnswerPick(
            self._theme, f"week_rested_{group.value}", tr("{muscles}, how rested", muscles=name),
            [tr(RECOVERY[one]) for one in _RESTED],
        )  # fmt: skip
        now = self._answers[group]
        sore.show_place(None if now.soreness is None else _SORE.index(now.soreness))
        rested.show_place(None if now.recovery is None else _RESTED.index(now.recovery))
        sore.picked.connect(lambda at: self._keep(group, replace(self._answers[group], soreness=_at(_SORE, at))))
        rested.picked.connect(lambda at: self._keep(group, replace(self._answers[group], recovery=_at(_RESTED, at))))
        for pick in (sore, rested):
            pick.answered.connect(self._on_answered)
            pick.stepped.connect(self._on_stepped)
            pick.entered.connect(self.entered)
            pick.focused.connect(self.focused)
        return group, said, sore, rested

    def _keep(self, group: Group, answer: Answer) -> None:
        self._answers[group] = answer

    def _picks(self) -> list[AnswerPick]:
        return [pick for _, _, *picks in self.rows for pick in picks]

    def _on_answered(self) -> None:
        """On to the next question; the last one stays, and Enter is done."""
        picks = self._picks()
        sender = self.sender()
        at = next((place for place, one in enumerate(picks) if one is sender), len(picks))
        if at + 1 < len(picks):
            picks[at + 1].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_stepped(self, by: int) -> None:
        picks = self._picks()
        sender = self.sender()
        at = next((place for place, one in enumerate(picks) if one is sender), 0) + 2 * by
        if 0 <= at < len(picks):
            picks[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        """Both questions beside the name where there is room, else one below the other."""
        if not self.rows:
            return
        theme = self._theme
        _, _, sore, rested = self.rows[0]
        needed = theme.px(_NAME) + sore.sizeHint().width() + rested.sizeHint().width() + 2 * theme.px(_GAP)
        wide = self.width() >= needed
        if wide is self._wide:
            return
        self._wide = wide
        grid = self._grid
        for one in (*self._heads, *self._parts):
            grid.removeWidget(one)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for place, head in enumerate(self._heads):
            head.setVisible(wide)
            if wide:
                grid.addWidget(head, 0, place + 1)
        for at, (_, name, first, second) in enumerate(self.rows):
            if wide:
                grid.addWidget(name, at + 1, 0)
                grid.addWidget(first, at + 1, 1, left)
                grid.addWidget(second, at + 1, 2, left)
            else:
                grid.addWidget(name, 2 * at + 1, 0, 2, 1)
                grid.addWidget(first, 2 * at + 1, 1, left)
                grid.addWidget(second, 2 * at + 2, 1, left)
        grid.setColumnStretch(3 if wide else 2, 1)
        grid.setColumnStretch(2 if wide else 3, 0)
        grid.setColumnMinimumWidth(0, theme.px(_NAME))


def _at(values: Sequence[T], place: int | None) -> T | None:
    return None if place is None else values[place]

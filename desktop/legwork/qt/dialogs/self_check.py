"""One self-check: what it shows, how it is done, what was seen, and what that may mean.

Owns the dialog only: what was seen is kept at once. A check is a screen and never a diagnosis, and the dialog says so.
"""

from __future__ import annotations

from itertools import chain, pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QWidget

from legwork.domain.questionnaire import Answers
from legwork.domain.self_checks import SelfCheck, question_of, uneven
from legwork.domain.sites import Side
from legwork.i18n import mark, tr, within
from legwork.qt.core import dialog_keys
from legwork.qt.core.context import Context
from legwork.qt.core.theme import ThemeManager
from legwork.qt.dialogs.answering import Answering
from legwork.qt.widgets.layout import button, card, column, label, row, scrolled
from legwork.qt.widgets.options import OptionList
from legwork.qt.widgets.prose import prose, strong
from legwork.qt.widgets.side_by_side import SideBySide
from legwork.qt.widgets.window_room import open_inside
from legwork.services.people import Person

_SIDES = {Side.LEFT: mark("Left"), Side.RIGHT: mark("Right")}


class SelfCheckDialog(QDialog):
    """How to do a check, and what was seen: left and right where there are two sides."""

    def __init__(self, context: Context, person: Person, check: SelfCheck, answers: Answers, parent: QWidget) -> None:
        """answers: what the person answered so far, of any topic."""
        super().__init__(parent)
        theme = context.theme
        self._theme, self._check = theme, check
        self._answering = Answering(context, person, answers, self)
        self.setObjectName("self_check_dialog")
        self.setWindowTitle(tr(check.name))
        self.setAccessibleName(self.windowTitle())
        self._current = check.sides[0]
        self.sides = {side: _SeenOn(theme, check, side) for side in check.sides}
        for shown in self.sides.values():
            shown.options.picked.connect(self._on_picked)
            shown.options.focused.connect(self._on_focused)
        self._picked_on = self.sides[self._current]
        self.close_button = button(tr("Done"), "self_check_close", "primary")
        self.close_button.clicked.connect(self.accept)
        self.refusal = label("", "error", wrap=True)
        self.refusal.setObjectName("self_check_refusal")
        self.refusal.hide()
        self._scroll = scrolled(self._content(), "self_check_area", self.windowTitle())
        limit = label(tr("A screen, not a diagnosis."), "secondary", wrap=True)
        feet = row(limit, self.close_button, spacing=theme.px(16))
        feet.setStretch(0, 1)
        layout = column(self._scroll, self.refusal, feet, spacing=theme.px(12))
        layout.setStretch(0, 1)
        margin = theme.px(24)
        layout.setContentsMargins(margin, theme.px(20), theme.px(16), theme.px(16))
        self.setLayout(layout)
        self.close_button.setDefault(True)
        self._add_keys()
        self._answering.refused.connect(self._on_refused)
        self._answering.changed.connect(self._refresh)
        open_inside(self, parent, theme, 860, 720)
        self._refresh()
        self._start()

    def _content(self) -> QWidget:
        theme, check = self._theme, self._check
        title = label(self.windowTitle(), "title", wrap=True)
        purpose = label(tr(check.purpose), "secondary", wrap=True)
        purpose.setObjectName("self_check_purpose")
        steps = column(label(tr("How to do it"), "section"), spacing=theme.px(6))
        for place, step in enumerate(check.steps, 1):
            number = label(tr("{number}.", number=place), "secondary")
            number.setFixedWidth(theme.px(20))
            text = label(tr(step), wrap=True)
            text.setObjectName(f"self_check_step_{place}")
            line = row(number, text, spacing=theme.px(4))
            line.setStretch(1, 1)
            line.setAlignment(number, Qt.AlignmentFlag.AlignTop)
            steps.addLayout(line)
        seen = QWidget()
        seen.setLayout(SideBySide(*self.sides.values(), wide=theme.px(600), spacing=theme.px(12), gap=theme.px(24)))
        self.uneven = label(
            tr("Left and right came out differently. Look again on another day before you make much of it."),
            wrap=True,
        )  # fmt: skip
        self.uneven.setObjectName("self_check_uneven")
        limits = label(tr(check.limits), "small", wrap=True)
        limits.setObjectName("self_check_limits")
        content = QWidget()
        layout = column(
            column(title, purpose, spacing=theme.px(4)),
            card(steps, margin=theme.px(16)),
            card(label(tr("What did you see?"), "section"), seen, self.uneven, margin=theme.px(16)),
            prose(theme, limits), None, spacing=theme.px(12),
        )  # fmt: skip
        layout.setContentsMargins(0, 0, theme.px(12), 0)
        content.setLayout(layout)
        return content

    def _add_keys(self) -> None:
        dialog_keys.offer_picks(self, self._on_number)
        dialog_keys.offer_steps(self, self._on_up, self._on_down)
        dialog_keys.ASIDE.offer(self, self._on_aside)
        lists = [shown.options for shown in self.sides.values()]
        order = [*chain.from_iterable((*one.buttons.values(), one.clear) for one in lists), self.close_button]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _start(self) -> None:
        """The keys belong to the first side that was not looked at yet."""
        waiting = (side for side, shown in self.sides.items() if not shown.options.picks)
        self._turn_to(next(waiting, self._check.sides[0]))
        self.sides[self._current].options.focus_answer()
        self._scroll.verticalScrollBar().setValue(0)

    def _turn_to(self, side: Side) -> None:
        self._current = side
        for one, shown in self.sides.items():
            shown.options.show_keys(one is side)

    def _refresh(self) -> None:
        """Show what is kept, and what it may mean."""
        for side, shown in self.sides.items():
            shown.show_picks(self._answering.picks(question_of(self._check, side)))
        self.uneven.setVisible(bool(uneven((self._check,), self._answering.answers)))

    def _on_picked(self, picks: tuple[str, ...]) -> None:
        side = next(side for side, shown in self.sides.items() if shown.options is self.sender())
        self._turn_to(side)
        said = self.windowTitle() if side is Side.NONE else _with_side(self.windowTitle(), side)
        self._answering.put(question_of(self._check, side), said, picks)
        self._picked_on = self.sides[side]
        if self._picked_on.options.picks:
            QTimer.singleShot(0, self, self._reveal)

    def _on_number(self, number: int) -> None:
        if not self.sides[self._current].options.pick(number):
            return
        waiting = next((side for side, shown in self.sides.items() if not shown.options.picks), None)
        if waiting is not None:
            self._turn_to(waiting)
            self.sides[waiting].options.focus_answer()

    def _on_up(self) -> None:
        self.sides[self._current].options.step(-1)

    def _on_down(self) -> None:
        self.sides[self._current].options.step(1)

    def _on_aside(self) -> None:
        other = next((side for side in self.sides if side is not self._current), None)
        if other is not None:
            self._turn_to(other)
            self.sides[other].options.focus_answer()

    def _on_focused(self, one: QWidget) -> None:
        side = next(side for side, shown in self.sides.items() if shown.isAncestorOf(one))
        if side is not self._current:
            self._turn_to(side)
        if one is not self.sides[side].options:  # when it opens, the steps above are to be read first
            self._scroll.ensureWidgetVisible(one, 0, self._theme.px(24))

    def _reveal(self) -> None:
        """What it means stands below the options: have it in sight, once it has its place."""
        self._scroll.ensureWidgetVisible(self._picked_on.advice, 0, self._theme.px(24))

    def _on_refused(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))


class _SeenOn(QFrame):
    """What may be seen on one side, and what it means once it is picked."""

    def __init__(self, theme: ThemeManager, check: SelfCheck, side: Side) -> None:
        super().__init__()
        self._check = check
        name = f"seen_{side.value}" if side is not Side.NONE else "seen"
        self.setObjectName(f"{name}_part")
        heading: list[QLabel] = []
        if side is not Side.NONE:
            heading.append(strong(theme, tr(_SIDES[side])))
        self.options = OptionList(theme, name)
        self.meaning = label("", wrap=True)
        self.meaning.setObjectName(f"{name}_meaning")
        self.advice = label("", wrap=True)
        self.advice.setObjectName(f"{name}_advice")
        found = column(prose(theme, self.meaning), prose(theme, self.advice), spacing=theme.px(6))
        self.setLayout(column(*heading, self.options, found, None, spacing=theme.px(6)))
        said = tr("What did you see?") if side is Side.NONE else _with_side(tr("What did you see?"), side)
        self.options.show_question(question_of(check, side), (), said)

    def show_picks(self, picks: tuple[str, ...]) -> None:
        """Show what was seen, what it may mean and what to do."""
        self.options.show_picks(picks)
        seen = next((one for one in self._check.seen if one.key in picks), None)
        self.meaning.setText(tr("What it may mean: {text}", text=tr(seen.meaning)) if seen else "")
        self.advice.setText(tr("What to do: {text}", text=tr(seen.advice)) if seen else "")
        for part in (self.meaning, self.advice):
            part.setVisible(seen is not None)


def _with_side(text: str, side: Side) -> str:
    return tr("{what} {side}", what=text, side=within(tr(_SIDES[side])))

"""The Today page: what to do next, and how everything stands, each part a link to where it is done.

Owns what is shown at once and what comes from the background, and what was put off or read, which is view state. What
it says is `services.today_*`; the cards are `cards`, the background is `later`.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from legwork.domain.days import long_day
from legwork.i18n import mark, tr
from legwork.qt.core.chosen_plan import chosen_plan
from legwork.qt.core.context import Context
from legwork.qt.core.reviews_read import read_until
from legwork.qt.pages.today.cards import WIDE, Cards
from legwork.qt.pages.today.kept import put_off, set_put_off
from legwork.qt.pages.today.later import TABLES, Later
from legwork.qt.widgets.layout import Page, button, column, scrolled
from legwork.qt.widgets.side_by_side import SideBySide
from legwork.qt.widgets.today_hero import SaidCard, StepCard
from legwork.services.edit import Changes
from legwork.services.today_now import TodayNow, today_now

_PAIR, _WIDEST = 420, 1600
"""Unscaled pixels from which on the two small cards stand side by side, and those of the page at most."""

_MINUTE_MS = 60_000


class TodayPage(Page):
    """The first page."""

    name = "today"
    title = mark("Today")
    tables = TABLES

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        theme = context.theme
        self.now: TodayNow | None = None
        self._of: int | None = None
        self.later = Later(context, self)
        self.later.found.connect(self._on_found)
        self.later.missed.connect(self._on_missed)
        self.step = StepCard(theme)
        self.step.asked.connect(self._on_step)
        self.step.put_off.connect(self._on_put_off)
        self.check_in = SaidCard(theme, "today_check_in", tr("Check-in"), tr("Open Measure"))
        self.check_in.opened.connect(self._on_check_in)
        self.session = SaidCard(theme, "today_session", tr("Training"), tr("Open Train"))
        self.session.opened.connect(self._on_session)
        self.review = button(tr("Review of the week…"), "today_review")
        self.review.clicked.connect(self._on_review)
        self.tools.addWidget(self.review)
        self.cards = Cards(context, self)
        self.cards.page_asked.connect(context.navigate)
        self._lay_out()
        self._clock = QTimer(self, interval=_MINUTE_MS)
        self._clock.timeout.connect(self._on_minute)
        context.bus.changed.connect(self._on_any_change)

    @property
    def busy(self) -> bool:
        """Whether something is still being worked out."""
        return self.isVisible() and self.later.busy

    def refresh(self) -> None:
        person = self.context.person
        if person is None:
            return
        if person.id != self._of:
            self._of = person.id
            self.later.rest()
            self.later.everything_old()
            self.cards.forget()
        today = date.today()
        view = self.context.view
        self.now = today_now(
            self.context.profile, person, today, chosen_plan(view, person), read_until(view, person),
            put_off(view, person),
        )  # fmt: skip
        self._show(self.now)
        self.later.go_on(person, today)

    def refresh_changes(self, changes: Changes) -> None:
        self.later.made_old(changes)  # before it is asked what is old; of a hidden page `_on_any_change` takes note
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self._stale = True  # what was read, put off or begun elsewhere is no edit; looking again is quick
        super().showEvent(event)
        self._clock.start()
        self.area.verticalScrollBar().setValue(0)
        self.step.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
        self.later.rest()

    # How it is laid out

    def _lay_out(self) -> None:
        theme = self.context.theme
        gap = theme.px(16)
        top, beside = QWidget(), QWidget()
        needed = max(one.minimumSizeHint().width() for one in (self.check_in, self.session))
        wide = max(theme.px(_PAIR), 2 * needed + gap)
        beside.setLayout(SideBySide(self.check_in, self.session, wide=wide, spacing=gap, gap=gap))
        top.setLayout(SideBySide(self.step, beside, wide=theme.px(WIDE), spacing=gap, gap=gap))
        content = QWidget()
        whole = column(top, self.cards.whole, None, spacing=gap)
        whole.setContentsMargins(0, 0, theme.px(8), 0)
        content.setLayout(whole)
        content.setMaximumWidth(theme.px(_WIDEST))
        self.area = scrolled(content, "today_area", tr("Today"))
        self.area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.area, 1)

    def _show(self, now: TodayNow) -> None:
        self.heading.setText(tr("Today, {day}", day=long_day(now.today)))
        self.step.show_step(now.step)
        self.check_in.show_said(now.check_in_said)
        self.session.show_said(now.session_said)
        self.review.setVisible(now.review is not None)
        self.cards.show_now(now)

    def _on_found(self, part: str, found: object) -> None:
        self.cards.show_found(part, found)

    def _on_missed(self, part: str) -> None:
        self.cards.show_missed(part)

    def _on_any_change(self, changes: Changes, _initiator: object) -> None:
        self.later.made_old(changes)

    def _on_minute(self) -> None:
        """Past midnight it is another day, and the page says so by itself."""
        if self.now is not None and self.now.today != date.today():
            self.refresh()

    # What the person does

    def _on_step(self) -> None:
        if self.now is None:
            return
        if self.now.step.page:
            self.context.navigate.emit(self.now.step.page)
        else:
            self._on_review()

    def _on_put_off(self) -> None:
        person = self.context.person
        if person is not None and self.now is not None:
            set_put_off(self.context.view, person, self.now.step.step, self.now.today)
            self.refresh()
            self.step.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_check_in(self) -> None:
        self.context.navigate.emit("measure")

    def _on_session(self) -> None:
        running = self.now.sessions.running if self.now is not None else None
        self.context.navigate.emit("train" if running is None else f"train/{running.workout_id}")

    def _on_review(self) -> None:
        now = self.now
        if now is None or now.review is None:
            return
        from legwork.qt.dialogs.weekly_review import show_review

        dialog = show_review(self.context, self.window(), now.review)
        if dialog is not None:
            dialog.finished.connect(self._on_reviewed)

    def _on_reviewed(self) -> None:
        """What was read in it is said no longer; a hidden page looks again when it is shown."""
        if self.isVisible() and self.context.person is not None:
            self.refresh()

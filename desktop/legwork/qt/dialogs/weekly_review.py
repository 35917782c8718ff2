"""The review of a week, after its check-in, on one screen: what was done, what changed, what is noise, what comes.

Owns the dialog, which check-in is looked at, and working the review out in the background. What it says is
`services.weekly_review`, how it stands there `widgets.review_cards`. What is heavy is imported when it is needed: the
first page asks for this module as soon as its button is pressed.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from legwork.i18n import tr
from legwork.qt.core import dialog_keys
from legwork.qt.core.chosen_plan import chosen_plan
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.reviews_read import mark_read
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.beside import BesideDialog
from legwork.qt.widgets.keys import share_keys
from legwork.qt.widgets.layout import button, column, label, row, scrolled
from legwork.services.people import Person

if TYPE_CHECKING:
    from legwork.services.profile import Profile
    from legwork.services.weekly_review import Review

_TABLES = (
    "person", "custom_site", "tracked_site", "check_in", "reading", "choice", "goal", "own_exercise", "workout",
    "workout_exercise", "workout_set", "plan", "plan_block", "plan_week", "plan_session", "plan_entry", "food_amount",
    "refused_proposal",
)  # fmt: skip


def show_review(context: Context, parent: QWidget, day: date | None = None) -> WeeklyReviewDialog | None:
    """Open the review of the check-in of a day, by default of the newest one; edits and undo go on beside it.

    A window has one review: where it is open already, it comes to the front and turns to the day. None: nobody is here.
    """
    person = context.person
    if person is None:
        return None
    for one in parent.window().findChildren(WeeklyReviewDialog):
        if one.isVisible() and one.is_of(person):
            one.turn_to(day)
            one.raise_()
            one.activateWindow()
            return one
    made = WeeklyReviewDialog(context, person, parent, day)
    made.show()
    return made


class WeeklyReviewDialog(BesideDialog):
    """Follows the data while it is open. Ctrl+P prints, Alt+Left and Alt+Right turn to other check-ins."""

    tables = _TABLES

    def __init__(self, context: Context, person: Person, parent: QWidget, day: date | None = None) -> None:
        super().__init__(context, person, parent)
        from legwork.qt.widgets.review_cards import ReviewCards

        self._day = day
        self.review: Review | None = None
        self._latest = Latest(context.worker, self)
        self._latest.done.connect(self._on_found)
        self._latest.failed.connect(self._on_failed)
        theme = context.theme
        self.setObjectName("weekly_review")
        self.setWindowTitle(tr("Review of the week"))
        self.setAccessibleName(self.windowTitle())
        self.heading = label(tr("Review of the week"), "title")
        self.heading.setObjectName("review_title")
        self.said = label("", "secondary")
        self.said.setObjectName("review_said")
        self.cards = ReviewCards(theme)
        self.cards.page_asked.connect(self._on_page)
        self._build_bar()
        self.area = scrolled(self.cards, "review_area", tr("Review of the week"), by_keys=True)
        bar = row(
            self.back, self.heading, self.forth, self.said, None, self.progress, self.print_button, self.close_button,
            spacing=theme.px(8),
        )  # fmt: skip
        layout = column(bar, self.area, spacing=theme.px(12))
        layout.setStretch(1, 1)
        layout.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        self.setLayout(layout)
        self._follow()
        for told, one, run in (
            (dialog_keys.REVIEW_PRINT, self.print_button, self._on_print),
            (dialog_keys.REVIEW_BACK, self.back, self._on_back),
            (dialog_keys.REVIEW_ON, self.forth, self._on_forth),
        ):
            share_keys(one, told.offer(self, run))
        self._fit(1240, 720, edge=24)
        self._ask()
        self.area.setFocus()

    @property
    def busy(self) -> bool:
        """Whether the review is still being worked out."""
        return self._latest.busy

    def is_of(self, person: Person) -> bool:
        """Whether it looks at this person's weeks."""
        return self._person.id == person.id

    def turn_to(self, day: date | None) -> None:
        """Look at the check-in of another day, by default at the newest one."""
        self._day = day
        self._ask()

    def done(self, result: int) -> None:
        self._latest.drop()
        super().done(result)

    # How it is laid out

    def _build_bar(self) -> None:
        icons = self._context.icons
        self.back = button("", "review_back", "quiet")
        self.back.setIcon(icons.icon("caret-left"))
        self.forth = button("", "review_forth", "quiet")
        self.forth.setIcon(icons.icon("caret-right"))
        self.progress = button(tr("Progress report…"), "review_progress")
        self.print_button = button(tr("Print…"), "review_print", "primary")
        self.print_button.setToolTip(tr("Print the review"))
        self.close_button = button(tr("Close"), "review_close")
        for one, said, run in (
            (self.back, tr("The check-in before"), self._on_back),
            (self.forth, tr("The check-in after"), self._on_forth),
            (self.progress, tr("Several months on a few pages"), self._on_progress),
            (self.print_button, "", self._on_print),
            (self.close_button, "", self.close),
        ):
            one.setAutoDefault(False)
            if said:
                one.setToolTip(said)
            if not one.text():
                one.setAccessibleName(said)
            one.clicked.connect(run)
        for one in (self.back, self.forth, self.print_button):
            one.setEnabled(False)

    # From the data to the screen

    def _ask(self) -> None:
        context, day = self._context, self._day
        chosen = chosen_plan(context.view, self._person)
        profile, person = context.profile, self._person
        if self.review is None:
            self.said.setText(tr("Looking at the week…"))

        def work(task: Task) -> Review:
            return _worked_out(profile, person, day, date.today(), chosen, task)

        self._latest.ask(tr("Looking at the week"), work, waited_for=True)

    def _on_found(self, review: Review) -> None:
        self.review, self._day = review, review.day
        mark_read(self._context.view, self._person, review.day)
        self.heading.setText(review.title)
        self.said.setText("")
        self.back.setEnabled(self._beside(-1) is not None)
        self.forth.setEnabled(self._beside(1) is not None)
        self.print_button.setEnabled(True)
        self.cards.show_review(review)
        self.cards.setAccessibleName(review.title)

    def _on_failed(self) -> None:
        """What is shown stays what it was; the error itself is said by the window."""
        review = self.review
        self._day = review.day if review is not None else self._day
        self.said.setText("" if review is not None else tr("This could not be worked out now."))

    # What the person does

    def _on_back(self) -> None:
        self._step(-1)

    def _on_forth(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        day = self._beside(by)
        if day is not None:
            self.turn_to(day)

    def _beside(self, by: int) -> date | None:
        """The check-in before (-1) or after (1) the one that is shown or asked for; None where there is none."""
        days = self.review.days if self.review is not None else ()
        day = self._day
        if day is None:
            return None
        earlier, later = [one for one in days if one < day], [one for one in days if one > day]
        return next(iter(earlier[-1:] if by < 0 else later[:1]), None)

    def _on_print(self) -> None:
        if self.review is None:
            return
        from legwork.qt.printing.preview import PreviewDialog
        from legwork.qt.printing.review_sheet import review_document

        preview = PreviewDialog(self._context, review_document(self.review), self)
        preview.exec()
        preview.deleteLater()

    def _on_progress(self) -> None:
        from legwork.qt.dialogs.progress_report import show_progress

        show_progress(self._context, self)

    def _on_page(self, name: str) -> None:
        self.close()
        self._context.navigate.emit(name)


def _worked_out(profile: Profile, person: Person, day: date | None, today: date, chosen: int, task: Task) -> Review:
    from legwork.services import progress_report
    from legwork.services.weekly_review import newest_review_day, weekly_review

    assert progress_report  # its button then opens at once
    asked = day or newest_review_day(profile, person, today)
    return weekly_review(profile, person, asked, today, chosen, task.breathe)

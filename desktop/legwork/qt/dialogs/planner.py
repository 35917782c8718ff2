"""A new plan: a few questions at the left, the templates and the plan that comes of them at the right.

Owns the dialog only. The plan is drafted by `services.planner`; nothing is kept until whoever opened it does so.
"""

from __future__ import annotations

from datetime import date
from itertools import count

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget

from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan.model import Plan
from legwork.domain.planner.draft import Draft
from legwork.domain.planner.empty import empty_plan
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.dialogs.planner_preview import PlannerPreview
from legwork.qt.dialogs.planner_questions import PlannerQuestions
from legwork.qt.dialogs.planner_templates import TemplateList
from legwork.qt.widgets.layout import button, card, column, label, row, scrolled
from legwork.qt.widgets.window_room import open_inside
from legwork.services.people import Person
from legwork.services.plan_aims import PlanAims
from legwork.services.planner import default_wishes, draft_plan, suggest, templates
from legwork.services.planner_glance import glance_of

_WAIT_MS = 80
"""A plan is drafted when somebody stops for so long, so that a key held down does not draft a dozen."""


class PlannerDialog(QDialog):
    """When accepted, `plan` is what was asked for and `starts_on` the Monday of its first week; else `plan` is None."""

    def __init__(
        self, context: Context, person: Person, catalogue: Catalogue, aims: PlanAims, parent: QWidget
    ) -> None:  # fmt: skip
        """catalogue: the shipped exercises and the person's own. aims: what a plan shall do for them."""
        super().__init__(parent)
        self._theme, self._catalogue, self._aims = context.theme, catalogue, aims
        self._draft: Draft | None = None
        self.plan: Plan | None = None
        self.setObjectName("planner_dialog")
        self.setWindowTitle(tr("New plan"))
        self.setAccessibleName(self.windowTitle())
        wishes = default_wishes(context.profile, person)
        self.questions = PlannerQuestions(context.theme, catalogue, wishes, date.today())
        self.templates = TemplateList(context.theme, len(templates()))
        self.preview = PlannerPreview(context.theme)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._work_out)
        self.questions.changed.connect(self._timer.start)
        self.templates.chosen.connect(self._timer.start)
        self._lay_out()
        self._work_out()
        open_inside(self, parent, self._theme, 1080, 780)
        self.questions.days.setFocus()

    @property
    def starts_on(self) -> date:
        """The Monday of the first week."""
        return self.questions.starts_on

    def _lay_out(self) -> None:
        theme = self._theme
        self.empty = button(tr("Empty plan"), "planner_empty", "quiet")
        self.empty.setToolTip(tr("Weeks and sessions without exercises, to fill by hand"))
        cancel = button(tr("Cancel"), "planner_cancel")
        self.make = button(tr("Make this plan"), "planner_make", "primary")
        self.make.setDefault(True)
        for one, run in ((self.empty, self._on_empty), (cancel, self.reject), (self.make, self._on_make)):
            one.clicked.connect(run)
        left = scrolled(_padded(self.questions, theme.px(2), theme.px(12)), "planner_left", tr("Questions"))
        left.setFixedWidth(theme.px(288))
        right_content = QWidget()
        right_content.setLayout(
            column(
                label(tr("Templates"), "section"), self.templates, card(self.preview, margin=theme.px(16)), None,
                spacing=theme.px(8),
            )
        )  # fmt: skip
        right = scrolled(_padded(right_content, theme.px(2), theme.px(12)), "planner_right", tr("The plan"))
        middle = row(left, right, spacing=theme.px(16))
        middle.setStretch(1, 1)
        said = tr("Answer what you like; every answer shows at once in the plan. All of it can be edited afterwards.")
        layout = column(
            label(self.windowTitle(), "title"), label(said, "secondary", wrap=True), middle,
            row(self.empty, None, cancel, self.make, spacing=theme.px(8)), spacing=theme.px(8),
        )  # fmt: skip
        layout.setStretch(2, 1)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        self.setLayout(layout)

    def _work_out(self) -> None:
        """Rank the templates by the answers, and draft the chosen one."""
        self._timer.stop()
        wishes = self.questions.wishes
        self.templates.show_suggestions(suggest(wishes, self._aims.brief))
        chosen = self.templates.current
        assert chosen is not None
        ids = count(1)
        try:
            self._draft = draft_plan(chosen.template, self._aims.brief, wishes, self._catalogue, lambda: next(ids))
        except UserError as refusal:
            self._draft = None
            self.preview.refuse(str(refusal))
        else:
            self.preview.show_draft(self._draft, glance_of(self._draft.plan, self._aims.brief, self._catalogue))
        self.make.setEnabled(self._draft is not None)

    def _on_make(self) -> None:
        if self._timer.isActive():
            self._work_out()  # what was answered a moment ago counts
        if self._draft is not None:
            self.plan = self._draft.plan
            self.accept()

    def _on_empty(self) -> None:
        ids = count(1)
        self.plan = empty_plan(self.questions.wishes, lambda: next(ids))
        self.accept()


def _padded(content: QWidget, left: int, right: int) -> QWidget:
    """Room for the focus ring, and beside the scroll bar."""
    found = QWidget()
    layout = column(content)
    layout.setContentsMargins(left, left, right, left)
    found.setLayout(layout)
    return found

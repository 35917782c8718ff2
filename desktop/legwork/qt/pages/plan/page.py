"""The plan page: one training plan of a person, edited on screen, with what it adds up to beside it.

Owns which plan is shown and the one way in which its parts change it: a widget asks for a pure change, the page runs
it as an edit and shows the new plan to all of them. What a plan adds up to is worked out in `services`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QDialog, QStackedWidget

from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan.model import MAX_NAME, Plan, weeks_of
from legwork.errors import UserError
from legwork.i18n import mark, tr
from legwork.qt.core.announcing import say
from legwork.qt.core.commands import offer
from legwork.qt.core.context import Context
from legwork.qt.dialogs.about_exercise import AboutExerciseDialog
from legwork.qt.dialogs.own_exercise import OwnExerciseDialog
from legwork.qt.dialogs.plan_start import PlanStartDialog
from legwork.qt.dialogs.planner import PlannerDialog
from legwork.qt.pages.plan.bar import PlanBar, week_now
from legwork.qt.pages.plan.desk import Desk
from legwork.qt.pages.plan.menu import PlanMenu
from legwork.qt.pages.plan.printing import plan_preview
from legwork.qt.pages.plan.reckoning import Reckoning
from legwork.qt.pages.plan.sharing import Sharing
from legwork.qt.widgets.kept import keep_length, keep_splitter
from legwork.qt.widgets.keys import share_keys
from legwork.qt.widgets.layout import EmptyState, Page, button, column, label, set_role
from legwork.services.choices import SetChoices
from legwork.services.edit import Changes, Edit
from legwork.services.own_exercises import DeleteOwnExercise, catalogue_of
from legwork.services.people import Person
from legwork.services.plan_aims import JUMP_TOPIC
from legwork.services.plan_files import SharedPlan
from legwork.services.plans import AddPlan, ChangePlan, DeletePlan, PlanIds, PlanInfo, StoredPlan, plan_of, plans_of

_PLANS = ("plan", "plan_block", "plan_week", "plan_session", "plan_entry")
_EXERCISES = ("own_exercise",)
_BODY = ("person", "tracked_site", "custom_site", "check_in", "reading", "lift", "choice", "workout", "workout_set")
_EMPTY, _SHOWN = 0, 1


class PlanPage(Page):
    """Edits one plan; undo is the window's."""

    name = "plan"
    title = mark("Plan")
    tables = (*_PLANS, *_EXERCISES, *_BODY)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._person: Person | None = None
        self._infos: tuple[PlanInfo, ...] = ()
        self._stored: StoredPlan | None = None
        self._catalogue: Catalogue | None = None
        self._new_wanted = False
        self._turned_to: int | None = None
        self._fresh = PlanIds(context.profile)
        self.bar = PlanBar(context.theme)
        self.bar.plan_chosen.connect(self._on_plan_chosen)
        self.bar.start_asked.connect(self._on_start)
        self.bar.renamed.connect(self._on_renamed)
        self.desk = Desk(context.theme, context.icons, self._fresh)
        self._reckoning = Reckoning(context, self.desk)
        self._reckoning.known.connect(self._on_known)
        self._reckoning.failed.connect(self._on_failed)
        grid = self.desk.grid
        keep_length(context.view, context.theme, "plan_week_width", grid.week_head.sized, grid.set_week_width)
        keep_splitter(context.view, "plan_splitter", self.desk.splitter)
        keep_splitter(context.view, "exercise_splitter", self.desk.exercises.splitter)
        self.desk.edit_asked.connect(self._on_edit)
        self.desk.findings.limit_chosen.connect(self._on_limit)
        self.bar.session_wanted.connect(self.desk.show_session)
        self.bar.panel_wanted.connect(self.desk.show_panel)
        self.desk.panel_asked.connect(self.bar.panel_button.setChecked)
        self.desk.room_changed.connect(self.bar.show_room)
        self.desk.exercise_form_asked.connect(self._on_exercise_form)
        self.desk.exercise_delete_asked.connect(self._on_exercise_delete)
        self.desk.session_view_opened.connect(partial(self.bar.show_session, True))
        self.sharing = Sharing(context, self)
        self.sharing.said.connect(self._say)
        self.sharing.refused.connect(self._refuse)
        self.sharing.opened.connect(self._on_opened)
        self.said = label("", "secondary", wrap=True)
        self.said.setObjectName("plan_said")
        self.said.hide()
        self._build_tools()
        self._lay_out()

    @property
    def busy(self) -> bool:
        """Whether something is still being worked out or checked, or a file is being written."""
        return self._reckoning.busy or self.sharing.busy

    @property
    def plan(self) -> Plan:
        """The plan as it is shown; an empty one while there is none."""
        return self._stored.plan if self._stored is not None else Plan()

    def refresh(self) -> None:
        person = self.context.person
        if person is None:
            return
        if self._person is None or person.id != self._person.id:
            self._stored = None
            self._reckoning.forget()
        self._person = person
        self._load()
        self._reckoning.work_out(person)

    def refresh_changes(self, changes: Changes) -> None:
        if self._person is None or self._person != self.context.person:
            self.refresh()
            return
        if self._stored is not None and len(changes.plans) == 1 and self._stored.info.id not in changes.plans:
            [other] = changes.plans  # another plan was changed, by undo: it comes into view
            self.context.view.set_text(self._view_key, str(other))
        if changes.touches(*_PLANS, *_EXERCISES):
            self._load()
        if changes.touches(*_EXERCISES, *_BODY):
            self._reckoning.work_out(self._person)

    def open_for(self, wish: str) -> None:
        how, _, what = wish.partition("/")
        if how == "new":
            self._on_new()
        elif how == "show":
            self._on_plan_chosen(int(what))
        elif how == "exercise" and self._stored is not None:
            self.desk.show_exercise(what)
        elif how == "exercise" and self._person is not None:  # the list of them is beside a plan
            AboutExerciseDialog(self.context, self._person, what, self).show()

    def leave(self) -> None:
        self.desk.leave()

    def focus_first(self) -> None:
        if self.desk.isVisible():
            self.desk.setFocus()
        super().focus_first()

    # How it is laid out

    def _build_tools(self) -> None:
        self.print_button = button(tr("Print…"), "plan_print")
        self.print_button.clicked.connect(self._on_print)
        printing = offer(self, "print", tr("Print the plan"), "Ctrl+P", self._on_print, window=True)
        share_keys(self.print_button, printing)
        self.menu_button = button(tr("More"), "plan_more", "quiet")
        self.menu = PlanMenu(self)
        self.menu.wished.connect(self._on_wish)
        self.menu_button.setMenu(self.menu)
        self.new_button = button(tr("New plan…"), "plan_new", "primary")
        self.new_button.clicked.connect(self._on_new)
        for one in (self.menu_button, self.print_button, self.new_button):
            self.tools.addWidget(one)

    def _lay_out(self) -> None:
        empty = EmptyState(
            self.context,
            "barbell",
            tr(
                "A plan says what each week's training is: exercises, sets, reps and how hard. It starts from where "
                "your legs stand, and every line of it is yours to change."
            ),
            tr("New plan…"),
            self._on_new,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(empty)
        self.stack.addWidget(self.desk)
        self.body.addLayout(column(self.bar, self.said, spacing=8))
        self.body.addWidget(self.stack, 1)

    # From the data to the screen

    def _load(self) -> None:
        assert self._person is not None
        profile = self.context.profile
        self._catalogue = catalogue_of(profile, self._person.id)
        self._infos = plans_of(profile, self._person.id)
        kept = self.context.view.number(self._view_key, 0)
        shown = next((one for one in self._infos if one.id == kept), None) or next(reversed(self._infos), None)
        before = self._stored
        known = before.plan if before is not None and shown is not None and before.info.id == shown.id else None
        self._stored = plan_of(profile, shown.id, known) if shown is not None else None
        self._show()

    def _show(self) -> None:
        stored, person = self._stored, self._person
        assert person is not None and self._catalogue is not None
        self.stack.setCurrentIndex(_EMPTY if stored is None else _SHOWN)
        self.bar.setVisible(stored is not None)
        self.menu.enable(has_plan=stored is not None)
        self.print_button.setEnabled(stored is not None)
        if stored is None:
            self._reckoning.forget_plan()
            return
        self.bar.show_plans(self._infos, stored.info, date.today())
        self.desk.show_plan(stored.plan, self._catalogue, person.units, stored.info.starts_on)
        self._reckoning.show(stored.plan, self._catalogue, person.units)
        if self._turned_to != stored.info.id:
            self._turned_to = stored.info.id
            self._look_at_today(stored)
            self.desk.setFocus()

    def _look_at_today(self, stored: StoredPlan) -> None:
        """A plan that is just opened is shown in the week that it is now."""
        number = week_now(stored.info, date.today())
        if number is not None:
            self.desk.show_week([week.id for _, week in weeks_of(stored.plan)][number - 1])

    def _on_known(self) -> None:
        if self._new_wanted:
            self._new_wanted = False
            self._say("")
            self._on_new()

    def _on_failed(self) -> None:
        self._new_wanted = False
        self._say("")

    # What the person does

    def _on_edit(self, change: Callable[[Plan], Plan], what: str) -> None:
        stored = self._stored
        if stored is None:
            return
        try:
            after = change(stored.plan)
            if after is stored.plan or after == stored.plan:
                return
            done = self.context.runner.apply(ChangePlan(stored.info.id, stored.plan, after, what), self)
        except UserError as error:
            if not self.desk.refuse(str(error)):
                self._refuse(str(error))
            self._load()  # what is shown may not be what is kept
            return
        if done is None:
            return
        self._say("")
        weeks = sum(1 for _ in weeks_of(after))
        info = replace(stored.info, name=after.name, weeks=weeks)
        self._stored = StoredPlan(info, after)
        self._infos = tuple(info if one.id == info.id else one for one in self._infos)
        self._show()

    def _run(self, edit: Edit) -> bool:
        try:
            done = self.context.runner.apply(edit) is not None
        except UserError as error:
            self._refuse(str(error))
            return False
        if done:
            self._say("")
        return done

    def _on_limit(self, percent: int) -> None:
        assert self._person is not None
        picks = ((JUMP_TOPIC, (str(percent),)),)
        self._run(SetChoices(self._person.id, picks, date.today(), tr("Choose the largest rise from week to week")))

    def _on_plan_chosen(self, plan_id: int) -> None:
        self.context.view.set_text(self._view_key, str(plan_id))
        self._load()

    def _on_wish(self, wish: str) -> None:
        stored, catalogue, person = self._stored, self._catalogue, self._person
        assert catalogue is not None and person is not None
        if wish == "open_file":
            self.sharing.open_file(catalogue, person.units)
        elif wish == "paste_text":
            self.sharing.paste_text(catalogue, person.units)
        if stored is None:
            return
        if wish == "rename":
            self.bar.ask_name()
        elif wish == "start":
            self._on_start()
        elif wish == "duplicate":
            copy = replace(stored.plan, name=tr("{name}, copy", name=stored.plan.name)[:MAX_NAME].rstrip())
            self._add(AddPlan(person.id, copy, stored.info.starts_on))
        elif wish == "delete":
            self._run(DeletePlan(stored.info.id, stored.plan.name))
        elif wish == "save_file":
            self.sharing.save_file(stored.plan, catalogue)
        elif wish == "save_text":
            self.sharing.save_text(stored.plan, catalogue)
        elif wish == "copy_text":
            self.sharing.copy_text(stored.plan, catalogue)

    def _on_renamed(self, name: str) -> None:
        self._on_edit(lambda plan: replace(plan, name=name), tr("Rename the plan"))

    def _on_opened(self, shared: SharedPlan) -> None:
        assert self._person is not None
        self._add(AddPlan(self._person.id, shared.plan, None, shared.exercises))

    def _on_new(self) -> None:
        if self._person is None or self._catalogue is None or self._reckoning.aims is None:
            self._new_wanted = True  # as soon as it is known what a plan shall do
            self._say(tr("Working out what the plan shall do") + "…")
            return
        dialog = PlannerDialog(self.context, self._person, self._catalogue, self._reckoning.aims, self.window())
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.plan is not None:
            self._add(AddPlan(self._person.id, dialog.plan, dialog.starts_on))
        dialog.deleteLater()

    def _add(self, edit: AddPlan) -> None:
        """Keep a new plan, and show it."""
        before = {one.id for one in self._infos}
        if self._run(edit):
            added = [one.id for one in self._infos if one.id not in before]
            if added:
                self._on_plan_chosen(added[-1])

    def _on_start(self) -> None:
        if self._stored is not None:
            self._exec(PlanStartDialog(self.context, self._stored.info, self.window()))

    def _on_exercise_form(self, key: str, start_from: str) -> None:
        assert self._person is not None and self._catalogue is not None
        dialog = OwnExerciseDialog(self.context, self._person, self._catalogue, key, self.window(), start_from)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.key:
            self.desk.exercises.show_exercise(dialog.key)
        dialog.deleteLater()

    def _on_exercise_delete(self, key: str) -> None:
        assert self._person is not None and self._catalogue is not None
        found = self._catalogue.get(key)
        self._run(DeleteOwnExercise(self._person.id, key, found.label if found is not None else key))

    def _on_print(self) -> None:
        stored, person, catalogue = self._stored, self._person, self._catalogue
        if stored is not None and person is not None and catalogue is not None and self.isVisible():
            lookup, aims = self._reckoning.lookup, self._reckoning.aims
            shown = self.context, person, stored, catalogue, lookup, aims, self.window(), self.desk.week_id
            self._exec(plan_preview(*shown))

    def _exec(self, dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()

    @property
    def _view_key(self) -> str:
        assert self._person is not None
        return f"plan/{self._person.uid}"

    def _say(self, sentence: str) -> None:
        say(self.said, sentence)
        set_role(self.said, "secondary")
        self.said.setVisible(bool(sentence))

    def _refuse(self, sentence: str) -> None:
        self._say(sentence)
        set_role(self.said, "error")

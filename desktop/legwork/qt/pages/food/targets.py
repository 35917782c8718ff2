"""The lower half of the Food page: the targets with the choices behind them, and what is spent with its correction.

Owns filling these two cards and the edits that are asked for in them. What is shown comes with `FoodFound`.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from legwork.domain.food.energy import Activity
from legwork.domain.food.targets import Wish
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.pages.food import shown
from legwork.qt.pages.food.shown import FoodFound
from legwork.qt.widgets.food_spending import FoodSpendingCard
from legwork.qt.widgets.food_targets import FoodTargetsCard
from legwork.services import food_targets
from legwork.services.edit import Edit
from legwork.services.food_choices import under_age
from legwork.services.food_spending import TakeCorrection
from legwork.services.proposals import RefuseProposal


class FoodTargets(QObject):
    """Shows what was found, and runs what is chosen."""

    refused = Signal(str)
    """Something could not be done, and why; "" when it could."""
    weight_asked = Signal()
    """The weight is all that is missing: its field is on this page."""
    decided = Signal()
    """A proposal was taken or refused, and is gone."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._found: FoodFound | None = None
        self.card = FoodTargetsCard(context.theme)
        self.spending = FoodSpendingCard(context.theme)
        self.card.wish_chosen.connect(self._on_wish)
        self.card.activity_chosen.connect(self._on_activity)
        self.card.energy_unit_chosen.connect(self._on_energy_unit)
        self.card.drink_unit_chosen.connect(self._on_drink_unit)
        self.card.energy_chosen.connect(self._on_energy)
        self.card.step_dropped.connect(self._on_step_dropped)
        self.card.mend_asked.connect(self._on_mend)
        self.spending.taken.connect(self._on_step_taken)
        self.spending.refused.connect(self._on_step_refused)

    def forget(self, *, energy: bool) -> None:
        """Another person is looked at: nothing of what was found is theirs. energy: whether it is shown to them."""
        self._found = None
        self.card.clear()
        self.spending.clear()
        self.spending.setVisible(energy)

    def show_found(self, found: FoodFound) -> None:
        """Show targets and spending."""
        self._found = found
        plan, card = found.today.plan, self.card
        self._show_choices()
        if plan.targets is None:
            mend = {"people": tr("To People"), "measure": tr("Enter your weight")}.get(plan.page, "")
            card.show_missing(plan.missing, mend)
        else:
            cells = shown.target_cells(plan.targets, plan.leg_days, found.units, energy=plan.energy_shown)
            cautions = plan.targets.notes
            card.show_targets(cells, plan.sums, cautions, [one for one in plan.notes if one not in cautions])
        card.show_step(bool(plan.step_kcal) and plan.energy_shown and plan.targets is not None)
        self._show_spent(found)

    def _show_choices(self) -> None:
        found, person = self._found, self._context.person
        if found is not None and person is not None:
            plan = found.today.plan
            self.card.show_choices(plan.wish, plan.activity)
            choosable = not under_age(person.birth_date, date.today())
            self.card.show_units(found.units, energy=plan.energy_shown, choosable=choosable)

    def _show_spent(self, found: FoodFound) -> None:
        spent, card, unit = found.spent, self.spending, found.units.energy
        card.setVisible(spent.shown)
        if not spent.shown:
            return
        figure = shown.spent_figure(spent, unit)
        how = tr("by scale and diary; right four times in five") if figure else ""
        card.show_spent(figure, how, (*spent.missing, spent.equation, *spent.notes), spent.words)
        if spent.correction is None:
            card.show_step("", "")
        else:
            step = tr("Move the target by {change} {unit} a day", change=spent.change, unit=unit)
            card.show_step(step, spent.correction.reason)

    def _on_wish(self, wish: Wish) -> None:
        if (person := self._context.person) is not None:
            self._run(food_targets.choose_wish(person.id, wish, date.today()))

    def _on_activity(self, activity: Activity) -> None:
        if (person := self._context.person) is not None:
            self._run(food_targets.choose_activity(person.id, activity, date.today()))

    def _on_energy_unit(self, unit: str) -> None:
        if (person := self._context.person) is not None:
            self._run(food_targets.choose_energy_unit(person.id, unit, date.today()))

    def _on_drink_unit(self, unit: str) -> None:
        if (person := self._context.person) is not None:
            self._run(food_targets.choose_drink_unit(person.id, unit, date.today()))

    def _on_energy(self, shown_now: bool) -> None:
        if (person := self._context.person) is not None:
            self._run(food_targets.choose_energy_shown(person.id, shown_now, date.today()))

    def _on_step_dropped(self) -> None:
        if (person := self._context.person) is not None and self._run(food_targets.drop_step(person.id, date.today())):
            self.decided.emit()

    def _on_mend(self) -> None:
        page = self._found.today.plan.page if self._found is not None else ""
        if page == "measure":
            self.weight_asked.emit()
        elif page:
            self._context.navigate.emit(page)

    def _on_step_taken(self) -> None:
        found, person = self._found, self._context.person
        if found is None or person is None or found.spent.correction is None:
            return
        if self._run(TakeCorrection(person.id, found.spent.correction.change, date.today(), found.units)):
            self.spending.show_step("", "")
            self.decided.emit()

    def _on_step_refused(self) -> None:
        found, person = self._found, self._context.person
        if found is None or person is None or found.spent.correction is None:
            return
        if self._run(RefuseProposal(person.id, found.spent.topic, found.spent.key, date.today())):
            self.spending.show_step("", "")
            self.decided.emit()

    def _run(self, edit: Edit) -> bool:
        sentence = ""
        try:
            done = self._context.runner.apply(edit) is not None
        except UserError as error:
            done, sentence = False, str(error)
        self.refused.emit(sentence)
        if not done:
            self._show_choices()  # what was not kept does not look chosen
        return done

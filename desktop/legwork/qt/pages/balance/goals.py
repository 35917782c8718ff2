"""From a gap to a goal in one click: on the headline, and beside each leg girth that trails.

Owns asking for a realistic day in the background, the edit, and what is said of it. Where legs stand is told by others.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from legwork.domain.days import full_day
from legwork.domain.measures import Family, Measure, value_text
from legwork.domain.units import in_unit
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.chosen_plan import chosen_plan
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.pages.balance.headline import HeadlineCard
from legwork.qt.widgets.gap_goals import GapGoals
from legwork.services.balance_rows import GapRow
from legwork.services.balance_view import BalanceView
from legwork.services.goals import Goal, goals_of
from legwork.services.people import Person
from legwork.services.profile import Profile

if TYPE_CHECKING:
    from legwork.services.balance_goal import BalanceGoal


class BalanceGoals(QObject):
    """One click sets a goal; where a girth has one already, it is said and can be looked at."""

    def __init__(self, context: Context, headline: HeadlineCard, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._headline = context, headline
        self._person: Person | None = None
        self._view: BalanceView | None = None
        self._from_headline = False
        self.rows = GapGoals(context.theme)
        self.rows.make_asked.connect(self._on_make)
        self.rows.look_asked.connect(self._on_look)
        headline.goal_asked.connect(self._on_headline)
        self._asked = Latest(context.worker, self)
        self._asked.done.connect(self._on_found)
        self._asked.failed.connect(self._on_failed)

    @property
    def busy(self) -> bool:
        """Whether a realistic day is still being worked out."""
        return self._asked.busy

    def show_view(self, person: Person, view: BalanceView) -> None:
        """Show what trails, and which goals there are."""
        if self._person is None or self._person.id != person.id:
            self.forget()
        self._person, self._view = person, view
        self.show_goals()

    def show_goals(self) -> None:
        """Show which goals there are now."""
        person, view = self._person, self._view
        if person is None or view is None:
            return
        goals = goals_of(self._context.profile, person.id)
        told = {
            gap.site: _words(goals[key], gap, person)
            for gap in view.gaps
            if (key := str(Measure(Family.SITE, gap.site))) in goals
        }
        self.rows.show_rows(view.gaps, told)
        main = self._main()
        offer = main is not None and main.site not in told and main.own is not None and main.own < main.target
        self._headline.offer_goal(value_text(main.target, main.unit) if main is not None and offer else "")

    def forget(self) -> None:
        """Another person is looked at: what was asked for the one before is not wanted any more."""
        self._asked.drop()
        self._person = self._view = None
        self._say("")

    def drop(self) -> None:
        """The page is left: nothing is asked any more."""
        self._asked.drop()

    def _main(self) -> GapRow | None:
        view = self._view
        main = view.balance.main if view is not None else None
        if view is None or main is None:
            return None
        return next((one for one in view.gaps if one.site == main.site), None)

    def _on_headline(self) -> None:
        main = self._main()
        if main is not None:
            self._make(main.site, from_headline=True)

    def _on_make(self, site: str) -> None:
        self._make(site, from_headline=False)

    def _on_look(self, site: str) -> None:
        self._context.navigate.emit(f"charts/goals/{Measure(Family.SITE, site)}")

    def _make(self, site: str, *, from_headline: bool) -> None:
        person, view = self._person, self._view
        gap = next((one for one in view.gaps if one.site == site), None) if view is not None else None
        if person is None or gap is None:
            return
        self._from_headline = from_headline
        looking = tr("Looking for a realistic day")
        self._say(f"{looking}…")
        chosen = chosen_plan(self._context.view, person)
        work = partial(_found, self._context.profile, person, gap, chosen)
        self._asked.ask(looking, work)

    def _on_found(self, found: BalanceGoal | None) -> None:
        person, looked_at = self._person, self._context.person
        if person is None or looked_at is None or looked_at.id != person.id:
            return  # nobody who sees this page asked for it
        if found is None:
            self._say(tr("There is nothing to go, or no reading of the last half year: measure once, then set it."))
            return
        edit = found.edit(person.id, date.today())
        if edit is None:
            self._say(found.said)
            return
        try:
            if self._context.runner.apply(edit) is not None:
                self._say(tr("Goal set for {site}, by {day}. {why}", site=found.name, day=full_day(found.due),
                             why=found.said))  # fmt: skip
        except UserError as error:
            self._say(str(error))

    def _on_failed(self) -> None:
        self._say(tr("This could not be worked out now."))

    def _say(self, sentence: str) -> None:
        """Where the click was, and nowhere else."""
        self._headline.say_goal(sentence if self._from_headline else "")
        self.rows.say("" if self._from_headline else sentence)


def _words(goal: Goal, gap: GapRow, person: Person) -> str:
    shown = in_unit(goal.value, person.site(gap.site).kind, person.units)
    return tr("{value} by {day}", value=value_text(shown, gap.unit), day=full_day(goal.due))


def _found(profile: Profile, person: Person, gap: GapRow, chosen: int, task: Task) -> BalanceGoal | None:
    from legwork.services.balance_goal import balance_goal

    return balance_goal(profile, person, gap, date.today(), chosen, task.breathe)

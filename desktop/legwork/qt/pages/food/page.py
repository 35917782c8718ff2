"""The Food page: what a day holds beside what is meant for it, the week around it, and how the targets come about.

Owns which day is shown and the one way in which anything changes: the cards ask, the page runs an edit and shows what
is kept. What a day holds is read at once; what is meant for it is worked out in the background.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from legwork.domain.food.amounts import FoodUnits, Nutrient, amount_in
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.i18n import mark, tr
from legwork.qt.core.announcing import say
from legwork.qt.core.chosen_plan import chosen_plan
from legwork.qt.core.commands import offer, offer_numbers, tell
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.dialogs.food_item import FoodItemDialog
from legwork.qt.pages.food import reading, shown
from legwork.qt.pages.food.shown import FoodFound, work_out
from legwork.qt.pages.food.targets import FoodTargets
from legwork.qt.widgets.food_day import WEIGHT, FoodDayCard
from legwork.qt.widgets.food_items import ItemShown
from legwork.qt.widgets.food_week import FoodWeekCard
from legwork.qt.widgets.keys import share_keys
from legwork.qt.widgets.layout import Page, column, label, scrolled
from legwork.qt.widgets.side_by_side import SideBySide
from legwork.services import food
from legwork.services.choices import choices_of
from legwork.services.edit import Edit
from legwork.services.food import AddItemToDay, DeleteItem, FoodDay, FoodItem, RecordFood, RepeatDay
from legwork.services.food_choices import energy_shown
from legwork.services.people import Person
from legwork.services.week_answers import week_words

_WIDEST = 1280
_SIDE_BY_SIDE = 820


class FoodPage(Page):
    """A day at a time, by keyboard alone in ten seconds; undo is the window's."""

    name = "food"
    title = mark("Food")
    tables = (
        "person", "food_amount", "food_item", "check_in", "reading", "choice", "goal", "refused_proposal",
        "workout", "workout_exercise", "workout_set", "plan", "plan_block", "plan_week", "plan_session", "plan_entry",
        "own_exercise",
    )  # fmt: skip

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        theme = context.theme
        self.day = self._today = date.today()
        self._person: Person | None = None
        self._units = FoodUnits()
        self._days: dict[date, FoodDay] = {}
        self._items: tuple[FoodItem, ...] = ()
        self._found: FoodFound | None = None
        self._asked = Latest(context.worker, self)
        self._asked.done.connect(self._on_found)
        self._asked.failed.connect(self._on_failed)
        self.said = label("", "error", wrap=True)
        self.said.setObjectName("food_said")
        self.said.hide()
        self.day_card = FoodDayCard(theme, context.icons)
        self.week_card = FoodWeekCard(theme, context.icons)
        self.targets = FoodTargets(context, self)
        self._lay_out()
        self._connect()
        self._add_keys()

    @property
    def busy(self) -> bool:
        """Whether what is meant for the day is still being worked out."""
        return self._asked.busy

    def refresh(self) -> None:
        person = self.context.person
        if person is None:
            return
        self._follow_today()
        another = self._person is None or person.id != self._person.id
        if another:
            self._found, self.day = None, self._today
            self.week_card.clear(self._week_title())
            self.area.verticalScrollBar().setValue(0)
        self._person = person
        self._show_day(person)
        if another:
            self.targets.forget(energy=Nutrient.ENERGY.value in self.day_card.shown_keys)
        work = partial(
            work_out, self.context.profile, person, self.day, self._today, chosen_plan(self.context.view, person)
        )
        self._asked.ask(tr("Working out what is meant for the day"), work, waited_for=True)

    def showEvent(self, event: QShowEvent) -> None:
        self._follow_today()
        super().showEvent(event)
        self.focus_first()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._asked.busy:  # another page needs the processor now; the next visit begins again
            self._asked.drop()
            self._stale = True

    def leave(self) -> None:
        self.day_card.commit()

    def show_day(self, day: date) -> None:
        """Turn to another day; what is typed is taken over first, and where it cannot be read nothing turns."""
        day = min(day, date.today())
        if not self.day_card.commit():
            self._show_day_only()
            return
        if day != self.day:
            self.day = day
            self._say("")
            self.refresh()

    def focus_first(self) -> None:
        """Put the cursor where the next number goes."""
        if self._person is not None:
            self.day_card.focus_first()

    # How it is laid out

    def _lay_out(self) -> None:
        theme = self.context.theme
        sizes = {"wide": theme.px(_SIDE_BY_SIDE), "spacing": theme.px(16), "gap": theme.px(16)}
        above, below = QWidget(), QWidget()
        above.setLayout(SideBySide(self.day_card, self.week_card, shares=(3, 2), **sizes))
        below.setLayout(SideBySide(self.targets.card, self.targets.spending, shares=(3, 2), **sizes))
        content = QWidget()
        content.setLayout(column(self.said, above, below, None, spacing=theme.px(16)))
        content.setMaximumWidth(theme.px(_WIDEST))
        self.area = scrolled(content, "food_area", tr("Food"))
        self.body.addWidget(self.area, 1)
        self._put_in_order()

    def _put_in_order(self) -> None:
        stops = (
            *self.day_card.stops, *self.week_card.stops, *self.targets.card.stops, *self.targets.spending.stops,
        )  # fmt: skip
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        day, week, targets = self.day_card, self.week_card, self.targets
        day.taken.connect(self._on_taken)
        day.day_chosen.connect(self.show_day)
        day.stepped.connect(self._on_stepped)
        day.repeat_asked.connect(self._on_repeat)
        day.items.added.connect(self._on_item)
        day.items.new_asked.connect(self._on_new_item)
        day.items.edit_asked.connect(self._on_edit_item)
        day.items.delete_asked.connect(self._on_delete_item)
        week.stepped.connect(lambda by: self._on_stepped(7 * by))
        week.picture.day_chosen.connect(self._on_week_day)
        targets.refused.connect(self._say)
        targets.weight_asked.connect(self._on_weight)
        targets.decided.connect(self.focus_first)
        targets.card.focused.connect(self.area.ensureWidgetVisible)

    def _add_keys(self) -> None:
        day, week = self.day_card, self.week_card
        buttons = {
            "day_back": day.back, "day_on": day.forth, "week_back": week.back, "week_on": week.forth,
            "today": day.today, "new_item": day.items.new,
        }  # fmt: skip
        for name, text, key, go in (
            ("day_back", tr("A day back"), "Alt+Left", partial(self._on_stepped, -1)),
            ("day_on", tr("A day on"), "Alt+Right", partial(self._on_stepped, 1)),
            ("week_back", tr("A week back"), "Alt+Up", partial(self._on_stepped, -7)),
            ("week_on", tr("A week on"), "Alt+Down", partial(self._on_stepped, 7)),
            ("today", tr("To today"), "Alt+Home", self._on_today),
            ("repeat", tr("The same as yesterday"), "Ctrl+D", self._on_repeat),
            ("new_item", tr("New quick item"), "Alt+N", self._on_new_item),
        ):
            made = offer(self, name, text, key, go)
            if (shown := buttons.get(name)) is not None:
                share_keys(shown, made)
        tell(self, ("Enter", "Tab"), tr("Take what is typed, to the next field"))
        tell(self, ("Up", "Down"), tr("From field to field"))
        tell(self, "Esc", tr("Put back what stood in the field"))
        item, whole = tr("Add quick item {number}"), tr("Add a quick item by its number")
        offer_numbers(self, "item", item, whole, "Alt+{number}", self._on_item_key, range(1, 10))

    # From the data to the screen

    def _follow_today(self) -> None:
        """A page that stays open over midnight goes along, unless another day was chosen."""
        today = date.today()
        if today != self._today:
            self.day = today if self.day == self._today else self.day
            self._today, self._stale = today, True

    def _show_day_only(self) -> None:
        if self._person is not None:
            self.day_card.show_day(self.day, self._today, reading.repeatable(self._days, self.day))

    def _show_day(self, person: Person) -> None:
        """What is written down: read at once, so that the page keeps up with whoever types."""
        profile = self.context.profile
        self._units = food.food_units(profile, person)
        first = self.day - timedelta(days=reading.LOOK_BACK)
        self._days = food.food_days(profile, person.id, first, self.day, self._today)
        self._items = food.items_of(profile, person.id, self._today)
        energy = energy_shown(choices_of(profile, person.id), person.birth_date, self._today)
        self._show_day_only()
        card, place = self.day_card, (person.id, self.day)
        card.show_energy(energy)
        card.expect(reading.usual_keys(self._days, self.day))
        here = self._days.get(self.day, FoodDay(self.day))
        grey = reading.ghosts(self._days, self.day, self._units, person.units)
        if grams := reading.by_the_grams(here, self._units):
            grey[Nutrient.ENERGY.value] = grams
        last = reading.last_weight(self._days, self.day)
        weight = reading.weight_reading(place, self.day, person.units, last)
        card.rows[WEIGHT].show_quantity(here.weight, weight, grey.get(WEIGHT, ""))
        for nutrient in Nutrient:
            how = reading.amount_reading(place, nutrient, self._units)
            line = card.rows[nutrient.value]
            line.show_quantity(here.amounts.get(nutrient), how, grey.get(nutrient.value, ""))
            self._show_amount(nutrient, here.amounts.get(nutrient))
        card.items.show_items(
            [ItemShown(one.name, reading.item_words(one.amounts, self._units)) for one in self._items]
        )
        words = shown.weight_words(here.weight, last, self._today, person.units)
        card.rows[WEIGHT].show_meant(words, None, None)
        self._put_in_order()

    def _show_amount(self, nutrient: Nutrient, quantity: Quantity | None) -> None:
        """What is there now, before what was found to be meant for this day."""
        found, unit = self._found_here(), self._units.unit_of(nutrient)
        meant = found.meant(nutrient) if found is not None else None
        amount = amount_in(quantity.value, nutrient, self._units) if quantity is not None else None
        said = found.today.said if found is not None and nutrient is Nutrient.CARBOHYDRATE else ""
        words = shown.beside_words(quantity, meant, nutrient, self._units, leg_day=bool(said))
        spoken = tr("{unit}; target of this day: {range}. {note}", unit=unit, range=words, note=said) if words else unit
        self.day_card.rows[nutrient.value].show_meant(
            words, amount, shown.edges(meant, nutrient, self._units), spoken, said
        )

    def _found_here(self) -> FoodFound | None:
        """What was found to be meant for the day on screen; None until it is known: another day's is no target here."""
        found, person = self._found, self._person
        return found if found is not None and person is not None and found.is_of(person.id, self.day) else None

    def _on_failed(self) -> None:
        self._stale = True  # the next visit asks again

    def _on_found(self, found: FoodFound) -> None:
        person = self._person
        if person is None:
            return
        self._found = found
        here = self._days.get(self.day, FoodDay(self.day))
        for nutrient in Nutrient:
            self._show_amount(nutrient, here.amounts.get(nutrient))
        self._show_week(found, person)
        self.targets.show_found(found)

    def _week_title(self) -> str:
        return tr("Week of {week}", week=week_words(shown.monday_of(self.day), self._today))

    def _show_week(self, found: FoodFound, person: Person) -> None:
        card, monday = self.week_card, found.week.monday
        title = self._week_title()
        newest = monday == shown.monday_of(self._today)
        week = shown.week_shown(found, self.day, self._today)
        if week is not None:
            card.show_week(title, week, (*found.week.words, found.week.said), newest=newest)
        elif food.newest_food_day(self.context.profile, person.id, self._today) is None:
            sentence = tr("Your days will stand here side by side, with their mean. Write down what you know of a day: "
                          "every field may stay empty.")  # fmt: skip
            card.show_nothing(title, sentence, newest=newest)
        else:
            card.show_nothing(title, tr("Nothing is written down in this week."), newest=newest)

    # What the person does

    def _on_taken(self, key: str, quantity: Quantity | None) -> None:
        person, line = self._person, self.day_card.rows[key]
        if person is None:
            return
        if key == WEIGHT:
            edit = RecordFood(person.id, self.day, weight=quantity, clear_weight=quantity is None)
        else:
            edit = RecordFood(person.id, self.day, ((Nutrient(key), quantity),))
        try:
            if self.context.runner.apply(edit) is None:
                line.edit.refuse(tr("Not saved yet: press Enter to try again."))
        except UserError as error:
            line.edit.refuse(str(error))

    def _on_stepped(self, by: int) -> None:
        self.show_day(self.day + timedelta(days=by))

    def _on_today(self) -> None:
        self.show_day(self._today)

    def _on_weight(self) -> None:
        self.show_day(self._today)
        self.day_card.rows[WEIGHT].edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_week_day(self, day: date) -> None:
        self.show_day(day)

    def _on_repeat(self) -> None:
        person, source = self._person, reading.repeatable(self._days, self.day)
        if person is not None and source is not None and self.day_card.commit():
            self._run(RepeatDay(person.id, self.day, source))

    def _on_item_key(self, number: int) -> None:
        self.day_card.items.add(number)

    def _on_item(self, name: str) -> None:
        person = self._person
        if person is not None and self.day_card.commit():
            self._run(AddItemToDay(person.id, self.day, name))

    def _on_new_item(self) -> None:
        self._open_item(None)

    def _on_edit_item(self, name: str) -> None:
        self._open_item(next((one for one in self._items if one.name == name), None))

    def _open_item(self, item: FoodItem | None) -> None:
        person = self._person
        if person is None:
            return
        asked = [Nutrient(key) for key in self.day_card.shown_keys if key != WEIGHT]
        dialog = FoodItemDialog(self.context, person, asked, self._units, item, self.window())
        dialog.exec()
        dialog.deleteLater()

    def _on_delete_item(self, name: str) -> None:
        if self._person is not None:
            self._run(DeleteItem(self._person.id, name))

    def _run(self, edit: Edit) -> None:
        self._say("")
        try:
            self.context.runner.apply(edit)
        except UserError as error:
            self._say(str(error))

    def _say(self, sentence: str) -> None:
        say(self.said, sentence)
        self.said.setVisible(bool(sentence))

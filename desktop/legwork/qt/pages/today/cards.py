"""The cards of the Today page below its top, and filling each with what the background found.

Owns which card leads where, how they stand, and their words while there is nothing to show. The widgets in them are
made when there is something to show: until then nothing heavy is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from legwork.domain.days import ago, near_day
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.widgets.layout import column
from legwork.qt.widgets.side_by_side import SideBySide
from legwork.qt.widgets.today_card import TodayCard

if TYPE_CHECKING:
    from legwork.qt.pages.today.loop import LoopPanel
    from legwork.services.food_view import FoodToday
    from legwork.services.today_body import BodyGlance
    from legwork.services.today_goals import GoalsGlance
    from legwork.services.today_now import TodayNow
    from legwork.services.today_week import WeekGlance

WIDE = 940
"""From so many unscaled pixels on, the cards stand in two columns: the table of changes needs half of it."""

OLD_DAYS = 28
"""A check-in so many days ago says how things were, and no longer how they are (a convention)."""

_PAIR = 600
"""The same for two of the smaller cards, where they have the whole width."""


class Cards(QObject):
    """`changes`, `week`, `balance`, `food`, `goals`: the cards; `whole`: all of them, laid out."""

    page_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        theme = self._theme = context.theme
        self.changes = self._card("today_changes", tr("Last check-in"), tr("Open History"), "history", 280)
        self.week = self._card("today_week", tr("Hard sets this week"), tr("Open Train"), "train", 250)
        self.balance = self._card("today_balance", tr("Leg balance"), tr("Open Balance"), "balance", 196)
        self.food = self._card("today_food", tr("Food today"), tr("Open Food"), "food", 190)
        self.goals = self._card("today_goals", tr("Goals"), tr("Open Goals"), "charts/goals", 150)
        self._tables: dict[str, Any] = {}
        self._there: dict[str, bool] = {}
        gap = theme.px(16)
        left, right, pair, parts = QWidget(), QWidget(), QWidget(), QWidget()
        self._columns = column(self.changes, self.week, None, spacing=gap), column(pair, self.goals, None, spacing=gap)
        left.setLayout(self._columns[0])
        pair.setLayout(SideBySide(self.balance, self.food, wide=theme.px(_PAIR), spacing=gap, gap=gap))
        right.setLayout(self._columns[1])
        parts.setLayout(SideBySide(left, right, wide=theme.px(WIDE), spacing=gap, gap=gap, shares=(7, 5)))
        self.loop: LoopPanel | None = None
        self._below = column(parts, spacing=gap)
        self.whole = QWidget()
        self.whole.setLayout(self._below)

    @property
    def all(self) -> tuple[TodayCard, ...]:
        """Every card, in the order in which Tab goes through them."""
        return self.changes, self.week, self.balance, self.food, self.goals

    def forget(self) -> None:
        """Another person: nothing of the one before may be read any more."""
        self._there.clear()
        for one in self.all:
            one.show_waiting()
        self.changes.say_heading(tr("Last check-in"))
        if self.loop is not None:
            self.loop.show_view(None)

    def show_now(self, now: TodayNow) -> None:
        """Where it is known at once that there is nothing to show, say so at once."""
        for card, there in (
            (self.changes, now.measured), (self.balance, now.measured), (self.week, now.trains), (self.goals, now.goal),
        ):  # fmt: skip
            if not there and not card.is_empty:
                card.show_empty(self._nothing(card))
            elif there and not self._there.get(card.objectName(), True) and self._says_nothing(card):
                card.show_waiting()  # the edit that made the difference has the background look again
            self._there[card.objectName()] = there
        self._even()

    def show_found(self, part: str, found: Any) -> None:
        """Show what the background found of a part."""
        show: dict[str, Callable[[Any], None]] = {
            "body": self._show_body,
            "week": self._show_week,
            "food": self._show_food,
            "goals": self._show_goals,
            "loop": self._show_loop,
        }
        show[part](found)
        self._even()
        self._chain()

    def show_missed(self, part: str) -> None:
        """A part could not be worked out: what is known already stays, the rest says so."""
        parts = {
            "body": (self.changes, self.balance),
            "week": (self.week,),
            "food": (self.food,),
            "goals": (self.goals,),
        }
        for card in parts.get(part, ()):
            if not card.known:
                card.show_empty(tr("This could not be worked out now."))

    # One for each part

    def _show_body(self, found: BodyGlance) -> None:
        from legwork.qt.widgets.today_balance import BalanceGlancePicture
        from legwork.qt.widgets.today_changes import ChangesTable

        if found.changes.day is None:
            self.changes.say_heading(tr("Last check-in"))
            self.changes.show_empty(self._nothing(self.changes))
        else:
            table = self._table("changes", self.changes, ChangesTable)
            day, today = found.changes.day, date.today()
            old = (today - day).days >= OLD_DAYS
            head = tr("Last check-in, {day}, {ago}", day=near_day(day, today), ago=ago(day, today)) if old else ""
            self.changes.say_heading(head or tr("Last check-in"))
            table.show_changes(found.changes, old=old)
            self.changes.show_content()
        if not found.balance.index and not found.balance.today_known:
            self.balance.show_empty(self._nothing(self.balance))
        else:
            picture = self._table("balance", self.balance, BalanceGlancePicture)
            picture.show_glance(found.balance)
            self._lead(self.balance, found.balance.page or "balance")
            self.balance.show_content()

    def _show_week(self, found: WeekGlance) -> None:
        from legwork.qt.widgets.today_week import WeekBars

        if not found.lines:
            self.week.show_empty(self._nothing(self.week))
            return
        bars = self._table("week", self.week, WeekBars)
        bars.show_week(found)
        self.week.show_content()

    def _show_food(self, found: FoodToday) -> None:
        from legwork.qt.widgets.today_food import FoodBars

        if found.plan.missing and all(one.amount is None for one in found.rows):
            self.food.show_empty(found.plan.missing)
            return
        bars = self._table("food", self.food, FoodBars)
        bars.show_food(found)
        self.food.show_content()

    def _show_goals(self, found: GoalsGlance) -> None:
        from legwork.qt.widgets.today_goals import GoalsList

        if not found.lines:
            self.goals.show_empty(self._nothing(self.goals))
            return
        shown = self._table("goals", self.goals, GoalsList)
        shown.show_goals(found)
        self.goals.show_content()

    def _show_loop(self, found: Any) -> None:
        from legwork.qt.pages.today.loop import LoopPanel

        if self.loop is None:
            self.loop = LoopPanel(self._context)
            self._below.addWidget(self.loop)
        self.loop.show_view(found)

    # Within

    def _nothing(self, card: TodayCard) -> str:
        """What a card says while there is nothing to show."""
        return {
            self.changes.objectName(): tr(
                "After the first check-in your numbers stand here; after the second, what changed."
            ),
            self.week.objectName(): tr(
                "What you log on the Train page is counted here: the legs against what they need."
            ),
            self.balance.objectName(): tr(
                "Once measured: how your legs stand beside people built like you above the waist."
            ),
            self.goals.objectName(): tr("No goal yet. With one, the next step stands here, and when it is likely."),
        }[card.objectName()]

    def _says_nothing(self, card: TodayCard) -> bool:
        return card.is_empty and card.empty.text() == self._nothing(card)

    def _even(self) -> None:
        """Both columns end at one height: the last card of each takes what room there is, unless it only says that
        there is nothing."""
        for layout, last in zip(self._columns, (self.week, self.goals), strict=True):
            layout.setStretch(layout.count() - 2, 0 if last.is_empty else 1)
            layout.setStretch(layout.count() - 1, 1 if last.is_empty else 0)

    def _chain(self) -> None:
        """Tab goes from card to card, through what each holds, whenever it was made."""
        last: QWidget = self.changes.link
        for card in self.all:
            parts = [card.link, *(one for one in card.findChildren(QWidget) if one is not card.link)]
            last = _follow(last, parts)
        if self.loop is not None:
            _follow(last, self.loop.findChildren(QWidget))

    def _table(self, name: str, card: TodayCard, kind: type[Any]) -> Any:
        """What a card holds, made the first time."""
        if name not in self._tables:
            made = self._tables[name] = kind(self._theme)
            if hasattr(made, "opened"):
                made.opened.connect(card.opened)
            card.hold(made, inset=not hasattr(made, "opened"))
        return self._tables[name]

    def _card(self, name: str, title: str, link: str, page: str, least: int) -> TodayCard:
        made = TodayCard(self._theme, name, title, link, least)
        made.setProperty("page", page)
        made.opened.connect(self._on_opened)
        return made

    @staticmethod
    def _lead(card: TodayCard, page: str) -> None:
        """Let a card lead to where what it lacks is mended."""
        texts = {"people": tr("Open People"), "measure": tr("Open Measure"), "balance": tr("Open Balance")}
        card.setProperty("page", page)
        card.link.setText(texts[page])
        card.link.setAccessibleName(f"{card.heading.text()}: {texts[page]}")

    def _on_opened(self) -> None:
        sender = self.sender()
        assert isinstance(sender, TodayCard)
        self.page_asked.emit(sender.property("page"))


def _follow(last: QWidget, parts: Iterable[QWidget]) -> QWidget:
    """Let Tab go on from `last` through those of `parts` that it stops at; answers with the last of all."""
    for one in parts:
        if one is not last and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.window() is last.window():
            QWidget.setTabOrder(last, one)
            last = one
    return last

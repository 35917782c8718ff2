"""The pages of the window by name: title, icon, keys, help topic, and how each is built.

Owns this list; a new page joins by standing in it. Pages are imported on their first visit: the charts alone cost more
than the whole start.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from legwork.i18n import mark

if TYPE_CHECKING:
    from legwork.qt.core.context import Context
    from legwork.qt.widgets.layout import Page


class PageEntry(NamedTuple):
    """title: marked for translation. place: module and class under `qt.pages`. help: its topic, or nothing."""

    name: str
    title: str
    icon: str
    place: str
    keys: str
    help: str = ""


PAGES = (
    PageEntry("today", mark("Today"), "sun-horizon", "today.page.TodayPage", "Ctrl+1", "today"),
    PageEntry("measure", mark("Measure"), "ruler", "measure.MeasurePage", "Ctrl+2", "measuring"),
    PageEntry("history", mark("History"), "table", "history.HistoryPage", "Ctrl+3"),
    PageEntry("charts", mark("Charts"), "chart-line", "charts.page.ChartsPage", "Ctrl+4", "charts"),
    PageEntry("balance", mark("Balance"), "scales", "balance.page.BalancePage", "Ctrl+5", "balance"),
    PageEntry("plan", mark("Plan"), "barbell", "plan.page.PlanPage", "Ctrl+6", "plan"),
    PageEntry("train", mark("Train"), "clipboard-text", "train.page.TrainPage", "Ctrl+7", "train"),
    PageEntry("food", mark("Food"), "fork-knife", "food.page.FoodPage", "Ctrl+8", "food"),
    PageEntry("people", mark("People"), "users", "people.PeoplePage", "Ctrl+9"),
    PageEntry("data", mark("Your data"), "database", "data.page.DataPage", "Ctrl+.", "data"),
    PageEntry("settings", mark("Settings"), "gear", "settings.SettingsPage", "Ctrl+,", "reminders"),
    PageEntry("help", mark("Help"), "question", "help.HelpPage", "Ctrl+0"),
)
BELOW = ("people", "data", "settings", "help")
"""Those under the line of the rail."""

FIRST = PAGES[0].name
"""What is shown before anything was chosen."""

_WELCOME = "welcome.WelcomePage"


def make_page(name: str, context: Context) -> Page:
    """Build a page; "welcome" is the one that stands in no list."""
    place = next((one.place for one in PAGES if one.name == name), _WELCOME)
    module, _, kind = place.rpartition(".")
    return cast("Page", getattr(import_module(f"legwork.qt.pages.{module}"), kind)(context))

"""The pages of the window by name: title, icon, keys, help topic, and how each is built.

Owns this list; a new page joins by standing in it. Pages are imported on their first visit: the charts alone cost more
than the whole start.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from legwork.i18n import mark, tr

if TYPE_CHECKING:
    from legwork.qt.core.context import Context
    from legwork.qt.widgets.layout import Page


class PageEntry(NamedTuple):
    """title: marked for translation. place: module and class under `qt.pages`. help: its topic.

    hint: a sentence for whoever is new to the page, marked for translation; empty for none.
    """

    name: str
    title: str
    icon: str
    place: str
    keys: str
    help: str
    hint: str = ""


PAGES = (
    PageEntry(
        "today", mark("Today"), "sun-horizon", "today.page.TodayPage", "Ctrl+1", "today",
        mark("What comes next stands at the top: do it, or put it off with “Not now”."),
    ),
    PageEntry(
        "measure", mark("Measure"), "ruler", "measure.MeasurePage", "Ctrl+2", "measuring",
        mark("Type a number and press Enter: it is kept at once, and the drawing shows where the tape goes next."),
    ),
    PageEntry(
        "history", mark("History"), "table", "history.HistoryPage", "Ctrl+3", "history",
        mark("Stand on a number and type to correct it; Ctrl+Z takes back whatever you do."),
    ),
    PageEntry(
        "charts", mark("Charts"), "chart-line", "charts.page.ChartsPage", "Ctrl+4", "charts",
        mark("Tick what you want to see in the list, and point at a day to read its values."),
    ),
    PageEntry(
        "balance", mark("Balance"), "scales", "balance.page.BalancePage", "Ctrl+5", "balance",
        mark("The bar of a girth is how much people of your build differ, the whisker how sure your tape is."),
    ),
    PageEntry(
        "plan", mark("Plan"), "barbell", "plan.page.PlanPage", "Ctrl+6", "plan",
        mark("Stand on a cell and type: 3x8-12 @2 RIR means three sets of 8 to 12 reps with two left in reserve."),
    ),
    PageEntry(
        "train", mark("Train"), "clipboard-text", "train.page.TrainPage", "Ctrl+7", "train",
        mark("In a session Enter takes a set as it stands in grey; type only what was different."),
    ),
    PageEntry(
        "food", mark("Food"), "fork-knife", "food.page.FoodPage", "Ctrl+8", "food",
        mark("Fill in what you know: every field may stay empty."),
    ),
    PageEntry(
        "people", mark("People"), "users", "people.PeoplePage", "Ctrl+9", "people",
        mark("Everybody who uses this computer can have a history of their own here."),
    ),
    PageEntry(
        "data", mark("Your data"), "database", "data.page.DataPage", "Ctrl+.", "data",
        mark("Copies are made by themselves; one on a stick helps when this computer does not."),
    ),
    PageEntry("settings", mark("Settings"), "gear", "settings.SettingsPage", "Ctrl+,", "settings"),
    PageEntry("help", mark("Help"), "question", "help.page.HelpPage", "Ctrl+0", "help"),
)  # fmt: skip
BELOW = ("people", "data", "settings", "help")
"""Those under the line of the rail."""

FIRST = PAGES[0].name
"""What is shown before anything was chosen."""

_WELCOME = "welcome.WelcomePage"


def make_page(name: str, context: Context) -> Page:
    """Build a page; "welcome" is the one that stands in no list."""
    entry = next((one for one in PAGES if one.name == name), None)
    module, _, kind = (entry.place if entry is not None else _WELCOME).rpartition(".")
    page = cast("Page", getattr(import_module(f"legwork.qt.pages.{module}"), kind)(context))
    if entry is not None:
        page.explain_with(entry.help, tr(entry.hint) if entry.hint else "")
    return page

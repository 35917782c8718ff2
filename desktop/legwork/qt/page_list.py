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

    hint: a sentence for whoever is new to the page, marked for translation; empty for none. wishes: what can be wanted
    of it from elsewhere, as `Page.open_for` or `reaching` understands it, with what it does, marked for translation.
    """

    name: str
    title: str
    icon: str
    place: str
    keys: str
    help: str
    hint: str = ""
    wishes: tuple[tuple[str, str], ...] = ()


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
        (
            ("time", mark("Over time")), ("goals", mark("Goals")), ("goals/new", mark("New goal…")),
            ("calendar", mark("Calendar")), ("dose", mark("Dose and response")),
        ),
    ),
    PageEntry(
        "balance", mark("Balance"), "scales", "balance.page.BalancePage", "Ctrl+5", "balance",
        mark("The bar of a girth is how much people of your build differ, the whisker how sure your tape is."),
        (("press/balance_print", mark("Print the balance")), ("press/strength_edit", mark("Lifts…"))),
    ),
    PageEntry(
        "plan", mark("Plan"), "barbell", "plan.page.PlanPage", "Ctrl+6", "plan",
        mark("Stand on a cell and type: 3x8-12 @2 RIR means three sets of 8 to 12 reps with two left in reserve."),
        (
            ("new", mark("New plan…")), ("press/plan_print", mark("Print the plan")),
            ("press/exercise_new", mark("New exercise…")),
        ),
    ),
    PageEntry(
        "train", mark("Train"), "clipboard-text", "train.page.TrainPage", "Ctrl+7", "train",
        mark("In a session Enter takes a set as it stands in grey; type only what was different."),
        (("free", mark("Start a free session")), ("press/train_plates_action", mark("Own plates and bars…"))),
    ),
    PageEntry(
        "food", mark("Food"), "fork-knife", "food.page.FoodPage", "Ctrl+8", "food",
        mark("Fill in what you know: every field may stay empty."),
        (("press/food_item_new", mark("New quick item")),),
    ),
    PageEntry(
        "people", mark("People"), "users", "people.PeoplePage", "Ctrl+9", "people",
        mark("Everybody who uses this computer can have a history of their own here."),
        (
            ("press/add_person", mark("Add a person")), ("press/limb_lengths", mark("Limb lengths…")),
            ("focus/delete_person", mark("Delete this person")),
        ),
    ),
    PageEntry(
        "data", mark("Your data"), "database", "data.page.DataPage", "Ctrl+.", "data",
        mark("Copies are made by themselves; one on a stick is still there if this computer is lost or breaks."),
        (
            ("press/copy_now", mark("Make a copy now")), ("elsewhere", mark("Take a copy elsewhere…")),
            ("restore", mark("Restore…")), ("press/copy_restore_file", mark("Restore from a file…")),
            ("press/data_show_folder", mark("Show the folder")),
        ),
    ),
    PageEntry(
        "settings", mark("Settings"), "gear", "settings.SettingsPage", "Ctrl+,", "settings", "",
        (
            ("focus/theme_system", mark("Colours")), ("focus/text_percent_100", mark("Text size")),
            ("focus/language_system", mark("Language")), ("press/show_hints", mark("Show hints again")),
            ("focus/site_list", mark("What you measure")), ("focus/own_site_name", mark("A girth of your own")),
            ("focus/remind_check_in", mark("Reminders")), ("focus/start_at_login", mark("Start at login, minimised")),
        ),
    ),
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

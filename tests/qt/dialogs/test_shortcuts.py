"""The overview of keys: it lists what the commands say, page by page, and the help names no key that there is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QTreeWidget

from legwork.paths import resources_dir
from legwork.qt.core import dialog_keys, language
from legwork.qt.core.commands import commands_in
from legwork.qt.dialogs.shortcuts import ShortcutsDialog
from legwork.qt.page_list import PAGES
from legwork.qt.printing.keys_sheet import keys_document
from legwork.qt.printing.paper import Orientation, Paper
from legwork.qt.printing.sheets import lay_out
from legwork.services.settings import LANGUAGE, TEXT_PERCENT, ChangeSetting
from page_views import all_dialogs
from program_driver import Desk
from tab_walk import way_round


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    language.speak()


def overview(desk: Desk, *, whole: bool = True) -> ShortcutsDialog:
    """Open it by its keys."""
    desk.press(Qt.Key.Key_Question, Qt.KeyboardModifier.ControlModifier)
    found = desk.window.findChild(ShortcutsDialog)
    assert found is not None and found.isVisible()
    if whole:
        desk.qtbot.waitUntil(lambda: not found.busy, timeout=30_000)
    return found


def shown(dialog: ShortcutsDialog) -> dict[str, list[str]]:
    """What is seen: the groups with their lines."""
    found = dialog.findChild(QTreeWidget)
    assert found is not None
    groups = [found.topLevelItem(at) for at in range(found.topLevelItemCount())]
    return {
        one.text(0): [one.child(at).text(0) for at in range(one.childCount()) if not one.child(at).isHidden()]
        for one in groups
        if one is not None and not one.isHidden()
    }


def test_the_page_shown_stands_first_and_every_page_is_there(sample: Desk) -> None:
    sample.go("food")
    groups = overview(sample).groups()
    titles = list(groups)
    assert titles[0] == "Food" and groups["Food"]["A day back"] == "Alt+Left"
    assert groups["Food"]["Add a quick item by its number"] == "Alt+1 to Alt+9"
    assert {"File", "Edit", "View", "Help", "In a session", "In the weeks of the plan", "In a chart"} <= set(titles)
    assert groups["Edit"]["Redo"] == "Ctrl+Shift+Z, Ctrl+Y"
    assert groups["In a session"]["Finish the session"] == "Ctrl+Enter"
    assert groups["View"]["Charts"] == "Ctrl+4"
    assert sample.window.current_page().name == "food", "the pages that were built for it are not shown"


def test_tab_goes_from_the_search_to_the_list_and_on_and_round(sample: Desk) -> None:
    dialog = overview(sample)
    assert QApplication.focusWidget() is dialog.field
    stops = [one.widget.objectName() for one in way_round(sample, dialog, dialog.field)]
    assert stops == ["shortcuts_search", "shortcuts_list", "shortcuts_print", "shortcuts_close"]
    sample.press(Qt.Key.Key_Tab)
    sample.press(Qt.Key.Key_Down)
    row = dialog.list.currentItem()
    assert row is not None and row.text(0), "the arrows lead through the rows"


def test_it_opens_before_the_other_pages_are_built(sample: Desk) -> None:
    sample.go("history")
    dialog = overview(sample, whole=False)
    assert dialog.busy and not dialog.print_button.isEnabled()
    assert next(iter(shown(dialog))) == "History" and "File" in shown(dialog)
    dialog.close()
    sample.settle()


def test_it_is_searched_by_what_is_done_by_key_and_by_place(sample: Desk) -> None:
    dialog = overview(sample)
    dialog.field.setText("duplicate")
    assert shown(dialog) == {"In the weeks of the plan": ["Duplicate the week"]}
    dialog.field.setText("f11")
    assert shown(dialog) == {}
    dialog.field.setText("ctrl k")
    assert shown(dialog)["Edit"] == ["Search…"]
    dialog.field.setText("goals remo")
    assert shown(dialog) == {"In the list of goals": ["Remove the goal"]}


def test_escape_closes_it_and_the_focus_is_where_it_was(sample: Desk) -> None:
    sample.go("measure")
    sample.reading("waist").setFocus()
    dialog = overview(sample)
    dialog.activateWindow()
    sample.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    sample.settle()
    assert sample.window.findChild(ShortcutsDialog) is None
    assert QApplication.focusWidget() is sample.reading("waist")


def test_it_is_printed_whole(sample: Desk) -> None:
    dialog = overview(sample)
    groups = dialog.groups()
    document = keys_document(groups)
    words = " ".join(sheet.words for sheet in lay_out(document, Paper.A4.lying(Orientation.PORTRAIT)))
    for title, rows in groups.items():
        assert title in words
        for text, keys in rows.items():
            assert text in words and keys in words


def all_keys(desk: Desk) -> set[str]:
    """Each key of the overview, as QKeySequence writes it."""
    found = {key for rows in overview(desk).keys.values() for keys in rows.values() for key in keys}
    return {QKeySequence(one).toString() for one in found}


NAMED = re.compile(r"(?:Ctrl|Alt)(?:\+(?:Shift|Alt))?\+(?:[A-Z0-9?.,](?![a-z])|[A-Z][a-z]+)")
ONE_OF = re.compile(r"((?:Ctrl|Alt)\+)(\d) to \1?(\d)")


def named_in(text: str) -> set[str]:
    """The keys with Ctrl or Alt that a text names; "Alt+1 to 9" and the like are all between."""
    found = {one.rstrip(".,") if not one.endswith(("+.", "+,")) else one for one in NAMED.findall(text)}
    for held, first, last in ONE_OF.findall(text):
        found |= {f"{held}{number}" for number in range(int(first), int(last) + 1)}
    return found


def test_the_help_names_only_keys_that_there_are(sample: Desk) -> None:
    there = all_keys(sample)
    unknown = []
    for file in sorted((resources_dir() / "help" / "en").glob("*.md")):
        named = named_in(file.read_text(encoding="utf-8"))
        unknown += [f"{file.name}: {one}" for one in sorted(named) if QKeySequence(one).toString() not in there]
    assert not unknown, "no command has these keys:\n" + "\n".join(unknown)


def test_the_help_leads_to_the_overview(sample: Desk) -> None:
    page = sample.go("help")
    page.open_for("keys")  # type: ignore[attr-defined]
    text = (resources_dir() / "help" / "en" / "51-keys.md").read_text(encoding="utf-8")
    for name in re.findall(r"\(command:([a-z_]+)\)", text):
        assert sample.window.findChild(QAction, f"action_{name}") is not None, f"no entry of a menu is called {name}"
    from PySide6.QtCore import QUrl

    page.text.anchorClicked.emit(QUrl("command:keys"))  # type: ignore[attr-defined]
    assert sample.window.findChild(ShortcutsDialog) is not None
    sample.settle()


def test_every_page_with_keys_is_named(sample: Desk) -> None:
    groups = overview(sample).groups()
    for one in PAGES:
        assert one.title in groups or one.title in groups["View"], f"{one.name} is not in the overview"


ANYWHERE = {"Undo", "Redo", "Copy the table", "Open the menu of the row", "Next"}
"""What pages and menus tell already, and what Enter does in any dialog."""


def test_the_keys_of_dialogs_are_listed_and_are_those_that_hold(sample: Desk) -> None:
    listed = overview(sample).keys
    told = {(one.text, key) for one in dialog_keys.IN_DIALOGS for key in one.keys}
    assert told <= {(text, key) for rows in listed.values() for text, keys in rows.items() for key in keys}
    offered = set()
    for _, dialog in all_dialogs(sample):
        offered |= {(one.whole, key) for one in commands_in(dialog, "", hidden=True) for key in one.keys}
    offered = {(text, key) for text, key in offered if text not in ANYWHERE}
    assert offered - told == set(), "not in the overview"
    elsewhere = {"While a cell of the plan is typed", "In the sets behind a number"}
    assert {
        (one.text, key) for one in dialog_keys.IN_DIALOGS for key in one.keys if one.part not in elsewhere
    } == offered


def test_no_line_is_cut_in_a_language_with_long_words(sample: Desk) -> None:
    sample.window.context.runner.apply(ChangeSetting(LANGUAGE, "de"))
    sample.window.context.runner.apply(ChangeSetting(TEXT_PERCENT, "150"))
    sample.window.resize(1000, 700)
    sample.settle()
    dialog = overview(sample)
    tree = dialog.list
    several_lines = 0
    for group in (tree.topLevelItem(at) for at in range(tree.topLevelItemCount())):
        assert group is not None
        for one in (group.child(at) for at in range(group.childCount())):
            for column in (0, 1):
                cell = tree.visualRect(tree.indexFromItem(one, column))
                wrap = QRect(0, 0, cell.width(), 0)
                needed = tree.fontMetrics().boundingRect(wrap, Qt.TextFlag.TextWordWrap, one.text(column))
                assert needed.width() <= cell.width() and needed.height() <= cell.height(), one.text(column)
                several_lines += needed.height() > 1.5 * tree.fontMetrics().height()
    assert several_lines, "some need two lines here"

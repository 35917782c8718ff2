"""The command search as somebody uses it who has both hands on the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from legwork.qt.dialogs import search_words
from legwork.qt.dialogs.about_exercise import AboutExerciseDialog
from legwork.qt.dialogs.command_search import MOST_RECENT, CommandSearch
from legwork.qt.dialogs.search_entries import at_once
from legwork.qt.page_list import PAGES
from legwork.services.help_topics import topics
from legwork.services.people import AddPerson
from program_driver import Desk, opened


def search(desk: Desk, typed: str = "") -> CommandSearch:
    """Open it by its keys and type."""
    desk.ctrl(Qt.Key.Key_K)
    shown = desk.child(CommandSearch, "command_search")
    desk.qtbot.waitUntil(lambda: not shown.busy)
    if typed:
        desk.write(typed)
    return shown


def rows(shown: CommandSearch) -> list[tuple[str, ...]]:
    found = shown.findChild(QTreeWidget)
    assert found is not None
    items = [found.topLevelItem(at) for at in range(found.topLevelItemCount())]
    return [tuple(one.text(column) for column in range(3)) for one in items if one is not None]


def row_now(shown: CommandSearch) -> str:
    found = shown.findChild(QTreeWidget)
    assert found is not None and found.currentItem() is not None
    return str(found.currentItem().text(0))


def test_a_page_is_found_and_shown(sample: Desk) -> None:
    shown = search(sample, "balan")
    assert rows(shown)[0] == ("Balance", "Page", "Ctrl+5")
    sample.press(Qt.Key.Key_Return)
    assert not shown.isVisible()
    assert sample.window.current_page().name == "balance"


def test_escape_gives_the_focus_back_with_what_was_typed(sample: Desk) -> None:
    sample.go("measure")
    field = sample.reading("waist")
    field.setFocus()
    field.setText("81")
    search(sample, "plan")
    sample.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is field and field.text() == "81"


def test_a_command_runs_with_its_keys_beside_it(sample: Desk) -> None:
    shown = search(sample, "rail fold")
    assert rows(shown) == [("Fold the rail", "View", "Ctrl+B")]
    wide = sample.window.rail.width()
    sample.press(Qt.Key.Key_Return)
    assert sample.window.rail.width() < wide


def test_a_command_of_the_page_means_what_has_the_focus(sample: Desk) -> None:
    page = sample.go("history")
    page.table.setFocus()  # type: ignore[attr-defined]
    page.table.selectRow(0)  # type: ignore[attr-defined]
    before = page.model.rowCount()  # type: ignore[attr-defined]
    search(sample, "delete check")
    sample.press(Qt.Key.Key_Return)
    sample.settle()
    assert page.model.rowCount() == before - 1  # type: ignore[attr-defined]
    assert sample.undo_action().text().startswith("Undo Delete")


def test_arrows_and_tab_choose_while_one_types_on(sample: Desk) -> None:
    shown = search(sample, "squ")
    names = [one[0] for one in rows(shown)]
    assert len(names) > 5 and names[0] == "Squat jump"
    sample.press(Qt.Key.Key_Down)
    sample.press(Qt.Key.Key_Tab)
    assert row_now(shown) == names[2]
    sample.press(Qt.Key.Key_Up)
    assert row_now(shown) == names[1]
    assert shown.field.hasFocus()
    sample.write("at goblet")
    assert "goblet" in row_now(shown).lower()


def test_tab_goes_round_among_the_rows_each_said_and_never_leaves(sample: Desk) -> None:
    shown = search(sample, "squ")
    names = [one[0] for one in rows(shown)]
    passed = []
    for _ in names:
        sample.press(Qt.Key.Key_Tab)
        passed.append(row_now(shown))
        assert shown.field.hasFocus()
        assert shown.field.accessibleDescription().startswith(f"{passed[-1]}, "), "said to a screen reader"
    assert passed[: len(names) - 1] == names[1:]
    last = names.index(passed[-1])
    sample.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert row_now(shown) == names[last - 1] and shown.field.hasFocus()


def test_an_exercise_is_told_about_in_the_plan(sample: Desk) -> None:
    search(sample, "goblet")
    sample.press(Qt.Key.Key_Return)
    sample.settle()
    assert sample.window.current_page().name == "plan"
    assert sample.page.desk.exercises.rows.key == "goblet_squat"  # type: ignore[attr-defined]


def test_help_is_found_by_its_headings(sample: Desk) -> None:
    shown = search(sample, "tape's error")
    assert ("The tape's error (What the numbers mean)", "Help", "") in rows(shown)
    sample.press(Qt.Key.Key_Return)
    sample.settle()
    assert sample.window.current_page().name == "help"


def test_a_site_leads_to_its_field(sample: Desk) -> None:
    search(sample, "calf left")
    sample.press(Qt.Key.Key_Return)
    sample.settle()
    assert sample.has_focus("reading_calf:left")


def test_a_setting_leads_to_its_row(sample: Desk) -> None:
    search(sample, "text size")
    sample.press(Qt.Key.Key_Return)
    sample.settle()
    assert sample.has_focus("text_percent_100")


def test_another_person_is_turned_to(desk: Desk) -> None:
    desk.context.runner.apply(AddPerson("Berta"))
    desk.settle()
    search(desk, "berta")
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.person.name == "Berta"


def test_what_was_chosen_lately_stands_first_and_outlasts_the_window(qtbot: QtBot, folder: Path) -> None:
    for number in range(2):
        with opened(qtbot, folder) as desk:
            desk.program.session.open(desk.program.paths.sample, sample=True)
            desk.settle()
            shown = search(desk)
            if number:
                assert [one[0] for one in rows(shown)[:2]] == ["Balance", "Food"]
                desk.press(Qt.Key.Key_Escape)
                continue
            for page in ("food", "balance"):
                if not shown.isVisible():
                    search(desk)
                desk.write(page)
                desk.press(Qt.Key.Key_Return)
                desk.settle()


def test_no_more_than_a_few_are_remembered(sample: Desk) -> None:
    for one in PAGES:
        search(sample, one.title)
        sample.press(Qt.Key.Key_Return)
        sample.settle()
    kept = sample.context.view.text(f"found/{sample.person.uid}").split("\n")
    assert len(kept) == MOST_RECENT and kept[0] == f"go/{PAGES[-1].name}"


def test_a_click_runs_and_a_click_elsewhere_closes(sample: Desk) -> None:
    shown = search(sample, "settings")
    found = shown.list
    place = found.visualItemRect(found.topLevelItem(0)).center()
    sample.qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sample.window.current_page().name == "settings"
    shown = search(sample)
    sample.click("own_site_name")
    assert not shown.isVisible() and sample.has_focus("own_site_name")


def test_what_is_not_there_is_said_and_enter_does_nothing(sample: Desk) -> None:
    shown = search(sample, "xyzzy")
    assert rows(shown) == [] and shown.told.text().startswith("Nothing is found")
    sample.press(Qt.Key.Key_Return)
    assert shown.isVisible()


def test_the_page_keeps_still_while_one_types(sample: Desk) -> None:
    page = sample.go("measure")
    day = page.day  # type: ignore[attr-defined]
    search(sample, "a")
    sample.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.day == day  # type: ignore[attr-defined]


def test_a_screen_reader_is_told_the_row_and_the_count(sample: Desk) -> None:
    shown = search(sample, "balance")
    assert shown.field.accessibleName() and shown.list.accessibleName()
    count = len(rows(shown))
    assert shown.field.accessibleDescription() == f"Balance, Page, 1 of {count}"
    sample.press(Qt.Key.Key_Down)
    assert shown.field.accessibleDescription().endswith(f", 2 of {count}")


def test_it_lies_inside_a_small_window_and_follows_its_size(sample: Desk) -> None:
    sample.window.resize(1000, 700)
    shown = search(sample)
    assert sample.window.rect().contains(shown.geometry())
    sample.window.resize(700, 520)
    sample.settle()
    assert sample.window.rect().contains(shown.geometry())


def test_without_a_person_it_offers_what_there_is(qtbot: QtBot, folder: Path) -> None:
    with opened(qtbot, folder) as desk:
        desk.window.setFocus()
        shown = search(desk, "balance")
        assert not [one for one in rows(shown) if one[1] == "Page"]
        shown.field.setText("progress report")
        assert not [one for one in rows(shown) if one[1] == "File"], "it is about a person"
        desk.press(Qt.Key.Key_Escape)
        search(desk, "your data")
        desk.press(Qt.Key.Key_Return)
        assert desk.window.current_page().name == "data"


@pytest.mark.parametrize("entry", [one for one in PAGES if one.wishes], ids=lambda one: one.name)
def test_each_wish_names_something_of_its_page(sample: Desk, entry: object) -> None:
    page = sample.go(entry.name)  # type: ignore[attr-defined]
    assert isinstance(page, QWidget)
    for wish, _text in entry.wishes:  # type: ignore[attr-defined]
        how, _, name = wish.partition("/")
        found = page.findChild(QWidget, name) or page.findChild(QAction, name)
        if how == "press":
            assert isinstance(found, QAbstractButton | QAction), f"{name} cannot be pressed"
        elif how == "focus":
            assert isinstance(found, QWidget), f"{name} is not there"


def test_the_field_is_where_one_types(sample: Desk) -> None:
    shown = search(sample, "plan")
    sample.ctrl(Qt.Key.Key_K)
    assert isinstance(QApplication.focusWidget(), QLineEdit) and shown.field.text() == ""


@pytest.mark.parametrize(
    ("page", "typed", "found"),
    [("plan", "print", "Print the plan"), ("balance", "print", "Print the balance"), ("people", "add", "Add a person")],
)
def test_what_a_button_and_a_key_do_alike_is_found_once(sample: Desk, page: str, typed: str, found: str) -> None:
    sample.go(page)
    texts = [row[0] for row in rows(search(sample, typed))]
    assert texts.count(found) == 1 and "Print…" not in texts


def test_without_a_plan_an_exercise_is_told_about_too(desk: Desk) -> None:
    search(desk, "goblet")
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    dialog = desk.window.findChild(AboutExerciseDialog)
    assert dialog is not None and dialog.isVisible() and not dialog.isModal()
    assert dialog.details.name.text() == "Goblet squat"
    assert not dialog.details.add.isVisible(), "there is no plan to add it to"
    dialog.details.other_asked.emit("squat")
    assert dialog.details.name.text() == "Back squat"
    desk.child(QPushButton, "about_exercise_close", dialog).click()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("contrast", "Colours"), ("dark", "Colours"), ("zoom", "Text size"), ("backup", "Your data"),
        ("shortcuts", "Keys"), ("units", "People"), ("calories", "Food"), ("Hevy", "Import…"),
        ("usb", "Take a copy elsewhere…"),
    ],
)  # fmt: skip
def test_things_are_found_by_what_other_programs_call_them(sample: Desk, typed: str, found: str) -> None:
    assert found in [row[0] for row in rows(search(sample, typed))][:3]


@pytest.mark.parametrize(
    ("typed", "first", "help_of"),
    [
        ("delete everything", "Delete this person", "Deleting data (Your data)"),
        ("delete my data", "Delete this person", "Deleting data (Your data)"),
        ("delete person", "Delete this person", "Deleting data (Your data)"),
        ("erase", "Delete this person", "Deleting data (Your data)"),
        ("uninstall", "Show the folder", "Deleting data (Your data)"),
        ("crash", "Log…", "If the data is ever found damaged (Your data)"),
        ("lost data", "Restore…", "Restoring one (Your data)"),
        ("export", "Export…", "Taking data out (Your data)"),
        ("backup", "Your data", "Copies (Your data)"),
    ],
)  # fmt: skip
def test_in_need_the_way_out_is_found_from_any_page_and_the_help_after_it(
    desk: Desk, typed: str, first: str, help_of: str
) -> None:
    """No page but the first one was built."""
    shown = search(desk, typed)
    found = rows(shown)
    assert found[0][0] == first
    assert (help_of, "Help") in [row[:2] for row in found]


def test_deleting_somebody_is_shown_and_not_done_by_the_search(desk: Desk) -> None:
    search(desk, "delete person")
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.child(QPushButton, "delete_person").hasFocus()
    assert [one.name for one in desk.context.people] == ["Alex"]


def test_other_words_of_the_help_are_those_of_parts_that_there_are() -> None:
    there = {f"{topic.name}#{section.anchor}" for topic in topics() for section in topic.sections}
    assert set(search_words.HELP_WORDS) <= there


def test_other_words_are_those_of_things_that_there_are(sample: Desk) -> None:
    there = at_once(sample.window, sample.context, PAGES, sample.window.show_page, "today")
    assert {one.key for one in there if one.more} == set(search_words.WORDS)

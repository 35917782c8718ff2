"""Commands on widgets: they run by their keys, are found where they hold, and no key has two meanings on any page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from legwork import i18n
from legwork.qt.core import commands, language
from legwork.qt.core.commands import (
    PAGE_LETTERS,
    commands_in,
    commands_of,
    is_told,
    name_part,
    offer,
    offer_numbers,
    tell,
    with_letters,
)
from legwork.qt.page_list import PAGES
from page_views import all_dialogs
from program_driver import Desk


@pytest.fixture
def sample(sample: Desk) -> Iterator[Desk]:
    yield sample
    language.speak()  # a test may have chosen another one


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    """A window with two fields, each in a part of its own."""
    window = QWidget()
    qtbot.addWidget(window)
    for name in ("left", "right"):
        part = QWidget(window)
        part.setObjectName(name)
        QLineEdit(part)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def part(form: QWidget, name: str) -> QWidget:
    found = form.findChild(QWidget, name)
    assert found is not None
    return found


def field(form: QWidget, name: str) -> QLineEdit:
    found = part(form, name).findChild(QLineEdit)
    assert found is not None
    return found


def test_keys_run_a_command_where_the_focus_is_inside(form: QWidget, qtbot: QtBot) -> None:
    ran = []

    def run(what: str = "left") -> None:
        ran.append(what)

    offer(part(form, "left"), "go", "Go on", "Ctrl+G", run)
    field(form, "right").setFocus()
    qtbot.keyClick(field(form, "right"), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert ran == []
    field(form, "left").setFocus()
    qtbot.keyClick(field(form, "left"), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert ran == ["left"], "the action's own checked state got into the default"


def test_a_command_of_the_window_runs_from_everywhere_until_it_is_hidden(form: QWidget, qtbot: QtBot) -> None:
    ran = []
    offer(part(form, "left"), "go", "Go on", ("Ctrl+G", "F7"), lambda: ran.append(1), window=True)
    field(form, "right").setFocus()
    qtbot.keyClick(field(form, "right"), Qt.Key.Key_F7)
    assert ran == [1]
    part(form, "left").hide()
    qtbot.keyClick(field(form, "right"), Qt.Key.Key_F7)
    assert ran == [1]


def test_commands_are_listed_with_keys_and_part(form: QWidget) -> None:
    left = part(form, "left")
    name_part(left, "On the left")
    offer(left, "go", "Go on", ("Ctrl+G", "F7"), lambda: None)
    offer_numbers(form, "pick", "Pick {number}", "Pick by number", "Alt+{number}", lambda _number: None, range(1, 3))
    tell(field(form, "left"), ("Up", "Down"), "From line to line")
    found = [(one.group, one.text, one.whole, one.keys, one.runs) for one in commands_in(form, "Form")]
    assert sorted(found) == [
        ("Form", "Pick 1", "Pick by number", ("Alt+1",), True),
        ("Form", "Pick 2", "Pick by number", ("Alt+2",), True),
        ("On the left", "From line to line", "From line to line", ("Up", "Down"), False),
        ("On the left", "Go on", "Go on", ("Ctrl+G", "F7"), True),
    ]
    left.hide()
    assert {one.group for one in commands_in(form, "Form")} == {"Form"}
    assert {one.group for one in commands_in(form, "Form", hidden=True)} == {"Form", "On the left"}


def test_what_is_only_told_takes_no_key(form: QWidget, qtbot: QtBot) -> None:
    tell(part(form, "left"), "A", "Says what A does")
    field(form, "left").setFocus()
    qtbot.keyClicks(field(form, "left"), "a")
    assert field(form, "left").text() == "a"


def test_titles_of_menus_keep_off_the_letters_of_pages() -> None:
    assert with_letters(("&File", "&Edit", "&View", "&Help")) == ["&File", "&Edit", "&View", "&Help"]
    assert with_letters(("&Datei", "&Ansicht", "&Fenster", "&Hilfe")) == ["Da&tei", "Ans&icht", "&Fenster", "&Hilfe"]
    assert with_letters(("&Arquivo", "&Editar", "E&xibir", "&Ajuda")) == ["Arqu&ivo", "&Editar", "E&xibir", "Aj&uda"]
    assert with_letters(("&Daca", "&Ñandú")) == ["Daca", "&Ñandú"], "none is free; F10 still opens the menus"


def test_the_page_shown_and_the_menus_offer_what_holds_now(sample: Desk) -> None:
    sample.go("history")
    found = {one.text: one for one in commands_of(sample.window)}
    assert found["Delete the selected check-ins"].keys == ("Shift+Del",)
    assert found["Fold the rail"].group == "View" and found["Import…"].keys == ("Ctrl+I",)
    sample.go("food")
    found = {one.text: one for one in commands_of(sample.window)}
    assert "Delete the selected check-ins" not in found
    assert found["A day back"].keys == ("Alt+Left",)


def all_commands(desk: Desk) -> Iterator[tuple[str, list[commands.Command]]]:
    """What each page offers in each of its states, with the menus."""
    for page in (one.name for one in PAGES):
        desk.go(page)
        yield page, commands_of(desk.window)
        if page == "charts":
            for view in ("goals", "calendar", "dose"):
                desk.page.show_view(view)  # type: ignore[attr-defined]
                desk.settle()
                yield f"{page}, {view}", commands_of(desk.window)
        if page == "plan":
            desk.page.bar.session_button.click()  # type: ignore[attr-defined]
            desk.settle()
            yield "plan, a session", commands_of(desk.window)
        if page == "train":
            desk.page.open_for("free")  # type: ignore[attr-defined]
            desk.settle()
            yield "train, a session", commands_of(desk.window)


def clashes(found: list[commands.Command]) -> list[str]:
    """Keys with two meanings in one place: on a widget and on one around it, or in the whole window."""
    lines = []
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            held = {QKeySequence(key).toString() for key in one.keys}
            both = held & {QKeySequence(key).toString() for key in other.keys}
            if both and one.text != other.text and _together(one, other):
                lines.append(f"{', '.join(both)}: {one.text!r} and {other.text!r}")
    return lines


def _together(one: commands.Command, other: commands.Command) -> bool:
    if is_told(one.action) and is_told(other.action):
        return one.action.parent() is other.action.parent()
    return any(
        _reaches(first.action, second.action)
        for first, second in ((one, other), (other, one))
        if not is_told(first.action)
    )


def _reaches(action: QAction, other: QAction) -> bool:
    """Whether the keys of an action hold where another one does."""
    around, inside = action.parent(), other.parent()
    assert isinstance(around, QWidget) and isinstance(inside, QWidget)
    everywhere = action.shortcutContext() == Qt.ShortcutContext.WindowShortcut
    return everywhere or around is inside or around.isAncestorOf(inside)


def test_no_key_means_two_things_on_any_page_or_in_any_dialog(sample: Desk) -> None:
    lines = [f"{page}: {line}" for page, found in all_commands(sample) for line in clashes(found)]
    for name, dialog in all_dialogs(sample):
        lines += [f"{name}: {line}" for line in clashes(commands_in(dialog, name))]
    assert not lines, "a key with two meanings:\n" + "\n".join(lines)


def test_each_command_says_what_it_does_and_has_a_name(sample: Desk) -> None:
    for page, found in all_commands(sample):
        for one in found:
            assert len(one.text) > 2, f"{page}: {one.keys} says {one.text!r}"
            assert one.action.objectName(), f"{page}: {one.text} has no name"


@pytest.mark.parametrize("spoken", i18n.LANGUAGES)
def test_letters_of_menus_and_pages_never_meet(sample: Desk, spoken: str) -> None:
    sample.go("settings")
    sample.click(f"language_{spoken}")
    sample.settle()
    titles = [one.text() for one in sample.window.menuBar().actions()]
    letters = [title[title.index("&") + 1].upper() for title in titles if "&" in title]
    assert len(letters) == len(set(letters)) == len(titles), titles
    assert not PAGE_LETTERS & set(letters), titles
    used = set()
    for _page, found in all_commands(sample):
        for one in found:
            used |= {key[-1] for key in one.keys if key.startswith("Alt+") and len(key) == 5 and key[-1].isalpha()}
    assert used <= PAGE_LETTERS, "add them to commands.PAGE_LETTERS, that menus keep off them"

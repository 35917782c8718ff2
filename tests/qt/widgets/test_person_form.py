"""The facts about a person: what is understood, what is refused, and that each change is told once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from legwork.domain.sites import DEFAULT_TRACKED
from legwork.domain.units import UnitSystem
from legwork.paths import resources_dir
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.person_form import PersonForm
from legwork.services.people import Person
from program_driver import ALEX, IMPERIAL


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication) -> Iterator[PersonForm]:
    theme = ThemeManager(resources_dir() / "themes")
    theme.apply("light")
    form = PersonForm(theme)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    yield form
    qapp.setStyleSheet("")


@pytest.fixture
def alex() -> Person:
    return Person(1, "a" * 32, "Alex", "male", ALEX.birth_date, ALEX.stature, UnitSystem.METRIC, 2, DEFAULT_TRACKED, ())


def write(qtbot: QtBot, field: QLineEdit, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, key)


def choose(qtbot: QtBot, box: QComboBox, text: str) -> None:
    box.setFocus()
    for _ in range(box.count()):
        if box.currentText() == text:
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)
    box.setCurrentIndex(0)
    while box.currentText() != text:
        qtbot.keyClick(box, Qt.Key.Key_Down)


def told(form: PersonForm) -> str:
    """The sentences in red."""
    shown = [one for one in form.findChildren(QLabel) if one.isVisible() and one.property("role") == "error"]
    return " ".join(one.text() for one in shown)


def test_a_whole_person_typed_in_makes_the_edit(qtbot: QtBot, form: PersonForm) -> None:
    write(qtbot, form.name, "  Kim  Lee ")
    choose(qtbot, form.sex, "Female")
    write(qtbot, form.birth_date, "14 May 1994")
    write(qtbot, form.stature, "5'11\"")
    choose(qtbot, form.units, "Inches and pounds")
    choose(qtbot, form.weekday, "Sunday")
    edit = form.edit()
    assert edit is not None
    assert (edit.name.split(), edit.sex, edit.birth_date) == (["Kim", "Lee"], "female", date(1994, 5, 14))
    assert edit.stature is not None and edit.stature.value == pytest.approx(180.34)
    assert (edit.units, edit.check_in_weekday) == (IMPERIAL, 6)


def test_only_the_name_is_needed(qtbot: QtBot, form: PersonForm) -> None:
    write(qtbot, form.name, "Kim")
    choose(qtbot, form.sex, "Neither: no reference data")
    edit = form.edit()
    assert edit is not None
    assert (edit.name, edit.sex, edit.birth_date, edit.stature) == ("Kim", None, None, None)
    assert edit.check_in_weekday == date.today().weekday(), "today is as good a day as any"


@pytest.mark.parametrize(
    ("field", "typed", "part"),
    [
        ("name", "   ", "Type a name"),
        ("birth_date", "yesterday", "not a date"),
        ("birth_date", "1994-13-40", "not a date"),
        ("stature", "tall", "not a height"),
        ("stature", "18", "A height from 100 cm to 230 cm"),
    ],
)
def test_each_refusal_is_said_at_its_field_and_goes_when_mended(
    qtbot: QtBot, form: PersonForm, field: str, typed: str, part: str
) -> None:
    write(qtbot, form.name, "Kim")
    write(qtbot, getattr(form, field), typed)
    assert form.edit() is None
    assert part in told(form)
    assert getattr(form, field).property("state") == "error"
    write(qtbot, getattr(form, field), {"name": "Kim", "birth_date": "1994-05-14", "stature": "180"}[field])
    assert form.edit() is not None
    assert told(form) == ""


@pytest.mark.parametrize("days", [1, 400])
def test_a_birth_date_in_the_future_is_refused_as_a_birth_date(qtbot: QtBot, form: PersonForm, days: int) -> None:
    write(qtbot, form.name, "Kim")
    write(qtbot, form.birth_date, (date.today() + timedelta(days=days)).isoformat())
    assert form.edit() is None
    assert told(form)
    assert "check-in" not in told(form).casefold(), "nobody asked about a check-in here"


def test_all_refusals_at_once(qtbot: QtBot, form: PersonForm) -> None:
    write(qtbot, form.birth_date, "x")
    write(qtbot, form.stature, "y")
    assert form.edit() is None
    assert all(part in told(form) for part in ("Type a name", "not a date", "not a height"))


def test_showing_somebody_tells_of_no_change(qtbot: QtBot, form: PersonForm, alex: Person) -> None:
    heard: list[object] = []
    form.changed.connect(lambda *change: heard.append(change))
    form.show_person(alex)
    assert (form.name.text(), form.birth_date.text(), form.stature.text()) == ("Alex", "14 May 1990", "180")
    assert (form.sex.currentText(), form.weekday.currentText()) == ("Male", "Wednesday")
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget() or form, Qt.Key.Key_Tab)
    assert heard == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_each_change_is_told_once(qtbot: QtBot, form: PersonForm, alex: Person, key: Qt.Key) -> None:
    heard: list[tuple[str, object]] = []
    form.changed.connect(lambda field, value: heard.append((field, value)))
    form.show_person(alex)
    write(qtbot, form.name, "Sandy", key)
    assert heard == [("name", "Sandy")]
    write(qtbot, form.stature, "1,81 m", key)
    assert heard[1][0] == "stature" and heard[1][1].value == 181.0  # type: ignore[attr-defined]
    choose(qtbot, form.weekday, "Thursday")
    assert heard[2:] == [("check_in_weekday", 3)]


def test_a_refused_change_is_not_told(qtbot: QtBot, form: PersonForm, alex: Person) -> None:
    heard: list[object] = []
    form.changed.connect(lambda *change: heard.append(change))
    form.show_person(alex)
    write(qtbot, form.stature, "tall")
    assert heard == []
    assert "not a height" in told(form)


def test_a_stature_in_the_other_unit_is_shown_as_it_was_typed(qtbot: QtBot, form: PersonForm, alex: Person) -> None:
    from dataclasses import replace

    from legwork.domain import units

    form.show_person(replace(alex, stature=units.parse_stature("5'11\"", UnitSystem.METRIC)))
    heard: list[object] = []
    form.changed.connect(lambda *change: heard.append(change))
    shown = form.stature.text()
    assert units.parse_stature(shown, UnitSystem.METRIC).value == pytest.approx(180.34)
    write(qtbot, form.stature, shown)
    assert told(form) == ""
    assert heard == [], "the same text again is no change"


def test_everything_is_named_for_a_screen_reader(form: PersonForm) -> None:
    for field in (form.name, form.birth_date, form.stature, form.sex, form.units, form.weekday):
        assert isinstance(field, QWidget) and field.objectName() and field.accessibleName()

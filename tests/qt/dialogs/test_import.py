"""A file on its way in: dropped on the window, shown before anything is written, taken in as one step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QTabWidget,
    QTreeView,
    QWidget,
)

from health_files import MFP_BODY, MFP_FOOD, zipped
from legwork.services import check_ins, documents
from legwork.services.choices import SetChoices
from legwork.services.food import food_days
from program_driver import Desk, answering

HEVY = (
    b"date,weight_kg,fat_percent,neck_in,left_thigh_in,right_thigh_in,abdomen_in\n"
    b'"14 Jan 2025, 00:00",82.1,,15.5,21.5,21.7,33\n"21 Jan 2025, 00:00",82.4,18,15.5,21.6,21.6,33\n'
    b'"28 Jan 2025, 00:00",0,,15.6,121.6,21.8,33\n"soon",80,,,,,\n'
)
FIRST = date(2025, 1, 14)


@pytest.fixture
def hevy(tmp_path: Path) -> Path:
    file = tmp_path / "measurement_data.csv"
    file.write_bytes(HEVY)
    return file


def drop(desk: Desk, *files: Path) -> bool:
    """Drag files over the window and let go; whether the window wanted them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    rest = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(desk.window.rect().center(), Qt.DropAction.CopyAction, mime, *rest)
    QApplication.sendEvent(desk.window, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(QPointF(desk.window.rect().center()), Qt.DropAction.CopyAction, mime, *rest)
    QApplication.sendEvent(desk.window, let_go)
    return let_go.isAccepted()


def part(dialog: QDialog, kind: type[QWidget], name: str) -> QWidget:
    found = dialog.findChild(kind, name)
    assert found is not None
    return found


def counted(dialog: QDialog) -> None:
    """Wait until the preview knows what would happen."""
    while dialog.busy:  # type: ignore[attr-defined]
        QTest.qWait(5)


def accept(dialog: QDialog) -> None:
    part(dialog, QPushButton, "import_accept").click()  # type: ignore[attr-defined]


def summary(dialog: QDialog) -> str:
    counted(dialog)
    return part(dialog, QLabel, "import_summary").text()  # type: ignore[attr-defined, no-any-return]


def stored_days(desk: Desk) -> list[date]:
    return sorted(check_ins.check_in_days(desk.context.profile, desk.person.id).values())


def bring(desk: Desk, file: Path) -> None:
    with answering("import_preview", accept):
        assert drop(desk, file)
        desk.qtbot.waitUntil(lambda: desk.context.runner.stack.count() > 0)
    desk.settle()


def test_the_preview_counts_what_would_happen_and_writes_nothing(desk: Desk, hevy: Path) -> None:
    told: list[str] = []

    def look(dialog: QDialog) -> None:
        told.append(summary(dialog))
        told.extend(one.text() for one in dialog.findChildren(QLabel))
        part(dialog, QPushButton, "import_cancel").click()  # type: ignore[attr-defined]

    with answering("import_preview", look):
        drop(desk, hevy)
        desk.qtbot.waitUntil(lambda: bool(told))
    assert told[0] == "14 new readings, 3 new check-ins."
    assert "Hevy measurements for Alex" in told
    assert "3 days from 14 Jan 2025 to 28 Jan 2025" in told
    assert stored_days(desk) == []
    assert desk.context.runner.stack.count() == 0


def test_rows_that_are_not_taken_are_listed_with_their_reason(desk: Desk, hevy: Path) -> None:
    told: dict[str, dict[str, list[tuple[str, str]]]] = {}

    def look(dialog: QDialog) -> None:
        tabs = part(dialog, QTabWidget, "import_tabs")
        assert isinstance(tabs, QTabWidget)
        for place in filter(tabs.isTabVisible, (1, 2)):
            tabs.setCurrentIndex(place)
            tree = tabs.currentWidget().findChild(QTreeView)
            assert tree is not None and tree.isVisible()
            model = tree.model()
            told[tabs.tabText(place)] = {
                index.data(): [
                    (model.index(row, 0, index).data(), model.index(row, 1, index).data())
                    for row in range(model.rowCount(index))
                ]
                for index in (model.index(row, 0) for row in range(model.rowCount()))
            }
        dialog.reject()

    with answering("import_preview", look):
        drop(desk, hevy)
        desk.qtbot.waitUntil(lambda: bool(told))
    [skipped] = told.values()
    assert list(told) == ["Not taken · 3"], "and nothing is worth a look"
    assert {one for rows in skipped.values() for one in rows} == {
        ("weight_kg: 0", "4"), ("left_thigh_in: 121.6", "4"), ("soon, 80, , , , ,", "5"),
    }  # fmt: skip
    assert len(skipped) == 3 and all(skipped), "each under its reason"


def test_another_target_changes_what_is_imported(desk: Desk, hevy: Path) -> None:
    seen: list[str] = []

    def choose(dialog: QDialog) -> None:
        box = part(dialog, QComboBox, "target_abdomen_in")
        assert isinstance(box, QComboBox)
        seen.append(box.currentText())
        box.setFocus()
        while box.currentText() != "Waist":
            desk.qtbot.keyClick(box, Qt.Key.Key_Up)
        weight = part(dialog, QComboBox, "target_weight_kg")
        assert isinstance(weight, QComboBox)
        weight.setFocus()
        desk.qtbot.keyClick(weight, Qt.Key.Key_End)
        assert weight.currentText() == "Leave out"
        seen.append(summary(dialog))
        accept(dialog)

    with answering("import_preview", choose):
        drop(desk, hevy)
        desk.qtbot.waitUntil(lambda: desk.context.runner.stack.count() == 1)
    assert seen == ["A site of your own: Abdomen", "12 new readings, 3 new check-ins, 2 left out."]
    assert desk.stored("waist", FIRST) == ["33 in"]
    assert desk.stored("body_weight", FIRST) == []
    assert desk.person.own_sites == ()


def test_a_dropped_file_fills_the_history_in_one_step(desk: Desk, hevy: Path) -> None:
    bring(desk, hevy)
    assert stored_days(desk) == [FIRST, date(2025, 1, 21), date(2025, 1, 28)]
    assert desk.stored("neck", FIRST) == ["15.5 in"]
    assert desk.notice == "14 readings on 3 days brought in from measurement_data.csv."
    assert desk.undo_action().text() == "Undo Import measurement_data.csv"
    desk.undo()
    assert stored_days(desk) == []
    assert desk.person.own_sites == (), "the site that came with it goes with it"
    desk.redo()
    assert len(stored_days(desk)) == 3


def test_undo_stands_in_the_notice(desk: Desk, hevy: Path) -> None:
    bring(desk, hevy)
    desk.click("notice_action")
    assert stored_days(desk) == []


def test_the_same_file_again_changes_nothing_and_says_so(desk: Desk, hevy: Path) -> None:
    bring(desk, hevy)
    told: list[object] = []

    def look(dialog: QDialog) -> None:
        told.append(summary(dialog))
        told.append(part(dialog, QPushButton, "import_accept").isEnabled())
        dialog.reject()

    with answering("import_preview", look):
        drop(desk, hevy)
        desk.qtbot.waitUntil(lambda: bool(told))
    assert told == ["All of it is here already. Nothing would change.", False]
    assert desk.context.runner.stack.count() == 1


def test_what_was_typed_here_is_not_overwritten(desk: Desk, hevy: Path) -> None:
    desk.remember(FIRST, neck="41")
    bring(desk, hevy)
    assert desk.stored("neck", FIRST) == ["41 cm"]
    assert desk.stored("body_weight", FIRST) == ["82.1 kg"]


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("notes.txt", b"hello there\n", "does not know this kind of file"),
        ("empty.csv", b"", "This file is empty"),
        ("photo.jpg", bytes(range(256)) * 40, "."),
        ("book.xlsx", b"PK\x03\x04" + b"\0" * 100, "spreadsheet"),
        ("letter.txt", b"Dear Anna,\nhow are you?\nYours\n", "does not know"),
        ("half.json", b'{"format": "legwork", "people": [', "."),
    ],
)
def test_a_file_that_will_not_do_is_said_in_one_sentence(
    desk: Desk, tmp_path: Path, name: str, data: bytes, part: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    drop(desk, file)
    desk.qtbot.waitUntil(lambda: desk.notice.endswith(".") and not desk.notice.startswith("Reading"))
    assert part in desk.notice
    assert "Traceback" not in desk.notice and "Error" not in desk.notice
    assert stored_days(desk) == []


def test_a_sentence_stays_long_enough_to_be_read(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(b"hello there\n")
    drop(desk, file)
    desk.qtbot.waitUntil(lambda: "does not know" in desk.window.notices.text.text())
    for _ in range(20):
        desk.settle()
    assert "does not know" in desk.notice


def test_a_folder_or_a_missing_file_is_said_too(desk: Desk, tmp_path: Path) -> None:
    drop(desk, tmp_path)
    desk.qtbot.waitUntil(lambda: "is a folder" in desk.notice)
    drop(desk, tmp_path / "gone.csv")
    desk.qtbot.waitUntil(lambda: "cannot be read" in desk.notice)


def test_what_is_no_file_is_not_taken(desk: Desk) -> None:
    mime = QMimeData()
    mime.setText("82.5")
    event = QDragEnterEvent(
        desk.window.rect().center(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.setAccepted(False)
    QApplication.sendEvent(desk.window, event)
    assert not event.isAccepted()


def test_a_drop_lands_on_a_field_too(desk: Desk, hevy: Path) -> None:
    """The window is full of fields; each of them must let files through instead of typing their address."""
    desk.go("measure")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(hevy))])
    for target in (desk.reading("waist"), desk.page.note.viewport()):
        event = QDragEnterEvent(
            target.rect().center(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        event.setAccepted(False)
        if target.acceptDrops():
            target.event(event)
        assert not event.isAccepted(), f"{type(target).__name__} takes the file for text"


def test_an_export_comes_in_without_a_question_and_can_be_taken_back(desk: Desk, hevy: Path, tmp_path: Path) -> None:
    bring(desk, hevy)
    export = tmp_path / "legwork.json"
    documents.export_file(desk.context.profile, export)
    for _ in range(1):
        desk.undo()
    assert stored_days(desk) == []

    drop(desk, export)
    desk.qtbot.waitUntil(lambda: len(stored_days(desk)) == 3)
    desk.qtbot.waitUntil(lambda: desk.notice == "3 check-ins brought in from legwork.json.")
    desk.undo()
    assert stored_days(desk) == []


def test_the_same_export_again_changes_nothing_and_says_so(desk: Desk, hevy: Path, tmp_path: Path) -> None:
    bring(desk, hevy)
    export = tmp_path / "legwork.json"
    documents.export_file(desk.context.profile, export)

    drop(desk, export)
    desk.qtbot.waitUntil(lambda: "Nothing changed" in desk.notice)
    assert desk.context.runner.stack.count() == 1


def test_weights_without_a_unit_are_asked_about_and_read_again(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "Measurement-Summary.csv"
    file.write_text(MFP_BODY)
    told: list[str] = []

    def answer(dialog: QDialog) -> None:
        counted(dialog)
        told.extend((part(dialog, QLabel, "import_unit_why").text(), part(dialog, QLabel, "import_length_why").text()))  # type: ignore[attr-defined]
        button = part(dialog, QPushButton, "import_unit_kg")
        assert isinstance(button, QPushButton)
        told.append(str(part(dialog, QPushButton, "import_unit_lb").isChecked()))  # type: ignore[attr-defined]
        button.click()
        told.append(summary(dialog))
        counted(dialog)
        accept(dialog)

    with answering("import_preview", answer):
        drop(desk, file)
        desk.qtbot.waitUntil(lambda: desk.context.runner.stack.count() == 1)
    assert told[0].startswith("Pounds are likelier") and told[1].startswith("Inches are likelier")
    assert told[2:] == ["True", "5 new readings, 2 new check-ins."]
    assert desk.stored("body_weight", date(2026, 1, 5)) == ["175.0 kg"]
    assert desk.stored("waist", date(2026, 1, 5)) == ["33 in"]


def test_food_comes_in_and_energy_that_is_left_out_is_not_offered(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "Nutrition-Summary.csv"
    file.write_text(MFP_FOOD)
    desk.context.profile.apply(SetChoices(desk.person.id, (("food/energy_shown", ("no",)),), FIRST, "No energy"))
    boxes: dict[str, tuple[str, bool]] = {}

    def look(dialog: QDialog) -> None:
        for box in dialog.findChildren(QComboBox):
            boxes[box.objectName()] = (box.currentText(), box.isEnabled())
        accept(dialog)

    with answering("import_preview", look):
        drop(desk, file)
        desk.qtbot.waitUntil(lambda: desk.context.runner.stack.count() == 1)
    assert boxes["target_Calories"] == ("Leave out", False)
    assert boxes["target_Protein (g)"] == ("Food: Protein", True)
    found = food_days(desk.context.profile, desk.person.id, date(2026, 1, 5), date(2026, 1, 5))
    assert {one.value for one in found[date(2026, 1, 5)].amounts} == {"fat", "carbohydrate", "protein"}


def test_the_parts_of_a_file_are_gone_through_like_files(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "all.zip"
    file.write_bytes(zipped({"hevy.csv": HEVY, "Measurement-Summary.csv": MFP_BODY}))
    titles: list[str] = []

    def look() -> None:
        """Accept each preview once: the second one opens at any moment after the first."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.isVisible() and dialog.windowTitle() not in titles:
            titles.append(dialog.windowTitle())
            accept(dialog)

    timer = QTimer(interval=10, timeout=look)
    timer.start()
    drop(desk, file)
    desk.qtbot.waitUntil(lambda: desk.context.runner.stack.count() == 2)
    timer.stop()
    assert titles == [
        "Import all.zip › Hevy measurements (1 of 2)",
        "Import all.zip › MyFitnessPal (2 of 2)",
    ]
    desk.undo()
    assert stored_days(desk) == [FIRST, date(2025, 1, 21), date(2025, 1, 28)], "each is one step"

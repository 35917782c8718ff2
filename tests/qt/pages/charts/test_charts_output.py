"""What leaves the page: pictures of each kind, the shown data, the clipboard, and what is said when it cannot be."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QPushButton, QSpinBox

from charts_driver import DAYS, Charts
from program_driver import Desk, answering

Answer = Callable[[QDialog], object]


@pytest.fixture
def target(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | str], list[tuple[str, str]]]:
    """Lets the file dialog answer with a file; gives what it was asked: (suggestion, kinds)."""

    def choose(file: Path | str) -> list[tuple[str, str]]:
        asked: list[tuple[str, str]] = []

        def answer(_parent: object, _title: str, suggestion: str = "", kinds: str = "", *_: object) -> tuple[str, str]:
            asked.append((Path(suggestion).name, kinds))
            return str(file), kinds

        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        return asked

    return choose


def wanting(form: str, width: int = 800, height: int = 600) -> Answer:
    """Answers the dialog that asks for kind and size."""

    def answer(dialog: QDialog) -> None:
        box = dialog.findChild(QComboBox, "picture_form")
        box.setCurrentIndex(box.findData(form))
        dialog.findChild(QSpinBox, "picture_width").setValue(width)
        dialog.findChild(QSpinBox, "picture_height").setValue(height)
        dialog.findChild(QPushButton, "picture_save").click()

    return answer


def save_picture(charts: Charts, answer: Answer) -> None:
    with answering("save_picture_dialog", answer):
        charts.menu("chart_save", "Picture…")


def test_a_png_of_the_size_that_was_asked_for(charts: Charts, target: Callable, tmp_path: Path) -> None:
    asked = target(tmp_path / "legs.png")
    save_picture(charts, wanting("png", 640, 480))
    image = QImage(str(tmp_path / "legs.png"))
    assert (image.width(), image.height()) == (640, 480)
    assert charts.note() == f"Written to {tmp_path / 'legs.png'}."
    assert asked == [("legwork-charts.png", "Picture (*.png)")]


def test_an_svg_that_names_the_person_and_the_stretch(charts: Charts, target: Callable, tmp_path: Path) -> None:
    target(tmp_path / "legs.svg")
    save_picture(charts, wanting("svg"))
    root = ElementTree.fromstring((tmp_path / "legs.svg").read_bytes())
    words = " ".join("".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text"))
    assert words.startswith("Alex, ") and " to " in words
    assert "Upper thigh L" in words


def test_a_pdf_of_one_page(charts: Charts, target: Callable, tmp_path: Path) -> None:
    target(tmp_path / "legs.pdf")
    save_picture(charts, wanting("pdf"))
    data = (tmp_path / "legs.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert "Alex, ".encode("utf-16-be") in data


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_a_name_without_an_ending_gets_one(charts: Charts, target: Callable, tmp_path: Path, form: str) -> None:
    target(tmp_path / "legs")
    save_picture(charts, wanting(form))
    assert (tmp_path / f"legs.{form}").exists()


def test_a_dot_in_the_name_is_not_its_ending(charts: Charts, target: Callable, tmp_path: Path) -> None:
    target(tmp_path / "legs 2026.11")
    save_picture(charts, wanting("png"))
    assert [one.name for one in tmp_path.glob("legs*")] == ["legs 2026.11.png"]


def test_giving_up_writes_nothing_and_keeps_what_was_said(charts: Charts, target: Callable, tmp_path: Path) -> None:
    said = charts.note()
    asked = target("")
    save_picture(charts, lambda dialog: dialog.reject())
    assert asked == [], "no file is asked for then"
    save_picture(charts, wanting("png"))
    assert asked and list(tmp_path.glob("*.png")) == []
    assert charts.note() == said


@pytest.mark.parametrize("entry", ["Picture…", "Shown data as CSV…"])
@pytest.mark.parametrize("place", ["gone", "a_file"])
def test_a_folder_that_cannot_be_written_is_said(
    charts: Charts, target: Callable, tmp_path: Path, entry: str, place: str
) -> None:
    (tmp_path / "a_file").write_text("in the way")
    target(tmp_path / place / "legs.png")
    if entry == "Picture…":
        save_picture(charts, wanting("png"))
    else:
        charts.menu("chart_save", entry)
    assert "legs.png" in charts.note() and "Written" not in charts.note()
    assert charts.note().endswith("."), "a whole sentence"
    assert list(tmp_path.rglob("*.partial")) == []


def test_a_file_that_was_there_is_replaced_whole(charts: Charts, target: Callable, tmp_path: Path) -> None:
    file = tmp_path / "legs.csv"
    file.write_text("old " * 10000)
    target(file)
    charts.menu("chart_save", "Shown data as CSV…")
    assert file.read_bytes().startswith(b"\xef\xbb\xbfday,measure")
    assert b"old" not in file.read_bytes()
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["legs.csv"], "no half file stays behind"


def test_nothing_is_written_among_the_programs_own_files(charts: Charts, target: Callable, folder: Path) -> None:
    target(folder / "legs.csv")
    charts.menu("chart_save", "Shown data as CSV…")
    assert charts.note() == "legs.csv would lie among the program's own files: choose another folder."
    assert not (folder / "legs.csv").exists()


def rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))


def saved(charts: Charts, target: Callable, file: Path) -> list[dict[str, str]]:
    target(file)
    charts.menu("chart_save", "Shown data as CSV…")
    return rows(file)


def test_the_file_has_every_point_in_the_window(charts: Charts, target: Callable, tmp_path: Path) -> None:
    charts.tick("Calf")
    charts.click("range_all")
    found = saved(charts, target, tmp_path / "all.csv")
    assert len(found) == 12
    first = next(one for one in found if one["measure"] == "Calf" and one["side"] == "right")
    assert (first["day"], first["value"], first["unit"]) == (DAYS[0].isoformat(), "37.2", "cm")
    assert float(first["error"]) > 0 and float(first["trend_low"]) < float(first["trend"]) < float(first["trend_high"])
    charts.click("range_3m")
    assert len(saved(charts, target, tmp_path / "few.csv")) == 6


def test_the_file_has_what_is_shown_as_it_is_shown(charts: Charts, target: Callable, tmp_path: Path) -> None:
    charts.tick("Calf")
    charts.click("range_all")
    charts.choose("chart_scaling", "Change in % since")
    charts.choose("chart_sides", "Left only")
    found = saved(charts, target, tmp_path / "change.csv")
    assert {one["unit"] for one in found} == {"%"} and {one["side"] for one in found} == {"left"}


def test_averages_have_their_trend_in_the_file_too(weekly: Charts, target: Callable, tmp_path: Path) -> None:
    weekly.click("range_all")
    weekly.choose("chart_bucket", "Monthly averages")
    found = saved(weekly, target, tmp_path / "months.csv")
    assert found and all(one["trend"] for one in found)


def test_a_picture_goes_to_the_clipboard(charts: Charts) -> None:
    charts.menu("chart_save", "Copy picture")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (1600, 900)
    assert len({image.pixelColor(x, y).name() for x in range(0, 1600, 7) for y in range(0, 900, 7)}) > 5
    assert charts.note() == "The picture is on the clipboard."


def test_a_picture_has_all_panels(desk: Desk, charts: Charts) -> None:
    charts.tick("Calf")
    charts.menu("chart_save", "Copy picture")
    together = QGuiApplication.clipboard().image()
    charts.click("layout_apart")
    charts.menu("chart_save", "Copy picture")
    assert QGuiApplication.clipboard().image() != together


def test_the_picture_dialog_is_worked_by_keyboard(charts: Charts, target: Callable, tmp_path: Path) -> None:
    target(tmp_path / "legs.png")

    def keys(dialog: QDialog) -> None:
        dialog.activateWindow()  # a desktop does this by itself
        charts.desk.qtbot.waitUntil(dialog.isActiveWindow)
        box = dialog.findChild(QSpinBox, "picture_width")
        box.setFocus()
        box.selectAll()
        charts.desk.write("320")
        charts.desk.press(Qt.Key.Key_Tab)
        charts.desk.press(Qt.Key.Key_Return)

    save_picture(charts, keys)
    assert QImage(str(tmp_path / "legs.png")).width() == 320

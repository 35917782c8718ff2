"""The dialogs for files begin where the person was last, for each purpose, and never among the program's own files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from legwork.qt.core.file_places import Place, documents_folder, folder_for, open_files, save_file
from legwork.qt.core.view_state import ViewState


@pytest.fixture
def view(tmp_path: Path) -> ViewState:
    return ViewState(tmp_path / "view.ini")


def test_at_first_it_is_the_documents(view: ViewState) -> None:
    assert folder_for(view, Place.IMPORT) == documents_folder()
    assert documents_folder().is_dir() and documents_folder() != Path("/")


def test_each_purpose_has_its_own_folder(
    view: ViewState, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: object
) -> None:
    logs, plans = tmp_path / "logs", tmp_path / "plans"
    logs.mkdir()
    plans.mkdir()
    asked: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda _p, _t, start, _k: (asked.append(start), ([str(logs / "a.csv")], ""))[1]
    )
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda _p, _t, start, _k: (asked.append(start), (str(plans / "b.txt"), ""))[1]
    )
    window = QWidget()
    for _ in range(2):
        assert open_files(window, view, Place.IMPORT, "Import", ("All (*)",)) == (logs / "a.csv",)
        assert save_file(window, view, Place.PLAN, "Save", "b.txt", ("Text (*.txt)",)) == plans / "b.txt"
    home = documents_folder()
    assert asked == [str(home), str(home / "b.txt"), str(logs), str(plans / "b.txt")]
    logs.rmdir()
    assert folder_for(view, Place.IMPORT) == home, "a folder that is gone"


def test_giving_up_remembers_nothing(view: ViewState, monkeypatch: pytest.MonkeyPatch, qtbot: object) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert save_file(QWidget(), view, Place.PICTURE, "Save", "a.png", ("Picture (*.png)",)) is None
    assert view.text("folder/picture") == ""

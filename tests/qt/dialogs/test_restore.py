"""The preview of a restore: which copy it is of, what is kept of what there is now, and how to keep both."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from legwork.paths import ProfilePaths
from legwork.services import backups
from legwork.services.outside_copies import copy_to
from legwork.services.people import AddPerson
from legwork.store import backup
from program_driver import LONGEST_WORK_MS, Desk, fill, restore_shown


@pytest.fixture(autouse=True)
def no_copy_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy of the day would be made at some moment of the test."""
    monkeypatch.setattr("legwork.bootstrap.IDLE_MS", 3_600_000)


def test_the_preview_says_when_and_why_the_copy_was_made_and_how_to_keep_both(desk: Desk) -> None:
    paths = desk.context.profile.paths
    made = backup.make(paths.database, paths.backups, datetime.now() - timedelta(days=2))
    assert made is not None
    desk.context.runner.apply(AddPerson("Newcomer"))
    desk.go("data")
    desk.click("copy_restore")
    preview = restore_shown(desk)
    assert preview.source.text().startswith(f"Copy of {backups.moment(made.made_at)} · made by itself · ")
    assert preview.source.toolTip() == str(made.file)
    assert preview.kept.isVisible()
    assert preview.both.isVisible() and preview.both.text().startswith("To keep both, export Everything first;")
    desk.press(Qt.Key.Key_Escape)


def test_of_a_file_from_elsewhere_its_name_and_folder_are_said(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.context.runner.apply(AddPerson("Newcomer"))
    stick = tmp_path / "stick" / "mine.legwork"
    stick.parent.mkdir()
    copy_to(desk.context.profile, stick)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(stick), ""))
    desk.go("data")
    desk.click("copy_restore_file")
    preview = restore_shown(desk)
    assert preview.source.text().startswith(f"mine.legwork in {stick.parent} · ")
    assert not preview.both.isVisible(), "it would remove nothing"
    desk.press(Qt.Key.Key_Escape)


def test_where_nobody_was_nothing_is_said_to_be_kept(empty_desk: Desk, tmp_path: Path) -> None:
    fill(tmp_path / "other", AddPerson("Ben"))
    other = ProfilePaths(tmp_path / "other")
    made = backup.make(other.database, tmp_path / "copies")
    assert made is not None
    empty_desk.program.take_file(made.file)
    preview = restore_shown(empty_desk)
    assert not preview.kept.isVisible() and not preview.both.isVisible()
    before = empty_desk.context
    empty_desk.click(preview.accept_button)
    empty_desk.qtbot.waitUntil(lambda: empty_desk.window.context not in (None, before), timeout=LONGEST_WORK_MS)
    empty_desk.settle()
    assert [one.name for one in empty_desk.context.people] == ["Ben"]
    assert empty_desk.notice.endswith(" is restored.")

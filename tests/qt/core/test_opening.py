"""Folders open in the file manager, and what is made there has the permissions that its user wants."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from legwork import privacy
from legwork.qt.core.opening import show_folder


def _umask() -> int:
    now = os.umask(0o077)
    os.umask(now)
    return now


class FileManager(QObject):
    """Stands in for the one of the desktop: what it was asked to show, and the umask that it would inherit."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []
        self.umasks: list[int] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))
        self.umasks.append(_umask())


@pytest.fixture
def files(qapp: object) -> Iterator[FileManager]:
    one = FileManager()
    QDesktopServices.setUrlHandler("file", one, "show")
    yield one
    QDesktopServices.unsetUrlHandler("file")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
@pytest.mark.parametrize("theirs", [0o022, 0o002])
def test_another_program_keeps_the_umask_of_its_user(
    files: FileManager, tmp_path: Path, theirs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(privacy, "_given", [])
    before = os.umask(theirs)
    try:
        privacy.begin()
        privacy.begin()  # who starts it twice must not lose what the user has set
        show_folder(tmp_path)
        ours = _umask()
    finally:
        os.umask(before)
    assert files.shown == [tmp_path]
    assert files.umasks == [theirs]
    assert ours == 0o077, "and what we write is private again"


def test_a_folder_with_a_hard_name_is_shown(files: FileManager, tmp_path: Path) -> None:
    folder = tmp_path / "50% of #1 & ü"
    folder.mkdir()
    show_folder(folder)
    assert files.shown == [folder]

"""Several files at once: each has its turn, any can be skipped, all can be stopped, and the end says how it went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from import_driver import drop
from program_driver import Desk

STRONG = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Seconds,Notes,Workout Notes\n"


def weights(folder: Path, name: str, *rows: str) -> Path:
    file = folder / name
    file.write_text("date,weight_kg\n" + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return file


def press(name: str, but: dict[str, str] | None = None) -> tuple[QTimer, list[str]]:
    """Press this button in each preview once; in those whose title has a word of `but`, the button named there."""
    titles: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible() or dialog.windowTitle() in titles:
            return
        if getattr(dialog, "busy", False):
            return
        wanted = next((button for word, button in (but or {}).items() if word in dialog.windowTitle()), name)
        found = dialog.findChild(QPushButton, wanted)
        assert found is not None and found.isVisible(), wanted
        titles.append(dialog.windowTitle())
        found.click()

    timer = QTimer(interval=10, timeout=look)
    timer.start()
    return timer, titles


def go(desk: Desk, files: list[Path], pressing: tuple[QTimer, list[str]], ended: Callable[[], bool]) -> list[str]:
    timer, titles = pressing
    drop(desk, *files)
    desk.qtbot.waitUntil(ended)
    timer.stop()
    return titles


def test_the_end_says_how_it_went_with_each(desk: Desk, tmp_path: Path) -> None:
    first = weights(tmp_path, "a.csv", "2025-01-14,82")
    second = weights(tmp_path, "b.csv", "2025-01-15,82", "2025-01-16,82.5")
    photo = tmp_path / "photo.csv"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + b"\0" * 100)
    titles = go(desk, [first, photo, second], press("import_accept"), lambda: desk.notice.startswith("3 files"))
    assert titles == ["Import a.csv (1 of 3)", "Import b.csv (3 of 3)"]
    assert desk.notice == (
        "3 files: 2 brought in, 1 could not be taken in. 1 reading on 1 day brought in from a.csv. photo.csv: A photo "
        "or a PDF cannot be read: export a table (CSV or xlsx) from the program that made it, or type the numbers in. "
        "2 readings on 2 days brought in from b.csv. Undo takes them back one by one, the last one first."
    )
    desk.click("notice_action")
    assert desk.context.runner.stack.index() == 1


def test_one_is_skipped_and_the_next_one_follows(desk: Desk, tmp_path: Path) -> None:
    files = [weights(tmp_path, f"{name}.csv", f"2025-01-1{place},82") for place, name in enumerate("abc")]
    go(desk, files, press("import_accept", {"b.csv": "import_cancel"}), lambda: desk.notice.startswith("3 files"))
    assert desk.notice.startswith("3 files: 2 brought in, 1 skipped.")
    assert desk.context.runner.stack.count() == 2


def test_stop_leaves_this_one_and_those_that_follow(desk: Desk, tmp_path: Path) -> None:
    files = [weights(tmp_path, f"{name}.csv", f"2025-01-1{place},82") for place, name in enumerate("abcd")]
    pressing = press("import_accept", {"b.csv": "import_stop"})
    titles = go(desk, files, pressing, lambda: desk.notice.startswith("4 files"))
    assert titles == ["Import a.csv (1 of 4)", "Import b.csv (2 of 4)"]
    assert desk.notice.startswith("4 files: 1 brought in, 3 skipped.")
    assert desk.context.runner.stack.count() == 1
    # and the next file is an ordinary one
    titles = go(desk, files[3:], press("import_accept"), lambda: desk.context.runner.stack.count() == 2)
    assert titles == ["Import d.csv"]

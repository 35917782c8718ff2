"""What stands in letters of one width is as large as all other text, and follows the setting while it is shown."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from legwork.qt.dialogs.crash import CrashDialog
from legwork.services.settings import TEXT_PERCENT, ChangeSetting
from program_driver import LONGEST_WORK_MS, Desk


def _shown(desk: Desk, name: str) -> QPlainTextEdit:
    if name == "crash_report":
        CrashDialog("ValueError: the tape broke", desk.program.paths.log, desk.window).show()
    else:
        desk.menu_action("action_log" if name == "log_text" else "action_about").trigger()
    desk.settle()
    found = desk.window.findChild(QPlainTextEdit, name)
    assert found is not None and found.isVisible()
    desk.qtbot.waitUntil(lambda: found.toPlainText() != "", timeout=LONGEST_WORK_MS)
    return found


@pytest.mark.parametrize("name", ["log_text", "about_text", "crash_report"])
def test_it_is_as_large_as_the_setting_says(desk: Desk, name: str) -> None:
    text = _shown(desk, name)
    usual = text.font().pixelSize()
    assert usual == desk.window.font().pixelSize()
    desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, "150"))
    desk.settle()
    assert text.font().pixelSize() == desk.window.font().pixelSize() == round(usual * 1.5)
    assert text.document().defaultFont().pixelSize() == text.font().pixelSize()
    metrics = text.fontMetrics()
    assert metrics.horizontalAdvance("iiii") == metrics.horizontalAdvance("WWWW")
    text.window().close()

"""What can be done with a plan as a whole."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from legwork.i18n import mark, tr

_OF_A_PLAN = (
    ("rename", mark("Rename")),
    ("start", mark("Set the start…")),
    ("duplicate", mark("Duplicate")),
    ("delete", mark("Delete")),
    ("", ""),
    ("save_file", mark("Save as a file…")),
    ("save_text", mark("Save as text…")),
    ("copy_text", mark("Copy as text")),
)
_COMING_IN = (("", ""), ("open_file", mark("Open a plan…")), ("paste_text", mark("Paste a plan as text")))


class PlanMenu(QMenu):
    """Says what was chosen by the name of a wish."""

    wished = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("plan_menu")
        for name, text in (*_OF_A_PLAN, *_COMING_IN):
            if not name:
                self.addSeparator()
                continue
            action = self.addAction(tr(text))
            action.setObjectName(f"plan_{name}")
            action.setData(name)
        self._needing = {name for name, _ in _OF_A_PLAN}
        self.triggered.connect(lambda action: self.wished.emit(action.data()))

    def enable(self, *, has_plan: bool) -> None:
        """Without a plan only what brings one in can be chosen."""
        for action in self.actions():
            action.setEnabled(has_plan or action.data() not in self._needing)

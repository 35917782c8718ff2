"""The program's diary, to read while it is written, to search and to copy.

Owns the view only: what stands in it is `legwork.log`'s. The file is read from where the last look ended.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QGuiApplication,
    QSyntaxHighlighter,
    QTextCharFormat,
)
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from legwork.i18n import ntr, tr
from legwork.qt.core import dialog_keys
from legwork.qt.core.opening import show_folder
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, fixed_width, label, row

LOOK_MS = 1000
"""How often it is looked whether something was added."""

MOST_BYTES = 100_000
"""So much of the end is shown; the whole file is in the folder."""

_ENTRY = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} ([A-Z]+) ")
_GRAVE = ("WARNING", "ERROR", "CRITICAL")


class Diary:
    """The entries of a diary file; an entry may have several lines."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._read_to = 0
        self._rest = b""
        self.entries: list[str] = []

    def look(self) -> list[str]:
        """The entries that came since the last look, of which the first may be more of the one before.

        Raises OSError when the file cannot be read.
        """
        size = self._file.stat().st_size
        if size < self._read_to:  # another file has taken its place
            self._read_to, self._rest, self.entries = 0, b"", []
        start = max(self._read_to, size - MOST_BYTES)
        with self._file.open("rb") as stream:
            stream.seek(start)
            data = self._rest + stream.read(size - start)
        cut = start > self._read_to
        self._read_to = size
        whole, _, self._rest = data.rpartition(b"\n")
        lines = whole.decode("utf-8", errors="replace").split("\n") if whole else []
        fresh: list[str] = []
        for line in lines[1:] if cut else lines:
            if _ENTRY.match(line) or not (fresh or self.entries):
                fresh.append(line)
            elif fresh:
                fresh[-1] += "\n" + line
            else:
                fresh.append(line)
        self.entries += fresh
        return fresh


def is_grave(entry: str) -> bool:
    """Whether it is a warning or an error."""
    found = _ENTRY.match(entry)
    return found is not None and found[1] in _GRAVE


class LogViewer(QDialog):
    """Stands beside the window and follows the diary."""

    def __init__(self, file: Path, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("log_viewer")
        self.setWindowTitle(tr("Log"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._file, self._diary = file, Diary(file)
        self.wanted = QLineEdit()
        self.wanted.setObjectName("log_filter")
        self.wanted.setAccessibleName(tr("Show lines with"))
        self.wanted.setPlaceholderText(tr("Show lines with…"))
        self.wanted.setClearButtonEnabled(True)
        self.grave = QCheckBox(tr("Only warnings and errors"))
        self.grave.setObjectName("log_grave")
        self.grave.setAccessibleName(self.grave.text())
        self.text = QPlainTextEdit()
        self.text.setObjectName("log_text")
        self.text.setAccessibleName(tr("Log"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setUndoRedoEnabled(False)
        fixed_width(self.text)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._colours = _Colours(self.text, theme)
        self.shown = label("", "secondary")
        self.shown.setObjectName("log_shown")
        self._lay_out(theme)
        self.wanted.textChanged.connect(self._show_all)
        self.grave.toggled.connect(self._show_all)
        dialog_keys.LOG_FIND.offer(self, self._on_find)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look)
        self._clock.start(LOOK_MS)
        self._look()
        self._show_all()
        self.text.setFocus()

    def _lay_out(self, theme: ThemeManager) -> None:
        self._copy = button(tr("Copy what is shown"), "log_copy")
        self._copy.clicked.connect(self._on_copy)
        folder = button(tr("Open the folder"), "log_folder", "quiet")
        folder.setToolTip(str(self._file.parent))
        folder.clicked.connect(self._on_folder)
        close = button(tr("Close"), "log_close")
        close.clicked.connect(self.close)
        for one in (self._copy, folder, close):
            one.setAutoDefault(False)  # Enter in the search field must not press one
        told = tr("What Legwork did and what went wrong. It holds no measurement, no name and no note of yours.")
        layout = column(
            label(tr("Log"), "section"),
            label(told, "secondary", wrap=True),
            row(self.wanted, self.grave, spacing=theme.px(16)),
            self.text,
            row(self.shown, None, folder, self._copy, close),
            spacing=theme.px(12),
        )
        layout.setStretch(3, 1)
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)
        window = self.parentWidget()
        room = window.size() * 0.9 if window is not None else self.size()
        self.resize(min(theme.px(880), room.width()), min(theme.px(560), room.height()))

    def _look(self) -> None:
        try:
            known = len(self._diary.entries)
            fresh = self._diary.look()
        except OSError as error:
            self.shown.setText(tr("The log cannot be read: {reason}.", reason=error.strerror or str(error)))
            return
        if not fresh:
            return
        if len(self._diary.entries) == len(fresh) or not known:
            self._show_all()
            return
        chosen = [one for one in fresh if self._is_wanted(one)]
        if chosen:
            self.text.appendPlainText("\n".join(chosen))  # follows the end when the end was in sight
        self._say_count()

    def _show_all(self) -> None:
        self.text.setPlainText("\n".join(one for one in self._diary.entries if self._is_wanted(one)))
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum())
        self._say_count()

    def _say_count(self) -> None:
        entries = self._diary.entries
        count = sum(map(self._is_wanted, entries))
        if not entries:
            self.shown.setText(tr("Nothing was written yet."))
        elif count == 0:
            self.shown.setText(tr("No entry is like that."))
        elif count < len(entries):
            self.shown.setText(tr("{count} of {all} entries", count=count, all=len(entries)))
        else:
            self.shown.setText(ntr("{count} entry", "{count} entries", count))
        self._copy.setEnabled(count > 0)

    def _is_wanted(self, entry: str) -> bool:
        text = self.wanted.text().strip().casefold()
        return text in entry.casefold() and (not self.grave.isChecked() or is_grave(entry))

    def _on_find(self) -> None:
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.selectAll()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText() + "\n")

    def _on_folder(self) -> None:
        show_folder(self._file.parent)


class _Colours(QSyntaxHighlighter):
    """Times step back; warnings and errors, whose words stand there too, step forward with all their lines."""

    def __init__(self, text: QPlainTextEdit, theme: ThemeManager) -> None:
        super().__init__(text.document())
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        found = _ENTRY.match(text)
        state = self.previousBlockState() if found is None else (_GRAVE.index(found[1]) if found[1] in _GRAVE else -1)
        self.setCurrentBlockState(state)
        if state >= 0:
            self.setFormat(0, len(text), self._format("error" if state else "caution"))
        if found is not None:
            self.setFormat(0, 23, self._format("secondary"))

    def _format(self, name: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._theme.colour(name))
        return made

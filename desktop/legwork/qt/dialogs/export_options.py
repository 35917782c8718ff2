"""The exports as a list to choose from: what each is, what it holds, and how much there is.

Owns how they look and which one is chosen. What they are is said by `services.exports`.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choice_row import ChoiceRow
from legwork.qt.widgets.choices import OneOf
from legwork.qt.widgets.layout import column
from legwork.services.exports import EXPORTS, ExportInfo, ExportKind, Holding, holding_words, is_empty


class ExportOption(ChoiceRow):
    """One export."""

    def __init__(self, theme: ThemeManager, info: ExportInfo) -> None:
        super().__init__(theme, f"export_{info.kind.value}", wide=460, least=260)
        self._info = info
        self.show_count("")

    def show_count(self, count: str) -> None:
        """Say how much there is; "" while that is not known."""
        name, about = tr(self._info.name), tr(self._info.about)
        self.show_words(name, about, count)
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{count}. {about}" if count else about)


class ExportOptions(QWidget):
    """All exports, one below the other; what there is nothing of cannot be chosen."""

    chosen = Signal()
    focused = Signal(QWidget)
    """The option that got the focus: keep it in sight."""

    def __init__(self, theme: ThemeManager, chosen: ExportKind) -> None:
        super().__init__()
        self.setObjectName("export_options")
        self.setAccessibleName(tr("What to export"))
        self._group = OneOf(self)
        self.options = {info.kind: ExportOption(theme, info) for info in EXPORTS}
        for one in self.options.values():
            self._group.addButton(one)
            one.focused.connect(self._on_focused)
        self.setLayout(column(*self.options.values(), None, spacing=theme.px(6)))
        self.options[chosen].setChecked(True)
        self._group.buttonClicked.connect(self.chosen)

    @property
    def current(self) -> ExportKind:
        """What is chosen."""
        return next(kind for kind, one in self.options.items() if one.isChecked())

    def choose(self, kind: ExportKind) -> None:
        """Choose one, as a click on it does."""
        self.options[kind].click()

    def show_holding(self, holding: Holding | None) -> None:
        """Say how much there is; None: nobody is here, so that there is only everything."""
        for kind, one in self.options.items():
            whole = kind is ExportKind.EVERYTHING
            empty = not whole and (holding is None or is_empty(kind, holding))
            one.setEnabled(not empty)
            one.show_count(tr("nothing yet") if empty else holding_words(kind, holding) if holding else "")
        if not self.options[self.current].isEnabled():
            self.options[ExportKind.EVERYTHING].setChecked(True)
            self.chosen.emit()
        self.focus_chosen()

    def focus_chosen(self) -> None:
        """Give the focus to what is chosen."""
        self.options[self.current].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focused(self) -> None:
        self.focused.emit(self.sender())

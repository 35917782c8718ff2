"""The templates as a list to choose from, those that suit best first.

Owns how they look and which one is chosen. The order comes from `services.planner`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legwork.domain.planner.suggest import Suggestion
from legwork.i18n import ntr, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choice_row import ChoiceRow
from legwork.qt.widgets.choices import OneOf
from legwork.qt.widgets.layout import button, column, row

SHOWN = 3
"""Templates that are shown before one asks for all."""


class TemplateButton(ChoiceRow):
    """One template: its name, and why it stands where it does."""

    def __init__(self, theme: ThemeManager, place: int) -> None:
        super().__init__(theme, f"planner_template_{place}", wide=300, least=160)

    def show_suggestion(self, one: Suggestion) -> None:
        """Show another template."""
        self.show_words(one.template.label, one.reason)
        self.setAccessibleName(tr("{template}. {reason}", template=one.template.label, reason=one.reason))
        self.setToolTip(tr(one.template.purpose))


class TemplateList(QWidget):
    """The best few, and all of them on demand. What a person chose stays chosen when the order changes."""

    chosen = Signal()

    def __init__(self, theme: ThemeManager, count: int) -> None:
        """count: how many templates there are."""
        super().__init__()
        self.setObjectName("planner_templates")
        self.setAccessibleName(tr("Templates, those that suit best first"))
        self._suggestions: tuple[Suggestion, ...] = ()
        self._wanted = ""
        self._group = OneOf(self)
        self._buttons = [TemplateButton(theme, place) for place in range(count)]
        for place, one in enumerate(self._buttons):
            self._group.addButton(one, place)
        self.more = button("", "planner_more_templates", "link")
        self.more.setAutoDefault(False)
        self.more.setCheckable(True)
        self.more.toggled.connect(self._on_more)
        self.setLayout(column(*self._buttons, row(self.more, None), spacing=theme.px(4)))
        self._group.idClicked.connect(self._on_clicked)
        self._on_more(False)

    @property
    def current(self) -> Suggestion | None:
        """The chosen template; None before any is shown."""
        return next(iter(self._suggestions[self._group.checkedId() :][:1]), None)

    def show_suggestions(self, several: Sequence[Suggestion]) -> None:
        """Show them in this order; the first is chosen unless the person chose one."""
        self._suggestions = tuple(several)
        keys = [one.template.key for one in several]
        for made, one in zip(self._buttons, several, strict=True):
            made.show_suggestion(one)
        place = keys.index(self._wanted) if self._wanted in keys else 0
        self._group.button(place).setChecked(True)
        if place >= SHOWN:
            self.more.setChecked(True)

    def _on_clicked(self, place: int) -> None:
        self._wanted = self._suggestions[place].template.key
        self.chosen.emit()

    def _on_more(self, shown: bool) -> None:
        for one in self._buttons[SHOWN:]:
            one.setVisible(shown or one.isChecked())
        more = len(self._buttons) - SHOWN
        text = tr("Show fewer") if shown else ntr("Show {count} more template", "Show {count} more templates", more)
        self.more.setText(text)
        self.more.setAccessibleName(text)

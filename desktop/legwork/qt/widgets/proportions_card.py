"""The classical ideals on the balance page: one writer at a time, with the arithmetic in sight.

Owns the card and which writer is looked at. It shows rows that are handed in; it reads and changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from legwork.domain.ideals import Ideals
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.facts_table import Column, Fact
from legwork.qt.widgets.choices import OneOf
from legwork.qt.widgets.facts_table import FactsTable
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.layout import button, column, label
from legwork.services.proportion_rows import WRITERS, ProportionRow, ProportionRows


class ProportionsCard(QFrame):
    """A writer is chosen, and their ideals stand beside the person's own girths."""

    writer_chosen = Signal(str)
    """The writer (a value of Ideals) that the person wants to see from now on."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._all: dict[Ideals, ProportionRows] = {}
        self._writer = Ideals.MCCALLUM
        self._chosen = False
        self.setObjectName("proportions_card")
        self.setAccessibleName(tr("Classical ideals"))
        self.setProperty("role", "card")
        self._buttons = OneOf(self)
        for place, whose in enumerate(Ideals):
            one = button(tr(WRITERS[whose]), f"ideals_{whose}", "segment")
            one.setAccessibleName(tr("Ideals of {writer}", writer=tr(WRITERS[whose])))
            one.setCheckable(True)
            one.setChecked(whose is self._writer)
            self._buttons.addButton(one, place)
        self._buttons.idClicked.connect(self._on_writer)
        self.about = label("", "secondary", wrap=True)
        self.about.setObjectName("ideals_about")
        columns = (
            Column(tr("Girth")),
            Column(tr("Yours"), tr("Your newest reading of the last year, the mean of both sides"), number=True),
            Column(tr("Ideal"), number=True),
            Column(tr("Share"), tr("Your own girth as a share of the ideal"), number=True),
        )
        self.rows = FactsTable(theme, "ideals_rows", tr("Your girths beside the ideals"), columns)
        self.missing = label("", "secondary", wrap=True)
        self.missing.setObjectName("ideals_missing")
        self.limit = label("", wrap=True)
        self.limit.setObjectName("ideals_limit")
        layout = column(
            label(tr("Classical ideals"), "section"), FlowLayout(*self._buttons.buttons(), spacing=theme.px(4)),
            self.about, self.rows, self.limit, self.missing, spacing=theme.px(8),
        )  # fmt: skip
        margin = theme.px(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)

    @property
    def writer(self) -> Ideals:
        """Whose ideals are shown."""
        return self._writer

    def show_rows(self, everything: Sequence[ProportionRows], writer: Ideals | None = None) -> None:
        """Show what each writer says. writer: who is looked at, None: who was before, but of those not chosen
        by hand the first who has anything to say."""
        self._all = {one.whose: one for one in everything}
        told = [one.whose for one in everything if any(row.known for row in one.rows)]
        wanted = writer or (self._writer if self._chosen or self._writer in told else next(iter(told), self._writer))
        self._writer = wanted if wanted in self._all else next(iter(self._all), wanted)
        for place, whose in enumerate(Ideals):
            self._buttons.button(place).setVisible(whose in self._all)
        self._buttons.button(list(Ideals).index(self._writer)).setChecked(True)
        self._show()

    def _show(self) -> None:
        shown = self._all.get(self._writer)
        self.about.setText(shown.about if shown else "")
        self.rows.show_facts([_fact(one) for one in shown.rows] if shown else [])
        for part, text in ((self.missing, shown.missing if shown else ""), (self.limit, shown.limit if shown else "")):
            part.setText(text)
            part.setVisible(bool(text))

    def _on_writer(self, place: int) -> None:
        chosen = list(Ideals)[place]
        if chosen is not self._writer:
            self._writer, self._chosen = chosen, True
            self._show()
            self.writer_chosen.emit(chosen.value)


def _fact(one: ProportionRow) -> Fact:
    return Fact(one.site, (one.name, one.own, one.ideal, one.share), one.working, one.spoken)

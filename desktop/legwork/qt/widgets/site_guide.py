"""Beside the form: a small drawing of where the tape goes, and how to hold it, in two sentences."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from legwork.domain.sites import Site, Spot, spot_label
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import column, label, row
from legwork.qt.widgets.tape_guide import TapeGuide


class SiteGuide(QWidget):
    """Shows how to measure one site."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("site_guide")
        self.drawing = TapeGuide(theme)
        self.drawing.setFixedSize(theme.px(200), theme.px(168))
        self.name = label("", "section", wrap=True)
        self.where = label("", wrap=True)
        self.how = label("", "secondary", wrap=True)
        words = column(self.name, self.where, self.how, None, spacing=8)
        layout = row(self.drawing, words, spacing=16)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_site(self, site: Site | None, spot: Spot | None) -> None:
        """Explain `site`; with None, nothing is explained."""
        self.drawing.show_site(site, spot)
        if site is None or spot is None:
            for part in (self.name, self.where, self.how):
                part.clear()
            return
        self.name.setText(spot_label(site, spot.side))
        self.where.setText(tr(site.where))
        self.how.setText(tr(site.how))

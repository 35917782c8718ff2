"""The Today page."""

from __future__ import annotations

from legwork.i18n import mark
from legwork.qt.widgets.layout import Page


class TodayPage(Page):
    """To come."""

    name = "today"
    title = mark("Today")

    def refresh(self) -> None:
        pass

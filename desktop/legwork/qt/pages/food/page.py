"""The Food page."""

from __future__ import annotations

from legwork.i18n import mark
from legwork.qt.widgets.layout import Page


class FoodPage(Page):
    """To come."""

    name = "food"
    title = mark("Food")

    def refresh(self) -> None:
        pass

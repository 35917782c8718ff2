"""A line across the top of the pages: something that holds for all of them, and the one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, label, row


def standing(theme: ThemeManager, own_data: Callable[[], object], mending: Callable[[], object]) -> list[QFrame]:
    """Those of the window: that the sample is shown, and that the data is damaged. What each leads to comes along."""
    return [
        _banner(
            theme,
            "sample_banner",
            tr("Sample history: an invented person. Try anything, nothing here is yours."),
            tr("Back to my own data"),
            "leave_sample",
            own_data,
        ),
        _banner(
            theme,
            "damage_banner",
            tr("Your data is damaged: you can look at it, but nothing new is saved."),
            tr("Put a copy in its place…"),
            "mend_damage",
            mending,
        ),
    ]


def _banner(
    theme: ThemeManager, name: str, sentence: str, action: str, action_name: str, run: Callable[[], object]
) -> QFrame:
    """Hidden until it holds. name, action_name: of the objects. run: what the button does."""
    frame = QFrame()
    frame.setProperty("role", "banner")
    frame.setObjectName(name)
    frame.setAccessibleName(sentence)
    act = button(action, action_name)
    act.clicked.connect(run)
    text = label(sentence, wrap=True)
    text.setObjectName(f"{name}_text")
    layout = row(text, act)
    layout.setStretch(0, 1)
    margin = theme.px(8)
    layout.setContentsMargins(theme.px(24), margin, theme.px(24), margin)
    frame.setLayout(layout)
    frame.hide()
    return frame

"""The way from a preview to what the columns of its table hold.

Owns the button, and how a preview says that it was pressed. It must not know either dialog.
"""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QDialog, QLayout, QPushButton, QWidget

from legwork.i18n import tr
from legwork.qt.widgets.layout import button

COLUMNS_ASKED = 2
"""The result of a preview whose columns the person wants to explain; beside those of QDialog, which are 0 and 1."""


def offer_columns(preview: QDialog, known: bool = False) -> None:
    """Put the button at the left of those that end a preview; pressed, the preview closes with COLUMNS_ASKED.

    known: the table was taken for that of a program; else it was explained before.
    """
    cancel = preview.findChild(QPushButton, "import_cancel")
    holder = row_of(preview.layout(), cancel)
    if holder is None or cancel is None:
        return
    if known:
        again = button(tr("Choose the columns yourself…"), "import_columns_again")
        again.setToolTip(tr("If these are other columns than Legwork takes them for: say what each of them holds"))
        place = 0
    else:
        again = button(tr("Change columns…"), "import_columns_again")
        again.setToolTip(tr("Say again what the columns of this table hold"))
        place = holder.indexOf(cancel)
    again.setAutoDefault(False)
    again.clicked.connect(lambda: preview.done(COLUMNS_ASKED))
    holder.insertWidget(place, again)
    QWidget.setTabOrder(again, cancel)


def row_of(layout: QLayout | None, widget: QWidget | None) -> QBoxLayout | None:
    """The row in which a widget stands."""
    if layout is None or widget is None:
        return None
    if isinstance(layout, QBoxLayout) and layout.indexOf(widget) >= 0:
        return layout
    for place in range(layout.count()):
        item = layout.itemAt(place)
        found = row_of(item.layout(), widget) if item is not None else None
        if found is not None:
            return found
    return None

"""A copy in another place, such as a stick: taking one, when the last was taken, and being reminded of it.

Owns this card. The copy is made, and read back, in the background.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QWidget

from legwork.errors import FAULT_SENTENCES, StoreError, UserError
from legwork.i18n import mark, tr
from legwork.qt.core.announcing import say
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.layout import button, column, label, row, set_role
from legwork.qt.widgets.wheel import calm
from legwork.services import outside_copies, settings
from legwork.services.outside_copies import OutsideCopy
from legwork.services.profile import Profile
from legwork.services.settings import ChangeSetting

_EVERY = {
    settings.NO: mark("Never"),
    settings.WEEK: mark("After a week"),
    settings.MONTH: mark("After a month"),
    settings.QUARTER: mark("After three months"),
}


class ElsewhereCard(QFrame):
    """One button, when it was used last, and the reminder."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._work = Latest(context.worker, self)
        self._work.done.connect(self._on_done)
        theme = context.theme
        self.take = button(tr("Take a copy elsewhere…"), "copy_elsewhere", "primary")
        self.take.clicked.connect(self._on_take)
        self.last = label("", "secondary", wrap=True)
        self.last.setObjectName("copy_elsewhere_last")
        self.said = label("", "good", wrap=True)
        self.said.setObjectName("copy_elsewhere_said")
        self.said.hide()
        self.every = calm(QComboBox())
        self.every.setObjectName("remind_copy")
        self.every.setAccessibleName(tr("Remind me of a copy elsewhere"))
        for value, text in _EVERY.items():
            self.every.addItem(tr(text), value)
        self.every.activated.connect(self._on_every)
        intro = tr(
            "One file on a stick or another disk holds everything: it brings your data back if this computer is lost, "
            "and moves it to a new one. It is read back from there before it counts."
        )
        remind = label(tr("Remind me"), "secondary")
        remind.setBuddy(self.every)
        reminder = QWidget()
        reminder.setLayout(FlowLayout(remind, self.every, spacing=theme.px(8)))
        layout = column(
            label(tr("A copy elsewhere"), "section"),
            label(intro, "secondary", wrap=True),
            self.last,
            self.said,
            row(self.take, None),
            reminder,
        )
        margin = theme.px(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)

    @property
    def busy(self) -> bool:
        """Whether a copy is being made."""
        return self._work.busy

    def refresh(self) -> None:
        """Show when the last one was made, and whether it is reminded of."""
        profile = self._context.profile
        self.last.setText(outside_copies.last_words(outside_copies.last_copy(profile.paths), date.today()))
        self.every.setCurrentIndex(self.every.findData(settings.read(profile)[settings.REMIND_COPY]))
        self.take.setEnabled(not self._context.sample and not self._work.busy)
        self.every.setEnabled(not self._context.sample)
        if self._context.sample:
            why = tr("The sample history needs no copy: go back to your own data to take one of yours.")
            self.last.setText(why)
            self.take.setToolTip(why)
            self.every.setToolTip(why)

    # Within

    def _on_take(self) -> None:
        last = outside_copies.last_copy(self._context.profile.paths)
        home = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        folder = last.file.parent if last is not None and last.file.parent.is_dir() else home
        name, _ = QFileDialog.getSaveFileName(
            self,
            tr("Take a copy elsewhere"),
            str(folder / outside_copies.suggested_name(date.today())),
            tr("Copies of Legwork (*.legwork)"),
        )
        if name:
            self.said.hide()
            work = partial(_copy, self._context.profile, Path(name))
            self._work.ask(tr("Making a copy in {folder}", folder=Path(name).parent), work, visible=True)
            self.refresh()

    def _on_done(self, result: object) -> None:
        if isinstance(result, OutsideCopy):
            set_role(self.said, "good")
            say(self.said, tr("The copy is there, and was read back."))
            self._context.copy_taken.emit()
        else:
            set_role(self.said, "error")
            say(self.said, str(result))
        self.said.show()
        self.refresh()

    def _on_every(self) -> None:
        self._context.runner.apply(ChangeSetting(settings.REMIND_COPY, self.every.currentData()))


def _copy(profile: Profile, file: Path, task: Task) -> OutsideCopy | str:
    try:
        return outside_copies.copy_to(profile, file, task.breathe)
    except UserError as error:
        return str(error)
    except StoreError as error:
        return tr("No copy was made. {reason}", reason=tr(FAULT_SENTENCES[error.fault]))

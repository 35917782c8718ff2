"""The menu of kept views: show one, keep the present one, rename, delete."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.services.chart_views import DeleteView, RenameView, SavedView, SaveView, saved_views
from legwork.services.edit import Edit


class ViewsMenu(QMenu):
    """Filled anew each time it opens."""

    def __init__(
        self, context: Context, spec: Callable[[], str], show: Callable[[str], object],
        all_limbs: Callable[[], object], apply: Callable[[Edit], object], parent: QWidget,
    ) -> None:  # fmt: skip
        """spec: the present view as text. show: looks at a kept one. all_limbs: looks at the view that is always there.
        apply: runs an edit, saying what is refused.
        """
        super().__init__(parent)
        self.setObjectName("chart_views_menu")
        self._context, self._spec, self._show, self._apply = context, spec, show, apply
        self._all_limbs = all_limbs
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        person = self._context.person
        if person is None:
            return
        kept = saved_views(self._context.profile, person.id)
        self.addAction(tr("All limbs, each apart"), self._all_limbs).setObjectName("view_all_limbs")
        self.addSeparator()
        for view in kept:
            self.addAction(view.name.replace("&", "&&"), partial(self._show, view.spec))
        if kept:
            self.addSeparator()
        self.addAction(tr("Keep this view…"), self._on_keep).setObjectName("view_keep")
        if not kept:
            return
        for text, run in ((tr("Rename"), self._on_rename), (tr("Delete"), self._on_delete)):
            menu = self.addMenu(text)
            for view in kept:
                menu.addAction(view.name.replace("&", "&&"), partial(run, view))

    def _on_keep(self) -> None:
        person = self._context.person
        name, good = QInputDialog.getText(self, tr("Keep this view"), tr("Under which name?"))
        if good and person is not None:
            self._apply(SaveView(person.id, name, self._spec()))

    def _on_rename(self, view: SavedView) -> None:
        name, good = QInputDialog.getText(self, tr("Rename view"), tr("Under which name?"), text=view.name)
        if good:
            self._apply(RenameView(view.id, name))

    def _on_delete(self, view: SavedView) -> None:
        self._apply(DeleteView(view.id, view.name))

"""The menu of kept views: show one, keep the present one, rename, delete.

Owns the small card below its button in which a name is typed. What a view shows is for whoever opens the menu.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from legwork.i18n import tr
from legwork.qt.core.commands import name_part, tell
from legwork.qt.core.context import Context
from legwork.qt.widgets.line_ask import LineAsk
from legwork.qt.widgets.line_editor import Typing
from legwork.services.chart_views import DeleteView, RenameView, SavedView, SaveView, saved_views, view_name
from legwork.services.edit import Edit


class ViewsMenu(QMenu):
    """Filled anew each time it opens."""

    def __init__(
        self, context: Context, spec: Callable[[], str], show: Callable[[str], object],
        all_limbs: Callable[[], object], apply: Callable[[Edit], object], opener: QWidget,
    ) -> None:  # fmt: skip
        """spec: the present view as text. show: looks at a kept one. all_limbs: looks at the view that is always there.
        apply: runs an edit, saying what is refused. opener: the button of the menu.
        """
        super().__init__(opener)
        self.setObjectName("chart_views_menu")
        self._context, self._spec, self._show, self._apply = context, spec, show, apply
        self._all_limbs, self._opener = all_limbs, opener
        self._naming = LineAsk(context.theme, "view_naming")
        self.destroyed.connect(self._naming.deleteLater)  # it is a child of the window once it was shown
        self.aboutToShow.connect(self._fill)
        name_part(opener, tr("In the menu of views"))
        tell(opener, "F2", tr("Rename the view"))
        tell(opener, "Del", tr("Delete the view"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        run = {Qt.Key.Key_F2: self._on_rename, Qt.Key.Key_Delete: self._on_delete}.get(Qt.Key(event.key()))
        action = self.activeAction()
        view = action.data() if action is not None else None
        if run is None or not isinstance(view, SavedView):
            super().keyPressEvent(event)
        else:
            self.close()
            run(view)

    def _fill(self) -> None:
        self.clear()
        kept = self._kept()
        self.addAction(tr("All limbs, each apart"), self._all_limbs).setObjectName("view_all_limbs")
        self.addSeparator()
        for view in kept:
            self.addAction(view.name.replace("&", "&&"), partial(self._show, view.spec)).setData(view)
        if kept:
            self.addSeparator()
        self.addAction(tr("Keep this view…"), self._on_keep).setObjectName("view_keep")
        if not kept:
            return
        for text, run in ((tr("Rename"), self._on_rename), (tr("Delete"), self._on_delete)):
            menu = self.addMenu(text)
            for view in kept:
                menu.addAction(view.name.replace("&", "&&"), partial(run, view))

    def _kept(self) -> tuple[SavedView, ...]:
        person = self._context.person
        return saved_views(self._context.profile, person.id) if person is not None else ()

    def _on_keep(self) -> None:
        person, spec = self._context.person, self._spec()
        if person is not None:
            self._ask(tr("Keep this view"), "", view_name, lambda name: self._apply(SaveView(person.id, name, spec)))

    def _on_rename(self, view: SavedView) -> None:
        others = [one.name for one in self._kept() if one.id != view.id]
        self._ask(
            tr("Rename the view"), view.name, lambda text: view_name(text, others),
            lambda name: self._apply(RenameView(view.id, name)),
        )  # fmt: skip

    def _ask(self, heading: str, name: str, read: Callable[[str], str], run: Callable[[str], object]) -> None:
        typing = Typing(tr("Under which name?"), read)
        self._naming.ask(heading, typing, name, "", self._opener, self._opener.rect(), run)

    def _on_delete(self, view: SavedView) -> None:
        self._apply(DeleteView(view.id, view.name))

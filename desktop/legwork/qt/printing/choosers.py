"""The choosers of a preview: what is printed, from where to where, on which paper, and how it lies.

Owns the widgets and what is remembered of them. They must not make pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from legwork.i18n import tr
from legwork.qt.core.view_state import ViewState
from legwork.qt.printing.paper import Orientation, Paper
from legwork.qt.printing.sheets import Document
from legwork.qt.printing.variants import Variant
from legwork.qt.widgets.choices import name_chooser
from legwork.qt.widgets.layout import label, row

_SIZE, _WAY, _WHAT = "paper", "paper_way", "paper_what"
"""As what size, orientation (with the kind's key behind it) and kind are remembered."""


class WhatChooser(QWidget):
    """Which kind of a document, and which part of it. Not there at all where there is nothing to choose."""

    changed = Signal()

    def __init__(self, variants: Sequence[Variant], view: ViewState) -> None:
        super().__init__()
        self._variants, self._view = {one.key: one for one in variants}, view
        self.setObjectName("print_what_row")
        self.kind = _box("print_what", tr("What is printed"))
        for one in variants:
            self.kind.addItem(one.name, one.key)
        self.kind.setCurrentIndex(max(0, self.kind.findData(view.text(_WHAT))))
        self.first = _box("print_first", tr("From"))
        self.last = _box("print_last", tr("To"))
        self._span_label, self._to = label(), label(tr("to"))
        self._span_label.setBuddy(self.first)
        self._to.setBuddy(self.last)
        self._spanned: tuple[str, ...] = ()
        what = label(tr("What"))
        what.setBuddy(self.kind)
        self.setLayout(row(what, self.kind, 8, self._span_label, self.first, self._to, self.last, None))
        if len(variants) < 2 and variants[0].span is None:
            self.hide()
        self._fill_span()
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.first.currentIndexChanged.connect(self._on_first)
        self.last.currentIndexChanged.connect(self._on_last)

    @property
    def variant(self) -> Variant:
        """The kind that is chosen."""
        return self._variants[self.kind.currentData()]

    def document(self) -> Document:
        """Make what is chosen."""
        return self.variant.build(max(0, self.first.currentIndex()), max(0, self.last.currentIndex()))

    def _fill_span(self) -> None:
        """Offer what can be chosen of this kind; a choice stays where another kind has the same parts."""
        span = self.variant.span
        shown: tuple[QWidget, ...] = (self._span_label, self.first, self._to, self.last)
        for widget in shown:
            widget.setVisible(span is not None)
        if span is None or span.names == self._spanned:
            return
        self._spanned = span.names
        self._span_label.setText(span.label)
        for box, said, place in ((self.first, tr("From"), span.first), (self.last, tr("To"), span.last)):
            with QSignalBlocker(box):
                box.clear()
                box.addItems(span.names)
                box.setCurrentIndex(place)
            box.setAccessibleName(f"{span.label}: {said}")

    def _on_kind(self) -> None:
        self._view.set_text(_WHAT, self.variant.key)
        self._fill_span()
        self.changed.emit()

    def _on_first(self) -> None:
        """The end goes along where it would come before the beginning."""
        with QSignalBlocker(self.last):
            self.last.setCurrentIndex(max(self.first.currentIndex(), self.last.currentIndex()))
        self.changed.emit()

    def _on_last(self) -> None:
        with QSignalBlocker(self.first):
            self.first.setCurrentIndex(min(self.first.currentIndex(), self.last.currentIndex()))
        self.changed.emit()


class PaperChooser(QWidget):
    """The size of paper, the same for everything, and how it lies, for each kind of document by itself."""

    changed = Signal()

    def __init__(self, view: ViewState, variant: Variant) -> None:
        super().__init__()
        self._view, self._variant = view, variant
        self.paper = _box("print_paper", tr("Size of paper"))
        for paper in Paper:
            self.paper.addItem(paper.label, paper.value)
        self.paper.setCurrentIndex(self.paper.findData(Paper.named(view.text(_SIZE)).value))
        self.orientation = _box("print_orientation", tr("How the paper lies"))
        name_chooser(self.orientation, self.orientation.accessibleName())
        for way in Orientation:
            self.orientation.addItem(way.label, way.value)
        self.show_variant(variant)
        words: QLabel = label(tr("Paper"))
        words.setBuddy(self.paper)
        self.setLayout(row(words, self.paper, self.orientation))
        self.paper.currentIndexChanged.connect(self._on_paper)
        self.orientation.currentIndexChanged.connect(self._on_way)

    @property
    def chosen(self) -> Paper:
        """The size."""
        return Paper(self.paper.currentData())

    @property
    def way(self) -> Orientation:
        """How it lies."""
        return Orientation(self.orientation.currentData())

    def show_variant(self, variant: Variant) -> None:
        """Let the paper lie as it did when this kind was last printed; says nothing to anybody."""
        self._variant = variant
        kept = self._view.text(self._kept_as)
        place = self.orientation.findData(kept if kept in (*Orientation,) else variant.orientation.value)
        with QSignalBlocker(self.orientation):
            self.orientation.setCurrentIndex(place)

    @property
    def _kept_as(self) -> str:
        return f"{_WAY}_{self._variant.key}" if self._variant.key else _WAY

    def _on_paper(self) -> None:
        self._view.set_text(_SIZE, self.chosen.value)
        self.changed.emit()

    def _on_way(self) -> None:
        self._view.set_text(self._kept_as, self.way.value)
        self.changed.emit()


def _box(name: str, said: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(said)
    return box

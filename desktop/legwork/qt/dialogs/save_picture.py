"""How large a picture of the charts shall be, and of which kind."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QSpinBox, QWidget

from legwork.i18n import tr
from legwork.qt.charts.picture import FORMS, LARGEST, SMALLEST
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, row

USUAL = QSize(1600, 900)


class SavePictureDialog(QDialog):
    """Asks for kind and size; the file is asked for afterwards."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("save_picture_dialog")
        self.setWindowTitle(tr("Save picture"))
        self.form = QComboBox()
        self.form.setObjectName("picture_form")
        self.form.setAccessibleName(tr("Kind of file"))
        for key, text in FORMS.items():
            self.form.addItem(tr(text), key)
        self.width_px = self._side("picture_width", tr("Width"), USUAL.width())
        self.height_px = self._side("picture_height", tr("Height"), USUAL.height())
        fields = QGridLayout()
        fields.setHorizontalSpacing(theme.px(12))
        fields.setVerticalSpacing(theme.px(8))
        for line, (text, widget) in enumerate(
            ((tr("Kind"), self.form), (tr("Width"), self.width_px), (tr("Height"), self.height_px))
        ):
            words = label(text)
            words.setBuddy(widget)
            fields.addWidget(words, line, 0)
            fields.addWidget(widget, line, 1)
        fields.setColumnStretch(1, 1)
        save = button(tr("Save…"), "picture_save", "primary")
        save.clicked.connect(self.accept)
        cancel = button(tr("Cancel"), "picture_cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        said = tr("Drawings and pages stay sharp at any size. Pictures are drawn on white, ready for paper.")
        layout = column(
            label(tr("Save picture"), "section"), label(said, "secondary", wrap=True), fields,
            row(None, cancel, save), spacing=theme.px(12),
        )  # fmt: skip
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)
        save.setDefault(True)  # only now does the dialog know that it is its button
        self.setMinimumWidth(theme.px(380))

    @property
    def size_px(self) -> QSize:
        """The size that was asked for."""
        return QSize(self.width_px.value(), self.height_px.value())

    @staticmethod
    def _side(name: str, said: str, usual: int) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName(name)
        box.setAccessibleName(said)
        box.setRange(SMALLEST, LARGEST)
        box.setSingleStep(100)
        box.setValue(usual)
        box.setSuffix(tr(" px"))
        box.lineEdit().setTextMargins(8, 0, 8, 0)  # the style sheet's padding does not reach into a spin box
        return box

"""The Train page for who cannot see it, or has no mouse: every part has a name, and Tab follows the eye."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from accessible import spoken
from train_cases import ALT, Hand


def focusable(root: QWidget) -> list[QWidget]:
    """What can have the focus on the page, without the parts of Qt's own widgets."""
    return [
        one
        for one in root.findChildren(QWidget)
        if one.isVisible()
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and one.objectName() not in ("qt_spinbox_lineedit", "qt_scrollarea_viewport")
        and not isinstance(one, QScrollBar)
    ]


def test_everything_on_the_sheet_has_a_name_of_its_own_and_tab_goes_from_above_to_below(loose: Hand) -> None:
    loose.enter("", "100x8")
    loose.press(Qt.Key.Key_Insert)
    loose.press(Qt.Key.Key_N, ALT)
    loose.write("deep")
    found = list(focusable(loose.page))
    names = [one.objectName() for one in found]
    assert all(names) and len(set(names)) == len(names)
    said = [spoken(one) for one in found]
    assert all(said) and len(set(said)) == len(said)
    loose.page.work.finish.setFocus()
    order = []
    for _ in range(12):
        loose.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        order.append(focused.objectName())
    assert order == [
        "train_felt_0", "train_exercise_more_0", "train_set_0_0", "train_set_0_1", "train_set_0_2", "train_set_0_3",
        "train_exercise_note_0", "train_add_set_0", "train_exercise_more_1", "train_set_1_0", "train_set_1_1",
        "train_add_set_1",
    ]  # fmt: skip

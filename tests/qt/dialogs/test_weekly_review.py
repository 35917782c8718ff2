"""The review of a week on screen: opened after a check-in, turned to others, printed, and kept up with the data."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from legwork.qt.dialogs.weekly_review import WeeklyReviewDialog, show_review
from legwork.qt.printing.preview import PreviewDialog
from legwork.services.people import AddPerson, DeletePerson, everybody
from program_driver import Desk, answering

TODAY = date.today()
BEFORE = TODAY - timedelta(weeks=1)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def measured(desk: Desk) -> Desk:
    """Two check-ins, a week apart."""
    desk.remember(BEFORE, calf_left="38.0", calf_right="37.8", waist="84")
    desk.remember(TODAY, calf_left="38.2", calf_right="37.7", waist="84.5")
    return desk


def visible(desk: Desk) -> list[WeeklyReviewDialog]:
    return [one for one in desk.window.findChildren(WeeklyReviewDialog) if one.isVisible()]


def opened(desk: Desk) -> WeeklyReviewDialog:
    found = visible(desk)
    assert len(found) == 1, f"{len(found)} reviews are open"
    settle(desk, found[0])
    return found[0]


def settle(desk: Desk, dialog: WeeklyReviewDialog) -> None:
    desk.qtbot.waitUntil(lambda: not dialog.busy and dialog.review is not None, timeout=20_000)
    desk.settle()


def said(widget: QWidget) -> str:
    texts = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    return "\n".join(texts).replace("\N{NO-BREAK SPACE}", " ")


def test_it_opens_from_the_check_in_once_there_are_values(desk: Desk) -> None:
    desk.go("measure")
    button = desk.window.findChild(QPushButton, "measure_review")
    assert button is not None and not button.isVisible(), "nothing is measured yet"
    desk.enter("waist", "84")
    assert button.isVisible()
    desk.click("measure_review")
    dialog = opened(desk)
    assert dialog.heading.text().startswith("Check-in of ") and not dialog.isModal()
    assert "This is the first check-in" in said(dialog)


def test_it_says_what_is_noise_in_the_words_of_the_review(measured: Desk) -> None:
    show_review(measured.context, measured.window)
    dialog = opened(measured)
    review = dialog.review
    assert review is not None and review.day == TODAY
    shown = said(dialog)
    assert "left +0.2, right −0.1 cm" in shown and "±1.1 cm" in shown
    assert review.changes.said in shown.replace("\n", " ") or review.changes.said in shown
    assert review.done.kept in shown and review.ahead.plan in shown and review.ahead.check_in in shown


def test_alt_and_arrows_turn_to_other_check_ins(measured: Desk) -> None:
    show_review(measured.context, measured.window)
    dialog = opened(measured)
    assert dialog.back.isEnabled() and not dialog.forth.isEnabled()
    measured.qtbot.keyClick(dialog.area, Qt.Key.Key_Left, ALT)
    settle(measured, dialog)
    assert dialog.review is not None and dialog.review.day == BEFORE
    assert not dialog.back.isEnabled() and dialog.forth.isEnabled()
    measured.qtbot.keyClick(dialog.area, Qt.Key.Key_Right, ALT)
    settle(measured, dialog)
    assert dialog.review.day == TODAY


def test_ctrl_p_shows_its_one_page(measured: Desk) -> None:
    show_review(measured.context, measured.window)
    dialog = opened(measured)
    pages = []

    def look(preview: QDialog) -> None:
        assert isinstance(preview, PreviewDialog)
        pages.append([sheet.words for sheet in preview.pages.sheets])
        preview.reject()

    with answering("print_preview", look):
        measured.qtbot.keyClick(dialog.area, Qt.Key.Key_P, CTRL)
    [[page]] = pages
    assert "What was done" in page and "Noise" in page and "What comes" in page


def test_it_follows_what_is_undone(measured: Desk) -> None:
    measured.enter("waist", "90")
    show_review(measured.context, measured.window)
    dialog = opened(measured)
    assert "+6.0 cm" in said(dialog), "ninety after eighty-four"
    measured.qtbot.keyClick(dialog.area, Qt.Key.Key_Z, CTRL)
    settle(measured, dialog)
    assert "+6.0 cm" not in said(dialog) and "+0.5 cm" in said(dialog)


def test_it_belongs_to_one_person(measured: Desk) -> None:
    context = measured.context
    show_review(context, measured.window)
    opened(measured)
    context.runner.apply(AddPerson("Bo"))
    other = everybody(context.profile)[-1]
    context.look_at(other.uid)
    measured.settle()
    assert not visible(measured)
    show_review(context, measured.window)
    assert opened(measured).review is not None
    context.runner.apply(DeletePerson(other.id, other.name))
    measured.settle()
    assert not visible(measured)


def test_it_leads_to_the_page_that_settles_things(sample_desk: Desk) -> None:
    sample_desk.go("help")  # what another page works out need not be waited for
    show_review(sample_desk.context, sample_desk.window)
    dialog = opened(sample_desk)
    sample_desk.click(sample_desk.child(QPushButton, "review_train", dialog))
    assert sample_desk.window.current_page().name == "train"
    assert not visible(sample_desk)


def test_the_sample_fits_on_one_screen(sample_desk: Desk) -> None:
    sample_desk.go("help")  # what another page works out need not be waited for
    sample_desk.window.resize(1280, 800)
    sample_desk.settle()
    show_review(sample_desk.context, sample_desk.window)
    dialog = opened(sample_desk)
    assert dialog.width() <= 1280 and dialog.height() <= 800
    assert dialog.area.verticalScrollBar().maximum() == 0, "it has to be scrolled"


def test_a_window_has_one_review_which_turns_to_the_day_that_is_asked_for(measured: Desk) -> None:
    show_review(measured.context, measured.window)
    first = opened(measured)
    assert first.review is not None and first.review.day == TODAY
    assert show_review(measured.context, measured.window, BEFORE) is first
    assert opened(measured) is first and first.review.day == BEFORE


def test_it_goes_with_the_window_that_is_put_away(measured: Desk) -> None:
    show_review(measured.context, measured.window)
    opened(measured)
    measured.window.stays_when_closed = True
    measured.window.close()
    measured.settle()
    assert not measured.window.isVisible() and not visible(measured)
    measured.window.stays_when_closed = False
    measured.window.bring_forward()

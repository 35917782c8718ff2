"""Two months of Strong, or of Hevy, are dropped on the window: they are trained on with the next week, and stay."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from import_driver import KEY, Hands, bring, choosing, done, drop
from journey_hands import labels, plain
from legwork.qt.dialogs.training_preview import TrainingPreview
from program_driver import ALEX, LONGEST_WORK_MS, Desk, answering, fill, opened
from train_cases import CTRL, Hand, sets_in

EXPORTS = Path(__file__).parents[1] / "fixtures" / "exports"
STRONG, HEVY = EXPORTS / "strong.csv", EXPORTS / "hevy_workout_data.csv"
HEVY_BODY = EXPORTS / "hevy_measurement_data.csv"


def history(desk: Desk) -> list[str]:
    """The workouts that the Train page lists, newest first."""
    if desk.page.name != "train":
        desk.go("train")
    desk.settle()
    older = desk.page.overview.history.more
    while older.isVisible():
        desk.click(older)
        desk.settle()
    shown = desk.page.overview.history.list
    return [plain(shown.item(at).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(shown.count())]


def test_from_strong(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    seen: list[object] = []

    def answer(hands: Hands) -> None:
        seen.append(plain(hands.head[0]))
        seen.append(hands.head[1])
        seen.append(hands.dialog.asks.unit.answer.text())
        seen.append([one for one in hands.lines if one[1] == "not known"])
        hands.to_names()
        hands.press(KEY.Key_Down)
        with answering("choose_exercise_dialog", choosing(hands.desk, "box jump")):
            hands.press(KEY.Key_Return)

    with opened(qtbot, folder) as desk:
        bring(desk, STRONG, answer)
        assert seen == [
            "16 workouts, 162 sets from 4 Aug 2025 to 25 Sep 2025",
            "16 new workouts, 2 exercises of your own.",
            "Kilograms",
            [(name, "not known", "own exercise, no muscles yet") for name in ("Running", "Hopsla")],
        ], "64 rest timers are no sets, and the loads look like kilograms"
        assert plain(desk.notice) == "16 workouts and 162 sets brought in from strong.csv."
        listed = history(desk)
        assert len(listed) == 16
        assert listed[0].startswith("25 Sep 2025, Push, pull: 9 sets · 2 790 kg · 58 min. Bench press, Pull-up")
        first = done(desk)[0].workout
        assert sets_in(first)["squat"] == ["w 60 × 5", "90 × 5", "90 × 5", "90 × 4 @1.5"], "RPE 8.5 left one and a half"
        assert sets_in(first)["seated_leg_curl"][-1] == "d 30 × 9"
        assert sets_in(first)["standing_calf_raise"][-1] == "70 × 11 f"

    with opened(qtbot, folder) as desk:
        assert len(history(desk)) == 16
        heads: list[str] = []
        bring(desk, STRONG, lambda hands: heads.append(hands.head[1]), take=False)
        assert heads == ["All of it is here already. Nothing would change."], "the same file again doubles nothing"
        train_on(desk, "squat", ghost="107.5 × 5", did="110x5")
    with opened(qtbot, folder) as desk:
        listed = history(desk)
        assert len(listed) == 17 and "Free session: 1 set · 550 kg. Back squat" in listed[0]


def train_on(desk: Desk, exercise: str, ghost: str, did: str) -> None:
    """Today, without a plan: what was done last time in the other program stands in grey."""
    hand = Hand(desk)
    hand.go()
    hand.press(Qt.Key.Key_N, CTRL)
    hand.write(exercise)
    hand.press(Qt.Key.Key_Return)
    assert hand.ghost == ghost
    hand.enter(did)
    hand.press(Qt.Key.Key_Return, CTRL)


def test_from_hevy(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    seen: list[str] = []

    def take_workouts(dialog: QDialog) -> None:
        assert isinstance(dialog, TrainingPreview)
        hands = Hands(dialog_desk[0], dialog)
        seen.append(plain(hands.head[0]))
        hands.click("import_accept")

    def take_body(dialog: QDialog) -> None:
        accept = dialog.findChild(QPushButton, "import_accept")
        assert accept is not None
        qtbot.waitUntil(accept.isEnabled, timeout=LONGEST_WORK_MS)
        seen.append(plain(labels(dialog)))
        accept.click()

    with opened(qtbot, folder) as desk:
        dialog_desk = [desk]
        with answering("import_preview", take_body), answering("training_preview", take_workouts):
            drop(desk, HEVY, HEVY_BODY)
            qtbot.waitUntil(lambda: desk.context.runner.stack.count() == 2, timeout=LONGEST_WORK_MS)
        desk.settle()
        assert seen[0] == "16 workouts, 152 sets from 4 Aug 2025 to 24 Sep 2025"
        assert "8 days from 4 Aug 2025 to 22 Sep 2025 96 new readings, 8 new check-ins." in seen[1]
        listed = history(desk)
        assert len(listed) == 16 and listed[1].startswith("22 Sep 2025, Lower A: 9 sets · 5 388 kg · 68 min.")
        first, second = (one.workout for one in done(desk)[:2])
        assert sets_in(first)["squat"] == ["w 60 × 5", "100 × 6 @2", "100 × 6 @2", "100 × 5 @1.5"]
        assert sets_in(first)["seated_calf_raise"] == ["40 × 15", "40 × 13 f", "d 25 × 12"]
        assert [one.group for one in first.exercises] == [None, 1, 1, None], "the superset is one here too"
        assert first.exercises[0].note == "Heels on the ground and slow"
        assert sets_in(second)["pull_up"] == ["BW × 8", "BW × 7", "BW × 6"]
        table = desk.go("history").model
        assert table.rowCount() == 8
        shown = [str(table.index(0, at).data()) for at in range(table.columnCount())]
        assert shown[:3] == ["22 Sep 2025", "82.3", "39.4"], "kilograms stay, inches are shown as centimetres"
        charts = desk.go("charts")
        assert plain(charts.over_time.board.summary()).startswith("Upper thigh, left: 55.9 to 57.7 cm from 4 Aug 2025")
    with opened(qtbot, folder) as desk:
        assert len(history(desk)) == 16
        train_on(desk, "leg extension", ghost="50 × 12", did="52.5x12")
        assert "Free session: 1 set · 630 kg. Leg extension" in history(desk)[0]

"""Two starts on one profile: the second brings the first window forward and ends."""

from __future__ import annotations

import errno
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QProcess, QProcessEnvironment, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

import legwork
from legwork import log
from legwork.bootstrap import Program
from legwork.paths import ProfilePaths
from legwork.qt.core import single_instance
from legwork.qt.core.single_instance import MOST_BYTES, MOST_FILES, MOST_VISITORS, Answer, SingleInstance
from program_driver import ALEX, LONGEST_WORK_MS, Desk, answering, fill, opened


def started(folder: Path, *arguments: str, cwd: Path | None = None, **environment: str) -> QProcess:
    """A second start, ready to go."""
    process = QProcess()
    around = QProcessEnvironment.systemEnvironment()
    around.insert("PYTHONPATH", str(Path(legwork.__file__).parents[1]))
    around.insert("QT_QPA_PLATFORM", "offscreen")
    for name, value in environment.items():
        around.insert(name, value)
    process.setProcessEnvironment(around)
    if cwd is not None:
        process.setWorkingDirectory(str(cwd))
    process.setProgram(sys.executable)
    process.setArguments(["-m", "legwork", "--profile-dir", str(folder), *arguments])
    return process


@pytest.fixture
def second(qtbot: QtBot, folder: Path) -> QProcess:
    return started(folder)


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> Iterator[SingleInstance]:
    """A program that runs and listens."""
    (tmp_path / "home").mkdir()
    one = SingleInstance(tmp_path / "home" / "running.lock")
    assert one.acquire()
    one.listen()
    yield one
    one.release()


def test_a_second_start_asks_the_first_forward_and_ends_well(desk: Desk, second: QProcess) -> None:
    with (
        desk.qtbot.waitSignal(desk.program.single.asked_forward, timeout=20000),
        desk.qtbot.waitSignal(second.finished, timeout=20000) as ended,
    ):
        second.start()
    assert ended.args[0] == 0
    assert second.readAllStandardError().data().decode().replace(
        "This plugin does not support propagateSizeHints()\n", ""
    ) == ""  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of a session is the desktop's on Linux")
def test_a_terminal_with_a_folder_of_its_own_for_temporary_files_finds_the_window(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tempfile.TemporaryDirectory(prefix="run-") as session:  # the way to a socket has to be short
        monkeypatch.setenv("XDG_RUNTIME_DIR", session)
        first = SingleInstance(tmp_path / "running.lock")
        assert first.acquire()
        first.listen()
        forward: list[bool] = []
        first.asked_forward.connect(lambda: forward.append(True))
        monkeypatch.setenv("TMPDIR", str(tmp_path))
        answers: list[Answer] = []
        asks = threading.Thread(target=lambda: answers.append(SingleInstance(tmp_path / "running.lock").ask_first()))
        asks.start()
        qtbot.waitUntil(lambda: bool(forward), timeout=10_000)
        asks.join(10)
        first.release()
    assert answers == [Answer.TAKEN]


def test_a_minimised_window_comes_back(desk: Desk, second: QProcess) -> None:
    desk.window.showMinimized()
    with desk.qtbot.waitSignal(second.finished, timeout=20000):
        second.start()
    desk.qtbot.waitUntil(lambda: not desk.window.isMinimized())
    assert desk.window.isVisible()


def test_a_lock_is_held_once(tmp_path: Path, qtbot: QtBot) -> None:
    first, other = SingleInstance(tmp_path / "running.lock"), SingleInstance(tmp_path / "running.lock")
    assert first.acquire()
    assert not other.acquire()
    first.release()
    assert other.acquire()
    other.release()


def test_a_folder_that_takes_no_lock_is_an_error_and_not_a_second_start(tmp_path: Path, qtbot: QtBot) -> None:
    with pytest.raises(OSError):
        SingleInstance(tmp_path / "not there" / "running.lock").acquire()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX alone can limit what a program may write")
def test_what_keeps_the_lock_from_being_written_is_told_as_it_is(tmp_path: Path) -> None:
    """No byte may be written here, as on a full disk; nobody has made the folder read-only."""
    child = (
        "import resource, sys; from pathlib import Path; from legwork.qt.core.single_instance import SingleInstance\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
        "try: print(SingleInstance(Path(sys.argv[1])).acquire(), file=sys.stderr)\n"
        "except OSError as error: sys.exit(error.errno)\n"
    )
    around = os.environ | {"PYTHONPATH": str(Path(legwork.__file__).parents[1])}
    ended = subprocess.run(
        [sys.executable, "-c", child, str(tmp_path / "running.lock")], env=around, timeout=60, check=False
    )
    assert ended.returncode == errno.EFBIG
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".partial"] == []


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe there has no place that could be taken")
def test_a_place_to_listen_that_is_taken_is_written_down(tmp_path: Path, qtbot: QtBot) -> None:
    one = SingleInstance(tmp_path / "running.lock")
    taken = Path(QDir.tempPath()) / one._name
    taken.mkdir()
    try:
        log.start(tmp_path / "legwork.log")
        one.listen()
    finally:
        log.stop()
        one.release()
        taken.rmdir()
    assert (tmp_path / "legwork.log").read_text().count("a second start will not be heard") == 1


def test_a_lock_left_by_a_killed_program_is_taken_over(qtbot: QtBot, folder: Path) -> None:
    folder.mkdir()
    (folder / "running.lock").write_text(f"{2**22 - 3}\nlegwork\n{os.uname().nodename}\n")
    with opened(qtbot, folder) as desk:
        assert desk.window.isVisible()


@pytest.mark.parametrize("left", [b"", bytes(87), b"12"], ids=["empty", "zeros", "half a number"])
def test_a_lock_that_a_power_failure_left_is_taken_over(tmp_path: Path, left: bytes, qtbot: QtBot) -> None:
    """What was written last may be gone then, though the file is there; nobody would ever get in again."""
    lock = tmp_path / "running.lock"
    lock.write_bytes(left)
    one, other = SingleInstance(lock), SingleInstance(lock)
    assert one.acquire()
    assert not other.acquire()
    one.release()


def test_a_lock_that_is_emptied_while_it_is_held_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: SingleInstance, qtbot: QtBot
) -> None:
    monkeypatch.setattr(single_instance, "UNSIGNED_S", 0.1)
    lock = tmp_path / "home" / "running.lock"
    lock.write_bytes(b"")
    assert not SingleInstance(lock).acquire()
    assert lock.exists()


def test_a_lock_from_another_computer_says_from_which(
    folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """No one can tell from here whether it runs there; and this one may have been called so before it was cut off."""
    monkeypatch.setattr(single_instance, "ANSWER_SECONDS", 0.1)
    folder.mkdir()
    (folder / "running.lock").write_text("4711\nlegwork\nattic\n")
    program = Program(ProfilePaths(folder))
    said: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(box.text())
            box.reject()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    assert not program.start()
    timer.stop()
    assert "attic" in said[0] and str(folder / "running.lock") in said[0]
    assert program.exit_code == 1


ODD_NAMES = ("two words.csv", "a\nline.csv", "Gewichte – März.csv", "体重.csv", "'quoted\".csv")


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_second_start_hands_over_files_from_where_it_was_started(
    desk: Desk, folder: Path, tmp_path: Path, name: str
) -> None:
    there = tmp_path / "Eigene Dateien"
    there.mkdir()
    (there / name).write_text("nothing of the kind\n")
    second = started(folder, name, str(tmp_path / "other.csv"), cwd=there)
    with (
        desk.qtbot.waitSignal(desk.program.single.files_asked, timeout=20000) as asked,
        desk.qtbot.waitSignal(second.finished, timeout=20000) as ended,
    ):
        second.start()
    assert ended.args[0] == 0, second.readAllStandardError()
    assert asked.args == [(there / name, tmp_path / "other.csv")]
    assert asked.args[0][0].read_text() == "nothing of the kind\n"
    desk.qtbot.waitUntil(lambda: "other.csv" in desk.notice)


def test_a_name_that_is_no_utf8_arrives_as_it_is(desk: Desk, folder: Path, tmp_path: Path) -> None:
    around = os.environ | {"PYTHONPATH": str(Path(legwork.__file__).parents[1]), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "legwork", "--profile-dir", str(folder), b"caf\xe9.csv"]
    with desk.qtbot.waitSignal(desk.program.single.files_asked, timeout=20000) as asked:
        second = subprocess.Popen(command, cwd=tmp_path, env=around, stderr=subprocess.DEVNULL)
    assert [os.fsencode(one.name) for one in asked.args[0]] == [b"caf\xe9.csv"]
    desk.qtbot.waitUntil(lambda: second.poll() is not None, timeout=20000)
    assert second.returncode == 0
    desk.qtbot.waitUntil(lambda: "caf" in desk.notice)


def test_a_minimised_start_with_files_does_hand_them_over(desk: Desk, folder: Path, tmp_path: Path) -> None:
    second = started(folder, "--minimised", "x.csv", cwd=tmp_path)
    with desk.qtbot.waitSignal(desk.program.single.files_asked, timeout=20000) as asked:
        second.start()
        desk.qtbot.waitUntil(lambda: second.state() is QProcess.ProcessState.NotRunning, timeout=20000)
    assert asked.args == [(tmp_path / "x.csv",)]
    desk.qtbot.waitUntil(lambda: "x.csv" in desk.notice)


def test_one_that_asks_something_before_it_opens_the_data_answers(qtbot: QtBot, folder: Path, second: QProcess) -> None:
    """Its dialog may stand behind other windows, and who starts it again looks for just that."""
    fill(folder, ALEX)
    ProfilePaths(folder).database.write_bytes(b"not a database" * 400)
    hooks = sys.excepthook, threading.excepthook
    seen: list[int] = []

    def look(dialog: QDialog) -> None:
        came = [second.finished, desk.program.single.asked_forward]
        with qtbot.waitSignals(came, timeout=LONGEST_WORK_MS, raising=False):
            second.start()
        second.kill()  # where it was not answered, it says so in a dialog of its own
        second.waitForFinished()
        seen.append(second.exitCode())
        dialog.reject()

    desk = Desk(qtbot, Program(ProfilePaths(folder)))
    with answering("store_fault", look):
        assert desk.program.start()
        qtbot.waitUntil(lambda: bool(seen) and not desk.window.isVisible(), timeout=LONGEST_WORK_MS)
    sys.excepthook, threading.excepthook = hooks
    assert seen == [0]
    desk.close()


def test_the_desktops_token_goes_along(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    second = started(folder, XDG_ACTIVATION_TOKEN="token-7")
    with (
        desk.qtbot.waitSignal(desk.program.single.asked_forward, timeout=20000),
        desk.qtbot.waitSignal(second.finished, timeout=20000),
    ):
        second.start()
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "token-7"


def said_to(first: SingleInstance, qtbot: QtBot, message: bytes, name: str = "-2") -> bytes:
    """What comes back when something says `message` to the socket."""
    [new, old] = [server.serverName() for server in first._servers]
    socket = QLocalSocket()
    socket.connectToServer(new if name else old)
    assert socket.waitForConnected(2000)
    heard: list[bytes] = []
    socket.readyRead.connect(lambda: heard.append(bytes(socket.readAll().data())))
    socket.write(message)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    return b"".join(heard)


def test_an_older_start_still_brings_the_window_forward(first: SingleInstance, qtbot: QtBot) -> None:
    socket = QLocalSocket()
    with qtbot.waitSignal(first.asked_forward, timeout=2000), qtbot.assertNotEmitted(first.files_asked):
        socket.connectToServer(first._servers[1].serverName())
        socket.write(b"forward\n")
        socket.waitForBytesWritten(1000)
        socket.disconnectFromServer()


def test_a_newer_start_with_more_to_say_is_understood(first: SingleInstance, qtbot: QtBot, tmp_path: Path) -> None:
    message = {"files": [str(tmp_path / "a.csv")], "from": 3, "wish": {"page": "charts"}}
    with qtbot.waitSignal(first.files_asked, timeout=2000) as asked:
        assert said_to(first, qtbot, json.dumps(message).encode() + b"\nmore\n") == b"taken\n"
    assert asked.args == [(tmp_path / "a.csv",)]


def test_an_older_first_program_is_told_apart(tmp_path: Path, qtbot: QtBot) -> None:
    """It brings itself forward, but the files would be lost: whoever handed them over must hear of it."""
    lock = tmp_path / "running.lock"
    older, server = SingleInstance(lock), QLocalServer()
    came: list[bool] = []
    server.newConnection.connect(lambda: came.append(True))
    assert server.listen(older._old_name)
    assert SingleInstance(lock).ask_first([tmp_path / "x.csv"]) is Answer.OLDER
    server.waitForNewConnection(1000)
    assert came
    server.close()


def test_one_that_does_not_answer_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(single_instance, "ANSWER_SECONDS", 0.4)
    lock = tmp_path / "running.lock"
    asked = SingleInstance(lock)
    assert asked.ask_first() is Answer.NONE, "nobody is there"
    hangs = QLocalServer()
    assert hangs.listen(asked._name)  # it takes the connection and never looks at it
    assert asked.ask_first([tmp_path / "x.csv"]) is Answer.NONE
    hangs.close()


HOSTILE = {
    "no JSON": b"forward\n",
    "a list": b"[1, 2]\n",
    "a deep list": b"[" * 100_000 + b"\n",
    "files that are no list": b'{"files": "/etc/passwd"}\n',
    "files that are no texts": b'{"files": [1, null]}\n',
    "a relative path": b'{"files": ["../../x"]}\n',
    "an empty path": b'{"files": [""]}\n',
    "a NUL": b'{"files": ["/tmp/a\\u0000b"]}\n',
    "too many files": json.dumps({"files": ["/x"] * (MOST_FILES + 1)}).encode() + b"\n",
    "too long": b'{"files": ["/' + b"x" * MOST_BYTES + b'"]}\n',
    "no end": b"x" * (MOST_BYTES + 10),
    "a token that is no text": b'{"token": 7}\n',
    "nothing": b"\n",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_makes_no_sense_is_left_unanswered(first: SingleInstance, qtbot: QtBot, what: str) -> None:
    with qtbot.assertNotEmitted(first.files_asked), qtbot.assertNotEmitted(first.asked_forward):
        assert said_to(first, qtbot, HOSTILE[what]) == b""
    assert said_to(first, qtbot, b"{}\n") == b"taken\n", "it still answers those who make sense"


def test_random_bytes_do_no_harm(first: SingleInstance, qtbot: QtBot) -> None:
    chance = random.Random(8)
    with qtbot.assertNotEmitted(first.files_asked):
        for _ in range(200):
            assert said_to(first, qtbot, chance.randbytes(chance.randrange(1, 200)) + b"\n") == b""


def test_a_crowd_that_says_nothing_leaves_room_again(first: SingleInstance, qtbot: QtBot) -> None:
    crowd = [QLocalSocket() for _ in range(MOST_VISITORS + 10)]
    for one in crowd:
        one.connectToServer(first._servers[0].serverName())
    connected = QLocalSocket.LocalSocketState.ConnectedState
    qtbot.waitUntil(lambda: sum(one.state() is connected for one in crowd) <= MOST_VISITORS)
    for one in crowd:
        one.abort()
    qtbot.waitUntil(lambda: not first._heard)
    assert said_to(first, qtbot, b"{}\n") == b"taken\n"


def test_nobody_else_may_speak_to_it(first: SingleInstance) -> None:
    for server in first._servers:
        assert Path(server.fullServerName()).stat().st_mode & 0o077 == 0

"""The models of the import preview: names sorted and searched, suspects with their ticks, rows under their reasons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from legwork.formats.records import Skipped
from legwork.formats.training_records import About, Suspect
from legwork.paths import resources_dir
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.import_names import BECOMES, FOUND, NAME, SETS, FoundNamesProxy, ImportNamesModel
from legwork.qt.models.import_report import BRING, OdditiesModel, SkippedModel
from legwork.services.catalogue import catalogue
from legwork.services.training_names import LEAVE_OUT, OWN_EXERCISE, FoundName, How
from legwork.services.training_words import Oddity

NAMES = (
    FoundName("Hopsla", 12, How.UNKNOWN, OWN_EXERCISE),
    FoundName("Squat (Barbell)", 1204, How.ALIAS, "squat", catalogue().get("squat")),
    FoundName("Bench Press", 36, How.NAME, "bench_press", catalogue().get("bench_press")),
)
CHOICES = {one.name: one.choice for one in NAMES}
ODD = tuple(
    Oddity(line, "9 Mar 2025", "Squat", f"{load} kg × 8", "Odd.", (Suspect(line, "", "Odd.", About.SET, 0, 0, line),))
    for line, load in ((4, 860), (9, 900))
)
GROUPS = {
    "A rest.": [Skipped(line, f"rest {line}", "A rest.") for line in range(1, 1_301)],
    "No reps.": [Skipped(7, "squat", "No reps.")],
}
DISPLAY = int(Qt.ItemDataRole.DisplayRole)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeManager]:
    yield ThemeManager(resources_dir() / "themes")


@pytest.fixture
def names(theme: ThemeManager) -> ImportNamesModel:
    made = ImportNamesModel(theme, theme)
    made.show_names(NAMES, CHOICES, (), catalogue())
    return made


def shown(proxy: FoundNamesProxy) -> list[str]:
    return [proxy.index(line, NAME).data() for line in range(proxy.rowCount())]


def test_names_behave_as_a_model(names: ImportNamesModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(names)
    proxy = FoundNamesProxy(names, names)
    qtmodeltester.check(proxy)
    names.show_names((), {}, (), catalogue())
    qtmodeltester.check(names)


def test_a_name_says_what_it_is(names: ImportNamesModel) -> None:
    assert [names.index(1, column).data() for column in (NAME, SETS, FOUND, BECOMES)] == [
        "Squat (Barbell)", "1\u202f204", "another of its names", "Back squat",
    ]  # fmt: skip
    assert names.open(0) and not names.open(1)
    names.show_names(NAMES, CHOICES | {"Hopsla": LEAVE_OUT}, ["Hopsla"], catalogue())
    assert not names.open(0)
    assert [names.index(0, column).data() for column in (FOUND, BECOMES)] == ["you say so", "left out"]
    spoken = names.index(0, BECOMES).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Comes in as: left out"


def test_names_are_sorted_by_any_column(names: ImportNamesModel) -> None:
    proxy = FoundNamesProxy(names, names)
    for column, wanted in (
        (NAME, ["Bench Press", "Hopsla", "Squat (Barbell)"]),
        (SETS, ["Squat (Barbell)", "Bench Press", "Hopsla"]),
        (FOUND, ["Hopsla", "Squat (Barbell)", "Bench Press"]),
        (BECOMES, ["Squat (Barbell)", "Bench Press", "Hopsla"]),
    ):
        proxy.sort(column)
        assert shown(proxy) == wanted
    proxy.sort(SETS, Qt.SortOrder.DescendingOrder)
    assert shown(proxy) == ["Hopsla", "Bench Press", "Squat (Barbell)"]


def test_an_answered_name_stays_where_it_is(names: ImportNamesModel) -> None:
    proxy = FoundNamesProxy(names, names)
    proxy.sort(FOUND)
    before = shown(proxy)
    names.show_names(NAMES, CHOICES | {"Hopsla": "squat"}, ["Hopsla"], catalogue())
    assert shown(proxy) == before


def test_names_are_searched_by_words(names: ImportNamesModel) -> None:
    proxy = FoundNamesProxy(names, names)
    for words, wanted in (
        ("bar squ", ["Squat (Barbell)"]), ("back", ["Squat (Barbell)"]), ("own", ["Hopsla"]), ("zzz", []),
        ("", ["Hopsla", "Squat (Barbell)", "Bench Press"]),
    ):  # fmt: skip
        proxy.search(words)
        assert shown(proxy) == wanted


def test_suspects_are_ticked_unless_they_are_left_out(theme: ThemeManager, qtmodeltester: ModelTester) -> None:
    model = OdditiesModel(theme, theme)
    asked: list[object] = []
    model.toggled.connect(lambda places, comes_in: asked.append((places, comes_in)))
    model.show_rows(ODD, [1])
    qtmodeltester.check(model)
    role = Qt.ItemDataRole.CheckStateRole
    states = [Qt.CheckState(model.index(row, BRING).data(role)) for row in range(2)]
    assert states == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    assert model.setData(model.index(0, BRING), Qt.CheckState.Unchecked.value, int(role))
    assert asked == [((0,), False)]
    assert model.comes_in(0), "whoever listens decides"
    assert model.index(1, BRING).data(Qt.ItemDataRole.AccessibleTextRole) == "Bring in: no"


def test_rows_lie_under_their_reasons(theme: ThemeManager, qtmodeltester: ModelTester) -> None:
    model = SkippedModel(theme, theme)
    model.show_groups(GROUPS)
    qtmodeltester.check(model)
    rest = model.index(0, 0)
    assert (rest.data(), model.index(0, 1).data(), model.rowCount(rest)) == ("A rest.", "1\u202f300 rows", 1_300)
    last = model.index(1_299, 0, rest)
    assert (last.data(), model.index(1_299, 1, rest).data(), last.parent()) == ("rest 1300", "1300", rest)
    assert model.rowCount(last) == 0
    model.show_groups({})
    assert model.rowCount(QModelIndex()) == 0

"""Apple Health's export: what of it is taken, and that it cannot do harm."""

from __future__ import annotations

import io
import tracemalloc
from datetime import date

import pytest

from health_files import HEAD, TODAY, apple, days, read, record, zipped
from legwork.errors import Cancelled, UserError
from legwork.formats import apple_health
from legwork.formats.recognise import recognise

FIRST = date(2026, 3, 1)
HEART = record("HeartRate", "count/min", 60)


def test_the_body_and_what_was_eaten_are_taken_and_all_else_is_counted() -> None:
    table = read(apple(
        HEART, record("BodyMass", "kg", 80.25), record("BodyFatPercentage", "%", 0.182),
        record("WaistCircumference", "in", 33), HEART, record("StepCount", "count", 12),
        record("DietaryEnergyConsumed", "kcal", 620), record("DietaryEnergyConsumed", "kcal", 810),
        record("DietaryProtein", "g", 42.5), record("DietaryWater", "mL", 500), record("DietaryWater", "L", 0.25),
        record("BodyMass", "lb", 176.4, "2026-03-02 23:50:00 -0500"),
    ))  # fmt: skip
    assert days(table) == {
        FIRST: {
            "body_weight": "80.25 kg", "body_fat": "18.2 %", "waist": "33 in", "energy": "1430 kcal",
            "protein": "42.5 g", "water": "750 mL",
        },
        date(2026, 3, 2): {"body_weight": "176.4 lb"},
    }  # fmt: skip
    assert [one.unit for one in table.columns] == ["kg", "%", "in", "kcal", "g", "mL"]
    assert [(one.text, one.reason) for one in table.skipped] == [
        ("HeartRate: 2", "Legwork keeps no values of this kind."),
        ("StepCount: 1", "Legwork keeps no values of this kind."),
    ]


def test_records_inside_of_a_meal_stand_outside_of_it_once_more() -> None:
    inner = record("DietaryEnergyConsumed", "kcal", 620)
    meal = f' <Correlation type="HKCorrelationTypeIdentifierFood" sourceName="A">\n {inner} </Correlation>\n'
    assert days(read(apple(meal, inner)))[FIRST] == {"energy": "620 kcal"}


def test_two_programs_that_wrote_down_the_same_meal_are_not_added_up() -> None:
    table = read(apple(
        record("DietaryEnergyConsumed", "kcal", 600, source="Yazio"),
        record("DietaryEnergyConsumed", "kcal", 600, source="Lose & It"),
        record("DietaryEnergyConsumed", "kcal", 700, source="Lose & It"),
    ))  # fmt: skip
    assert days(table)[FIRST] == {"energy": "1300 kcal"}
    assert [one.text for one in table.skipped] == ["Yazio: 1"]


def test_the_same_weight_from_two_programs_is_one_reading() -> None:
    lines = [record("BodyMass", "kg", value, source=source) for value, source in ((80, "A"), (80.0, "B"), (79.5, "A"))]
    assert days(read(apple(*lines)))[FIRST] == {"body_weight": "80 kg, 79.5 kg"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (record("BodyMass", "kg", "many"), "not a number"),
        (record("BodyMass", "kg", 800), "No human body"),
        (record("BodyMass", "stones", 80), "unit is not known"),
        (record("BodyMass", "kg", 80, "2031-01-01 00:00:00 +0000"), "in the future"),
        (record("BodyMass", "kg", 80, "yesterday"), "date cannot be read"),
        (record("DietaryProtein", "kcal", 80), "unit is not known"),
        (record("DietaryEnergyConsumed", "kcal", 90_000), "Nobody eats"),
    ],
)
def test_what_cannot_be_is_reported_with_its_line(line: str, reason: str) -> None:
    table = read(apple(HEART, HEART, line))
    assert table.rows == ()
    [one] = [each for each in table.skipped if each.line > 1]
    assert one.line == HEAD.count("\n") + 3
    assert reason in one.reason


def test_an_open_record_of_another_kind_may_hold_others() -> None:
    nested = HEART.replace("/>", '>\n  <MetadataEntry key="a" value="1"/>\n </Record>')
    table = read(apple(nested, record("BodyMass", "kg", 80)))
    assert days(table)[FIRST] == {"body_weight": "80 kg"}
    assert [one.text for one in table.skipped] == ["HeartRate: 1"]


def test_entities_are_refused() -> None:
    bomb = (
        '<!DOCTYPE HealthData [\n<!ENTITY a "aaaaaaaa">\n<!ENTITY b "&a;&a;&a;&a;">\n]>\n<HealthData>&b;</HealthData>\n'
    )
    outside = '<!DOCTYPE HealthData [\n<!ENTITY x SYSTEM "file:///etc/passwd">\n]>\n<HealthData>&x;</HealthData>\n'
    for text in (bomb, outside):
        with pytest.raises(UserError, match="declares entities"):
            recognise(text.encode(), TODAY)


def test_a_damaged_first_line_does_no_harm() -> None:
    data = apple(record("BodyMass", "kg", 80)).replace(b"UTF-8", b"no-such-8")
    assert days(read(data))[FIRST] == {"body_weight": "80 kg"}


def test_a_file_cut_short_gives_what_is_whole_and_says_so() -> None:
    data = apple(record("BodyMass", "kg", 80), HEART, record("BodyMass", "kg", 81, "2026-03-02 07:00:00 +0100"))
    whole = len(read(data).rows)
    for end in range(len(HEAD) + 20, len(data) - 20, 7):
        table = read(data[:end])
        assert len(table.rows) <= whole
        assert any("ends or is damaged" in one.reason for one in table.skipped)


def test_it_is_read_out_of_its_zip_and_can_be_cancelled() -> None:
    data = zipped({"apple_health_export/Export.xml": apple(record("BodyMass", "kg", 80)),
                   "apple_health_export/export_cda.xml": "<ClinicalDocument/>",
                   "apple_health_export/workout-routes/a.gpx": "<gpx/>"})  # fmt: skip
    assert days(read(data))[FIRST] == {"body_weight": "80 kg"}
    with pytest.raises(Cancelled):
        apple_health.read(io.BytesIO(apple(HEART)), TODAY, lambda: True)


def test_memory_stays_flat_whatever_the_size() -> None:
    class Endless(io.RawIOBase):
        """Hands out heart rates until 60 MB are read."""

        def __init__(self) -> None:
            self.pieces = iter([HEAD.encode(), *[HEART.encode() * 3000] * 70, b"</HealthData>\n"])

        def read(self, size: int = -1) -> bytes:
            return next(self.pieces, b"")

    apple_health.read(Endless(), TODAY)  # type: ignore[arg-type]
    tracemalloc.start()
    try:
        table = apple_health.read(Endless(), TODAY)  # type: ignore[arg-type]
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [one.text for one in table.skipped] == ["HeartRate: 210000"]
    assert peak < 16 * 1024 * 1024


def test_elements_inside_of_elements_without_end_are_refused() -> None:
    deep = "<Workout>" * (apple_health.MAX_DEPTH - 1) + "</Workout>" * (apple_health.MAX_DEPTH - 1)
    assert days(read(apple(deep, record("BodyMass", "kg", 80)))) == {date(2026, 3, 1): {"body_weight": "80 kg"}}
    with pytest.raises(UserError, match="no export of Apple Health"):
        read(apple(f"<a>{deep}</a>"))


def test_kinds_without_number_are_told_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apple_health, "MAX_KINDS", 3)
    inside = '<Record type="c"><MetadataEntry/></Record>\n<Workout/>\n'
    found = read(apple(*(f'<Record type="{one}" />\n' for one in "ababxyz"), inside, record("BodyMass", "kg", 80)))
    assert {one.text for one in found.skipped} == {"a: 2", "b: 2", "x: 1", "other kinds: 4"}


@pytest.mark.parametrize("start", ["<!-- ", "<Record a='"])
def test_what_has_no_end_is_not_kept(start: str) -> None:
    lines = b"xxxxxxxxx\n" * 100_000
    pieces = iter([HEAD.encode() + start.encode(), *[lines] * 100])
    given = 0

    class Stream(io.RawIOBase):
        def read(self, _size: int = -1) -> bytes:
            nonlocal given
            piece = next(pieces, b"")
            given += len(piece)
            return piece

    with pytest.raises(UserError, match="no export of Apple Health"):
        apple_health.read(Stream(), TODAY)
    assert given < 20_000_000

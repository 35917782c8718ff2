"""Days in every spelling that exports have been seen with."""

from __future__ import annotations

import contextlib
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.errors import UserError
from legwork.formats.dates import DateOrder, infer_order, parse_day, read_time

TODAY = date(2026, 7, 1)
FEBRUARY = {
    "English": ("14 February 2025", "14 Feb 2025, 00:00"),
    "English, month first": ("February 14, 2025", "Feb 14, 2025, 1:01\u202fPM"),
    "German": ("14. Februar 2025", "14. Feb. 2025, 00:00"),
    "Spanish": ("14 de febrero de 2025", "14 feb. 2025, 0:00"),
    "Portuguese": ("14 de fevereiro de 2025", "14 de fev. de 2025, 00:00"),
    "French": ("14 février 2025", "14 févr. 2025, 00:00"),
    "Italian": ("14 febbraio 2025", "14 feb 2025, 00:00"),
    "Turkish": ("14 Şubat 2025", "14 ŞUB 2025, 00:00"),
    "Dutch": ("14 februari 2025", "14 feb. 2025 00:00"),
    "Polish": ("14 lutego 2025", "14 lut 2025, 00:00"),
    "Russian": ("14 февраля 2025 г.", "14 февр. 2025 г., 00:00"),
    "Finnish": ("14 helmikuuta 2025", "14. helmi 2025, 00:00"),
    "Czech": ("14. února 2025", "14 úno 2025, 00:00"),
    "Hungarian": ("2025. február 14.", "14 febr. 2025, 00:00"),
    "Ukrainian": ("14 лютого 2025", "14 лют. 2025, 00:00"),
    "Greek": ("14 Φεβρουαρίου 2025", "14 Φεβ 2025, 00:00"),
    "Indonesian": ("14 Februari 2025", "14 Feb 2025 00:00"),
    "Japanese": ("14 2月 2025, 00:00", "2025年2月14日 午前7:30"),
    "Korean": ("14 2월 2025, 00:00", "2025. 2. 14. 오후 6:00"),
    "Chinese": ("2月 14, 2025", "2025年2月14日 下午6:00"),
    "Short years": ("14-Feb-25", "14. Feb. 25", "Feb 14, 25", "14.2.25", "2/14/25 07:30", "14/Feb/25", "Fr 14. Feb 25"),
    "Numbers": ("2025-02-14", "2025-02-14 00:00:00", "2025-02-14T23:59", "2025/02/14", "2025年2月14日"),
}


@pytest.mark.parametrize("text", [text for texts in FEBRUARY.values() for text in texts])
def test_one_day_in_many_languages(text: str) -> None:
    assert parse_day(text, TODAY, infer_order([text])) == date(2025, 2, 14)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3.5.94", date(1994, 5, 3)), ("3.5.69", date(1969, 5, 3)), ("3.5.24", date(2024, 5, 3)),
        ("3. Mai 94", date(1994, 5, 3)), ("3-Mrz-20", date(2020, 3, 3)), ("3/Jan/20", date(2020, 1, 3)),
    ],
)  # fmt: skip
def test_two_digits_of_a_year(text: str, day: date) -> None:
    assert parse_day(text, TODAY, DateOrder.DAY_FIRST) == day


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2025. 3. 4. 오후 6:05", time(18, 5)),
        ("2025年3月4日 上午6:05", time(6, 5)),
        ("2025年3月4日 下午6:05", time(18, 5)),
        ("2025年3月4日 午後12:05", time(12, 5)),
        ("4 3월 2025, 18:05", time(18, 5)),
        ("Jun 11, 2026, 1:01 PM", time(13, 1)),
    ],
)
def test_times_of_day(text: str, clock: time) -> None:
    assert read_time(text) == clock


@pytest.mark.parametrize(
    ("month", "names"),
    [
        (1, "Jan Januar enero ene. janeiro janv. gennaio Ocak Oca stycznia sty января янв."),
        (3, "March März Mär mrt maart marzo março mars Mart marca марта мар."),
        (4, "avr. avril abr. kwi kwietnia Nis апр."),
        (5, "May Mai mei mayo maio mag maggio Mayıs MAYIS maja мая май"),
        (6, "June Juni juin giu haz czerwca июн. июня"),
        (7, "July Juli juil. lug Tem lipca июл."),
        (8, "août ago Ağu Ağustos sierpnia авг."),
        (9, "Sept. Sep set Eyl wrz września сент."),
        (10, "Okt Oct out ott Eki paź października окт."),
        (11, "Kas Kasım lis listopada нояб."),
        (12, "Dez dic déc. Ara Aralık gru grudnia дек."),
    ],
)
def test_month_names(month: int, names: str) -> None:
    for name in names.split():
        assert parse_day(f"5 {name} 2024, 00:00", TODAY) == date(2024, month, 5), name


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no date"),
        ("  ", "no date"),
        ("yesterday", "cannot be read"),
        ("14 Foo 2025", "cannot be read"),
        ("14 Jan 20", "cannot be read"),
        ("14 Jan 202", "cannot be read"),
        ("14 Jan 2025, 25:00", "cannot be read"),
        ("Jan 14, 2025, 13:00 PM", "cannot be read"),
        ("2025-01-14T00:00:00Z", "cannot be read"),
        ("10:30", "cannot be read"),
        ("1" * 5_000, "cannot be read"),
        ("31 Feb 2025", "no such day"),
        ("0000-01-01", "no such day"),
        ("1899-12-31", "before 1900"),
        ("2026-07-03", "future"),
        ("3/4/2025", "not clear"),
    ],
)
def test_what_is_no_day_says_why(text: str, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        parse_day(text, TODAY)


def test_tomorrow_is_taken_because_time_zones_differ() -> None:
    assert parse_day("2026-07-02", TODAY) == date(2026, 7, 2)


def test_numbers_follow_the_order_of_the_file() -> None:
    assert parse_day("3/4/2025", TODAY, DateOrder.DAY_FIRST) == date(2025, 4, 3)
    assert parse_day("3/4/25 10:00 pm", TODAY, DateOrder.MONTH_FIRST) == date(2025, 3, 4)
    assert parse_day("4.4.2025", TODAY) == date(2025, 4, 4)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["3/4/2025", "13/4/2025"], DateOrder.DAY_FIRST),
        (["3/4/2025, 10:00", "4/13/2025, 10:00"], DateOrder.MONTH_FIRST),
        (["3/4/2025", "5/4/2025"], None),
        (["13/4/2025", "4/13/2025"], None),
        (["3.4.2025"], DateOrder.DAY_FIRST),
        (["14.01.25"], DateOrder.DAY_FIRST),
        (["14 Jan 2025", "2025-01-14", "rubbish"], None),
        ([], None),
    ],
)
def test_the_order_is_inferred_from_all_dates(texts: list[str], order: DateOrder | None) -> None:
    assert infer_order(texts) == order


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), TODAY))
def test_iso_and_english_round_trip(day: date) -> None:
    assert parse_day(day.isoformat(), TODAY) == day
    assert parse_day(f"{day:%d %b %Y}, 00:00", TODAY) == day


@settings(deadline=None)
@given(st.text(alphabet="0123456789 /.-:,JanŞ年月日ﷺ٣tpm", max_size=30) | st.text(max_size=70))
def test_any_text_is_a_day_or_a_sentence(text: str) -> None:
    for order in (None, *DateOrder):
        with contextlib.suppress(UserError):
            parse_day(text, TODAY, order)
    infer_order([text])


@pytest.mark.parametrize(
    "text",
    ["Di 04.03.2025", "Di., 04.03.2025", "Dienstag, 4. März 2025", "Tue, Mar 4, 2025", "Tuesday 4 March 2025 18:05",
     "mar. 4 mars 2025", "mar 2025-03-04", "martes, 4 de marzo de 2025", "terça-feira, 4 de março de 2025",
     "martedì 4 marzo 2025", "dinsdag 4 maart 2025", "04.03.2025 Di", "04.03.2025 (Di.)", "Mar 4, 2025", "4 mar 2025"],
)  # fmt: skip
def test_the_name_of_the_weekday_is_passed_over(text: str) -> None:
    assert parse_day(text, TODAY, DateOrder.DAY_FIRST) == date(2025, 3, 4)
    assert infer_order(["Di 13.03.2025", text]) is DateOrder.DAY_FIRST

"""Calendar days as other programs write them: ISO, with month names in many languages, or all in numbers.

Owns the names of months and weekdays and the guess at the order of day and month. It must not know any file's columns.
The time of day is checked and then left out, as a check-in belongs to a day; `read_time` gives it to those who need it.
Texts that name a time zone are refused here, because their day depends on where the person was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, time
from enum import StrEnum
from functools import lru_cache

from legwork.errors import UserError
from legwork.i18n import tr

EARLIEST_YEAR = 1900
_MAX_LETTERS = 60


class DateOrder(StrEnum):
    """Whether 3/4/2025 is in April or in March."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


_MONTH_NAMES = (
    # English, German, Dutch
    "January February March April May June July August September October November December",
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "Jänner Feber Mär Apr Mai Jun Jul Aug Sept Okt Nov Dez",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "jan feb mrz apr mai jun jul aug sep okt nov dez",  # a spreadsheet's German
    # Spanish, Portuguese, French, Italian, Romanian
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago setiembre oct nov dic",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "gen feb mar apr mag giu lug ago set ott nov dic",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "ian feb mar apr mai iun iul aug sept oct noi dec",
    # Turkish
    "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
    # Polish: as a name, in a date, short
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    # Russian: as a name, in a date, short and shorter
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "янв февр мар апр май июн июл авг сент окт нояб дек",
    "янв фев мар апр мая июн июл авг сен окт ноя дек",
    # Swedish, Danish, Norwegian
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november desember",
    "jan feb mars apr maj juni juli aug sept okt nov des",
    # Finnish: as a name, in a date, short
    "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
    "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
    # Czech: as a name, in a date, short; Hungarian, short too; Slovak
    "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "led úno bře dub kvě čvn čvc srp zář říj lis pro",
    "január február március április május június július augusztus szeptember október november december",
    "jan febr márc ápr máj jún júl aug szept okt nov dec",
    "január február marec apríl máj jún júl august september október november december",
    # Ukrainian: in a date, short
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "січ лют бер квіт трав черв лип серп вер жовт лист груд",
    # Greek: in a date, short
    "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου "
    "Δεκεμβρίου",
    "Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ",
    # Indonesian
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "Jan Feb Mar Apr Mei Jun Jul Agt Sep Okt Nov Des",
)


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    """Small letters without accents, so that Şub, ŞUB and sub are one; a narrow space becomes a plain one."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = bare.casefold().replace("ı", "i")
    return " ".join(unicodedata.normalize("NFKC", plain).split())


def _month_table() -> dict[str, int]:
    table: dict[str, int] = {}
    for names in _MONTH_NAMES:
        for number, name in enumerate(names.split(), start=1):
            if table.setdefault(_folded(name), number) != number:
                raise AssertionError(f"{name} names two months")
    return table


MONTHS = _month_table()
"""Folded month name -> 1 to 12."""

_WEEKDAY_NAMES = (
    # English, German, French, Spanish, Portuguese, Italian, Dutch; full, then short
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun",
    "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag",
    "Mo Di Mi Do Fr Sa So",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lun mar mer jeu ven sam dim",
    "lunes martes miércoles jueves viernes sábado domingo",
    "lun mar mié jue vie sáb dom",
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta",
    "seg ter qua qui sex sáb dom",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "lun mar mer gio ven sab dom",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "ma di wo do vr za zo",
)

_TIME = re.compile(
    r"(?:,|\s|t)\s*(?:um |at |kl )?(?P<before>[上下]午|午[前後]|오[전후])?\s*"
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?\s*"
    r"(?P<behind>am|pm|a\. ?m\.?|p\. ?m\.?|oo|os)?$"
)
"""A time of day behind a day. before, behind: which half of the day, where it is said."""

_SECOND_HALF = ("p", "os", "下午", "午後", "오후")
_ISO = re.compile(r"(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?")
_NO_YEAR = re.compile(r"\d{1,2}[-/.] ?\d{1,2}\.?")
_EASTERN = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")
_EASTERN_MONTH = re.compile(r"(?<!\d)(\d{1,2})[月월]")
_NUMERIC = re.compile(r"(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})\.?")
_WEEKDAY = re.compile(r"[^\W\d_]+\.?,\s*(?=\d)")
_WEEKDAYS = "|".join(
    sorted({_folded(name) for names in _WEEKDAY_NAMES for name in names.split()}, key=len, reverse=True)
)
_DAY_BEFORE = re.compile(rf"\(?(?:{_WEEKDAYS})(?:\.\)?|\))?[,\s]*(?=[\s,.)\d])\s*")
_DAY_BEHIND = re.compile(rf"[\s,]+\(?(?:{_WEEKDAYS})\.?\)?")
_SHORT = tuple(_folded(name) for name in _MONTH_NAMES[1].split())
_PARTED = re.compile(r"[-/]\d{2}$")
_CUT_OFF = 20
"""What is left of the year when a day of this century is cut off in the middle of it."""

_WORDS = re.compile(r"\d+|[^\W\d_]+")
_FILLERS = frozenset({"de", "del", "of", "г", "year", "st", "nd", "rd", "th", "o", "er"})


def read_day(text: str, order: DateOrder | None = None) -> date:
    """The day that a text names, whenever that is.

    text: with or without a time of day. order: of this file, when it writes days in numbers; None leaves 3/4/2025
    unread. Raises UserError with a sentence that does not repeat the text.
    """
    if not text.strip():
        raise UserError(tr("There is no date."))
    if len(text) > _MAX_LETTERS:
        raise _unreadable()
    year, month, day = _parts(_without_time(_folded(text)), order)
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise UserError(tr("There is no such day in the calendar.")) from None


def parse_day(text: str, today: date, order: DateOrder | None = None) -> date:
    """The day of a reading, as `read_day`.

    today: of the person; the day may lie one day after it (another time zone), not more, and not before 1900.
    """
    return believed(read_day(text, order), today)


def believed(found: date, today: date) -> date:
    """The day itself, when it lies neither before 1900 nor more than one day after today; else UserError."""
    if found.year < EARLIEST_YEAR:
        raise UserError(tr("The date lies before {year}.", year=EARLIEST_YEAR))
    if (found - today).days > 1:
        raise UserError(tr("The date lies in the future."))
    return found


def read_time(text: str) -> time | None:
    """The time of day that stands after a day, `14 Jan 2025, 1:01 PM`; None when there is none.

    Raises UserError when there is no such time. A leap second is the last second of its minute.
    """
    match = _TIME.search(_folded(text)) if len(text) <= _MAX_LETTERS else None
    if match is None:
        return None
    if not _is_time(match):
        raise _unreadable()
    hour = int(match["hour"])
    if half := match["before"] or match["behind"]:
        hour = hour % 12 + (12 if half.startswith(_SECOND_HALF) else 0)
    return time(hour, int(match["minute"]), min(int(match["second"] or 0), 59))


def is_open(text: str) -> bool:
    """Whether a day in numbers can be read both ways, as 3/4/2025 can and 4/4/2025 need not."""
    if len(text) > _MAX_LETTERS:
        return False
    match = _NUMERIC.fullmatch(_without_time_or_same(_folded(text)))
    return match is not None and match[1].lstrip("0") != match[3].lstrip("0")


def infer_order(texts: Iterable[str]) -> DateOrder | None:
    """The order that a whole file's numeric dates agree on.

    texts: its dates; those with month names or with the year first say nothing. Dots stand between day, month
    and year only where the day comes first, so they decide unless a date contradicts them. Returns None when
    there are no numeric dates, when all of them can be read both ways, or when they disagree.
    """
    found: set[DateOrder] = set()
    dotted = False
    for text in texts:
        if len(text) > _MAX_LETTERS:
            continue
        match = _NUMERIC.fullmatch(_without_time_or_same(_folded(text)))
        if match is None:
            continue
        first, second = int(match[1]), int(match[3])
        dotted = dotted or match[2] == "."
        if first > 12 >= second:
            found.add(DateOrder.DAY_FIRST)
        elif second > 12 >= first:
            found.add(DateOrder.MONTH_FIRST)
    if len(found) == 1:
        return found.pop()
    return DateOrder.DAY_FIRST if dotted and not found else None


def _without_time(text: str) -> str:
    """The day alone, without a time of day and without the name of its weekday."""
    match = _TIME.search(text)
    if match is None:
        return _without_weekday(text)
    if not _is_time(match):
        raise _unreadable()
    return _without_weekday(text[: match.start()].rstrip(" ,"))


def _without_weekday(text: str) -> str:
    """A day without its weekday before or behind it. `mar` is a Tuesday too: it is one only beside a whole day."""
    if not text or (text[0].isdigit() and text[-1].isdigit()):
        return text
    before = _DAY_BEFORE.match(text)
    if before is not None and _is_whole(rest := text[before.end() :]):
        return rest
    behind = re.search(rf"(?:{_DAY_BEHIND.pattern})$", text)
    return rest if behind is not None and _is_whole(rest := text[: behind.start()]) else text


def _is_whole(text: str) -> bool:
    """Whether this is a day, as far as its form tells."""
    if any(shape.fullmatch(text) for shape in (_ISO, _EASTERN, _NUMERIC)):
        return True
    words = _WORDS.findall(text)
    return sum(word.isdecimal() for word in words) == 2 and any(word in MONTHS for word in words)


def _without_time_or_same(text: str) -> str:
    try:
        return _without_time(text)
    except UserError:
        return text


def _is_time(match: re.Match[str]) -> bool:
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    hours_fit = 1 <= hour <= 12 if match["before"] or match["behind"] else hour <= 23
    return hours_fit and minute <= 59 and second <= 60


def _parts(text: str, order: DateOrder | None) -> tuple[int, int, int]:
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[3]), int(match[4])
    if match := _EASTERN.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _NUMERIC.fullmatch(text):
        return _numeric_parts(int(match[1]), int(match[3]), int(match[4]), order)
    return _named_parts(text)


def _numeric_parts(first: int, second: int, year: int, order: DateOrder | None) -> tuple[int, int, int]:
    year = _whole_year(year)
    if order is None:
        if first == second:
            return year, first, second
        raise UserError(tr("It is not clear which number is the day and which is the month."))
    return (year, second, first) if order is DateOrder.DAY_FIRST else (year, first, second)


def _whole_year(year: int) -> int:
    """Two digits of a year from 69 on are of the last century. Source: POSIX, strptime, %y."""
    return year + (2000 if year < 69 else 1900 if year < 100 else 0)


def _named_parts(text: str) -> tuple[int, int, int]:
    """Day, month name and year in any order: 14 Jan 2025; Jun 11, 2026; 2025 Jan 14; 4 3月 2025. Of a
    short year the day comes first: 3-Jan-25.

    `14 Jan 20` is refused: it is more likely cut off than short, unless strokes part it.
    """
    text = _WEEKDAY.sub("", _EASTERN_MONTH.sub(_month_word, text), count=1)
    words = [word for word in _WORDS.findall(text) if word not in _FILLERS]
    names = [word for word in words if not word.isdecimal()]
    years = [int(word) for word in words if word.isdecimal() and len(word) == 4]
    days = [int(word) for word in words if word.isdecimal() and len(word) <= 2]
    if _NO_YEAR.fullmatch(text) or (len(words) == 2 and len(days) == len(names) == 1 and names[0] in MONTHS):
        raise UserError(tr("This day has no year: write it out, as in 4 March 2025."))
    if len(words) == 2 and len(years) == len(names) == 1 and names[0] in MONTHS:
        raise UserError(tr("This is a month without a day: write one out, as in 4 March 2025."))
    if len(words) == 3 and len(days) == 2 and names and names[0] in MONTHS and not words[2].isalpha():
        if days[1] == _CUT_OFF and _PARTED.search(text) is None:
            raise _unreadable()
        return _whole_year(days[1]), MONTHS[names[0]], days[0]
    if len(words) != 3 or not (len(years) == len(days) == len(names) == 1) or names[0] not in MONTHS:
        raise _unreadable()
    return years[0], MONTHS[names[0]], days[0]


def _month_word(match: re.Match[str]) -> str:
    number = int(match[1])
    return f" {_SHORT[number - 1]} " if 1 <= number <= 12 else match[0]


def _unreadable() -> UserError:
    return UserError(tr("The date cannot be read."))

"""A day as people type it over one that stands: whole, in any usual form, or only the part that changes.

Owns what a shortened text means. The forms themselves are those of `formats.dates`.
"""

from __future__ import annotations

import re
from datetime import date

from legwork.domain.days import WEEKDAYS
from legwork.errors import UserError
from legwork.i18n import tr

_SPACED = re.compile(r"(\d{1,2}) +(\d{1,2}) +(\d{4})")
_DAY_NAME = re.compile(r"([^\W\d_]+)\.?,?\s+(?=\d)")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def read_typed_day(text: str, stands: date, *, month_first: bool = False) -> date:
    """The day that is typed where `stands` stood: 3 Feb 2027, 2027-02-03, 3.2.2027; or 3, 3 Feb, Feb, 2027.

    What a shortened text leaves out stays as it stands. month_first: whether 3/4/2027 is in March where it could be
    either. Raises UserError.
    """
    from legwork.formats import dates

    plain = _without_day_name(" ".join(text.split()))
    if match := _SPACED.fullmatch(plain):
        plain = "/".join(match.groups())
    order = dates.infer_order([plain])
    order = order or (dates.DateOrder.MONTH_FIRST if month_first else dates.DateOrder.DAY_FIRST)
    for whole in (plain, *_completed(plain, stands)):
        try:
            return dates.read_day(whole, order)
        except UserError:
            continue
    raise UserError(
        tr("“{text}” is not a day that can be read: type it as 3 Feb 2027 or 2027-02-03.", text=text.strip()[:24])
    )


def names_a_year(text: str) -> bool:
    """Whether a text is long enough to be a whole day: 3.2.20 may be on its way to 3.2.2027."""
    return bool(_YEAR.search(text)) and len(re.findall(r"\d+|[^\W\d_]+", text)) >= 3


def _completed(text: str, stands: date) -> list[str]:
    """A shortened text with what it leaves out, as whole days; the forms that make no sense are not read."""
    day, month, year = stands.day, stands.strftime("%m"), stands.year
    if not text:
        return []
    if text.isdecimal():
        return [f"{text}-{month}-{day:02}"] if len(text) == 4 else [f"{year}-{month}-{text}"]
    bare = text.rstrip(".,")
    return [f"{bare} {year}", f"{day} {bare} {year}", f"{day} {bare}"]


def _without_day_name(text: str) -> str:
    """The text without a day of the week before its number; a month stays."""
    from legwork.formats import dates

    match = _DAY_NAME.match(text)
    if match is None or match[1].casefold() in dates.MONTHS:
        return text
    known = any(tr(name).casefold().startswith(match[1].casefold()) for name in WEEKDAYS)
    return text[match.end() :] if known or len(re.findall(r"[^\W\d_]+", text)) > 1 else text

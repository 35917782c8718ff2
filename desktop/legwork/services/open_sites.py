"""Sites that a name leaves open: a thigh may be measured high up or halfway, an arm tensed or hanging.

Owns what such a name means for one person: what they measure themselves. It must not read files; what a name could
mean at all is said by each format.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from legwork.domain.sites import Spot
from legwork.formats.measurements_csv import SOURCE as OWN_TABLES
from legwork.formats.records import Column, MeasurementTable
from legwork.formats.training_header import plain
from legwork.formats.training_records import MAPPED
from legwork.i18n import mark
from legwork.services.people import Person
from legwork.services.profile import Profile

_OTHERS = {"mid_thigh": "upper_thigh", "flexed_arm": "relaxed_arm"}
"""By the site for which an open name is taken, the one that people measure there as well."""

OPEN_SITES = {"mid_thigh": mark("thigh"), "flexed_arm": mark("biceps")}
"""What they are called by programs that leave it open."""

_SAYS_WHERE = frozenset(
    [
        "mid", "middle", "halfway", "mitte", "mi", "milieu", "medio", "media", "mezzo", "meta", "meio",
        "flexed", "flex", "tensed", "contracted", "gebeugt", "angespannt", "contracte", "flechi", "flexionado",
        "contraido", "contratto",
    ]
)  # fmt: skip
"""Words with which a name leaves nothing open, as `plain` spells them."""

_WORD = re.compile(r"[^\W_]+")


def measured_sites(profile: Profile, person_id: int) -> frozenset[str]:
    """The sites of which a person has any reading."""
    with profile.reading() as reader:
        return frozenset(site for site, _ in reader.spots_measured(person_id))


def site_meant(name: str, site: str, tracked: Collection[str], measured: Collection[str]) -> str:
    """The site that a name means for a person, where it is taken for `site` unless more is known.

    tracked: what they enter; measured: what they have readings of. Where they enter the one place or the other, that is
    meant, but a line that is there goes on where the other place has none.
    """
    other = _OTHERS.get(site)
    if other is None or site in tracked or _SAYS_WHERE & {*_WORD.findall(plain(name))}:
        return site
    here, there = site in measured, other in measured
    return other if (there and not here) or (other in tracked and not (here and not there)) else site


def for_person(table: MeasurementTable, person: Person, measured: Collection[str]) -> MeasurementTable:
    """A table as another program wrote it, with open names settled for a person. Legwork's own leave nothing open, and
    nor do those whose columns the person explained, unless their rows name what was measured. A table that has the
    other place too leaves nothing open either."""
    explained = table.source.startswith(MAPPED) and not table.by_name
    if table.source == OWN_TABLES or explained:
        return table
    columns = tuple(_settled(one, person, measured) for one in table.columns)
    if len({one.spot for one in columns}) < len({one.spot for one in table.columns}):
        return table
    return replace(table, columns=columns)


def _settled(column: Column, person: Person, measured: Collection[str]) -> Column:
    if column.spot is None:
        return column
    site = site_meant(column.header, column.spot.site, person.tracked, measured)
    return column if site == column.spot.site else replace(column, spot=Spot(site, column.spot.side))

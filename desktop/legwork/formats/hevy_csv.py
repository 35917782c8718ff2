"""Measurements in the shape of Hevy's measurement_data.csv: a row a day, a column a site, in cm and kg.

Owns only the writing: reading such tables is the affair of `hevy_measurements`, which also says which site each of its
columns is, unless the person measures another place that has the same name there. Of several readings of a day the
middle one is written. Sites that Hevy does not have, and girths of a limb without a side, have no place here: they are
counted, so that it can be said.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from legwork.domain.sites import Side, Spot
from legwork.domain.tape import median
from legwork.formats.records import PersonRecord
from legwork.formats.safe_cells import as_table, plain_number

_LIMBS = (("bicep", "flexed_arm"), ("forearm", "forearm"))
_LEGS = (("thigh", "mid_thigh"), ("calf", "calf"))


def _sided(limbs: tuple[tuple[str, str], ...]) -> dict[str, Spot]:
    return {
        f"{side.value}_{name}_cm": Spot(site, side) for name, site in limbs for side in (Side.LEFT, Side.RIGHT)
    }  # fmt: skip


COLUMNS: dict[str, Spot] = {
    "weight_kg": Spot("body_weight"),
    "fat_percent": Spot("body_fat"),
    "neck_cm": Spot("neck"),
    "shoulder_cm": Spot("shoulders"),
    "chest_cm": Spot("chest"),
    **_sided(_LIMBS),
    "abdomen_cm": Spot("abdomen"),
    "waist_cm": Spot("waist"),
    "hips_cm": Spot("hips"),
    **_sided(_LEGS),
}
"""Hevy's columns in its order. There is no built-in abdomen: an own site of that name is one."""

OWN = {"abdomen"}


class Written(NamedTuple):
    """data: the file. days: rows in it. left_out: readings that have no place in it."""

    data: bytes
    days: int
    left_out: int


def write(person: PersonRecord, instead: Mapping[str, str] = MappingProxyType({})) -> Written:
    """All that Hevy has a column for. instead: sites that are written in the place of others, as the upper thigh."""
    spots = {
        Spot(instead.get(spot.site, spot.site), spot.side): name
        for name, spot in COLUMNS.items()
        if spot.site not in OWN
    }
    for site in person.custom_sites:
        if site.name.casefold() in OWN:
            spots[Spot(site.key)] = f"{site.name.casefold()}_cm"
    rows: list[tuple[str, ...]] = []
    left_out = 0
    for one in person.check_ins:
        values: dict[str, list[float]] = {}
        for reading in one.readings:
            name = spots.get(reading.spot)
            if name is None:
                left_out += 1
            else:
                values.setdefault(name, []).append(reading.quantity.value)
        if values:
            cells = (plain_number(round(median(values[name]), 3)) if name in values else "" for name in COLUMNS)
            rows.append((one.day.isoformat(), *cells))
    return Written(as_table(("date", *COLUMNS), rows, byte_order_mark=False), len(rows), left_out)

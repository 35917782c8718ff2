"""The own sites of a document beside those that a person has here.

Owns which of them are the same, and under which key another one comes in: two computers may have given one key to two
sites, or two keys to one. A name is what a person knows a site by, so equal names are one site.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from legwork.domain.measures import Measure
from legwork.domain.sites import Spot
from legwork.formats.legwork_json import kept_site_name
from legwork.formats.records import CustomSiteRecord, PersonRecord
from legwork.services.people import own_key
from legwork.store.tables import custom_site

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

_JSON_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')


def fit_sites(work: UnitOfWork, person_id: int, record: PersonRecord) -> PersonRecord:
    """Make the own sites of `record` that the person lacks; answers with the record under the keys they have here.

    A site that is sided on either side is sided from now on: readings without a side fit there as well.
    """
    here = {row.key: row for row in work.rows(custom_site, person_id=person_id)}
    same = _same(record.custom_sites, here)
    taken = {*here, *(site.key for site in record.custom_sites)}
    keys: dict[str, str] = {}
    new: list[dict[str, Any]] = []
    for site in record.custom_sites:
        if site.key in same:
            row = same[site.key]
            keys[site.key] = row.key
            if site.sided and not row.sided:
                work.update(custom_site, row.id, sided=True)
            continue
        key = own_key(site.name, taken) if site.key in here else site.key
        taken.add(key)
        keys[site.key] = key
        new.append({"person_id": person_id, "key": key, "name": site.name, "sided": site.sided})
    work.insert(custom_site, new)
    return _under(record, {old: key for old, key in keys.items() if old != key})


def _same(sites: Sequence[CustomSiteRecord], here: Mapping[str, Any]) -> dict[str, Any]:
    """The row of each site that is here already: first by key and name, else one that nothing else stands for."""
    found = {site.key: here[site.key] for site in sites if site.key in here and _name(site) == _name(here[site.key])}
    free = [row for row in here.values() if row.key not in found]
    for site in sites:
        row = next((row for row in free if _name(row) == _name(site)), None) if site.key not in found else None
        if row is not None:
            found[site.key] = row
            free.remove(row)
    return found


def _name(one: Any) -> str:
    """What a record or row is called, however it is spelled."""
    return kept_site_name(one.name, one.key).casefold()


def _under(record: PersonRecord, keys: Mapping[str, str]) -> PersonRecord:
    """The record with all that names one of the sites `keys` naming the other."""
    if not keys:
        return record
    # Of two goals that meet, the one of a site that exists counts: nothing but a deleted site leaves such another.
    goals = {one.measure: one for one in record.goals if _measure(one.measure, keys) == one.measure}
    moved = [replace(one, measure=_measure(one.measure, keys)) for one in record.goals if one.measure not in goals]
    goals |= {one.measure: one for one in moved}
    return replace(
        record,
        tracked=tuple(keys.get(site, site) for site in record.tracked),
        check_ins=tuple(
            replace(
                one,
                readings=tuple(
                    replace(line, spot=Spot(keys.get(line.spot.site, line.spot.site), line.spot.side))
                    for line in one.readings
                ),
            )
            for one in record.check_ins
        ),
        goals=tuple(goals.values()),
        chart_views=tuple(
            replace(one, spec=_JSON_TEXT.sub(lambda found: _json_text(found[0], keys), one.spec))
            for one in record.chart_views
        ),
    )


def _measure(text: str, keys: Mapping[str, str]) -> str:
    try:
        one = Measure.parse(text)
    except ValueError:
        return text  # of a window that knows other measures
    return str(replace(one, name=keys[one.name])) if one.of_site and one.name in keys else text


def _json_text(token: str, keys: Mapping[str, str]) -> str:
    """One JSON string of a view; what a view holds besides the names of measures is not known here."""
    try:
        text = json.loads(token)
    except ValueError:
        return token
    moved = _measure(text, keys)
    return token if moved == text else json.dumps(moved)

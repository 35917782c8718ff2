"""Two computers, one person: own sites that were made on both, and a document that goes from one to the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from exchange import exported
from helpers import MONDAY, TUESDAY, database_dump, entry, opened, somebody
from legwork.domain.measures import Family, Measure
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity
from legwork.formats import legwork_json
from legwork.services.chart_views import SaveView
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.documents import ImportDocument, read_document
from legwork.services.goals import SetGoal
from legwork.services.people import AddOwnSite, DeleteOwnSite, everybody
from legwork.services.profile import Profile

Home = tuple[Profile, Profile]


@pytest.fixture
def homes(tmp_path: Path) -> Iterator[Home]:
    """Two profiles with the same person."""
    one, other = opened(tmp_path / "one"), opened(tmp_path / "other")
    somebody(one, "Ada")
    other.apply(ImportDocument(read_document(one), "x.json"))
    yield one, other
    one.close()
    other.close()


def _add(profile: Profile, name: str, *, sided: bool = False) -> str:
    """Add an own site; answers with its key."""
    [person] = everybody(profile)
    profile.apply(AddOwnSite(person.id, name, sided))
    return everybody(profile)[0].own_sites[-1].key


def _read(profile: Profile, day: date, spot: Spot, text: str) -> None:
    [person] = everybody(profile)
    profile.apply(RecordReadings(person.id, (Day(day, (entry(spot, text),)),)))


def _bring(here: Profile, there: Profile) -> None:
    """Take the export of `there` in; a second time changes nothing, and undo brings all back."""
    before = database_dump(here)
    outcome = here.apply(ImportDocument(exported(there), "x.json"))
    after = database_dump(here)
    forward = here.apply(outcome.inverse).inverse
    assert database_dump(here) == before
    here.apply(forward)
    assert database_dump(here) == after
    assert here.apply(ImportDocument(exported(there), "x.json")).changes.rows == {}


def _sites(profile: Profile) -> dict[str, tuple[str, bool]]:
    return {site.key: (site.name, site.sided) for site in exported(profile).people[0].custom_sites}


def _readings(profile: Profile) -> list[tuple[str, str, str]]:
    """(site's name, side, text), by day."""
    names = {key: name for key, (name, _) in _sites(profile).items()}
    days = exported(profile).people[0].check_ins
    return [(names[one.spot.site], one.spot.side.value, one.quantity.entered) for day in days for one in day.readings]


@pytest.mark.parametrize("into_sided", [False, True])
def test_a_site_that_is_sided_on_one_of_them_becomes_sided(homes: Home, into_sided: bool) -> None:
    plain, sided = homes
    key = _add(plain, "Upper calf")
    assert _add(sided, "upper CALF", sided=True) == key
    _read(plain, MONDAY, Spot(key), "30")
    _read(sided, TUESDAY, Spot(key, Side.LEFT), "31")
    here, there = (sided, plain) if into_sided else (plain, sided)
    _bring(here, there)
    [(name, is_sided)] = _sites(here).values()
    assert is_sided
    assert _readings(here) == [(name, "none", "30"), (name, "left", "31")]
    _bring(there, here)  # and back
    assert [(side, text) for _, side, text in _readings(there)] == [("none", "30"), ("left", "31")]


@pytest.mark.parametrize(
    ("first", "second"), [("Голова", "Большой палец"), ("头", "拇指"), ("🦵", "🦶"), ("Scar!", "Scar?"), ("A-b", "A b")]
)
def test_two_sites_stay_two_in_every_script(homes: Home, first: str, second: str) -> None:
    here, there = homes
    mine, theirs = _add(here, first), _add(there, second)
    _read(here, MONDAY, Spot(mine), "57")
    _read(there, MONDAY, Spot(theirs), "7")
    _bring(here, there)
    assert sorted(_readings(here)) == sorted([(first, "none", "57"), (second, "none", "7")])
    _bring(there, here)
    assert sorted(_readings(there)) == sorted(_readings(here))


def test_one_site_under_two_keys_stays_one(homes: Home) -> None:
    here, there = homes
    for profile, names in ((here, ("Scar!", "Scar?")), (there, ("Scar?", "Scar!"))):
        assert [_add(profile, name) for name in names] == ["own_scar", "own_scar_2"]
    _read(here, MONDAY, Spot("own_scar"), "57")
    _read(there, TUESDAY, Spot("own_scar_2"), "58")
    _read(there, TUESDAY, Spot("own_scar"), "7")
    _bring(here, there)
    assert _sites(here) == {"own_scar": ("Scar!", False), "own_scar_2": ("Scar?", False)}
    assert sorted(_readings(here)) == [("Scar!", "none", "57"), ("Scar!", "none", "58"), ("Scar?", "none", "7")]


def test_goals_and_views_follow_the_site_that_they_were_made_for(homes: Home) -> None:
    here, there = homes
    assert _add(here, "Scar!", sided=True) == _add(there, "Scar?", sided=True) == "own_scar"
    [person] = everybody(there)
    spec = (
        '{"measures": ["site/own_scar:left", "difference/own_scar", "ratio/own_scar", "site/calf"], "own_scar": 1.50}'
    )
    there.apply(SaveView(person.id, "Mine", spec))
    there.apply(SaveView(person.id, "Torn", '{"site/own_scar'))
    for family in (Family.SITE, Family.DIFFERENCE):
        goal = Quantity(40.0, "cm", "40")
        there.apply(SetGoal(person.id, str(Measure(family, "own_scar")), goal, date(2026, 1, 1), MONDAY, "Scar"))
    _bring(here, there)
    [found] = exported(here).people
    assert {one.measure for one in found.goals} == {"site/own_scar_2", "difference/own_scar_2"}
    assert {one.name: one.spec for one in found.chart_views} == {
        "Mine": spec.replace("site/own_scar", "site/own_scar_2").replace(
            "difference/own_scar", "difference/own_scar_2"
        ),
        "Torn": '{"site/own_scar',
    }


def test_the_goal_of_a_deleted_site_does_not_stand_in_the_way(homes: Home) -> None:
    here, there = homes
    assert [_add(here, name) for name in ("Scar?", "Scar!")] == ["own_scar", "own_scar_2"]
    assert [_add(there, name) for name in ("Scar!", "Scar…")] == ["own_scar", "own_scar_2"]
    [person] = everybody(there)
    for key, cm in (("own_scar", 41.0), ("own_scar_2", 42.0)):
        goal = Quantity(cm, "cm", str(cm))
        there.apply(SetGoal(person.id, f"site/{key}", goal, date(2026, 1, 1), MONDAY, "Scar"))
    there.apply(DeleteOwnSite(person.id, "own_scar_2", "Scar…"))
    _bring(here, there)
    [goal_here] = exported(here).people[0].goals
    assert (goal_here.measure, goal_here.quantity.value) == ("site/own_scar_2", 41.0)


def test_two_sites_of_one_name_in_a_document_stay_two(homes: Home) -> None:
    here, there = homes
    _add(here, "Scar")
    tree = legwork_json.dump(exported(here)).decode()
    twin = '{\n     "key": "own_twin",\n     "name": "Scar",\n     "sided": false\n    }'
    tree = tree.replace('"custom_sites": [', f'"custom_sites": [ {twin},')
    document = legwork_json.load(tree.encode())
    there.apply(ImportDocument(document, "x.json"))
    assert set(_sites(there)) == {"own_scar", "own_twin"}
    _bring(here, there)
    assert set(_sites(here)) == {"own_scar", "own_twin"}


def test_a_profile_with_a_side_where_none_can_be_exports_what_can_be_read(homes: Home) -> None:
    here, _ = homes
    _add(here, "Scar")
    _read(here, MONDAY, Spot("own_scar", Side.LEFT), "30")
    assert _sites(here) == {"own_scar": ("Scar", True)}
    assert _readings(here) == [("Scar", "left", "30")]

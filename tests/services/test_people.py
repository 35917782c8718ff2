"""People and the sites they track: added, changed, ordered, deleted, refused where it cannot be true."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from helpers import CALF, MONDAY, TUESDAY, WAIST, database_dump, day, entry, somebody
from legwork.domain.sites import BUILT_IN, DEFAULT_TRACKED, Side, Spot
from legwork.domain.units import Quantity, UnitSystem, parse_stature
from legwork.errors import UserError
from legwork.services import check_ins
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.people import (
    AddOwnSite,
    AddPerson,
    ChangePerson,
    DeleteOwnSite,
    DeletePerson,
    Person,
    TrackSites,
    everybody,
    own_key,
    parse_birth_date,
)
from legwork.services.profile import Profile


def _only(profile: Profile) -> Person:
    [one] = everybody(profile)
    return one


def test_somebody_new_tracks_the_lean_default(profile: Profile) -> None:
    stature = parse_stature("5'11\"", UnitSystem.IMPERIAL)
    profile.apply(AddPerson("  Ada   Lovelace ", "female", date(1990, 2, 28), stature, UnitSystem.IMPERIAL, 6))
    ada = _only(profile)
    assert (ada.name, ada.sex, ada.birth_date, ada.stature) == ("Ada Lovelace", "female", date(1990, 2, 28), stature)
    assert (ada.units, ada.check_in_weekday, ada.tracked) == (UnitSystem.IMPERIAL, 6, DEFAULT_TRACKED)
    assert len(ada.uid) == 32
    assert len(ada.spots) == 12


def test_who_is_added_only_where_nobody_is_comes_once(profile: Profile) -> None:
    """As two imports do that both found nobody here."""
    for _ in range(2):
        profile.apply(AddPerson("Me", only_first=True))
    assert _only(profile).name == "Me"


def test_people_stand_in_the_order_they_came(profile: Profile) -> None:
    for name in ("Cem", "Ada", "Ben"):
        somebody(profile, name)
    assert [one.name for one in everybody(profile)] == ["Cem", "Ada", "Ben"]
    assert len({one.uid for one in everybody(profile)}) == 3


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"name": ""}, "Type a name"),
        ({"name": " \n\t"}, "Type a name"),
        ({"name": "x" * 201}, "under 200"),
        ({"birth_date": date(1899, 12, 31)}, "between 1900 and today"),
        ({"birth_date": date.today() + timedelta(days=1)}, "between 1900 and today"),
    ],
)
def test_what_cannot_be_is_refused_when_adding_and_when_changing(
    profile: Profile, person: Person, facts: dict[str, object], sentence: str
) -> None:
    before = database_dump(profile)
    with pytest.raises(UserError, match=sentence):
        profile.apply(AddPerson(**{"name": "Ben", **facts}))
    [(field, value)] = facts.items()
    with pytest.raises(UserError, match=sentence):
        profile.apply(ChangePerson(person.id, field, value))
    assert database_dump(profile) == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Grace"),
        ("sex", "male"),
        ("sex", None),
        ("birth_date", date(1980, 1, 1)),
        ("birth_date", None),
        ("stature", Quantity(180.0, "cm", "180")),
        ("stature", None),
        ("units", UnitSystem.IMPERIAL),
        ("check_in_weekday", 3),
    ],
)
def test_one_fact_is_changed_and_no_other(profile: Profile, field: str, value: object) -> None:
    stature = Quantity(170.0, "cm", "170")
    before = somebody(profile, sex="female", birth_date=date(1990, 1, 1), stature=stature)
    outcome = profile.apply(ChangePerson(before.id, field, value, name=before.name))
    after = _only(profile)
    assert getattr(after, field) == value
    others = set(Person.__dataclass_fields__) - {field}
    assert all(getattr(after, other) == getattr(before, other) for other in others)
    profile.apply(outcome.inverse)
    assert _only(profile) == before


def test_changing_nothing_is_no_change(profile: Profile, person: Person) -> None:
    assert profile.apply(ChangePerson(person.id, "name", " Ada ")).changes.rows == {}


def test_deleting_somebody_takes_their_history_and_nobody_elses(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben")
    for one in (person, ben):
        profile.apply(RecordReadings(one.id, (day(MONDAY, waist="84"),)))
    before = database_dump(profile)
    outcome = profile.apply(DeletePerson(person.id, person.name))
    assert everybody(profile) == (ben,)
    assert len(database_dump(profile)["reading"]) == 1
    assert outcome.changes.people == {person.id}
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


@pytest.mark.parametrize(
    "edit",
    [
        lambda gone: ChangePerson(gone, "name", "x"),
        lambda gone: TrackSites(gone, ("calf",)),
        lambda gone: AddOwnSite(gone, "Scar", False),
        lambda gone: RecordReadings(gone, (day(MONDAY, waist="84"),)),
    ],
)
def test_somebody_who_is_gone_meanwhile(profile: Profile, edit) -> None:
    with pytest.raises(UserError, match="no longer here"):
        profile.apply(edit(77))


def test_the_order_of_sites_is_as_chosen(profile: Profile, person: Person) -> None:
    profile.apply(TrackSites(person.id, ("calf", "ankle", "body_weight", "calf", "no such site")))
    assert _only(profile).tracked == ("calf", "ankle", "body_weight")
    profile.apply(TrackSites(person.id, ("body_weight", "wrist", "calf")))
    assert _only(profile).tracked == ("body_weight", "wrist", "calf")


@pytest.mark.parametrize("sites", [(), ("no such site",)])
def test_something_must_be_left_to_measure(profile: Profile, person: Person, sites: tuple[str, ...]) -> None:
    with pytest.raises(UserError, match="at least one site"):
        profile.apply(TrackSites(person.id, sites))
    assert _only(profile).tracked == DEFAULT_TRACKED


def test_an_own_site_is_tracked_last(profile: Profile, person: Person) -> None:
    profile.apply(AddOwnSite(person.id, " Lower   calf ", True))
    ada = _only(profile)
    assert [(site.name, site.sided) for site in ada.own_sites] == [("Lower calf", True)]
    assert ada.tracked == (*DEFAULT_TRACKED, ada.own_sites[0].key)
    assert ada.label(Spot(ada.own_sites[0].key, Side.LEFT)) == "Lower calf, left"


def test_a_new_own_site_comes_last_even_after_others_went(profile: Profile, person: Person) -> None:
    for name in ("One", "Two", "Three"):
        profile.apply(AddOwnSite(person.id, name, False))
    for name in ("One", "Two"):
        profile.apply(DeleteOwnSite(person.id, f"own_{name.lower()}", name))
    profile.apply(AddOwnSite(person.id, "Four", False))
    assert _only(profile).tracked[-2:] == ("own_three", "own_four")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Give the site a name"),
        ("  ", "Give the site a name"),
        ("x" * 81, "under 80"),
        ("CALF", "already"),
        ("calf, left", "already"),
        ("Scar, high", "already"),
    ],
)
def test_own_sites_have_names_of_their_own(profile: Profile, person: Person, name: str, sentence: str) -> None:
    profile.apply(AddOwnSite(person.id, "Scar, high", False))
    before = database_dump(profile)
    with pytest.raises(UserError, match=sentence):
        profile.apply(AddOwnSite(person.id, name, False))
    assert database_dump(profile) == before


def test_two_people_may_name_their_sites_alike(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben")
    for one in (person, ben):
        profile.apply(AddOwnSite(one.id, "Scar", False))
        profile.apply(RecordReadings(one.id, (Day(MONDAY, (entry(Spot("own_scar"), "20"),)),)))
    profile.apply(DeleteOwnSite(person.id, "own_scar", "Scar"))
    assert check_ins.measured_spots(profile, ben.id) == {Spot("own_scar")}
    assert check_ins.measured_spots(profile, person.id) == set()


def test_deleting_an_own_site_takes_its_readings_and_days_that_held_nothing_else(
    profile: Profile, person: Person
) -> None:
    profile.apply(AddOwnSite(person.id, "Scar", False))
    scar = entry(Spot("own_scar"), "20")
    profile.apply(RecordReadings(person.id, (Day(MONDAY, (scar, entry(WAIST, "84"))), Day(TUESDAY, (scar,)))))
    before = database_dump(profile)
    outcome = profile.apply(DeleteOwnSite(person.id, "own_scar", "Scar"))
    assert list(check_ins.check_in_days(profile, person.id).values()) == [MONDAY]
    assert _only(profile) == person
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_keys_of_own_sites() -> None:
    assert own_key("Lower calf", set()) == "own_lower_calf"
    assert own_key("Lower calf", {"own_lower_calf"}) == "own_lower_calf_2"
    assert own_key("Большой палец!", set()) == "own_большой_палец"
    assert own_key("🦵 :", set()) == "own_site"
    assert len(own_key("x" * 80, {f"own_{'x' * 32}"})) <= 48


def test_every_built_in_site_can_be_named_and_an_unknown_one_is_shown_by_its_key(person: Person) -> None:
    for site in BUILT_IN:
        assert person.site(site.key) is site
    assert person.label(Spot("own_gone")) == "own_gone"
    assert person.label(CALF) == "Calf, left"


def test_a_birth_year_of_two_digits_has_been() -> None:
    assert parse_birth_date("14.5.94") == date(1994, 5, 14)
    assert parse_birth_date("29.2.96") == date(1996, 2, 29)
    assert parse_birth_date("14.5.05") == date(2005, 5, 14)
    with pytest.raises(UserError, match="between 1900 and today"):
        parse_birth_date("14.5.2094")

"""The shipped templates whole, which of them suit whom, and what a person's answers say about their wishes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers import MONDAY, opened, somebody
from legwork.domain.exercise import BodyArea, Equipment
from legwork.domain.patterns import Pattern
from legwork.domain.plan.edits import duplicate
from legwork.domain.plan.model import Level
from legwork.domain.planner.wishes import GYM, HOME, NOTHING, Experience, Wishes
from legwork.domain.units import UnitSystem
from legwork.paths import resources_dir
from legwork.services.choices import SetChoices
from legwork.services.planner import FILES, default_wishes, draft_plan, suggest, templates, wishes_from
from legwork.services.plans import AddPlan, plan_of, plans_of
from planner_cases import AHEAD, BEHIND, EQUIPMENT_SETS, EXERCISES, MIDDLE, TEMPLATES, drafted, keys, warnings

FOLDER = resources_dir() / "catalogue" / "templates"


def test_every_file_is_offered_and_every_template_has_its_file() -> None:
    assert {one.stem for one in FOLDER.iterdir()} == set(FILES)
    assert [one.key for one in templates()] == list(FILES)
    assert len(templates()) >= 9


def test_names_are_unique_and_every_text_is_a_plain_sentence() -> None:
    assert len({one.name for one in templates()}) == len(templates())
    for one in templates():
        assert one.purpose.endswith(".") and len(one.purpose) <= 140
        text = (FOLDER / f"{one.key}.json").read_text(encoding="utf-8")
        assert json.loads(text)["name"] == one.name
        assert all(word not in text.lower() for word in ("weak", "skinny", "bad ", "fix your"))


@pytest.mark.parametrize("key", FILES)
def test_plainly_chosen_with_what_it_needs_every_template_drafts_cleanly(key: str) -> None:
    template = TEMPLATES[key]
    wishes = Wishes(equipment=frozenset(template.needs) | EQUIPMENT_SETS["nothing"], experience=template.suits[0])
    found = drafted(key, wishes)
    assert warnings(found.plan) == []
    assert {len(week.sessions) for block in found.plan.blocks for week in block.weeks} == {template.days}
    instead = [one for one in found.reasons if " needs: " in one.sentence]
    assert not instead, "a template gets by with what it names"


@pytest.mark.parametrize("key", [one for one in FILES if one not in ("minimal_3", "dumbbells_3", "return_3")])
def test_in_a_gym_the_large_leg_lifts_come_first(key: str) -> None:
    assert {"squat", "romanian_deadlift", "bulgarian_split_squat", "leg_extension", "seated_leg_curl",
            "standing_calf_raise"} <= keys(drafted(key, Wishes()).plan)  # fmt: skip
    for frame in TEMPLATES[key].frames:
        leg = [slot.pattern for slot in frame.slots if slot.pattern in (Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE)]
        assert not leg or frame.slots[0].pattern in leg


# --- which suits whom


@pytest.mark.parametrize(
    ("wishes", "best"),
    [
        (Wishes(days=2), "full_body_2"),
        (Wishes(days=3), "legs_3"),
        (Wishes(days=4), "legs_4"),
        (Wishes(days=5), "legs_5"),
        (Wishes(days=3, equipment=HOME | {Equipment.PULL_UP_BAR}), "dumbbells_3"),
        (Wishes(days=3, equipment=HOME), "dumbbells_3"),
        (Wishes(days=3, equipment=NOTHING | {Equipment.BAND}), "minimal_3"),
        (Wishes(days=3, equipment=NOTHING), "minimal_3"),
        (Wishes(days=3, experience=Experience.BACK), "return_3"),
        (Wishes(days=3, experience=Experience.NEW), "full_body_3"),
    ],
)
def test_the_template_that_suits_best_comes_first(wishes: Wishes, best: str) -> None:
    found = suggest(wishes, BEHIND)
    assert found[0].template.key == best
    assert len(found) == len(templates()) and all(one.reason for one in found)


def test_legs_that_need_no_catching_up_are_offered_an_even_split() -> None:
    assert suggest(Wishes(days=4), MIDDLE)[0].template.key == "upper_lower_4"
    assert suggest(Wishes(days=4), AHEAD)[0].template.key == "upper_lower_4"


def test_a_suggestion_says_what_does_not_fit() -> None:
    said = {one.template.key: one.reason for one in suggest(Wishes(days=2, equipment=HOME), BEHIND)}
    assert said["legs_3"].startswith(
        "Its 3 sessions go together on 2 days. Written for barbell, rack, machine and cable"
    )
    said = {one.template.key: one.reason for one in suggest(Wishes(days=5), BEHIND)}
    assert said["full_body_2"] == "Takes 2 days and leaves the rest free."
    assert said["minimal_3"].endswith("Leaves barbell, dumbbells, machine and cable unused.")
    assert said["legs_5"] == "Fits your days and equipment, and puts the legs first."


# --- a person's wishes


def test_nothing_answered_means_the_usual() -> None:
    assert wishes_from({}) == Wishes(days=3, minutes=60, weeks=12, equipment=GYM, experience=Experience.SOME)


@pytest.mark.parametrize(
    ("answers", "experience"),
    [
        ({"split_time": ("under_3_months",)}, Experience.NEW),
        ({"split_time": ("over_3_years",), "leg_days": ("two",)}, Experience.ADVANCED),
        ({"split_time": ("over_3_years",), "leg_days": ("none",)}, Experience.BACK),
        ({"leg_days": ("rarely",)}, Experience.BACK),
        ({"split_time": ("over_3_years",)}, Experience.SOME),
        ({"split_time": ("nonsense",)}, Experience.SOME),
    ],
)
def test_answers_tell_the_experience(answers: dict[str, tuple[str, ...]], experience: Experience) -> None:
    assert wishes_from(answers).experience is experience


def test_answers_are_those_that_a_person_can_give() -> None:
    """The options that are looked for stand in the questionnaire."""
    from legwork.services.questionnaires import cause_questions

    options = {one.key: {option.key for option in one.options} for one in cause_questions()}
    assert {"full_body", "upper_lower", "push_pull_legs", "body_part"} <= options["split"]
    assert {"under_3_months", "over_3_years"} <= options["split_time"]
    assert {"none", "rarely", "two", "three_or_more"} <= options["leg_days"]


def test_days_and_pain_come_from_the_person_s_own_answers(tmp_path: Path) -> None:
    profile = opened(tmp_path)
    ada = somebody(profile, units=UnitSystem.IMPERIAL)
    picks = (("split", ("upper_lower",)), ("pain_now", ("knee_left",)))
    profile.apply(SetChoices(ada.id, picks, MONDAY, "Answer"))
    found = default_wishes(profile, ada)
    profile.close()
    assert found.days == 4 and found.units is UnitSystem.IMPERIAL
    assert Pattern.SQUAT in found.held and Pattern.HINGE not in found.held
    assert found.sore == {BodyArea.KNEE}


# --- an ordinary plan


def test_a_drafted_plan_is_kept_and_edited_like_any_other(tmp_path: Path) -> None:
    profile = opened(tmp_path)
    ada = somebody(profile)
    ids = iter(range(1, 10_000))
    found = draft_plan(TEMPLATES["full_body_3"], BEHIND, Wishes(), EXERCISES, lambda: next(ids))
    profile.apply(AddPlan(ada.id, found.plan, MONDAY))
    [info] = plans_of(profile, ada.id)
    stored = plan_of(profile, info.id)
    profile.close()
    assert stored is not None and (info.name, info.weeks) == ("Full body, 3 days, 12 weeks", 12)
    assert keys(stored.plan) == keys(found.plan)
    longer = duplicate(found.plan, Level.WEEK, found.plan.blocks[0].weeks[0].id, lambda: next(ids))
    assert len(longer.blocks[0].weeks) == len(found.plan.blocks[0].weeks) + 1

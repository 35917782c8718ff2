"""Random edits of every kind: undoing them all gives the first state again to the byte, redoing them the last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import rule

from done_workouts import AddWorkout
from helpers import database_dump
from legwork.domain.exercise import Exercise
from legwork.domain.food.amounts import Nutrient
from legwork.domain.log.model import Workout
from legwork.domain.plan.model import Plan, Session, weeks_of, with_ids
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.formats import hevy_measurements, text
from legwork.formats.training import recognise_training
from legwork.services import (
    chart_views,
    check_ins,
    choices,
    food,
    goals,
    importing,
    lifts,
    people,
    plans,
    programme,
    training_names,
    workouts,
)
from legwork.services.chart_views import DeleteView, RenameView, SaveView
from legwork.services.check_ins import Day, DeleteCheckIns, Entry, MoveCheckIn, RecordReadings
from legwork.services.choices import SetChoices
from legwork.services.documents import ImportDocument
from legwork.services.food import AddItemToDay, DeleteItem, RecordFood, RepeatDay, SaveItem
from legwork.services.food_spending import TakeCorrection
from legwork.services.goals import RemoveGoal, SetGoal
from legwork.services.importing import ImportTable
from legwork.services.lifts import RemoveLift, SetLift
from legwork.services.own_exercises import DeleteOwnExercise, SetOwnExercise
from legwork.services.people import AddOwnSite, AddPerson, ChangePerson, DeleteOwnSite, DeletePerson, TrackSites
from legwork.services.plans import AddPlan, ChangePlan, DeletePlan, PlanIds, SetPlanStart
from legwork.services.programme import AddProgrammeChange, DeleteProgrammeChange, EditProgrammeChange
from legwork.services.proposals import AllowProposal, RefuseProposal
from legwork.services.settings import ChangeSetting
from legwork.services.training_import import ImportTraining
from legwork.services.workouts import (
    ChangeWorkout,
    DeleteWorkout,
    FinishWorkout,
    StartWorkout,
)
from log_strategies import LOGS
from plan_strategies import PLANS
from strategies import documents as any_document
from strategies import own_exercises, own_exercises_kept
from undo_steps import UndoSteps

FIRST = date(2025, 1, 6)
SPOTS = [
    Spot("waist"),
    Spot("body_weight"),
    Spot("calf", Side.LEFT),
    Spot("calf"),
    Spot("own_scar"),
    Spot("own_abdomen"),
]
NAMES = st.sampled_from(["Ada", "Ben", " Cem ", ""])
DAYS = st.integers(0, 8).map(lambda number: FIRST + timedelta(days=number))
ANY = st.integers(0, 1000)
SAID = st.none() | st.booleans()
MEASURES = st.sampled_from(["site/calf:left", "difference/calf"])
CHANGES = st.sampled_from(["Squats", " Squats\n", "More calves", ""])
VIEWS = st.sampled_from(["Legs", " LEGS", "Arms", ""])
SETS = st.sampled_from(
    [("squat", Side.NONE), ("split_squat", Side.LEFT), ("split_squat", Side.NONE), ("curl", Side.NONE)]
)
NUTRIENTS = st.sampled_from(Nutrient)
EATEN = st.sampled_from([Quantity(0.0, "g", "0"), Quantity(2.5, "L", "2,5"), Quantity(19.9, "L", "19.9")])
ITEMS = st.sampled_from(["Oats", " oats", "Tea", ""])
PICKS = st.dictionaries(
    st.sampled_from(["target", "why"]),
    st.permutations(["a", "b", "c"]).flatmap(lambda some: st.sampled_from([some, some[:1], []])),
).map(lambda picks: tuple((topic, tuple(some)) for topic, some in picks.items()))


@st.composite
def quantity(draw: st.DrawFn) -> Quantity:
    tenths = draw(st.integers(300, 306))
    return Quantity(tenths / 10, "cm", f"{tenths / 10}")


ENTRIES = st.lists(
    st.builds(
        Entry,
        st.sampled_from(SPOTS),
        st.lists(quantity(), max_size=3).map(tuple),
        st.sampled_from(["typed", "navy", "hevy"]),
    ),
    max_size=4,
).map(tuple)
NOTES = st.none() | st.sampled_from(["", "note", " other\n"])
WHOLE_DAYS = st.lists(st.builds(Day, DAYS, ENTRIES, NOTES, SAID, SAID), min_size=1, max_size=4).map(tuple)


class UndoMachine(UndoSteps):
    """Every kind of edit."""

    def _check_ins(self, person: people.Person) -> dict[int, date]:
        return check_ins.check_in_days(self.profile, person.id)

    @rule(name=NAMES)
    def add_person(self, name: str) -> None:
        self.apply(AddPerson(name))

    @rule(
        who=ANY,
        fact=st.sampled_from([("name", "Eva"), ("sex", "female"), ("sex", None), ("units", UnitSystem.IMPERIAL)]),
    )
    def change_person(self, who: int, fact: tuple[str, object]) -> None:
        if person := self.somebody(who):
            self.apply(ChangePerson(person.id, *fact))

    @rule(who=ANY)
    def delete_person(self, who: int) -> None:
        if person := self.somebody(who):
            self.apply(DeletePerson(person.id, person.name))

    @rule(who=ANY, sites=st.lists(st.sampled_from(["calf", "waist", "own_scar", "neck", "nonsense"]), max_size=4))
    def track(self, who: int, sites: list[str]) -> None:
        if person := self.somebody(who):
            self.apply(TrackSites(person.id, tuple(sites)))

    @rule(who=ANY, name=st.sampled_from(["Scar", "Abdomen", "Calf"]), sided=st.booleans())
    def add_site(self, who: int, name: str, sided: bool) -> None:
        if person := self.somebody(who):
            self.apply(AddOwnSite(person.id, name, sided))

    @rule(who=ANY, which=ANY)
    def delete_site(self, who: int, which: int) -> None:
        person = self.somebody(who)
        if person and person.own_sites:
            site = person.own_sites[which % len(person.own_sites)]
            self.apply(DeleteOwnSite(person.id, site.key, site.name))

    @rule(who=ANY, days=WHOLE_DAYS)
    def record(self, who: int, days: tuple[Day, ...]) -> None:
        if person := self.somebody(who):
            self.apply(RecordReadings(person.id, days))

    @rule(who=ANY, which=st.sets(st.integers(0, 8), min_size=1))
    def delete_check_ins(self, who: int, which: set[int]) -> None:
        if person := self.somebody(who):
            found = [item for place, item in enumerate(self._check_ins(person).items()) if place in which]
            if found:
                self.apply(DeleteCheckIns(tuple(one for one, _ in found), tuple(day for _, day in found)))

    @rule(who=ANY, which=ANY, day=DAYS)
    def move_check_in(self, who: int, which: int, day: date) -> None:
        if person := self.somebody(who):
            ids = list(self._check_ins(person))
            if ids:
                self.apply(MoveCheckIn(ids[which % len(ids)], day))

    @rule(who=ANY, measure=MEASURES, quantity=quantity() | st.just(Quantity(0.0, "cm", "0")), due=DAYS)
    def set_goal(self, who: int, measure: str, quantity: Quantity, due: date) -> None:
        if person := self.somebody(who):
            self.apply(SetGoal(person.id, measure, quantity, due, FIRST, "Calf"))

    @rule(who=ANY, which=ANY)
    def remove_goal(self, who: int, which: int) -> None:
        person = self.somebody(who)
        if person and (found := sorted(goals.goals_of(self.profile, person.id))):
            self.apply(RemoveGoal(person.id, found[which % len(found)], "Calf"))

    @rule(
        who=ANY, day=DAYS, done=SETS, load=quantity(), reps=st.integers(0, 3), rir=st.sampled_from([None, 0, 1.5, 11])
    )
    def set_lift(
        self, who: int, day: date, done: tuple[str, Side], load: Quantity, reps: int, rir: float | None
    ) -> None:
        if person := self.somebody(who):
            self.apply(SetLift(person.id, day, *done, load, reps, rir))

    @rule(who=ANY, which=ANY)
    def remove_lift(self, who: int, which: int) -> None:
        person = self.somebody(who)
        if person and (found := lifts.lifts_of(self.profile, person.id)):
            one = found[which % len(found)]
            self.apply(RemoveLift(person.id, one.day, one.lift, one.side))

    @rule(who=ANY, plan=PLANS, exercises=own_exercises_kept())
    def add_plan(self, who: int, plan: Plan, exercises: tuple[Exercise, ...]) -> None:
        if person := self.somebody(who):
            self.apply(AddPlan(person.id, plan, None, exercises))

    @rule(who=ANY, which=ANY, after=PLANS)
    def change_plan(self, who: int, which: int, after: Plan) -> None:
        person = self.somebody(who)
        if person and (found := plans.plans_of(self.profile, person.id)):
            info = found[which % len(found)]
            stored = plans.plan_of(self.profile, info.id)
            assert stored is not None
            ids = PlanIds(self.profile)
            new = replace(after, blocks=tuple(with_ids(block, ids) for block in after.blocks))
            new = replace(new, blocks=(*new.blocks[:1], *stored.plan.blocks[1:]))
            self.apply(ChangePlan(info.id, stored.plan, new, "Plan"))

    @rule(who=ANY, which=ANY, day=st.none() | DAYS)
    def start_or_delete_plan(self, who: int, which: int, day: date | None) -> None:
        person = self.somebody(who)
        if person and (found := plans.plans_of(self.profile, person.id)):
            info = found[which % len(found)]
            self.apply(DeletePlan(info.id, info.name) if day is None else SetPlanStart(info.id, day))

    @rule(who=ANY, exercise=own_exercises("own_sled"), gone=st.booleans())
    def set_or_delete_exercise(self, who: int, exercise: Exercise, gone: bool) -> None:
        if person := self.somebody(who):
            self.apply(DeleteOwnExercise(person.id, "own_sled") if gone else SetOwnExercise(person.id, exercise))

    @rule(who=ANY, which=ANY, log=LOGS, running=st.booleans())
    def add_workouts(self, who: int, which: int, log: tuple[Workout, ...], running: bool) -> None:
        if person := self.somebody(who):
            sessions = self._sessions(person)
            for one in log[:2]:
                session = sessions[which % len(sessions)] if sessions else None
                done = replace(one, session_id=session.id if session else None)
                if session and session.entries and one.exercises:
                    first = replace(one.exercises[0], entry_id=session.entries[0].id)
                    done = replace(done, exercises=(first, *one.exercises[1:]))
                self.apply(StartWorkout(person.id, done) if running else AddWorkout(person.id, done))

    @rule(who=ANY, which=ANY, log=LOGS)
    def change_workout(self, who: int, which: int, log: tuple[Workout, ...]) -> None:
        person = self.somebody(who)
        if person and log and (found := workouts.workouts_of(self.profile, person.id)):
            before = found[which % len(found)].workout
            after = replace(log[0], id=before.id, session_id=before.session_id)
            mixed = replace(after, exercises=(*after.exercises[:1], *before.exercises[-1:], *after.exercises[1:]))
            self.apply(ChangeWorkout(before, mixed, "Change"))

    @rule(who=ANY, which=ANY, day=DAYS, what=st.sampled_from(["move", "finish", "delete"]))
    def move_finish_or_delete_workout(self, who: int, which: int, day: date, what: str) -> None:
        person = self.somebody(who)
        if person and (found := workouts.workouts_of(self.profile, person.id)):
            one = found[which % len(found)].workout
            edits = {
                "move": ChangeWorkout(one, replace(one, day=day, start=None), "Day"),
                "finish": FinishWorkout(one, replace(one, minutes=45)),
                "delete": DeleteWorkout(one.id, one.day),
            }
            self.apply(edits[what])

    @rule(
        who=ANY,
        rows=st.lists(st.tuples(DAYS, st.sampled_from(["Squat (Barbell)", "Hopsla"]), st.integers(5, 8)), min_size=1),
        left_out=st.booleans(),
    )
    def import_training(self, who: int, rows: list[tuple[date, str, int]], left_out: bool) -> None:
        if person := self.somebody(who):
            head = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Seconds,Notes\n"
            body = "".join(f"{day} 18:00:00,Legs,{name},1,60,kg,{reps},,,,\n" for day, name, reps in rows)
            table = recognise_training((head + body).encode(), date.today())
            names = training_names.names_in_file(self.profile, person.id, table)
            choices = training_names.proposed(names) | ({"Hopsla": training_names.LEAVE_OUT} if left_out else {})
            self.apply(ImportTraining(person.id, table, tuple(choices.items()), "x.csv"))
            before = database_dump(self.profile)
            self.profile.apply(ImportTraining(person.id, table, tuple(choices.items()), "x.csv"))
            assert database_dump(self.profile) == before

    @rule(
        who=ANY, day=DAYS, amounts=st.dictionaries(NUTRIENTS, st.none() | EATEN, max_size=3),
        weight=st.none() | quantity(), clear=st.booleans(),
    )  # fmt: skip
    def record_food(
        self, who: int, day: date, amounts: dict[Nutrient, Quantity | None], weight: Quantity | None, clear: bool
    ) -> None:
        if person := self.somebody(who):
            self.apply(RecordFood(person.id, day, tuple(amounts.items()), weight, clear and weight is None))
            with self.profile.reading() as reader:  # what is kept: an imported person may be too young to see energy
                rows = food.food_rows(reader, person.id)
            kept = {nutrient: quantity for on, nutrient, quantity, _ in rows if on == day}
            assert {key: kept.get(key) for key in amounts} == amounts
            if weight is not None:
                assert food.food_days(self.profile, person.id, day, day)[day].weight == weight

    @rule(who=ANY, day=DAYS, source=DAYS)
    def repeat_day(self, who: int, day: date, source: date) -> None:
        if person := self.somebody(who):
            self.apply(RepeatDay(person.id, day, source))

    @rule(
        who=ANY, name=ITEMS, amounts=st.dictionaries(NUTRIENTS, EATEN, max_size=2), instead_of=st.just("") | ITEMS,
        what=st.sampled_from(["save", "delete", "add"]), day=DAYS,
    )  # fmt: skip
    def save_delete_or_add_item(
        self, who: int, name: str, amounts: dict[Nutrient, Quantity], instead_of: str, what: str, day: date
    ) -> None:
        if person := self.somebody(who):
            edits = {
                "save": SaveItem(person.id, name, tuple(amounts.items()), instead_of),
                "delete": DeleteItem(person.id, name),
                "add": AddItemToDay(person.id, day, name),
            }
            self.apply(edits[what])

    @rule(who=ANY, change=st.sampled_from([150.0, -75.0]), day=DAYS)
    def take_correction(self, who: int, change: float, day: date) -> None:
        if person := self.somebody(who):
            self.apply(TakeCorrection(person.id, change, day))

    @rule(who=ANY, topic=st.sampled_from(["squat", "deload"]), day=DAYS, back=st.booleans())
    def refuse(self, who: int, topic: str, day: date, back: bool) -> None:
        if person := self.somebody(who):
            self.apply(AllowProposal(person.id, topic, "x") if back else RefuseProposal(person.id, topic, "x", day))

    def _sessions(self, person: people.Person) -> list[Session]:
        found = plans.plans_of(self.profile, person.id)
        stored = [plans.plan_of(self.profile, info.id) for info in found]
        return [
            session for one in stored if one is not None for _, week in weeks_of(one.plan) for session in week.sessions
        ]

    @rule(who=ANY, picks=PICKS, day=DAYS)
    def set_choices(self, who: int, picks: tuple[tuple[str, tuple[str, ...]], ...], day: date) -> None:
        if person := self.somebody(who):
            self.apply(SetChoices(person.id, picks, day, "Questions"))
            kept = choices.choices_of(self.profile, person.id)
            assert {topic: kept.get(topic, ()) for topic, _ in picks} == dict(picks)

    @rule(who=ANY, day=DAYS, text=CHANGES)
    def add_programme_change(self, who: int, day: date, text: str) -> None:
        if person := self.somebody(who):
            self.apply(AddProgrammeChange(person.id, day, text))

    @rule(who=ANY, which=ANY, day=DAYS, text=CHANGES)
    def edit_programme_change(self, who: int, which: int, day: date, text: str) -> None:
        person = self.somebody(who)
        if person and (found := programme.programme_changes(self.profile, person.id)):
            self.apply(EditProgrammeChange(found[which % len(found)].id, day, text))

    @rule(who=ANY, which=ANY)
    def delete_programme_change(self, who: int, which: int) -> None:
        person = self.somebody(who)
        if person and (found := programme.programme_changes(self.profile, person.id)):
            self.apply(DeleteProgrammeChange(found[which % len(found)].id, "Squats"))

    @rule(who=ANY, name=VIEWS, spec=st.sampled_from(["{}", "[]"]))
    def save_view(self, who: int, name: str, spec: str) -> None:
        if person := self.somebody(who):
            self.apply(SaveView(person.id, name, spec))

    @rule(who=ANY, which=ANY, name=VIEWS)
    def rename_view(self, who: int, which: int, name: str) -> None:
        person = self.somebody(who)
        if person and (found := chart_views.saved_views(self.profile, person.id)):
            self.apply(RenameView(found[which % len(found)].id, name))

    @rule(who=ANY, which=ANY)
    def delete_view(self, who: int, which: int) -> None:
        person = self.somebody(who)
        if person and (found := chart_views.saved_views(self.profile, person.id)):
            self.apply(DeleteView(found[which % len(found)].id, "Legs"))

    @rule(key=st.sampled_from(["theme", "text_percent"]), value=st.sampled_from(["dark", "150"]))
    def change_setting(self, key: str, value: str) -> None:
        self.apply(ChangeSetting(key, value))

    @rule(who=ANY, values=st.lists(st.tuples(DAYS, st.integers(80, 84), st.integers(30, 33)), min_size=1, max_size=5))
    def import_table(self, who: int, values: list[tuple[date, int, int]]) -> None:
        if person := self.somebody(who):
            rows = "".join(f"{day},{waist},{belly}\n" for day, waist, belly in values)
            table = hevy_measurements.read(text.read_table("date,waist_cm,abdomen_in\n" + rows), date.today())
            choices = tuple(importing.proposed(table).items())
            self.apply(ImportTable(person.id, table, choices, "x.csv"))

    @rule(document=any_document())
    def import_document(self, document) -> None:
        self.apply(ImportDocument(document, "x.json"))


UndoMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestUndo = UndoMachine.TestCase

"""The schema as SQLAlchemy Core sees it, for writing and migrating. What a row means is said here.

Core, not the ORM: every edit is kept as row images for undo, so mapped objects would be a second copy of the same
truth. Only types that PostgreSQL has too. Imported with the first edit, not at the start: see `tables`.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _belongs_to(table: str) -> Column[int]:
    # Needs no index of its own: in each table it leads a unique constraint or an index with a place.
    return Column(f"{table}_id", Integer, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False)


def _may_name(table: str) -> Column[int]:
    # What it names may go without it: it is then null (see `UnitOfWork.delete`).
    return Column(f"{table}_id", Integer, ForeignKey(f"{table}.id", ondelete="SET NULL"))


setting = Table(
    "setting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(80), nullable=False),
    Column("value", Text, nullable=False),
    UniqueConstraint("key"),
)
"""Choices that hold for everybody who shares the profile: theme, text size."""

person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", String(32), nullable=False),
    Column("name", String(200), nullable=False),
    Column("sex", String(8)),
    Column("birth_date", Date),
    Column("stature_cm", Float),
    Column("stature_unit", String(8)),
    Column("stature_entered", String(40)),
    Column("units", String(8), nullable=False),
    Column("check_in_weekday", Integer, nullable=False),
    UniqueConstraint("uid"),
)
"""Somebody who is measured. `uid` names the person in exports; a null sex means: no reference data, please."""

custom_site = Table(
    "custom_site",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("key", String(48), nullable=False),
    Column("name", String(80), nullable=False),
    Column("sided", Boolean, nullable=False),
    UniqueConstraint("person_id", "key"),
)
"""A girth of the person's own. Built-in sites live in the code."""

tracked_site = Table(
    "tracked_site",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("site", String(48), nullable=False),
    Column("position", Integer, nullable=False),
    UniqueConstraint("person_id", "site"),
)
"""Which sites a person enters each week, and in which order."""

check_in = Table(
    "check_in",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("day", Date, nullable=False),
    Column("note", Text, nullable=False),
    Column("morning", Boolean),
    Column("trained_legs", Boolean),
    UniqueConstraint("person_id", "day"),
)
"""One day of measuring. `trained_legs`: within the 48 hours before; null where nobody said."""

reading = Table(
    "reading",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("check_in"),
    Column("site", String(48), nullable=False),
    Column("side", String(8), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("value", Float, nullable=False),
    Column("unit", String(8), nullable=False),
    Column("entered", String(40), nullable=False),
    Column("source", String(40), nullable=False),
    UniqueConstraint("check_in_id", "site", "side", "ordinal"),
    Index("ix_reading_site_side", "site", "side"),
)
"""One number read off the tape: `value` in cm, kg or percent; `entered` and `unit` as it was typed or imported;
`source` says by whom: "typed", "navy" (worked out from the tape) or the name of an import format."""

goal = Table(
    "goal",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("measure", String(80), nullable=False),
    Column("value", Float, nullable=False),
    Column("unit", String(8), nullable=False),
    Column("entered", String(40), nullable=False),
    Column("due", Date, nullable=False),
    Column("set_on", Date, nullable=False),
    UniqueConstraint("person_id", "measure"),
)
"""What a person wants a measure to be on the day `due`, decided on the day `set_on`. `value`, `unit` and `entered` as
in `reading`, but also litres, and no unit for a ratio."""

programme_change = Table(
    "programme_change",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("day", Date, nullable=False),
    Column("text", String(200), nullable=False),
    UniqueConstraint("person_id", "day", "text"),
)
"""From this day on the training was, or will be, another one."""

chart_view = Table(
    "chart_view",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("name", String(80), nullable=False),
    Column("spec", Text, nullable=False),
    UniqueConstraint("person_id", "name"),
)
"""A way of looking at the charts that a person keeps under a name. What `spec` says only the window knows."""

lift = Table(
    "lift",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("day", Date, nullable=False),
    Column("lift", String(48), nullable=False),
    Column("side", String(8), nullable=False),
    Column("value", Float, nullable=False),
    Column("unit", String(8), nullable=False),
    Column("entered", String(40), nullable=False),
    Column("reps", Integer, nullable=False),
    Column("rir", Float),
    UniqueConstraint("person_id", "day", "lift", "side"),
)
"""The best set of a lift on one day. `value` (kg), `unit` and `entered`: the load, as in `reading`; `rir`: how many
reps were left, null where nobody said. Which lifts there are, and how their load is counted, stands in the code."""

choice = Table(
    "choice",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("topic", String(80), nullable=False),
    Column("pick", String(80), nullable=False),
    Column("picked_on", Date, nullable=False),
    UniqueConstraint("person_id", "topic", "pick"),
)
"""What a person picked where choices are offered: an answer of a questionnaire, a target. Several rows of one topic
are several picks, in the order of their ids. What topics and picks there are only those know who offer them."""

plan = Table(
    "plan",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("uid", String(32), nullable=False),
    Column("name", String(80), nullable=False),
    Column("starts_on", Date),
    UniqueConstraint("person_id", "uid"),
)
"""A training plan. `uid` names it in exports; `starts_on`: the day on which its first week begins, null where nobody
said."""

plan_block = Table(
    "plan_block",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("plan"),
    Column("position", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("name", String(80), nullable=False),
    Index("ix_plan_block_plan_id_position", "plan_id", "position"),
)
"""Some weeks of a plan with one purpose. Here and below: parts lie in the order of `position`, then of their ids."""

plan_week = Table(
    "plan_week",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("plan_block"),
    Column("position", Integer, nullable=False),
    Index("ix_plan_week_plan_block_id_position", "plan_block_id", "position"),
)
"""A week of a block."""

plan_session = Table(
    "plan_session",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("plan_week"),
    Column("position", Integer, nullable=False),
    Column("name", String(80), nullable=False),
    Column("weekday", Integer),
    Index("ix_plan_session_plan_week_id_position", "plan_week_id", "position"),
)
"""One visit to the gym. `weekday`: 0 is Monday, null for any day."""

plan_entry = Table(
    "plan_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("plan_session"),
    Column("position", Integer, nullable=False),
    Column("exercise", String(80), nullable=False),
    Column("cell", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("superset", Integer),
    Column("note", String(200), nullable=False),
    Index("ix_plan_entry_plan_session_id_position", "plan_session_id", "position"),
)
"""An exercise of a session. `exercise`: its key in the catalogue, or one that is no longer there; `cell` and `rule`:
the texts in which the program writes what is prescribed and how it goes on; `superset`: entries of one session with
the same number are done in turns."""

own_exercise = Table(
    "own_exercise",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("key", String(80), nullable=False),
    Column("name", String(80), nullable=False),
    Column("spec", Text, nullable=False),
    UniqueConstraint("person_id", "key"),
)
"""An exercise of the person's own. `spec`: all about it, written as the shipped catalogue is."""

workout = Table(
    "workout",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("uid", String(32), nullable=False),
    Column("day", Date, nullable=False),
    Column("start", String(8)),
    Column("utc_offset_minutes", Integer),
    Column("minutes", Integer),
    Column("title", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("finished", Boolean, nullable=False),
    _may_name("plan_session"),
    Column("source", String(40), nullable=False),
    Column("edited", Boolean, nullable=False),
    UniqueConstraint("person_id", "uid"),
    Index("ix_workout_person_id_day", "person_id", "day"),
    Index("ix_workout_plan_session_id", "plan_session_id"),
)
"""One visit to the gym. `uid` names it in exports; of an imported one it is made of what its file calls it, so that the
file is known again. `start`: the time on the wall as 18:05:00. `plan_session_id`: the session of a plan that it does.
`source`: "typed" or the name of an import format; `edited`: an imported one was changed here since."""

workout_exercise = Table(
    "workout_exercise",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("workout"),
    Column("position", Integer, nullable=False),
    Column("exercise", String(80), nullable=False),
    Column("superset", Integer),
    Column("note", String(200), nullable=False),
    Column("felt", Integer),
    _may_name("plan_entry"),
    Index("ix_workout_exercise_workout_id_position", "workout_id", "position"),
    Index("ix_workout_exercise_exercise", "exercise"),
    Index("ix_workout_exercise_plan_entry_id", "plan_entry_id"),
)
"""An exercise of a workout; `exercise` and `superset` as in `plan_entry`. `felt`: in its target muscle, 0 to 4."""

workout_set = Table(
    "workout_set",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("workout_exercise"),
    Column("position", Integer, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("side", String(8), nullable=False),
    Column("reps", Integer),
    Column("seconds", Integer),
    Column("value", Float),
    Column("unit", String(8)),
    Column("entered", String(40)),
    Column("assisted", Boolean, nullable=False),
    Column("rir", Float),
    Column("note", String(200), nullable=False),
    Column("distance_m", Float),
    Index("ix_workout_set_workout_exercise_id_position", "workout_exercise_id", "position"),
)
"""A set that was done. `value` (kg), `unit` and `entered`: the load, as in `reading`, all null for none; it is help
when `assisted`. `rir`: as in `lift`."""

exercise_name = Table(
    "exercise_name",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("name", Text, nullable=False),
    Column("exercise", String(80), nullable=False),
    UniqueConstraint("person_id", "name"),
)
"""Which exercise a person said another program means by a name; an empty key: it was left out."""

refused_proposal = Table(
    "refused_proposal",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("topic", String(80), nullable=False),
    Column("key", Text, nullable=False),
    Column("refused_on", Date, nullable=False),
    UniqueConstraint("person_id", "topic", "key"),
)
"""A proposal that a person does not want. `topic`: an exercise or another thing that proposals are about; `key`: names
the proposal."""

food_amount = Table(
    "food_amount",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("day", Date, nullable=False),
    Column("nutrient", String(16), nullable=False),
    Column("value", Float, nullable=False),
    Column("unit", String(8), nullable=False),
    Column("entered", String(120), nullable=False),
    Column("source", String(40), nullable=False, server_default="typed"),
    UniqueConstraint("person_id", "day", "nutrient"),
)
"""How much of a nutrient a person took in on a day: `value` in kcal, g or L; `unit` and `entered` as it was typed, as
a sum or not; `source`: "typed" or the name of an import format. What was not said has no row."""

food_item = Table(
    "food_item",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("name", String(80), nullable=False),
    Column("nutrient", String(16), nullable=False),
    Column("value", Float, nullable=False),
    Column("unit", String(8), nullable=False),
    Column("entered", String(120), nullable=False),
    UniqueConstraint("person_id", "name", "nutrient"),
)
"""Something a person often has: the rows of one name are one item, items lie in the order of their first ids. The rest
as in `food_amount`, without a source."""

"""Workouts, with their exercises and sets; what other programs mean by a name; and proposals that were refused."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def _owned(name: str, parent: str, *rest: sa.Column[Any] | sa.Constraint) -> None:
    """A table whose rows belong to a row of `parent` and go with it."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(f"{parent}_id", sa.Integer(), nullable=False),
        *rest,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint([f"{parent}_id"], [f"{parent}.id"], name=f"fk_{name}_{parent}_id", ondelete="CASCADE"),
    )


def _text(name: str, length: int | None = None) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length) if length else sa.Text(), nullable=False)


def _named(table: str, parent: str) -> sa.ForeignKeyConstraint:
    """What stays when the row of `parent` that it names goes."""
    column = f"{parent}_id"
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}", ondelete="SET NULL")


def upgrade() -> None:
    """Create five tables that belong to a person, directly or by way of a workout; none that is there is touched."""
    _owned(
        "workout",
        "person",
        _text("uid", 32),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("start", sa.String(8), nullable=True),
        sa.Column("utc_offset_minutes", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        _text("title"),
        _text("note"),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("plan_session_id", sa.Integer(), nullable=True),
        _text("source", 40),
        sa.Column("edited", sa.Boolean(), nullable=False),
        _named("workout", "plan_session"),
        sa.UniqueConstraint("person_id", "uid", name="uq_workout_person_id_uid"),
    )
    op.create_index("ix_workout_person_id_day", "workout", ["person_id", "day"])
    op.create_index("ix_workout_plan_session_id", "workout", ["plan_session_id"])
    _owned(
        "workout_exercise",
        "workout",
        sa.Column("position", sa.Integer(), nullable=False),
        _text("exercise", 80),
        sa.Column("superset", sa.Integer(), nullable=True),
        _text("note", 200),
        sa.Column("felt", sa.Integer(), nullable=True),
        sa.Column("plan_entry_id", sa.Integer(), nullable=True),
        _named("workout_exercise", "plan_entry"),
    )
    op.create_index("ix_workout_exercise_workout_id_position", "workout_exercise", ["workout_id", "position"])
    op.create_index("ix_workout_exercise_exercise", "workout_exercise", ["exercise"])
    op.create_index("ix_workout_exercise_plan_entry_id", "workout_exercise", ["plan_entry_id"])
    _sets()
    _owned(
        "exercise_name",
        "person",
        _text("name"),
        _text("exercise", 80),
        sa.UniqueConstraint("person_id", "name", name="uq_exercise_name_person_id_name"),
    )
    _owned(
        "refused_proposal",
        "person",
        _text("topic", 80),
        _text("key"),
        sa.Column("refused_on", sa.Date(), nullable=False),
        sa.UniqueConstraint("person_id", "topic", "key", name="uq_refused_proposal_person_id_topic_key"),
    )


def _sets() -> None:
    _owned(
        "workout_set",
        "workout_exercise",
        sa.Column("position", sa.Integer(), nullable=False),
        _text("kind", 8),
        _text("side", 8),
        sa.Column("reps", sa.Integer(), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("unit", sa.String(8), nullable=True),
        sa.Column("entered", sa.String(40), nullable=True),
        sa.Column("assisted", sa.Boolean(), nullable=False),
        sa.Column("rir", sa.Float(), nullable=True),
        _text("note", 200),
        sa.Column("distance_m", sa.Float(), nullable=True),
    )
    op.create_index("ix_workout_set_workout_exercise_id_position", "workout_set", ["workout_exercise_id", "position"])

"""Plans, with their blocks, weeks, sessions and exercises; and exercises of a person's own."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def _part(name: str, parent: str, *columns: sa.Column[Any]) -> None:
    """A table whose rows lie in a row of `parent`, each at its place; places may meet while they are being changed."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(f"{parent}_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint([f"{parent}_id"], [f"{parent}.id"], name=f"fk_{name}_{parent}_id", ondelete="CASCADE"),
    )
    op.create_index(f"ix_{name}_{parent}_id_position", name, [f"{parent}_id", "position"])


def upgrade() -> None:
    """Create six tables that belong to a person, directly or by way of a plan; none that is there is touched."""
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(32), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_plan"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_plan_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint("person_id", "uid", name="uq_plan_person_id_uid"),
    )
    _part(
        "plan_block",
        "plan",
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
    )
    _part("plan_week", "plan_block")
    _part(
        "plan_session",
        "plan_week",
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=True),
    )
    _part(
        "plan_entry",
        "plan_session",
        sa.Column("exercise", sa.String(80), nullable=False),
        sa.Column("cell", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("superset", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(200), nullable=False),
    )
    op.create_table(
        "own_exercise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(80), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("spec", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_own_exercise"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_own_exercise_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint("person_id", "key", name="uq_own_exercise_person_id_key"),
    )

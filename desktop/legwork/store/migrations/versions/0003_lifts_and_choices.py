"""Lifts: the best set of each on a day; and choices: what a person picked where something was offered."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create two tables that belong to a person; none that is there is touched."""
    op.create_table(
        "lift",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("lift", sa.String(48), nullable=False),
        sa.Column("side", sa.String(8), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("unit", sa.String(8), nullable=False),
        sa.Column("entered", sa.String(40), nullable=False),
        sa.Column("reps", sa.Integer(), nullable=False),
        sa.Column("rir", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_lift"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_lift_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint("person_id", "day", "lift", "side", name="uq_lift_person_id_day_lift_side"),
    )
    op.create_table(
        "choice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(80), nullable=False),
        sa.Column("pick", sa.String(80), nullable=False),
        sa.Column("picked_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_choice"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_choice_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint("person_id", "topic", "pick", name="uq_choice_person_id_topic_pick"),
    )

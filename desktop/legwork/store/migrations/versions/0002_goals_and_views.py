"""Goals, changes of the programme, and kept views of the charts."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create three tables that belong to a person; none that is there is touched."""
    op.create_table(
        "goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(80), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("unit", sa.String(8), nullable=False),
        sa.Column("entered", sa.String(40), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_goal"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_goal_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint("person_id", "measure", name="uq_goal_person_id_measure"),
    )
    op.create_table(
        "programme_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("text", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_programme_change"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_programme_change_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint("person_id", "day", "text", name="uq_programme_change_person_id_day_text"),
    )
    op.create_table(
        "chart_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("spec", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chart_view"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_chart_view_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint("person_id", "name", name="uq_chart_view_person_id_name"),
    )

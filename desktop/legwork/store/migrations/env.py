"""Alembic's entry: runs the revisions on the connection that `run.upgrade` opened."""

from alembic import context

from legwork.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()

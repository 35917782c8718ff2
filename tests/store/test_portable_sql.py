"""Nothing that would not run on PostgreSQL, but for the few files that know that this is SQLite."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

import legwork.store
from legwork.store.schema import metadata

STORE = Path(legwork.store.__file__).parent
KNOW_SQLITE = {
    "engine.py", "backup.py", "backup_contents.py", "backup_difference.py", "backup_proof.py", "restoring.py",
    "first_schema.py", "seal.py", "run.py", "store.py",
}  # fmt: skip
ADDRESS = "sqlite://"
GENERAL = sorted(file for file in STORE.rglob("*.py") if file.name not in KNOW_SQLITE)
WORDS = ("PRAGMA", "INSERT OR", "REPLACE INTO", "GLOB ", "ROWID", "AUTOINCREMENT", "SQLITE", "STRFTIME", "JULIANDAY")


@pytest.mark.parametrize("file", GENERAL, ids=lambda file: file.name)
def test_no_text_that_only_sqlite_understands(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, _DOCUMENTED)}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    expressions = {node.value.value for node in ast.walk(tree) if _is_bare_text(node)}
    for text in texts:
        if text not in docstrings | expressions | {ADDRESS}:
            assert not [word for word in WORDS if word in text.upper()], f"{file.name}: {text!r} runs on SQLite only"
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert "sqlite3" not in imported


_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)


def _is_bare_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_can_be_made_on_postgresql(table) -> None:
    dialect = postgresql.dialect()
    assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))
    for index in table.indexes:
        assert "CREATE INDEX" in str(CreateIndex(index).compile(dialect=dialect))

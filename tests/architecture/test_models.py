"""The desk's models stand over tables written in SQL: both must tell the same (docs/decisions/0004)."""

from collections.abc import Mapping

import psycopg
import pytest
from django.apps import apps
from django.db.models import Field, Model

Columns = Mapping[str, bool]  # name → may be null


def columns(url: str, table: str) -> Columns:
    query = (
        "SELECT column_name, is_nullable = 'YES' FROM information_schema.columns "
        "WHERE table_schema = 'public' AND table_name = %s"
    )
    with psycopg.connect(url) as session:
        return dict(session.execute(query, (table,)).fetchall())


def differences(model: type[Model], found: Columns) -> list[str]:
    """Return what a model tells of its table that is not so."""
    fields: list[Field] = list(model._meta.local_concrete_fields)  # type: ignore[type-arg]
    table = model._meta.db_table
    missing = [f"{table}.{field.column} does not exist" for field in fields if field.column not in found]
    wrong = [
        f"{table}.{field.column} {'may' if found[field.column] else 'may not'} be null"
        for field in fields
        if field.column in found and found[field.column] != field.null and not field.primary_key
    ]
    return missing + wrong


def unmanaged() -> list[type[Model]]:
    return [model for model in apps.get_models() if not model._meta.managed]


@pytest.fixture
def tables(database: str) -> Mapping[str, Columns]:
    return {model._meta.db_table: columns(database, model._meta.db_table) for model in unmanaged()}


def test_each_model_tells_what_its_table_is(tables: Mapping[str, Columns]) -> None:
    assert len(unmanaged()) >= 10
    assert [text for model in unmanaged() for text in differences(model, tables[model._meta.db_table])] == []


def test_a_model_that_tells_otherwise_is_found(tables: Mapping[str, Columns]) -> None:
    model = apps.get_model("sources", "Source")
    real = dict(tables[model._meta.db_table])
    real["name"] = True
    del real["connector"]
    assert differences(model, real) == ["source.connector does not exist", "source.name may be null"]

"""The published JSON Schema says what the decoder says."""

import datetime
import json
from typing import Any

import jsonschema
import pytest
import tomli
from hypothesis import HealthCheck, given, settings

from awesome_mm.model.entry import Entry
from awesome_mm.store.decode import Faults, decode
from awesome_mm.store.json_schema import catalog_schema
from awesome_mm.store.places import bundled_catalog

from .generated import data_of
from .written import catalog, entry

SCHEMA = catalog_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
quick = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def as_json(data: Any) -> Any:
    """Return TOML data as JSON has it: dates as they are written."""
    return json.loads(json.dumps(data, default=lambda date: date.isoformat()))


def test_the_published_schema_is_the_models() -> None:
    """The file beside the catalog is what the model's types say today (`make schema` writes it)."""
    published = bundled_catalog().with_name("catalog.schema.json").read_text(encoding="utf-8")

    assert json.loads(published) == SCHEMA


def test_the_schema_is_a_schema() -> None:
    """Tools that know JSON Schema accept it."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_bundled_catalog_fits_the_schema() -> None:
    """Editors find nothing to complain of in the catalog."""
    VALIDATOR.validate(as_json(tomli.loads(bundled_catalog().read_text(encoding="utf-8"))))


@quick
@given(data_of(Entry))
def test_what_decodes_fits_the_schema(data: dict[str, Any]) -> None:
    """Any entry that the decoder takes is one that the schema takes."""
    assert decode(Entry, data, (), Faults()) is not None

    inside = {key: value for key, value in data.items() if key not in ("id", "kind")}
    VALIDATOR.evolve(schema={**SCHEMA["$defs"]["Entry"], "$defs": SCHEMA["$defs"]}).validate(inside)


@pytest.mark.parametrize(
    "more",
    [
        'autors = ["Ye"]',
        'authors = "Ye"',
        'needs = ["gpu"]',
        'also = ["methods"]',
        'published = "May 2024"',
        'links.arxiv = ["arXiv:2412.01137"]',
        'links.code = ["github.com/a/b"]',
        'venue = { name = "ICCV", year = "2025" }',
        'notes = [{ topic = "idea", en = " " }]',
        "stages = [{}]",
        'id = "alpha"',
    ],
)
def test_what_does_not_decode_does_not_fit_the_schema(more: str) -> None:
    """Editors mark what the decoder will refuse."""
    data = as_json(tomli.loads(catalog(entry("alpha", more))))

    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(data)


def test_dates_count_as_they_are_written() -> None:
    """A TOML date fits where a date is wanted."""
    data = tomli.loads(catalog(entry("alpha", "published = 2024-12-02")))
    assert data["method"]["alpha"]["published"] == datetime.date(2024, 12, 2)

    VALIDATOR.validate(as_json(data))

"""The bundled catalog, and the database made of it."""

from pathlib import Path

import pytest

from awesome_mm.exchange.sqlite import write_sqlite
from awesome_mm.store.catalog_file import DecodedCatalog, load_catalog
from awesome_mm.store.places import bundled_catalog


@pytest.fixture(scope="session")
def survey() -> DecodedCatalog:
    """Return the bundled catalog."""
    return load_catalog(bundled_catalog())


@pytest.fixture(scope="session")
def survey_database(survey: DecodedCatalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the bundled catalog lies as a database."""
    path = tmp_path_factory.mktemp("sqlite") / "survey.db"
    write_sqlite(path, survey.head, survey.vocabularies, survey.entries)
    return path

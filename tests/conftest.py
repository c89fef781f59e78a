"""Keeps every test away from the user's own folders, catalog and language."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a cache and a data folder of its own, an English locale and no settings from outside."""
    monkeypatch.setenv("AWESOME_MM_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("AWESOME_MM_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for variable in ("AWESOME_MM_CATALOG", "AWESOME_MM_ARXIV_DELAY", "AWESOME_MM_ARXIV_TIMEOUT", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    for variable in ("AWESOME_MM_ARXIV_URL", "AWESOME_MM_OAI_URL"):  # nobody listens on the discard port: no test asks arXiv itself
        monkeypatch.setenv(variable, "http://127.0.0.1:9/")


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache for tests of one kind over all works: the catalog is compiled once for all of them."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture
def one_cache(own_folders: None, compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test use the cache that others of its kind use too."""
    monkeypatch.setenv("AWESOME_MM_CACHE", str(compiled))

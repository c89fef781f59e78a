"""Catalogs that are given as contents."""

from pathlib import PurePosixPath

import pytest

from awesome_mm.errors import CatalogInvalid
from awesome_mm.store.catalog_at import load_contents
from tests.cli.catalogs import HEAD, table


def test_a_file_and_a_folder() -> None:
    """The bytes of one file, or of several by their paths, are a catalog."""
    parts = {PurePosixPath("catalog.toml"): HEAD.encode(), PurePosixPath("deep/alpha.toml"): table("alpha").encode()}

    assert [one.id for one in load_contents((HEAD + table("alpha")).encode(), "v1:list.toml").entries] == ["alpha"]
    assert [one.id for one in load_contents(parts, "v1:list").entries] == ["alpha"]


def test_a_path_that_leads_out() -> None:
    """A path that would lead out of the folder is left out."""
    parts = {PurePosixPath("catalog.toml"): HEAD.encode(), PurePosixPath("../alpha.toml"): table("alpha").encode()}

    assert load_contents(parts, "v1:list").entries == ()


def test_errors_name_what_was_named() -> None:
    """A fault has the name that was given, and not that of a passing folder."""
    with pytest.raises(CatalogInvalid) as caught:
        load_contents((HEAD + table("alpha", more="colour = 1")).encode(), "v1:list.toml")

    assert [fault.split(": ")[0].rpartition(":")[0] for fault in caught.value.faults] == ["v1:list.toml"]

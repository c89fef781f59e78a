"""Where things lie."""

from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from awesome_mm.store.places import bundled_catalog, cache_folder, chosen_catalog, data_folder

FOLDERS = [(cache_folder, "AWESOME_MM_CACHE"), (data_folder, "AWESOME_MM_DATA")]


def test_the_bundled_catalog_is_there() -> None:
    """The package finds its own catalog, installed or in a checkout."""
    assert bundled_catalog().is_file()


def test_the_option_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalog is chosen by option, else by environment, else it is the bundled one."""
    assert chosen_catalog(None) == bundled_catalog()

    monkeypatch.setenv("AWESOME_MM_CATALOG", "theirs.toml")

    assert chosen_catalog(None) == Path("theirs.toml")
    assert chosen_catalog("mine.toml") == Path("mine.toml")


def test_the_home_folder_is_resolved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A tilde is the user's own folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    assert chosen_catalog("~/mine.toml") == tmp_path / "mine.toml"


def test_the_home_of_nobody_stays_as_written() -> None:
    """A user there is not has no folder; the path is taken as it is."""
    assert chosen_catalog("~no-such-user/mine.toml") == Path("~no-such-user/mine.toml")


@pytest.mark.parametrize(("folder", "variable"), FOLDERS)
def test_folders_are_chosen_by_environment(folder: Callable[[], Path], variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable names the folder, with a tilde if need be."""
    monkeypatch.setenv(variable, "~no-such-user/x")
    assert folder() == Path("~no-such-user/x")

    monkeypatch.setenv(variable, "/x/y")
    assert folder() == Path("/x/y")


@pytest.mark.parametrize(("folder", "variable"), FOLDERS)
def test_folders_are_the_platforms_own_by_default(folder: Callable[[], Path], variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the variable, or with an empty one, the folder is the application's own on this platform."""
    monkeypatch.setenv(variable, "")

    assert folder().is_absolute()
    assert "awesome-mm" in folder().parts


@pytest.mark.parametrize("chosen", ["", "relative", "/absolute", " /padded "])
def test_the_cache_folder_is_the_one_platformdirs_names(chosen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is worked out without platformdirs, for speed, is what platformdirs says."""
    monkeypatch.setenv("AWESOME_MM_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", chosen)

    assert cache_folder() == platformdirs.user_cache_path("awesome-mm", appauthor=False)

"""Where things lie: the bundled catalog, the cache folder, the data folder.

Layer: store. Nothing is created here.
"""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_SHIPPED = _PACKAGE / "data" / "catalog.toml"
APPLICATION = "awesome-mm"


def bundled_catalog() -> Path:
    """Return the catalog that ships with the package; an editable install has it at the checkout's root instead."""
    return _SHIPPED if _SHIPPED.exists() else _PACKAGE.parent.parent / "data" / "catalog.toml"


def is_inside_package(path: Path) -> bool:
    """Whether `path` is the installed package's own, which an update writes over; a checkout's catalog is not."""
    return _PACKAGE in path.resolve().parents


def is_catalog_chosen(option: str | None) -> bool:
    """Whether somebody chose a catalog, by option or ``AWESOME_MM_CATALOG``."""
    return bool(option or os.environ.get("AWESOME_MM_CATALOG"))


def chosen_catalog(option: str | None) -> Path:
    """Return the catalog to use: the option, or ``AWESOME_MM_CATALOG``, or the bundled one."""
    chosen = option or os.environ.get("AWESOME_MM_CATALOG")
    return _user_path(chosen) if chosen else bundled_catalog()


def cache_folder() -> Path:
    """Return the folder of what may be thrown away (``AWESOME_MM_CACHE``, else the platform's own)."""
    if chosen := os.environ.get("AWESOME_MM_CACHE"):
        return _user_path(chosen)
    if sys.platform == "linux":
        return _on_linux("XDG_CACHE_HOME", "~/.cache")
    from platformdirs import user_cache_path

    return user_cache_path(APPLICATION, appauthor=False)


def data_folder() -> Path:
    """Return the folder of fetched records and the journal (``AWESOME_MM_DATA``, else the platform's own)."""
    if chosen := os.environ.get("AWESOME_MM_DATA"):
        return _user_path(chosen)
    if sys.platform == "linux":
        return _on_linux("XDG_DATA_HOME", "~/.local/share")
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)


def writing_lock() -> Path:
    """Return the file that whoever changes a catalog holds: one at a time, whatever the catalog."""
    return data_folder() / "refresh.lock"


def bibliography_lock() -> Path:
    """Return the file that whoever adds to a bibliography of a paper holds."""
    return data_folder() / "bibliography.lock"


def overlay_file() -> Path:
    """Return the file of the fetched records that are laid over every catalog."""
    return data_folder() / "records.json"


def journal_file() -> Path:
    """Return the file of the journal of every change written."""
    return data_folder() / "journal.jsonl"


def fetched_file() -> Path:
    """Return the file of what has been fetched, whether it was written anywhere or not."""
    return cache_folder() / "fetched.json"


def _on_linux(variable: str, default: str) -> Path:
    """Return what platformdirs says on Linux, without the 8 ms its import takes on every run."""
    chosen = Path(os.environ.get(variable, ""))
    return (chosen if chosen.is_absolute() else _user_path(default)) / APPLICATION


def _user_path(written: str) -> Path:
    """Return `written` with a leading ``~`` resolved; the home of a user there is not stays as it is."""
    try:
        return Path(written).expanduser()
    except RuntimeError:
        return Path(written)

"""Where things lie: the bundled catalog, the cache folder, the data folder.

Layer: store. Nothing is created here.
"""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
APPLICATION = "awesome-mm"


def bundled_catalog() -> Path:
    """Return the catalog that ships with the package; an editable install has it at the checkout's root instead."""
    shipped = _PACKAGE / "data" / "catalog.toml"
    return shipped if shipped.exists() else _PACKAGE.parent.parent / "data" / "catalog.toml"


def chosen_catalog(option: str | None) -> Path:
    """Return the catalog to use: the option, or ``AWESOME_MM_CATALOG``, or the bundled one."""
    chosen = option or os.environ.get("AWESOME_MM_CATALOG")
    return _user_path(chosen) if chosen else bundled_catalog()


def cache_folder() -> Path:
    """Return the folder of what may be thrown away (``AWESOME_MM_CACHE``, else the platform's own)."""
    if chosen := os.environ.get("AWESOME_MM_CACHE"):
        return _user_path(chosen)
    if sys.platform == "linux":  # what platformdirs says there, without the 8 ms its import takes on every run
        chosen_by_platform = Path(os.environ.get("XDG_CACHE_HOME", ""))
        return (chosen_by_platform if chosen_by_platform.is_absolute() else _user_path("~/.cache")) / APPLICATION
    from platformdirs import user_cache_path

    return user_cache_path(APPLICATION, appauthor=False)


def data_folder() -> Path:
    """Return the folder of fetched records and the journal (``AWESOME_MM_DATA``, else the platform's own)."""
    if chosen := os.environ.get("AWESOME_MM_DATA"):
        return _user_path(chosen)
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)


def _user_path(written: str) -> Path:
    """Return `written` with a leading ``~`` resolved; the home of a user there is not stays as it is."""
    try:
        return Path(written).expanduser()
    except RuntimeError:
        return Path(written)

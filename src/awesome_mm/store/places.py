"""Where things lie: the bundled catalog, the cache folder, the data folder.

Layer: store. Nothing is created here.
"""

import os
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
    return Path(chosen).expanduser() if chosen else bundled_catalog()


def cache_folder() -> Path:
    """Return the folder of what may be thrown away (``AWESOME_MM_CACHE``, else the platform's own)."""
    if chosen := os.environ.get("AWESOME_MM_CACHE"):
        return Path(chosen).expanduser()
    from platformdirs import user_cache_path

    return user_cache_path(APPLICATION, appauthor=False)


def data_folder() -> Path:
    """Return the folder of fetched records and the journal (``AWESOME_MM_DATA``, else the platform's own)."""
    if chosen := os.environ.get("AWESOME_MM_DATA"):
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)

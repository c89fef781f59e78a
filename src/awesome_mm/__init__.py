"""The survey of multimodal data synthesis as data you can query, trust and use.

For Python programs: ``from awesome_mm import load_catalog`` (see ``docs/python.md``).
"""

TYPE_CHECKING = False  # importing typing would double the time of `--version`
if TYPE_CHECKING:
    from .api import Survey, load_catalog
    from .errors import AwesomeError

__all__ = ["AwesomeError", "Survey", "__version__", "load_catalog"]

__version__ = "0.1.0"
# `--version` reads no file, so the bundled catalog's date and size are written down; a test holds them to the catalog.
VERSION_LINE = f"awesome-mm {__version__} (catalog of 2026-11-23: 51 works)"


def __getattr__(name: str) -> object:
    """Return a public name when it is first asked for: the command line starts without any of them."""
    from importlib import import_module

    if name == "AwesomeError":
        return getattr(import_module(".errors", __name__), name)
    if name in __all__:
        return getattr(import_module(".api", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

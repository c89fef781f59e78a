"""The survey of multimodal data synthesis as data you can query, trust and use."""

__version__ = "0.1.0"
# `--version` reads no file, so the bundled catalog's date and size are written down; a test holds them to the catalog.
VERSION_LINE = f"awesome-mm {__version__} (catalog of 2026-11-23: 51 works)"

"""The survey for Python programs: ``from awesome_mm import load_catalog``.

Layer: api. Public and typed; described in ``docs/python.md``. What begins with an underscore may change at any time.
"""

from .survey import Survey, load_catalog

__all__ = ["Survey", "load_catalog"]

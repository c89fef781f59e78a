"""Begins a catalog of one's own: a folder with a head that explains itself, the schema for editors, and a file for each entry.

Layer: store.
"""

import os
from dataclasses import replace
from pathlib import Path

from ..errors import WriteFailed
from ..model.draft import Draft
from ..model.taxonomy import Category, Text
from .new_catalog import write_new
from .places import bundled_catalog

_SCHEMA = "catalog.schema.json"
_TEXTS = ("", ".md", ".rst", ".txt")  # of files that a repository may begin with
_OPENING = f"""\
#:schema ./{_SCHEMA}
#
# A paper list as data. `awesome-mm --catalog FOLDER list` reads it, and a fault is named with its line.
# Each entry is a file of its own beside this one, such as alpha.toml:
#
#   [method.alpha]                      # or dataset, benchmark, survey, list, blog, insight
#   name = "Alpha"
#   title = "Alpha: The Full Title"
#   categories = ["first-section"]
#   summary = {{ en = "What it makes, and how.", zh = "做什么，怎么做。" }}   # one language will do
#   links.arxiv = ["2401.00001"]        # doi, openreview, paper, code, data, model, project, page
#
# A [category.ID] below is a section; `order` lists its entries as they are printed, `parent` puts it below another.

"""
_SAMPLE = {"first-section": Category(title=Text(en="First section", zh="第一节"))}


def start_catalog(folder: Path, draft: Draft, as_of: str) -> tuple[Path, ...]:
    """Make the catalog of `draft` (of nothing: with one category to begin with) in `folder` and return the files made.

    Raises:
        WriteFailed: the folder is there and holds more than a fresh repository does, or the draft makes no sound catalog.
        OSError: the files could not be written.
    """
    if os.path.lexists(folder) and (not folder.is_dir() or (other := _other_than_fresh(folder))):
        what = f"is there already, and holds {other}" if folder.is_dir() else "is there already, and no folder"
        raise WriteFailed(f"{folder}: {what}.", "Name a folder that is new; `import --into` adds to a catalog.")
    folder.mkdir(parents=True, exist_ok=True)
    whole = replace(draft, title=draft.title or Text(en=folder.resolve().name), categories=draft.categories or _SAMPLE)
    files = write_new(folder, whole, as_of, opening=_OPENING)
    schema = folder / _SCHEMA
    schema.write_bytes((bundled_catalog().parent / _SCHEMA).read_bytes())
    return (*files, schema)


def _other_than_fresh(folder: Path) -> str:
    """Return the name of something in `folder` that a fresh repository does not have: neither hidden nor a text about it."""
    there = sorted(one for one in folder.iterdir() if not one.name.startswith("."))
    return next((one.name for one in there if not one.is_file() or one.suffix not in _TEXTS), "")

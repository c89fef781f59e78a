"""The catalog as the files of a list: an index and a page for each category, in both languages.

Layer: render. Each language is made by itself: first the pieces, then the files they fall into, last the links among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..model.text import LANGUAGES
from ..views.paper_list import paper_list
from .category_pages import category_sheets
from .index import index_sheets
from .inner_links import places_in
from .links import Place, resolved
from .names import index_path, page_path
from .writing import Writing

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..model.entry import Entry
    from .sheets import Sheet
    from .templates import Templates


def render_list(catalog: Catalog, templates: Templates) -> dict[str, str]:
    """Return the text of every file of the list by its path in the folder of the list, sorted; equal catalogs give equal bytes.

    Raises:
        TemplateInvalid: a template cannot be read, or fails.
    """
    entries = {entry.id: entry for entry in catalog}
    files: dict[str, str] = {}
    for language in LANGUAGES:
        files |= _files(catalog, entries, language, templates)
    return dict(sorted(files.items()))


def _files(catalog: Catalog, entries: Mapping[str, Entry], language: str, templates: Templates) -> dict[str, str]:
    shown = paper_list(catalog, language)
    writing = Writing(catalog=catalog, entries=entries, shown=shown, templates=templates, places=places_in(catalog))
    sheets = [*index_sheets(writing), *category_sheets(writing)]
    places = {**dict(_fixed_places(writing)), **_places(sheets)}
    return {sheet.path: resolved(sheet.text, sheet.path, places) for sheet in sheets}


def _fixed_places(writing: Writing) -> Iterable[tuple[str, Place]]:
    """Yield where the files stand whose paths are known beforehand, those of the other language too."""
    language = writing.shown.language
    other = next(one for one in LANGUAGES if one != language)
    for prefix, spoken in (("", language), ("other:", other)):
        yield f"{prefix}index", Place(path=index_path(spoken))
        for category in writing.shown.categories:
            yield f"{prefix}page:{category.id}", Place(path=page_path("categories", category.id, spoken))
            yield f"{prefix}index:{category.id}", Place(path=page_path("index", category.id, spoken))


def _places(sheets: Iterable[Sheet]) -> dict[str, Place]:
    """Return where everything stands that can be linked to, the first place of each, and each file under its own path."""
    places: dict[str, Place] = {}
    for sheet in sheets:
        places[f"file:{sheet.path}"] = Place(path=sheet.path)
        for name, place in sheet.places():
            places.setdefault(name, place)
    return places

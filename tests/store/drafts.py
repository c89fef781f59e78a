"""Makes drafts for tests: what an importer would hand over."""

from typing import Any

from awesome_mm.model.draft import Draft
from awesome_mm.model.entry import Entry
from awesome_mm.model.taxonomy import Category, Section
from tests.factories import make_method, make_text

MARKDOWN = "Makes **data**.\n\n- a point with `[method.alpha]`\n- it's \"quoted\", C:\\path, and '''more'''\n"


def make_category(en: str = "Sorting", zh: str | None = "排序", **given: Any) -> Category:
    """Return a category of an imported list."""
    return Category(title=make_text(en, zh), **given)


def make_imported(entry_id: str = "alpha", **given: Any) -> Entry:
    """Return an entry as an importer makes it: without a summary, with its own Markdown."""
    return make_method(entry_id, **{"categories": ("sorting",), "summary": None, "account": make_text(MARKDOWN), **given})


def make_draft(*entries: Entry, **given: Any) -> Draft:
    """Return a draft of `entries`, in a category that lists them in order."""
    order = tuple(entry.id for entry in entries if "sorting" in entry.categories)
    defaults: dict[str, Any] = {
        "title": make_text("A list of sorters", "排序列表"),
        "source": "https://example.org/list",
        "categories": {"sorting": make_category(order=order)},
        "sections": (Section(text=make_text("How to **cite**.\n\nSo.")),),
    }
    return Draft(entries=entries, **{**defaults, **given})

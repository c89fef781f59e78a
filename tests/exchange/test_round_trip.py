"""What is rendered is read back, and what is read is rendered whole."""

import re

import pytest

from awesome_mm.exchange.awesome_list import read_lists
from awesome_mm.exchange.document import Document
from awesome_mm.model.catalog import Catalog
from awesome_mm.model.draft import Draft
from awesome_mm.model.taxonomy import Head, Text, Vocabularies
from awesome_mm.model.text import squash
from awesome_mm.render.paper_list import render_list
from awesome_mm.render.templates import Templates
from awesome_mm.store.cache import open_catalog
from awesome_mm.store.catalog_file import DecodedCatalog, load_catalog
from awesome_mm.store.compiled import CompiledRecords, compile_catalog
from awesome_mm.store.places import bundled_catalog

ENGLISH = """# A list of waters

A preface with **bold** words.

## News

- [2031/01/02] We added [Pond](https://github.com/a/pond).

## Still waters

> Quoted words before the entries.

- **📄 Pond** [(arXiv 2401.00001)](https://arxiv.org/abs/2401.00001) *[also about rain]*
  - **Idea**: it `stands` still
    1. first
    2. then
- [Lake](https://github.com/a/lake) - a large one

| Dataset | Size | Link |
|---|---|---|
| **Puddles** | 3 K | [paper](https://arxiv.org/abs/2401.00002) |

Words between a table and the next section.

### Deep ones

### Corp - Abyss

<details>
<summary>Click to expand</summary>

**Paper**: [Abyss: Down There](https://arxiv.org/abs/2401.00003)

It is *deep*.

| a | b |
|---|---|
| one | two |

</details>

## Citation

```bibtex
@article{waters, title={Waters}}
```
"""


def rendered(draft: Draft) -> dict[str, str]:
    """Return the files of a catalog made of `draft`."""
    head = Head(schema=1, title=draft.title or Text(en="A list"), as_of="2026-01-02", sections=draft.sections)
    whole = DecodedCatalog(head=head, vocabularies=Vocabularies(category=draft.categories), entries=draft.entries)
    return render_list(Catalog(CompiledRecords(compile_catalog(whole, key="test"))), Templates())


def read_back(files: dict[str, str]) -> Draft:
    """Return the draft of a rendered list's two indexes."""
    return read_lists([Document(path, files[path]) for path in ("README.md", "README_zh.md")])


def test_the_bundled_catalog_is_read_back_as_it_was_rendered() -> None:
    """The same works with names, titles and links by kind, the same sections in both languages, the same placements and order."""
    catalog = load_catalog(bundled_catalog())
    draft = read_back(render_list(open_catalog(bundled_catalog()), Templates()))

    titles = {entry.id: entry.title for entry in catalog.entries}
    read_titles = {entry.id: entry.title for entry in draft.entries}
    assert {entry.title: (entry.name, sets_of(entry.links.by_kind())) for entry in draft.entries} == {
        entry.title: (entry.name, sets_of(entry.links.by_kind())) for entry in catalog.entries
    }
    assert [(category.title, [read_titles[one] for one in category.order]) for category in draft.categories.values()] == [
        (category.title, [titles[one] for one in category.order]) for category in catalog.vocabularies.category.values()
    ]
    assert draft.skipped == ()


def sets_of(links: dict[str, tuple[str, ...]]) -> dict[str, set[str]]:
    """Return links by kind without their order."""
    return {kind: set(values) for kind, values in links.items()}


def test_an_imported_list_is_rendered_without_losing_a_word() -> None:
    """Every line of a list, its markup aside, stands somewhere in the files."""
    files = rendered(read_lists([Document("README.md", ENGLISH)]))
    whole = squash(" ".join(map(plain, files.values())))

    lost = [line for line in plain(ENGLISH).split("\n") for part in line.split("|") if squash(part) not in whole]
    assert [line for line in lost if line.strip() != "Click to expand"] == []


def plain(markdown: str) -> str:
    """Return Markdown without tags and addresses."""
    return re.sub(r"\]\([^()]*\)", "]", re.sub(r"</?[a-z][^<>]*>", " ", markdown))


def test_an_imported_list_is_read_back_as_it_was_imported() -> None:
    """Works, links, sections and order survive both ways, entries without a link included."""
    draft = read_lists([Document("README.md", ENGLISH.replace("[paper](https://arxiv.org/abs/2401.00002)", "[more](#deep-ones)"))])
    again = read_back(rendered(draft))

    assert [(entry.id, entry.title, entry.links) for entry in again.entries] == [
        (entry.id, entry.title, entry.links) for entry in draft.entries
    ]
    assert {one: category.order for one, category in again.categories.items()} == {
        one: category.order for one, category in draft.categories.items()
    }


@pytest.mark.parametrize("path", ["README.md", "README_zh.md"])
def test_one_index_alone_holds_every_work(path: str) -> None:
    """Either language by itself is the whole list."""
    files = render_list(open_catalog(bundled_catalog()), Templates())

    assert len(read_lists([Document(path, files[path])]).entries) == len(load_catalog(bundled_catalog()).entries)


def test_the_pages_are_read_with_the_indexes() -> None:
    """All files of the bundled list together give the same works, sections and order; the pages lead to further places."""
    catalog = load_catalog(bundled_catalog())
    draft = read_lists([Document(path, text) for path, text in render_list(open_catalog(bundled_catalog()), Templates()).items()])

    titles = {entry.id: entry.title for entry in catalog.entries}
    read_titles = {entry.id: entry.title for entry in draft.entries}
    assert sorted(read_titles.values()) == sorted(titles.values())
    assert {category.title: [read_titles[one] for one in category.order] for category in draft.categories.values()} == {
        category.title: [titles[one] for one in category.order] for category in catalog.vocabularies.category.values()
    }


def test_the_pages_of_an_imported_list_are_read_with_its_indexes() -> None:
    """A page is laid over the index, whatever the language of its texts."""
    draft = read_lists([Document("README.md", ENGLISH)])
    again = read_lists([Document(path, text) for path, text in rendered(draft).items()])

    assert [(entry.id, entry.title, entry.links) for entry in again.entries] == [
        (entry.id, entry.title, entry.links) for entry in draft.entries
    ]
    assert {one: category.order for one, category in again.categories.items()} == {
        one: category.order for one, category in draft.categories.items()
    }

"""Tests of a whole list: what stands in it, that its links lead somewhere, and that nothing of others gets out of its place."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Entry, Links, Venue
from awesome_mm.model.taxonomy import Category, Section, Text
from awesome_mm.render.cutting import LARGEST
from awesome_mm.render.paper_list import render_list
from awesome_mm.render.templates import Templates
from awesome_mm.store.cache import open_catalog
from awesome_mm.store.compiled import CompiledRecords, compile_catalog
from awesome_mm.store.places import bundled_catalog
from tests.factories import make_catalog, make_decoded, make_method, make_text, make_vocabularies
from tests.render.pages import dead_links, headings_of, html_of, links_of
from tests.render.test_containing import HOSTILE


def rendered(*entries: Entry, sections: tuple[Section, ...] = (), **vocabularies: Any) -> dict[str, str]:
    """Return the files of a list of `entries`."""
    decoded = make_decoded(*entries, vocabularies=make_vocabularies(**vocabularies))
    decoded = replace(decoded, head=replace(decoded.head, sections=sections))
    return render_list(Catalog(CompiledRecords(compile_catalog(decoded, key="test"))), Templates())


@pytest.fixture(scope="module")
def bundled() -> dict[str, str]:
    """Return the files of the bundled catalog."""
    return render_list(open_catalog(bundled_catalog()), Templates())


def test_every_link_of_the_bundled_list_leads_somewhere(bundled: dict[str, str]) -> None:
    """No link among the files, with or without an anchor, is dead."""
    assert dead_links(bundled) == []
    assert sum(1 for text in bundled.values() for _ in links_of(text)) > 500


def test_the_files_are_those_of_both_languages(bundled: dict[str, str]) -> None:
    """Each page has its counterpart, ends with one newline, and is small enough to be shown."""
    assert {path.replace("_zh", "") for path in bundled} == {path for path in bundled if "_zh" not in path}
    assert all(text.endswith("\n") and not text.endswith("\n\n") and "\r" not in text for text in bundled.values())
    assert all(len(text.encode()) < LARGEST for text in bundled.values())
    assert list(bundled) == sorted(bundled)


NAMED = {"arxiv": ("2501.00001",)}


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({}, "- **Alpha: A Method for Making Data**. [details](categories/editing.md#alpha)"),
        ({"title": "Alpha"}, "- **Alpha**. [details](categories/editing.md#alpha)"),
        ({"title": "Why?", "published": "2025"}, "- **Alpha**: **“Why?”** 2025. [details](categories/editing.md#alpha)"),
        ({"title": "Ends."}, "- **Alpha**: **“Ends.”** [details](categories/editing.md#alpha)"),
        (
            {"venue": Venue(name="ICCV", year=2025), "published": "2025-03"},
            "- **Alpha: A Method for Making Data**. *ICCV 2025*, 2025-03. [details](categories/editing.md#alpha)",
        ),
        (
            {"venue": Venue(name="ICCV", year=2025, track="Oral")},
            "- **Alpha: A Method for Making Data**. *ICCV 2025 (Oral)*. [details](categories/editing.md#alpha)",
        ),
        (
            {"links": Links(arxiv=("2501.00001", "2502.00002"), code=("https://example.org/a_(b)",), doi=("10.1000/a(b",))},
            (
                "- [**Alpha**: A Method for Making Data](https://arxiv.org/abs/2501.00001). [arXiv](https://arxiv.org/abs/2501.00001) · "
                r"[arXiv](https://arxiv.org/abs/2502.00002) · [DOI](https://doi.org/10.1000/a\(b) · [Code](https://example.org/a_(b)) · "
                "[details](categories/editing.md#alpha)"
            ),
        ),
        (
            {"name": "A[b]*", "title": "A[b]* <i>c</i> | #1"},
            r"- **A\[b\]\***: **“A\[b\]\* \<i\>c\</i\> \| \#1”**. [details](categories/editing.md#ab)",
        ),
    ],
)
def test_an_entry_of_the_index(given: dict[str, Any], line: str) -> None:
    """Name, title without the name, venue, date, and every link by its kind; what is not known is left out."""
    files = rendered(make_method("alpha", summary=None, **given))

    assert line in files["README.md"].split("\n")


def test_the_summary_stands_below() -> None:
    """The summary is a line of its own, set in."""
    assert ")\\\n  生成数据。\n" in rendered(make_method("alpha"))["README_zh.md"]


def test_an_entry_of_several_categories_is_whole_in_the_first() -> None:
    """Elsewhere it is named, with links to where it is whole; a category that only refers has no page."""
    both = make_method("alpha", categories=("text", "editing"), links=NAMED, notes=())
    files = rendered(both, make_method("beta"))

    assert files["categories/text.md"].count("Makes data.") == 1
    assert "Makes data." not in files["categories/editing.md"].partition("## Alpha")[2].partition("## Beta")[0]
    assert "In full under [Text enhancement](text.md#alpha)." in files["categories/editing.md"]
    assert (
        "- **[Alpha](https://arxiv.org/abs/2501.00001)** → [Text enhancement](#text-enhancement) · [details](categories/text.md#alpha)"
        in files["README.md"]
    )
    assert "categories/editing.md" not in rendered(both)
    assert dead_links(files) == []


def test_our_own_placements_are_no_entries() -> None:
    """What we place in a category is named in a line that says so."""
    files = rendered(make_method("alpha", also_in=("text",)))

    assert "\n*By our reading also:* [Alpha](categories/editing.md#alpha)\n" in files["README.md"]
    assert files["README.md"].count("**Alpha") == 1


def test_the_entries_stand_in_the_order_of_their_category() -> None:
    """`order` comes first, and behind it in catalog order what it does not name."""
    category = {"editing": Category(title=make_text("Editing"), order=("gamma", "alpha"))}
    files = rendered(*(make_method(one) for one in ("alpha", "beta", "gamma")), category=category)

    assert [said for level, said in headings_of(files["categories/editing.md"]) if level == 2] == ["Gamma", "Alpha", "Beta"]


def test_the_prose_of_a_list_stands_before_and_after() -> None:
    """Sections are printed whole, before the entries or after them, their headings below the title."""
    sections = (
        Section(title=make_text("News"), text=make_text("# Today\n\nA *new* thing.")),
        Section(text=make_text("## Thanks\n\nto all"), after=True),
    )
    index = rendered(make_method("alpha"), sections=sections)["README.md"]

    assert "\n\n## News\n\n### Today\n\nA *new* thing.\n\n## Methods" in index
    assert index.endswith("\n\n## Thanks\n\nto all\n")


def test_an_account_stands_in_place_of_what_it_says_itself() -> None:
    """An imported entry has its own text, and no list of facts drawn from it."""
    entry = make_method("alpha", summary=None, account=make_text("- **[Alpha](https://example.org)** their *own* words"), links=NAMED)
    page = rendered(entry)["categories/editing.md"]

    assert "\n\n- **[Alpha](https://example.org)** their *own* words\n" in page
    assert "**Kind:**" not in page


@pytest.mark.parametrize("name", HOSTILE)
def test_no_account_touches_the_entry_behind_it(name: str) -> None:
    """Whatever an account, an introduction or a section leaves open, the headings after it are those of the page."""
    hostile = Text(en=HOSTILE[name], zh=HOSTILE[name])
    category = {"editing": Category(title=make_text("Editing"), introduction=hostile)}
    entries = (make_method("alpha", summary=None, account=hostile), make_method("beta"))
    files = rendered(*entries, category=category, sections=(Section(text=hostile), Section(text=hostile, after=True)))

    assert (2, "Beta") in headings_of(files["categories/editing.md"])
    assert (2, "Editing") in headings_of(files["README.md"])
    assert dead_links({path: re.sub(r"\[x\]: \S+", "", text) for path, text in files.items()}) == []


SIGNS = some.text("ab #*_`[]()<>|\\&;!~-+=.:\n\t\x1b\u202e\ufdd0\ufdd1数😀\"'{}%$", min_size=1, max_size=20).filter(
    lambda text: text.strip()
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=SIGNS, title=SIGNS, summary=SIGNS, category=SIGNS, account=SIGNS)
def test_no_text_makes_markup(name: str, title: str, summary: str, category: str, account: str) -> None:
    """Names, titles and summaries are read as they are written, whatever signs they hold, and no link dies of them."""
    entry = make_method("alpha", name=name, title=title, summary=make_text(summary), links=NAMED, account=make_text(account))
    files = rendered(entry, make_method("beta"), category={"editing": Category(title=make_text(category))})

    index = html_of(files["README.md"])
    assert "<script" not in index
    assert "<img" not in index
    assert [level for level, _ in headings_of(files["README.md"])] == [1, 2, 2, 2]
    assert index.count("<li><strong>") == len(re.findall(r"(?m)^- \*\*", files["README.md"]))
    assert not re.search("[\x00-\x08\x1b\u202e\ufdd0\ufdd1]", "".join(files.values()))
    assert "[" in account or dead_links(files) == []


def test_a_page_that_is_too_long_is_cut_between_entries() -> None:
    """Entries that do not fit into one file go into the next, and every link finds them."""
    entries = [make_method(f"m{number}", account=make_text(f"## Part\n\n{'word ' * 20_000}")) for number in range(12)]
    files = rendered(*entries)

    assert {"categories/editing.md", "categories/editing_2.md", "categories/editing_3.md"} <= files.keys()
    assert all(len(text.encode()) < LARGEST for text in files.values())
    assert sum(text.count("word ") + text.count("word\n") for path, text in files.items() if "_zh" not in path) == 240_000
    assert "Pages: **1** · [2](editing_2.md)" in files["categories/editing.md"]
    assert dead_links(files) == []


@pytest.mark.parametrize(
    "account",
    [
        "A paragraph with some more words in it than one.\n\n" * 12_000,
        ("line " * 20 + "\n") * 6_000,
        "字" * 400_000,
        "```\n" + ("code " * 20 + "\n") * 6_000 + "```",
        "<details>\n\n" + ("text " * 20 + "\n\n") * 6_000 + "</details>",
    ],
    ids=["paragraphs", "lines", "one line", "code", "details"],
)
def test_an_entry_that_is_too_long_alone_is_cut_too(account: str) -> None:
    """One account of many hundred kilobytes goes on in further files, whole."""
    files = rendered(make_method("alpha", account=make_text(account)), make_method("beta"))
    pages = [text for path, text in files.items() if re.fullmatch(r"categories/editing(_\d)?\.md", path)]

    assert len(pages) > 1
    assert all(len(text.encode()) < LARGEST for text in files.values())
    for word in ("paragraph", "line", "字", "code", "text"):
        assert sum(page.count(word) for page in pages) >= account.count(word)
    assert any((2, "Beta") in headings_of(page) for page in pages)
    assert dead_links(files) == []


def test_an_index_that_is_too_large_has_pages_of_its_own() -> None:
    """The README then leads to a page for each category at the top, and those to the entries."""
    entries = [
        make_method(f"m{number}", summary="word " * 40, categories=("editing" if number % 2 else "text",)) for number in range(2_500)
    ]
    files = rendered(*entries)

    assert all(len(text.encode()) < LARGEST for text in files.values())
    assert "[All entries with links](index/methods.md) (2,500)" in files["README.md"]
    assert {"index/methods.md", "index/methods_2.md", "index/methods_2_zh.md"} <= files.keys()
    assert all(files[path].count("\n## Methods") == 1 for path in ("index/methods.md", "index/methods_2.md"))
    assert "### Text enhancement" in files["index/methods_2.md"]
    assert sum(text.count("\n- **M") for path, text in files.items() if re.fullmatch(r"index/methods(_\d)?\.md", path)) == 2_500
    assert dead_links(files) == []


def test_a_catalog_of_nothing_makes_a_list() -> None:
    """Without entries there are the two indexes."""
    assert list(render_list(make_catalog(), Templates())) == ["README.md", "README_zh.md"]

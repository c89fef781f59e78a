"""Bibliographies read into drafts."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.exchange.exporters import exporter
from awesome_mm.exchange.reference import references
from awesome_mm.exchange.references import read_bibtex, read_csl
from awesome_mm.store.cache import open_catalog
from awesome_mm.store.places import bundled_catalog
from tests.factories import make_catalog, make_method

PAPER = r"""
% a comment of no account
@string{ponds = "Journal of " # {Ponds}}

@inproceedings{lovelace2031,
  title     = {{Tarn}: A Survey of {Still} Waters, \'Etudes},
  author    = {Lovelace, Ada and {The Pond Team} and K{\"o}rner, J. and others},
  booktitle = {Advances in Neural Information Processing Systems (NeurIPS)},
  year      = 2031, month = mar,
  eprint    = {2401.00001v2}, archivePrefix = {arXiv},
  doi       = "10.1000/182",
  url       = {https://github.com/a/tarn},
  abstract  = {It is still.},
  keywords  = {waters, surveys},
}
@article(b, title = "Brook", journal = ponds, year = {2030}, keywords = {waters})
"""


def test_an_entry_of_bibtex_is_a_work() -> None:
    """LaTeX leaves title and names; venue, date, ids and links come out of their fields."""
    draft = read_bibtex("refs.bib", PAPER)

    tarn, brook = draft.entries
    assert tarn.title == "Tarn: A Survey of Still Waters, Études"
    assert (tarn.name, tarn.id, tarn.kind.value) == ("Tarn", "tarn", "survey")
    assert (tarn.authors, tarn.authors_complete) == (("Ada Lovelace", "The Pond Team", "J. Körner"), False)
    assert tarn.published == "2031-03"
    assert tarn.venue is not None
    assert (tarn.venue.name, tarn.venue.year) == ("NeurIPS", 2031)
    assert tarn.links.by_kind() == {"arxiv": ("2401.00001",), "doi": ("10.1000/182",), "code": ("https://github.com/a/tarn",)}
    assert tarn.account is not None
    assert tarn.account.en == "It is still."
    assert brook.venue is not None
    assert brook.venue.name == "Journal of Ponds"
    assert draft.lines["tarn"] == "refs.bib:5"


def test_keywords_are_categories() -> None:
    """Where most works have some; else all stand in one."""
    assert {one: category.order for one, category in read_bibtex("x", PAPER).categories.items()} == {
        "waters": ("tarn", "brook"),
        "surveys": ("tarn",),
    }
    assert list(read_bibtex("x", "@misc{a, title={T}}").categories) == ["references"]


def test_a_preprint_server_is_no_venue() -> None:
    """Its id is found in the journal's name all the same."""
    draft = read_bibtex("x", "@article{a, title={T}, journal={arXiv preprint arXiv:2401.00002}, year={2024}}")

    assert draft.entries[0].venue is None
    assert draft.entries[0].links.arxiv == ("2401.00002",)


def test_what_is_malformed_is_skipped_with_its_line() -> None:
    """It costs no other entry."""
    draft = read_bibtex("refs.bib", "@misc{a, title = {open\n\n@misc{b, title={Brook}}\n@misc{c, author={Nobody}}\n")

    assert [entry.title for entry in draft.entries] == ["Brook"]
    assert [(one.line, one.reason) for one in draft.skipped] == [(1, "a brace or a quotation mark is not closed"), (4, "c has no title")]


BOMBS = {
    "braces": "@misc{a, title={" + "{" * 1_000_000,
    "entries that never end": "@misc{a, title={x\n" * 50_000,
    "nested braces": "@misc{a, title={" + "{" * 100_000 + "}" * 100_000 + "}}",
    "strings of strings": '@string{a="xxxxxxxxxx"}'
    + "".join(f"@string{{a{n}={' # '.join([f'a{n - 1}' if n else 'a'] * 10)}}}\n" for n in range(12))
    + "@misc{z,title=a11}",
    "parts": "@misc{a, title={x}" + " # {y}" * 100_000 + "}",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_of_bibtex_is_read_to_its_end(name: str) -> None:
    """What nobody wrote in good faith is skipped, and says so."""
    draft = read_bibtex("bomb.bib", BOMBS[name])

    assert draft.entries or draft.skipped


def test_items_of_csl_json_are_works() -> None:
    """People, dates and ids are read; what has another type than it should is left out."""
    items = [
        {
            "title": "Brook: A Dataset",
            "author": [{"family": "Lovelace", "given": "Ada"}, {"literal": "Pond Team"}, 7],
            "issued": {"date-parts": [[2024, "3"]]},
            "container-title": "ICLR",
            "number": "arXiv:2401.00003",
            "DOI": "10.48550/arXiv.2401.00003",
            "URL": "https://github.com/a/brook",
        },
        {"title": 7},
        "no item",
    ]
    draft = read_csl("refs.json", json.dumps(items))

    entry = draft.entries[0]
    assert (entry.name, entry.kind.value, entry.published) == ("Brook", "dataset", "2024-03")
    assert entry.authors == ("Ada Lovelace", "Pond Team")
    assert entry.links.by_kind() == {"arxiv": ("2401.00003",), "code": ("https://github.com/a/brook",)}
    assert [one.line for one in draft.skipped] == [2, 3]


@pytest.mark.parametrize("text", ["[" * 100_000, "{", "null", '{"title": {"a": 1}}'])
def test_what_is_no_csl_json_is_skipped(text: str) -> None:
    """Neither depth nor a wrong type is an error."""
    assert read_csl("x", text).entries == ()


@pytest.mark.parametrize(("form", "read"), [("bibtex", read_bibtex), ("biblatex", read_bibtex), ("csl-json", read_csl)])
def test_the_bundled_catalog_is_read_back_from_its_references(form: str, read: object) -> None:
    """Titles, people, ids and confirmed venues survive each format both ways."""
    catalog = open_catalog(bundled_catalog())
    entries = list(catalog)
    draft = (read_csl if form == "csl-json" else read_bibtex)("x", exporter(form)(references(entries, catalog.ids, catalog.terms)))

    def facts(entry: object) -> tuple[object, ...]:
        return (entry.title, entry.authors, entry.links.arxiv, entry.links.doi)  # type: ignore[attr-defined]

    named = [entry for entry in entries if entry.authors]
    assert [facts(entry) for entry in draft.entries if entry.title in {one.title for one in named}] == [facts(entry) for entry in named]
    assert len(draft.entries) == len(entries)


_TITLES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Mn", "Co", "Cn")), min_size=1, max_size=30).filter(
    lambda text: (
        unicodedata.is_normalized("NFC", text)
        and any(map(str.isalnum, text))
        and not set(text) & set("$\\{}~“”‘’'`\"–—…×→∗")
        and "--" not in text
    )
)


@given(_TITLES)
def test_any_title_survives_bibtex(title: str) -> None:
    """Letters of all scripts, signs of LaTeX and accents come back as they were."""
    entry = make_method("alpha", title=title, authors=("Ada Lovelace",))
    catalog = make_catalog(entry)
    text = exporter("biblatex")(references([entry], ["alpha"], catalog.terms))

    assert [one.title for one in read_bibtex("x", text).entries] == [" ".join(title.split())]
